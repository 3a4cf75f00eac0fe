"""Redaction of secrets in received data, before it is kept in an error."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MIN_LENGTH: Final = 6
"""Minimum length of a secret that is redacted; shorter ones would mask ordinary words of messages."""

_IN_HTML: Final = {"&": b"&amp;", "<": b"&lt;", ">": b"&gt;", '"': b"&quot;", "'": b"&apos;"}


def redact(data: bytes, secrets: Iterable[str], mask: bytes | None = None) -> bytes:
    """Return the data with every byte of a secret replaced by an asterisk.

    Secrets are found in UTF-8, UTF-16 and UTF-32, and in escaped form: JSON (escaped repeatedly, too), URL, form or
    HTML. Redacted JSON remains valid JSON in the same charset.

    Args:
        data: The data.
        secrets: The secrets; those shorter than `MIN_LENGTH` are not redacted.
        mask: Replaces a whole secret, except in UTF-16 and UTF-32. With None, the length of the data is unchanged.
    """
    for secret in secrets:
        if len(secret) >= MIN_LENGTH:
            data = _redact_one(data, _build_pattern(secret), mask)
    return data


def _redact_one(data: bytes, pattern: bytes, mask: bytes | None) -> bytes:
    if b"\0" not in data:
        replacement = _mask if mask is None else mask.replace(b"\\", rb"\\")
        return re.sub(pattern, replacement, data, flags=re.IGNORECASE)
    # UTF-16 and UTF-32 have zero bytes between ASCII characters, also between those of an escape sequence.
    matches = list(re.finditer(pattern, data.replace(b"\0", b""), re.IGNORECASE))
    if not matches:
        return data
    places = [place for place, byte in enumerate(data) if byte]
    redacted = bytearray(data)
    for match in matches:
        for place in places[match.start() : match.end()]:
            redacted[place] = ord("*")
    return bytes(redacted)


def redact_text(text: str, secrets: Iterable[str], mask: bytes | None = None) -> str:
    """Return the text with every character of a secret replaced by an asterisk. See `redact`."""
    return redact(text.encode("utf-8", "surrogatepass"), secrets, mask).decode("utf-8", "surrogatepass")


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
    """Return a pattern that matches a secret in every supported encoding, without zero bytes."""
    return b"".join(map(_build_character_pattern, secret))


@lru_cache(maxsize=512)  # of single characters, so that it does not keep a secret
def _build_character_pattern(character: str) -> bytes:
    code = ord(character)
    encoded = character.encode("utf-8", "surrogatepass")
    itself = re.escape(encoded)
    units = character.encode("utf-16-be", "surrogatepass").hex()  # JSON escapes the two halves of a surrogate pair
    in_json = rb"\\+".join(f"u{units[place : place + 4]}".encode() for place in range(0, len(units), 4))
    in_url = "".join(f"%{byte:02x}" for byte in encoded).encode()
    # Each alternative begins with a fixed byte, so that `re` can reject most positions by their first byte.
    alternatives = [itself, rb"\\+(?:%b|%b)" % (itself, in_json), in_url, f"&#(?:0*{code}|x0*{code:x});".encode()]
    if character in _IN_HTML:
        alternatives.append(_IN_HTML[character])
    if character == " ":
        alternatives.append(rb"\+")  # in an encoded form
    if code > 127:
        alternatives += [re.escape(other) for other in _encode_otherwise(character)]
        if code < 256:
            alternatives.append(f"%{code:02x}".encode())
    return b"(?:%b)" % b"|".join(alternatives)


def _encode_otherwise(character: str) -> set[bytes]:
    """Return the bytes of a character beyond ASCII in other charsets, without zeros."""
    charsets = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    found = {character.encode(charset, "surrogatepass").replace(b"\0", b"") for charset in charsets}
    return found if ord(character) > 255 else {*found, character.encode("latin-1")}


def _mask(match: re.Match[bytes]) -> bytes:
    return b"*" * len(match[0])
