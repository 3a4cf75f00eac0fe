"""Which headers, query parameters and JSON members contain secrets, by name, and which texts in them are secret."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_CREDENTIAL_WORD: Final = re.compile(
    "x?(?:api|access|app|auth|bearer|client|id|private|refresh|secret|security|session|user)?"
    "(?:key|token|secret|auth|authorization|authentication|bearer|cookie|password|passwd|passphrase|signature|"
    "credentials?|jwt)"
)
# Words that name a credential only at the end: X-Session is one, X-Session-Affinity and X-Pass-Through are none.
_LAST_WORDS: Final = frozenset({"pass", "pwd", "session", "sig", "sign"})
# Names, with hyphens between their words, that have no other meaning than that of a credential.
_CERTAIN: Final = re.compile(
    "(?:.*-)?(?:password|passwd|passphrase|pwd|secret|jwt|authorization|credentials?)"
    "|(?:.*-)?(?:api|access|app|auth|bearer|client|device|id|private|refresh|secret|security|session|user)-?"
    "(?:key|token|secret|auth)"
)
# A secret in a member with an ambiguous name; shorter values, and those with blanks, are ordinary words.
_TOKEN: Final = re.compile(r"(?!https?://)\S{16,}")
_BETWEEN_WORDS: Final = re.compile("[-_]|(?<=[a-z0-9])(?=[A-Z])")
_OTHER_KEYS: Final = frozenset({"idempotency-key", "x-idempotency-key", "sec-websocket-key"})
# Headers that contain nothing but a credential; other names only look like one.
_STANDARD: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key"})
# The first word of an Authorization header.
_SCHEMES: Final = frozenset({"apikey", "basic", "bearer", "digest", "dpop", "key", "negotiate", "token"})
_ORDINARY_WORD: Final = re.compile("[a-z]{1,11}|[A-Z]{1,11}|[A-Z][a-z]{1,10}")


def is_secret_name(name: str, declared: Collection[str] = ()) -> bool:
    """Return True if a header, a query parameter or a member contains a secret.

    Args:
        name: The name, in any case.
        declared: The names that the service declares to be secret, in lower case; others are judged by `is_credential`.
    """
    return name.lower() in declared or is_credential(name)


def is_secret_value(name: str, value: object) -> bool:
    """Return True if the value of a JSON member is a secret, for data that is still used when secrets are removed.

    Names such as `access_token` and `client_secret` leave no doubt, so every text and number is one. Names such as
    `key`, `token` and `session` also have other meanings: there, only long texts without blanks are secret.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        return False
    if not is_credential(name):
        return False
    if _CERTAIN.fullmatch("-".join(_split_words(name))):
        return True
    return isinstance(value, str) and _TOKEN.fullmatch(value) is not None


def _split_words(name: str) -> list[str]:
    return [word.lower() for word in _BETWEEN_WORDS.split(name)]


@lru_cache(maxsize=1024)
def is_credential(name: str) -> bool:
    """Return True if a header, or a query parameter, contains a credential, judging by its name.

    It does if one of the words of the name, separated by hyphens, underscores or capitals as in `xAccessToken`, is key,
    token, secret, auth, authorization, authentication, bearer, cookie, password, passwd, passphrase, signature,
    credential or jwt, in any case, also with a prefix as in `apikey`; or if the last word is pass, pwd, session, sig or
    sign. `Idempotency-Key` and `Sec-WebSocket-Key` are no credentials.
    """
    words = _split_words(name)
    if name.lower() in _OTHER_KEYS or "-".join(words) in _OTHER_KEYS:
        return False
    return words[-1] in _LAST_WORDS or any(map(_CREDENTIAL_WORD.fullmatch, words))


def split_secrets(name: str, value: str, *, declared: bool = False) -> Iterator[str]:
    """Yield the texts in the value of a credential header that are secret.

    These are the words of the value except the scheme, such as "Bearer"; the password of Basic authentication; and the
    values of cookies. If the name only looks like that of a credential, ordinary words are not secret, because the
    header may contain a setting.

    Args:
        name: The name of the header, or of the query parameter.
        value: Its value.
        declared: True if the service declares that it is secret, so that ordinary words are, too.
    """
    if "cookie" in name.lower():
        words = [pair.partition("=")[2].strip(' "') or pair.strip() for pair in value.split(";")]
    else:
        words = value.split()
        if len(words) > 1 and words[0].lower() in _SCHEMES:
            if words[0].lower() == "basic":
                yield from _find_password(words[1])
            del words[0]
    standard = declared or name.lower() in _STANDARD
    for word in words:
        if standard or not _ORDINARY_WORD.fullmatch(word):
            yield word


def _find_password(encoded: str) -> Iterator[str]:
    """Yield the password in the value of Basic authentication, if it is valid."""
    try:
        yield b64decode(encoded).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return
