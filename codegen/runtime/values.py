"""Parameters on their way to the wire: path, query, headers, body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from .answers import is_json
from .plain import plain
from .text import encode_json
from .unset import UNSET
from .uploads import File, form_of
from .written import WrittenObject

if TYPE_CHECKING:
    from .endpoint import Body


_SEPARATORS = {"comma": ",", "space": " ", "pipe": "|"}
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


def is_text(media_type: str) -> bool:
    """Whether a body of this media type is written from plain values: JSON, a form, or text."""
    return is_json(media_type) or media_type == FORM or media_type.startswith("text/") or media_type.endswith("xml")


def filled_path(template: str, names: Mapping[str, str], params: Mapping[str, Any]) -> str:
    """The path with its parameters in place, each percent-encoded as one segment.

    Raises:
        ValueError: a parameter that is None, empty, `.` or `..`, and so would lead to another path.
    """
    path = template
    for keyword, name in names.items():
        given = params[keyword]
        value = "" if given is None else _joined(given)
        if value in ("", ".", ".."):
            raise ValueError(
                f"{keyword}={given!r} cannot stand in the path {template}: give the value that belongs there"
            )
        path = path.replace("{" + name + "}", quote(value, safe=""))
    return path


def query_pairs(
    names: Mapping[str, str], params: Mapping[str, Any], styles: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """The query as (name, value) pairs; a list gives one pair an item, None and UNSET none, in a list neither.

    `styles` are those of `Endpoint.query_styles`.
    """
    given = {names[keyword]: value for keyword, value in params.items() if keyword in names}
    given.update(params.get("extra_query") or {})
    if not styles:
        return tuple((name, text) for name, value in given.items() for text in _texts(value))
    return tuple(pair for name, value in given.items() for pair in _styled(name, value, styles.get(name)))


def _styled(name: str, value: Any, style: str | None) -> list[tuple[str, str]]:
    shown = plain(value) if style is not None and value is not None and value is not UNSET else value
    if isinstance(shown, dict) and style in ("deep", "members"):
        pairs = [(f"{name}[{key}]" if style == "deep" else key, item) for key, item in shown.items()]
        return [pair for inner, item in pairs for pair in _styled(inner, item, style if style == "deep" else None)]
    if style in _SEPARATORS and isinstance(shown, dict):
        shown = [part for key, item in shown.items() for part in (key, item)]
    if style in _SEPARATORS:
        texts = _texts(shown)
        return [(name, _SEPARATORS[style].join(texts))] if texts else []
    return [(name, text) for text in _texts(value)]


def header_values(names: Mapping[str, str], params: Mapping[str, Any]) -> dict[str, str | None]:
    """The headers by name; a list gives one value with commas, UNSET leaves one out, None that every call has too."""
    given = {names[keyword]: value for keyword, value in params.items() if keyword in names and value is not None}
    given = merged_headers(given, params.get("extra_headers") or {})
    return {name: None if value is None else _joined(value) for name, value in given.items() if value is not UNSET}


def merged_headers(headers: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Headers with others over them; names are the same in whatever case they are written."""
    over = {name.lower() for name in more}
    return {**{name: value for name, value in headers.items() if name.lower() not in over}, **more}


def merged_body(shape: Body | None, whole: Any, params: Mapping[str, Any]) -> Any:
    """The body: the whole, the members given as keywords over it, `extra_body` last.

    A JSON object is written at once, other values are plain. A multipart body is a `Form`; one that is neither JSON nor
    a form nor text is bytes, or a `File`.

    Raises:
        TypeError: members given where the whole is not an object, or a value that JSON has no form for.
    """
    extra = params.get("extra_body")
    if shape is None:
        return plain(extra)
    if shape.media_type == MULTIPART:
        return form_of(shape, whole, params)
    if isinstance(whole, bytes):
        return whole
    if not is_text(shape.media_type) and whole is not None and not isinstance(whole, str | dict):
        return File.of(whole)
    members = {shape.members[keyword]: value for keyword, value in params.items() if keyword in shape.members}
    base = getattr(whole, "_data", whole)
    if base is not None and not isinstance(base, Mapping):
        base = plain(base)
    if base is not None and not isinstance(base, Mapping):
        if members or extra:
            raise TypeError(f"members cannot be merged into a body that is {type(base).__name__}, not an object")
        return base
    if base is None and not shape.members and not extra:
        return None
    merged = {**(base or {}), **members, **(extra or {})}
    return WrittenObject.of(merged) if is_json(shape.media_type) else plain(merged)


def encoded(body: Any, media_type: str) -> bytes:
    """A plain JSON value as its media type writes it: JSON, a form, or text.

    Raises:
        TypeError: the media type is none of these, and wants bytes.
    """
    if is_json(media_type):
        return encode_json(body)
    if media_type == FORM and isinstance(body, dict):
        return urlencode(query_pairs({}, {"extra_query": body})).encode()
    if isinstance(body, str):
        return body.encode()
    raise TypeError(f"a body of {media_type} is given as bytes, not as {type(body).__name__}")


def _joined(value: Any) -> str:
    return ",".join(_texts(value))


def _texts(value: Any) -> list[str]:
    several = isinstance(value, list | tuple | set | frozenset)
    return [_text(item) for item in (value if several else (value,)) if item is not None and item is not UNSET]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return str(value)
    shown = plain(value)
    if isinstance(shown, dict | list):
        return encode_json(shown).decode()
    return shown if isinstance(shown, str) else str(shown)
