"""Writing parameters into the path, the query, the headers and the body of a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from .encoded import EncodedObject
from .files import File, build_form
from .json import encode
from .plain import to_plain
from .responses import is_json
from .unset import UNSET

if TYPE_CHECKING:
    from .endpoint import Body


_SEPARATORS = {"comma": ",", "space": " ", "pipe": "|"}
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


def is_text(media_type: str) -> bool:
    """Whether a body of this media type is encoded from plain values: JSON, a form, or text."""
    return is_json(media_type) or media_type == FORM or media_type.startswith("text/") or media_type.endswith("xml")


def fill_path(template: str, names: Mapping[str, str], params: Mapping[str, Any]) -> str:
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
                f"{keyword}={given!r} is not valid in the path {template}: give a value other than '', '.' and '..'"
            )
        path = path.replace("{" + name + "}", quote(value, safe=""))
    return path


def build_query(
    names: Mapping[str, str], params: Mapping[str, Any], styles: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """The query as (name, value) pairs; a list gives one pair per item; None and UNSET, in a list too, give none.

    `styles` are those of `Endpoint.query_styles`.
    """
    given = {names[keyword]: value for keyword, value in params.items() if keyword in names}
    given.update(params.get("extra_query") or {})
    if not styles:
        return tuple((name, text) for name, value in given.items() for text in _texts(value))
    return tuple(pair for name, value in given.items() for pair in _styled(name, value, styles.get(name)))


def _styled(name: str, value: Any, style: str | None) -> list[tuple[str, str]]:
    shown = to_plain(value) if style is not None and value is not None and value is not UNSET else value
    if isinstance(shown, dict) and style in ("deep", "members"):
        pairs = [(f"{name}[{key}]" if style == "deep" else key, item) for key, item in shown.items()]
        return [pair for inner, item in pairs for pair in _styled(inner, item, style if style == "deep" else None)]
    if style in _SEPARATORS and isinstance(shown, dict):
        shown = [part for key, item in shown.items() for part in (key, item)]
    if style in _SEPARATORS:
        texts = _texts(shown)
        return [(name, _SEPARATORS[style].join(texts))] if texts else []
    return [(name, text) for text in _texts(value)]


def build_headers(names: Mapping[str, str], params: Mapping[str, Any]) -> dict[str, str | None]:
    """The headers by name. A list becomes one value with commas, UNSET leaves a header out, None removes one."""
    given = {names[keyword]: value for keyword, value in params.items() if keyword in names and value is not None}
    given = merge_headers(given, params.get("extra_headers") or {})
    return {name: None if value is None else _joined(value) for name, value in given.items() if value is not UNSET}


def merge_headers(headers: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Headers, replaced by others of the same name; the case of a name does not matter."""
    over = {name.lower() for name in more}
    return {**{name: value for name, value in headers.items() if name.lower() not in over}, **more}


def build_body(shape: Body | None, whole: Any, params: Mapping[str, Any]) -> Any:
    """The body: the whole, with the members given as keywords and then `extra_body` merged over it.

    A JSON object is encoded at once, other values become plain ones. A multipart body is a `Form`; one that is neither
    JSON nor a form nor text is bytes, or a `File`.

    Raises:
        TypeError: members given where the whole is not an object, or a value that JSON cannot represent.
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
    extra = getattr(extra, "_data", extra)  # without decoding: the text of a date stays as it is
    base = getattr(whole, "_data", whole)
    if base is not None and not isinstance(base, Mapping):
        base = to_plain(base)
    if base is not None and not isinstance(base, Mapping):
        if members or extra:
            raise TypeError(f"members cannot be merged into a body that is {type(base).__name__}, not an object")
        return base
    if base is None and not shape.members and not extra:
        return None
    merged = {**(base or {}), **members, **(extra or {})}
    return EncodedObject.of(merged) if is_json(shape.media_type) else to_plain(merged)


def encode_body(body: Any, media_type: str) -> bytes:
    """A plain JSON value, encoded for its media type: JSON, a form, or text.

    Raises:
        TypeError: the media type is none of these and needs bytes.
    """
    if is_json(media_type):
        return encode(body)
    if media_type == FORM and isinstance(body, dict):
        return urlencode(build_query({}, {"extra_query": body})).encode()
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
    shown = to_plain(value)
    if isinstance(shown, dict | list):
        return encode(shown).decode()
    return shown if isinstance(shown, str) else str(shown)
