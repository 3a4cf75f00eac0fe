"""Redaction of secrets in received data, before it is kept in an error."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MIN_LENGTH: Final = 6
"""Minimum length of a secret that is redacted; shorter ones would mask ordinary words of messages."""


def redact(data: bytes, secrets: Iterable[str]) -> bytes:
    """Return the data with every byte of a secret replaced by an asterisk.

    Secrets are found in UTF-8, UTF-16 and UTF-32, and in escaped form: JSON (escaped repeatedly, too), URL or HTML.
    Redacted JSON remains valid JSON in the same charset. The length is unchanged.
    """
    for secret in secrets:
        if len(secret) >= MIN_LENGTH:
            data = re.sub(_build_pattern(secret), _mask, data, flags=re.IGNORECASE)
    return data


def redact_text(text: str, secrets: Iterable[str]) -> str:
    """Return the text with every character of a secret replaced by an asterisk. See `redact`."""
    return redact(text.encode("utf-8", "surrogatepass"), secrets).decode("utf-8", "surrogatepass")


def redact_exception(error: BaseException, secrets: Collection[str]) -> None:
    """Redact the arguments and attributes of an exception, of its causes and of the exceptions in its arguments.

    Libraries put data that they received into their exceptions, such as an invalid status line.
    """
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        link = pending.pop()
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        pending += [link.__cause__, link.__context__, *(part for part in link.args if isinstance(part, BaseException))]
        link.args = tuple(_redact_value(part, secrets) for part in link.args)
        for name in (*vars(link), "strerror", "filename", "object", "reason"):  # of OSError and UnicodeError
            value = getattr(link, name, None)
            if isinstance(value, str | bytes | bytearray):
                redacted = _redact_value(value, secrets)
                if redacted != value:
                    with suppress(AttributeError):  # an attribute without a setter is computed from others
                        setattr(link, name, redacted)


def _redact_value(value: Any, secrets: Iterable[str]) -> Any:
    if isinstance(value, str):
        return redact_text(value, secrets)
    if isinstance(value, bytes | bytearray):
        return redact(bytes(value), secrets)
    return value


def _build_pattern(secret: str) -> bytes:
    """Return a pattern that matches a secret in every supported encoding."""
    # UTF-16 and UTF-32 have zero bytes between ASCII characters.
    return rb"\x00{0,3}".join(map(_build_character_pattern, secret))


def _build_character_pattern(character: str) -> bytes:
    code = ord(character)
    escaped = re.escape(character)
    # Each alternative begins with a fixed byte, so that `re` can reject most positions by their first byte.
    return rf"(?:{escaped}|\\+(?:{escaped}|u{code:04x})|%{code:02x}|&#(?:0*{code}|x0*{code:x});)".encode()


def _mask(match: re.Match[bytes]) -> bytes:
    return re.sub(rb"[^\x00]", b"*", match[0])
