"""Writes parameters into the path, the query, the headers and the body of a request.

`EncodedObject` is the body of a request whose JSON is an object.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote, urlencode

from attrs import frozen

from .files import File, build_form
from .invalid_argument import InvalidArgumentError
from .json import decode, encode
from .plain import to_member_name, to_plain
from .responses import is_json
from .unset import UNSET

if TYPE_CHECKING:
    from .endpoint import Body


_SEPARATORS = {"comma": ",", "space": " ", "pipe": "|"}
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


@frozen
class EncodedObject:
    """A JSON object whose members are already encoded, so that later changes to the original values do not affect it.

    Attributes:
        members: Name -> JSON text, in order.
    """

    members: Mapping[str, bytes]

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """Encode the members of an object; members that are UNSET are omitted.

        Args:
            members: Name -> value, of any type that `json.encode` accepts.

        Raises:
            InvalidArgumentError: JSON cannot represent a value.
        """
        encoded: dict[str, bytes] = {}
        for key, value in members.items():
            if value is not UNSET:
                try:
                    encoded[to_member_name(key)] = encode(value)
                except InvalidArgumentError as error:
                    error.at(key)
                    raise
        return cls(encoded)

    def with_member(self, name: str, value: Any) -> Self:
        """Return a copy with one member added or replaced.

        Args:
            name: The name of the member.
            value: Its value, of any type that `json.encode` accepts.

        Raises:
            InvalidArgumentError: JSON cannot represent the value.
        """
        return type(self)({**self.members, name: encode(value)})

    @property
    def text(self) -> bytes:
        """The compact UTF-8 JSON text."""
        return b"{" + b",".join(encode(name) + b":" + text for name, text in self.members.items()) + b"}"

    @property
    def value(self) -> dict[str, Any]:
        """The object as plain JSON values; each access decodes it and returns a new dict."""
        return {name: decode(text) for name, text in self.members.items()}


def is_text(media_type: str) -> bool:
    """Return True if a body of this media type is encoded from plain values: JSON, a URL-encoded form, text or XML."""
    return is_json(media_type) or media_type == FORM or media_type.startswith("text/") or media_type.endswith("xml")


def fill_path(template: str, names: Mapping[str, str], params: Mapping[str, Any]) -> str:
    """Return the path with its parameters filled in, each percent-encoded as one segment.

    Args:
        template: The path with placeholders, such as `/model/{author}/{slug}`.
        names: Keyword -> name of the placeholder.
        params: The arguments by keyword.

    Raises:
        InvalidArgumentError: A parameter is None, empty, `.` or `..`, which would change the structure of the path, or
            it contains a lone surrogate.
    """
    path = template
    for keyword, name in names.items():
        value = params[keyword]
        text = "" if value is None else _join(value)
        if text in ("", ".", ".."):
            raise InvalidArgumentError(
                f"invalid path parameter {keyword}={value!r} for {template}; pass a value other than '', '.' and '..'",
                value,
            )
        try:
            path = path.replace("{" + name + "}", quote(text, safe=""))
        except UnicodeEncodeError:
            raise InvalidArgumentError(
                f"invalid path parameter {keyword}={value!a:.100} for {template}: remove the lone surrogate", value
            ) from None
    return path


def build_query(
    names: Mapping[str, str], params: Mapping[str, Any], styles: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return the query as (name, value) pairs, with `extra_query` merged over the parameters.

    A list becomes one pair per item. None and UNSET are omitted, in lists too.

    Args:
        names: Keyword -> name of the query parameter.
        params: The arguments by keyword.
        styles: See `Endpoint.query_styles`.
    """
    values = {names[keyword]: value for keyword, value in params.items() if keyword in names}
    extra = read_object(params.get("extra_query") or {})
    if not values and not extra:  # of most calls
        return ()
    return _build_pairs({**values, **extra}, styles or {}, extra)


