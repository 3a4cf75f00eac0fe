"""Redaction of bodies, before they are logged or stored."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from .._options.secret_names import is_credential, is_secret_value
from .redaction import redact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

HIDDEN: Final = "***"
"""What replaces a secret."""

_LONG_BASE64: Final = re.compile(rb"([A-Za-z0-9+/_-]{40})([A-Za-z0-9+/_-]{360,}={0,2})")
# In JSON inside a string, such as the arguments of a tool call, quotes follow 1, 3 or 7 backslashes, by its depth.
_NAME: Final = re.compile(rb'(?<!\\)(\\{0,7})"([\w-]{1,60})\1"\s*:\s*')
_NUMBER: Final = re.compile(rb"-?\d[\d.eE+-]*")
# Keys that are recognized by their form: of OpenRouter, OpenAI and similar services, after "Bearer", JSON web tokens.
_OTHER_KEY: Final = re.compile(
    rb"\b(sk-)[A-Za-z0-9_-]{12,}|(\bBearer )[A-Za-z0-9._~+/-]{12,}=*|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"
)


def redact_body(body: bytes, secrets: Collection[str]) -> bytes:
    """Return a body without secrets, and with long base64 data shortened. JSON remains valid JSON.

    Replaced are the secrets, everything that looks like an API key (see `hide_keys`), and the texts, numbers and lists
    of JSON members whose names are those of credentials, such as `"token"`, also in JSON inside a string.

    Args:
        body: A request or response body, or a part of one.
        secrets: Texts that the body may contain, such as those of `Request.reveal_secrets()`.
    """
    body = mask_members(hide_keys(redact(body, secrets), shows_form=True))
    return _LONG_BASE64.sub(lambda match: b"%s... (%d characters)" % (match[1], len(match[0])), body)


def hide_keys(body: bytes, *, shows_form: bool = False) -> bytes:
    """Return a body without what has the form of a key: `sk-...`, a JSON web token, or a token after "Bearer".

    Args:
        body: The body.
        shows_form: True to keep the beginning `sk-`.
    """
    return _OTHER_KEY.sub(lambda match: (match[2] or (shows_form and match[1]) or b"") + HIDDEN.encode(), body)


def redact_json(value: Any, hide_text: Callable[[str], str], name: str = "") -> Any:
    """Return a JSON value without secrets, of the same shape, so that a client can still use it.

    Args:
        value: The value.
        hide_text: Returns a text without secrets.
        name: The name of the member that has the value; see `is_secret_value`.
    """
    if isinstance(value, dict):
        return {hide_text(key): redact_json(each, hide_text, key) for key, each in value.items()}
    if isinstance(value, list):
        return [redact_json(each, hide_text, name) for each in value]
    if is_secret_value(name, value):
        return HIDDEN
    return hide_text(value) if isinstance(value, str) else value


def find_secret_values(value: Any, name: str = "") -> set[str]:
    """Return the texts in a JSON value that `redact_json` replaces because of the names of their members."""
    if isinstance(value, dict):
        return {text for key, each in value.items() for text in find_secret_values(each, key)}
    if isinstance(value, list):
        return {text for each in value for text in find_secret_values(each, name)}
    return {value} if isinstance(value, str) and is_secret_value(name, value) else set()


def mask_members(body: bytes, *, certain: bool = False) -> bytes:
    """Return a body with the texts, numbers and lists of members that contain credentials replaced.

    Args:
        body: JSON, or any text with JSON in it.
        certain: True to keep the values of ambiguous names; see `is_secret_value`.
    """
    parts: list[bytes] = []
    copied = place = 0
    while match := _NAME.search(body, place):
        place = match.end()
        name = match[2].decode("utf-8", "replace")
        if is_credential(name):
            end = _find_end(body, place, match[1])
            if end > place and (not certain or _contains_secret(name, body[place:end], match[1])):
                parts += [body[copied:place], b'%b"***%b"' % (match[1], match[1])]
                copied = place = end
    return b"".join((*parts, body[copied:]))


def _contains_secret(name: str, value: bytes, escape: bytes) -> bool:
    """Return True if the value of a member, as it is written, is or contains a secret."""
    texts = value.strip(b"[]").split(b",") if value[:1] == b"[" else [value]
    return any(is_secret_value(name, text.strip().strip(escape + b'"').decode("utf-8", "replace")) for text in texts)


def _find_end(body: bytes, start: int, escape: bytes) -> int:
    """Return where the text, number or list ends that begins at `start`; `start` if there is none, or an empty one."""
    string = _compile_string(escape)
    if body[start : start + 1] != b"[":
        match = string.match(body, start) or _NUMBER.match(body, start)
        return start if match is None or match[0] == escape + b'"' + escape + b'"' else match.end()
    depth, place = 0, start
    # Brackets inside strings do not count. A list that is cut off extends to the end of the body.
    tokens = re.compile(string.pattern + rb"|[][]")
    while token := tokens.search(body, place):
        place = token.end()
        depth += {b"[": 1, b"]": -1}.get(token[0], 0)
        if depth == 0:
            return place
    return len(body)


@lru_cache(maxsize=8)
def _compile_string(escape: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a JSON string whose quotes follow these backslashes; its end may be cut off."""
    e = re.escape(escape)
    # An escaped quote or backslash is two characters, each after these backslashes. Possessive, so that no body takes
    # more than linear time.
    inner = rb'(?:[^"\\]|%b\\%b["\\]|\\{1,7}(?!["\\]))*+' % (e, e)
    return re.compile(rb'%b"%b(?:%b")?' % (e, inner, e))
