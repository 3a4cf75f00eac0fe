"""Redaction of bodies, before they are logged or stored."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .._options.secret import is_credential
from .redaction import redact

if TYPE_CHECKING:
    from collections.abc import Collection

_LONG_BASE64: Final = re.compile(rb"([A-Za-z0-9+/_-]{40})([A-Za-z0-9+/_-]{360,}={0,2})")
# In JSON inside a string, such as the arguments of a tool call, quotes follow 1, 3 or 7 backslashes, by its depth.
_NAME: Final = re.compile(rb'(?<!\\)(\\{0,7})"([\w-]{1,60})\1"\s*:\s*')
_NUMBER: Final = re.compile(rb"-?\d[\d.eE+-]*")
_OTHER_KEY: Final = re.compile(rb"\bsk-[A-Za-z0-9_-]{16,}")


def redact_body(body: bytes, secrets: Collection[str]) -> bytes:
    """Return a body without secrets, and with long base64 data shortened. JSON remains valid JSON.

    Replaced are the secrets, everything that looks like an API key (`sk-...`), and the texts, numbers and lists of JSON
    members whose names are those of credentials, such as `"token"`, also in JSON inside a string.

    Args:
        body: A request or response body, or a part of one.
        secrets: Texts that the body may contain, such as those of `Request.reveal_secrets()`.
    """
    body = _OTHER_KEY.sub(b"sk-***", redact(body, secrets))
    body = _mask_members(body)
    return _LONG_BASE64.sub(lambda match: b"%s... (%d characters)" % (match[1], len(match[0])), body)


def _mask_members(body: bytes) -> bytes:
    """Return a body with the texts, numbers and lists of members that contain credentials replaced."""
    parts: list[bytes] = []
    copied = place = 0
    while match := _NAME.search(body, place):
        place = match.end()
        if is_credential(match[2].decode("utf-8", "replace")):
            end = _find_end(body, place, match[1])
            if end > place:
                parts += [body[copied:place], b'%b"***%b"' % (match[1], match[1])]
                copied = place = end
    return b"".join((*parts, body[copied:]))


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