def build_pairs(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the members of an object as (name, value) pairs, as in a query without styles.

    Args:
        values: The object.
    """
    return _build_pairs(values, {}, ())


def _build_pairs(
    values: Mapping[str, Any], styles: Mapping[str, str], extra: Container[str]
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of parameters; error messages say which of them are in `extra_query`."""
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        try:
            pairs += _apply_style(to_member_name(name), value, styles.get(name))
        except InvalidArgumentError as error:
            error.at(*(("extra_query",) if name in extra else ()), name)
            raise
    return tuple(pairs)


def _apply_style(name: str, value: Any, style: str | None) -> list[tuple[str, str]]:
    """Return the pairs of one query parameter; see `Endpoint.query_styles` for the styles."""
    plain = to_plain(value) if style is not None and value is not None and value is not UNSET else value
    if isinstance(plain, dict) and style in ("deep", "members"):
        pairs = [(f"{name}[{key}]" if style == "deep" else key, item) for key, item in plain.items()]
        inner_style = style if style == "deep" else None
        return [pair for inner, item in pairs for pair in _apply_style(inner, item, inner_style)]
    if style in _SEPARATORS and isinstance(plain, dict):
        plain = [part for key, item in plain.items() for part in (key, item)]
    if style in _SEPARATORS:
        texts = _to_texts(plain)
        return [(name, _SEPARATORS[style].join(texts))] if texts else []
    return [(name, text) for text in _to_texts(value)]


def build_headers(names: Mapping[str, str], params: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the headers by name, with `extra_headers` merged over the parameters.

    The items of a list are joined by commas. UNSET omits a header; None in `extra_headers` removes it, also if it is a
    header of the client.

    Args:
        names: Keyword -> name of the header.
        params: The arguments by keyword.
    """
    values = {names[keyword]: value for keyword, value in params.items() if keyword in names and value is not None}
    if not values and not params.get("extra_headers"):  # of most calls
        return {}
    values = merge_headers(values, read_object(params.get("extra_headers") or {}))
    return {name: None if value is None else _join(value) for name, value in values.items() if value is not UNSET}


def merge_headers(headers: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return `headers` with `more` merged over them; names are compared without regard to case.

    Args:
        headers: The headers by name.
        more: The headers that replace or extend them.
    """
    over = {to_member_name(name).lower() for name in more}
    return {**{name: value for name, value in headers.items() if name.lower() not in over}, **more}


def build_body(shape: Body | None, whole: Any, params: Mapping[str, Any]) -> Any:
    """Build the body from the whole body, the members passed as keywords, and `extra_body`; later ones win.

    A JSON object becomes an `EncodedObject`, other JSON, form and text bodies become plain values. A multipart body
    becomes a `Form`. A body of another media type is bytes or a `File`.

    Args:
        shape: The body of the endpoint, or None.
        whole: The whole body, or None.
        params: The arguments by keyword.

    Raises:
        TypeError: Members are passed with a whole body that is not an object.
        InvalidArgumentError: JSON cannot represent a value.
    """
    extra = params.get("extra_body")
    if shape is None:
        return to_plain(extra)
    if shape.media_type == MULTIPART:
        return build_form(shape, whole, params)
    if isinstance(whole, bytes):
        return whole
    if not is_text(shape.media_type) and whole is not None and not isinstance(whole, str | dict):
        return File.of(whole)
    members = {shape.members[keyword]: value for keyword, value in params.items() if keyword in shape.members}
    extra = None if extra is None else read_object(extra)
    base = None if whole is None else read_object(whole)
    if base is not None and not isinstance(base, Mapping):
        if members or extra:
            raise TypeError(f"cannot merge members into a body of type {type(base).__name__}; pass an object instead")
        return base
    if base is None and not shape.members and not extra:
        return None
    merged = {**(base or {}), **members, **(extra or {})}
    return EncodedObject.of(merged) if is_json(shape.media_type) else to_plain(merged)


def read_object(value: Any) -> Any:
    """Return the members of an object, of a model as they were received: a date is still the original string.

    Args:
        value: A mapping, a model, or another object for which `is_object` is true; any other value is converted too.
    """
    if hasattr(type(value), "_adopt"):
        return value._data
    return value if isinstance(value, Mapping) else to_plain(value)


def encode_body(body: Any, media_type: str) -> bytes:
    """Return a plain JSON value, encoded for its media type: JSON, a URL-encoded form, or text.

    Args:
        body: The plain JSON value; a dict for a form, a string for text.
        media_type: The media type, without parameters.

    Raises:
        TypeError: The media type is a different one, or the body does not match it.
    """
    if is_json(media_type):
        return encode(body)
    if media_type == FORM and isinstance(body, dict):
        return urlencode(build_pairs(body)).encode()
    if isinstance(body, str):
        return body.encode()
    raise TypeError(f"a body of media type {media_type} must be bytes, got {type(body).__name__}")


def _join(value: Any) -> str:
    return ",".join(_to_texts(value))


def _to_texts(value: Any) -> list[str]:
    """Return the text of each item of a list, or of a single value; None and UNSET are omitted."""
    is_list = isinstance(value, list | tuple)  # not a set: its order differs from process to process
    return [_to_text(item) for item in (value if is_list else (value,)) if item is not None and item is not UNSET]


def _to_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return str(value)
    plain = to_plain(value)
    if isinstance(plain, dict | list):
        return encode(plain).decode()
    return plain if isinstance(plain, str) else str(plain)
