"""Extraction of error messages from nested JSON, JSON inside strings, HTML and plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MESSAGE_LIMIT: Final = 1000
"""Maximum length of an error message, in characters."""

# JSON members that may contain the message, the most specific first.
_FIELDS: Final = ("message", "detail", "error", "msg", "error_description", "errors", "title", "reason", "description")

# Control characters, which a terminal would interpret, and lone surrogates, which cannot be printed.
_UNPRINTABLE: Final = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff]")


def find_message(error: Any, metadata: Mapping[str, Any]) -> str:
    """Return the message of an error, including the message of its provider; "" if it has none.

    Args:
        error: Decoded JSON, or text.
        metadata: `metadata` of the error object; its member `raw` is the error of the provider.
    """
    message = _find_text(error, 6) or ""
    provider_message = _find_text(metadata.get("raw"), 6)
    if not provider_message or provider_message in message:
        return truncate(message)
    # The message of the service for a failed provider is mostly this generic sentence.
    if not message or message.lower().startswith("provider returned error"):
        return truncate(provider_message)
    return truncate(f"{message}: {provider_message}")


def _find_text(value: Any, depth: int) -> str | None:
    """Return the message in a JSON value, searched at most `depth` levels deep; None if it has none."""
    if depth == 0:
        return None
    if isinstance(value, str):
        return _parse_text(value, depth)
    if isinstance(value, list):
        texts = [text for item in value[:3] if (text := _find_text(item, depth - 1))]
        return "; ".join(texts) or None
    if not isinstance(value, dict):
        return None
    message = next((text for name in _FIELDS if (text := _find_text(value.get(name), depth - 1))), None)
    location = value.get("loc")
    if message is not None and isinstance(location, list):
        return f"{'.'.join(str(step) for step in location[:10] if isinstance(step, str | int))}: {message}"
    return message


def _parse_text(text: str, depth: int) -> str | None:
    """Return the message in a text that may be JSON, HTML or plain; None if it has none."""
    text = text.strip()
    if text[:1] in ("{", "[", '"'):
        inner = decode_body(text)
        if inner is not None:
            return _find_text(inner, depth - 1)
    if text[:1] == "<":
        text = _strip_html(text)
    return truncate(text) or None


def _strip_html(text: str) -> str:
    """Return the title of an HTML page, or else its text without tags."""
    beginning = text[: 16 * MESSAGE_LIMIT]
    # These expressions need linear time, even for unclosed tags.
    title = re.search(r"<title[^<>]*>([^<]*)", beginning, re.IGNORECASE)
    if title is not None and title[1].strip():
        return title[1].strip()
    return re.sub(r"<[^<>]*>", " ", re.sub(r"(?is)<(script|style).*?(?:</\1>|\Z)", " ", beginning)).strip()


def truncate(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """Return a text as one printable line of at most `limit` characters, with runs of white space collapsed."""
    line = _UNPRINTABLE.sub("\ufffd", " ".join(text[: 4 * limit].split()))
    return line if len(line) <= limit and len(text) <= 4 * limit else line[: limit - 1] + "…"


def decode_body(text: bytes | str) -> Any:
    """Return the JSON value of a text; None if it is not JSON."""
    from openrouterkit_api import DecodeError
    from openrouterkit_runtime.json import decode as decode_json

    try:
        return decode_json(text)
    except DecodeError:
        # Strings in another charset do not make the JSON invalid.
        return decode_body(text.decode("utf-8", "replace")) if isinstance(text, bytes) else None
