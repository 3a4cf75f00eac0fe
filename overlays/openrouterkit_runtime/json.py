"""JSON encoding and decoding: msgspec decodes, the standard library encodes, and each falls back to the other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .invalid_argument import InvalidArgumentError
from .plain import find_path, to_json_form, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from json import JSONEncoder


class DecodeError(ValueError):
    """The input is not valid JSON, or not of the expected JSON kind.

    Args:
        message: The error message.
        body: The invalid input, or None.

    Attributes:
        body: The first 2,000 bytes or characters of the invalid input, or None.
    """

    def __init__(self, message: str, body: bytes | str | None = None) -> None:
        super().__init__(message)
        self.body = None if body is None else body[:2000]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (*self.args, self.body)


def decode(text: bytes | str) -> Any:
    """Return the value of a JSON text.

    Like the standard library, it also accepts NaN, Infinity, lone surrogates, control characters in strings, UTF-16 and
    UTF-32.

    Raises:
        DecodeError: The text is not valid JSON, or it is nested too deeply.
    """
    import msgspec

    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return _decode_leniently(text)


def _decode_leniently(text: bytes | str) -> Any:
    """Decode with the standard library, which accepts more than msgspec."""
    import json

    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise DecodeError("the JSON is nested too deeply", text) from None
    except ValueError as error:
        raise DecodeError(f"invalid JSON: {error}", text) from None


def encode(value: Any) -> bytes:
    """Return the compact UTF-8 JSON text of a JSON value, a model, or any other value that `to_plain` accepts.

    Raises:
        InvalidArgumentError: JSON cannot represent the value: it contains NaN, an infinity, itself, or an object of an
            unsupported type, or it is nested too deeply.
    """
    try:
        return _encoder().encode(value).encode()
    except (TypeError, ValueError, RecursionError):  # ValueError includes UnicodeEncodeError
        pass
    return _encode_slowly(to_plain(value))


@cache
def _encoder() -> JSONEncoder:
    from json import JSONEncoder

    # Not msgspec, which writes null for NaN, and Base64 for bytes.
    return JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=to_json_form)


def _encode_slowly(value: Any) -> bytes:
    """Encode a plain value that may be nested too deeply for the standard library."""
    import msgspec

    try:
        text = msgspec.json.encode(value)  # not limited by Python's recursion limit
    except (UnicodeEncodeError, RecursionError, OverflowError, TypeError):
        return _encode_leniently(value)
    # msgspec writes null for NaN and infinities: without a null in the text, every number is finite.
    return _encode_leniently(value) if b"null" in text and not _is_finite(value) else text


def _is_finite(value: Any) -> bool:
    """Return True if a plain value contains neither NaN nor infinities."""
    todo: list[Iterable[Any]] = [(value,)]  # a loop, as the value may be nested deeper than Python's recursion limit
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
    """Encode with ASCII escapes, as UTF-8 cannot represent lone surrogates."""
    import json

    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")
    except RecursionError:
        raise InvalidArgumentError("cannot encode as JSON: the value is nested too deeply") from None
    except ValueError:
        error = InvalidArgumentError(
            "NaN and infinity are not valid JSON numbers; use finite numbers, or None for null"
        )
        error.at(*find_path(value, _is_not_finite))
        raise error from None


def _is_not_finite(value: Any) -> bool:
    return value.__class__ is float and value - value != 0
