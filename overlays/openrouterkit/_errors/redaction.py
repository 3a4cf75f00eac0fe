"""Taking secrets out of what a service sent back, before it is kept in an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST: Final = 6
"""Characters a secret has at least: a shorter one protects nothing, and would take words out of every message."""


def redact(data: bytes, secrets: Iterable[str]) -> bytes:
    """The bytes with an asterisk for every byte of a secret, so that they stay what they are: JSON, a charset, as long.

    A secret is found in UTF-8, UTF-16 and UTF-32, and where it is escaped: for JSON, once or several times, for URLs
    and for HTML.
    """
    for secret in secrets:
        if len(secret) >= SHORTEST:
            data = re.sub(_spellings(secret), _asterisks, data, flags=re.IGNORECASE)
    return data


def redact_text(text: str, secrets: Iterable[str]) -> str:
    """The text with an asterisk for every character of a secret. See `redact`."""
    return redact(text.encode("utf-8", "surrogatepass"), secrets).decode("utf-8", "surrogatepass")


def _spellings(secret: str) -> bytes:
    # The zeros stand between the characters in UTF-16 and UTF-32.
    return rb"\x00{0,3}".join(map(_spellings_of_one, secret))


def _spellings_of_one(character: str) -> bytes:
    code = ord(character)
    itself = re.escape(character)
    # Alternatives that begin with one byte each: so `re` knows from the first byte where nothing can begin.
    return rf"(?:{itself}|\\+(?:{itself}|u{code:04x})|%{code:02x}|&#(?:0*{code}|x0*{code:x});)".encode()


def _asterisks(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"[^\x00]", b"*", found[0])
