"""JSON texts: msgspec decodes, the standard library encodes, and what one of them refuses is left to the other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .plain import to_json_form, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from json import JSONEncoder


class DecodeError(ValueError):
    """The input is not JSON, or not the kind of JSON it must be.

    Args:
        message: what was expected and what was found.
        body: the invalid input.

    Attributes:
        body: the first 2,000 bytes or characters of the invalid input, None where there is none.
    """

    def __init__(self, message: str, body: bytes | str | None = None) -> None:
        super().__init__(message)
        self.body = None if body is None else body[:2000]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (*self.args, self.body)


def decode(text: bytes | str) -> Any:
    """The value of a JSON text.

    Takes what either decoder takes: lone surrogates, NaN and Infinity, UTF-16 and UTF-32 included.

    Raises:
        DecodeError: the text is not JSON, or nested too deeply.
    """
    import msgspec

    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return _decode_leniently(text)


def _decode_leniently(text: bytes | str) -> Any:
    import json

    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise DecodeError("the JSON is nested too deeply", text) from None
    except ValueError as error:
        raise DecodeError(f"not JSON: {error}", text) from None


def encode(value: Any) -> bytes:
    """The compact UTF-8 JSON text of a JSON value, of a model, or of anything else that `plain.to_plain` takes.

    Raises:
        TypeError: an object that JSON cannot represent.
        ValueError: the value contains NaN, an infinity or itself, or is nested too deeply.
    """
    try:
        return _encoder().encode(value).encode()
    except (TypeError, ValueError, RecursionError):  # UnicodeEncodeError is one of them
        return _encode_slowly(to_plain(value))


@cache
def _encoder() -> JSONEncoder:
    from json import JSONEncoder

    # C code that looks at every value once; msgspec would write null for NaN, and Base64 for bytes.
    return JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=to_json_form)


def _encode_slowly(value: Any) -> bytes:
    import msgspec

    try:
        text = msgspec.json.encode(value)  # deeper than Python calls
    except (UnicodeEncodeError, RecursionError, OverflowError, TypeError):
        return _encode_leniently(value)
    # msgspec writes null for what is not finite; where no null is, nothing of the kind was.
    return _encode_leniently(value) if b"null" in text and not _is_finite(value) else text


def _is_finite(value: Any) -> bool:
    todo: list[Iterable[Any]] = [(value,)]  # no recursion: msgspec writes deeper than Python calls
    while todo:
        for item in todo.pop():
            kind = item.__class__
            if kind is str:
                continue
            if kind is dict:
                todo.append(item.values())
            elif kind is list:
                todo.append(item)
            elif kind is float and item - item != 0:
                return False
    return True


def _encode_leniently(value: Any) -> bytes:
    # A lone surrogate has no UTF-8, but it has an escape; so does everything else json takes and msgspec does not.
    import json

    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")
    except RecursionError:
        raise ValueError("the value is nested too deeply to be written as JSON") from None
    except ValueError:
        raise ValueError("NaN and the infinities are not JSON numbers: send finite ones, or None for null") from None
