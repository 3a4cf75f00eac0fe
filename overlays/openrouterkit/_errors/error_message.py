"""What went wrong in words, out of whatever a service sends: nested JSON, JSON inside a string, HTML, plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MESSAGE_LIMIT: Final = 1000
"""Characters of a message that are kept."""

# Where a text that says what happened may stand, the most telling first.
_SAYING: Final = ("message", "detail", "error", "msg", "error_description", "errors", "title", "reason", "description")

# What would steer a terminal that an error is printed on, and halves of characters, which cannot be printed at all.
_UNPRINTABLE: Final = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff]")


def find_message(error: Any, metadata: Mapping[str, Any]) -> str:
    """What an error says in words, with the reason its provider gave; "" where it says nothing."""
    stated = _saying(error, 6) or ""
    provider_reason = _saying(metadata.get("raw"), 6)
    if not provider_reason or provider_reason in stated:
        return truncate(stated)
    # What the service says over a provider's failure is mostly the same empty sentence.
    if not stated or stated.lower().startswith("provider returned error"):
        return truncate(provider_reason)
    return truncate(f"{stated}: {provider_reason}")


def _saying(value: Any, depth: int) -> str | None:
    if depth == 0:
        return None
    if isinstance(value, str):
        return _saying_of_text(value, depth)
    if isinstance(value, list):
        said = [text for item in value[:3] if (text := _saying(item, depth - 1))]
        return "; ".join(said) or None
    if not isinstance(value, dict):
        return None
    said_here = next((text for name in _SAYING if (text := _saying(value.get(name), depth - 1))), None)
    where = value.get("loc")
    if said_here is not None and isinstance(where, list):
        return f"{'.'.join(str(step) for step in where[:10] if isinstance(step, str | int))}: {said_here}"
    return said_here


def _saying_of_text(text: str, depth: int) -> str | None:
    text = text.strip()
    if text[:1] in ("{", "[", '"'):
        inner = decode_body(text)
        if inner is not None:
            return _saying(inner, depth - 1)
    if text[:1] == "<":
        text = _text_of_html(text)
    return truncate(text) or None


def _text_of_html(text: str) -> str:
    beginning = text[: 16 * MESSAGE_LIMIT]
    # None of the expressions looks at a character more often than a few times, where tags do not end either.
    title = re.search(r"<title[^<>]*>([^<]*)", beginning, re.IGNORECASE)
    if title is not None and title[1].strip():
        return title[1].strip()
    return re.sub(r"<[^<>]*>", " ", re.sub(r"(?is)<(script|style).*?(?:</\1>|\Z)", " ", beginning)).strip()


def truncate(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """The text in one line that can be printed, its white space narrowed, cut off after `limit` characters."""
    line = _UNPRINTABLE.sub("\ufffd", " ".join(text[: 4 * limit].split()))
    return line if len(line) <= limit and len(text) <= 4 * limit else line[: limit - 1] + "…"


def decode_body(text: bytes | str) -> Any:
    """The JSON value of a text, None where it is not JSON."""
    from openrouterkit_api import DecodeError
    from openrouterkit_runtime.json import decode as decode_json

    try:
        return decode_json(text)
    except DecodeError:
        # Bytes of another charset inside its texts leave JSON what it is.
        return decode_body(text.decode("utf-8", "replace")) if isinstance(text, bytes) else None
