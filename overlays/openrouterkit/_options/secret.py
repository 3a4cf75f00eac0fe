"""API keys and credential headers, hidden from reprs, logs and tracebacks, and the texts in them that are secret."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, SupportsIndex
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_CREDENTIAL_WORD: Final = re.compile(
    "x?(?:api|access|app|auth|bearer|client|id|private|refresh|secret|security|session|user)?"
    "(?:key|token|secret|auth|authorization|authentication|bearer|cookie|password|passwd|passphrase|signature|"
    "credentials?|jwt)"
)
# Words that name a credential only at the end: X-Session is one, X-Session-Affinity and X-Pass-Through are none.
_LAST_WORDS: Final = frozenset({"pass", "pwd", "session", "sig", "sign"})
_BETWEEN_WORDS: Final = re.compile("[-_]|(?<=[a-z0-9])(?=[A-Z])")
_OTHER_KEYS: Final = frozenset({"idempotency-key", "x-idempotency-key", "sec-websocket-key"})
# Headers that contain nothing but a credential; other names only look like one.
_STANDARD: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key"})
# The first word of an Authorization header.
_SCHEMES: Final = frozenset({"apikey", "basic", "bearer", "digest", "dpop", "key", "negotiate", "token"})
_ORDINARY_WORD: Final = re.compile("[a-z]{1,11}|[A-Z]{1,11}|[A-Z][a-z]{1,10}")


@lru_cache(maxsize=1024)
def is_credential(name: str) -> bool:
    """Return True if a header, or a query parameter, contains a credential, judging by its name.

    It does if one of the words of the name, separated by hyphens, underscores or capitals as in `xAccessToken`, is key,
    token, secret, auth, authorization, authentication, bearer, cookie, password, passwd, passphrase, signature,
    credential or jwt, in any case, also with a prefix as in `apikey`; or if the last word is pass, pwd, session, sig or
    sign. `Idempotency-Key` and `Sec-WebSocket-Key` are no credentials.
    """
    words = [word.lower() for word in _BETWEEN_WORDS.split(name)]
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


class Secret:
    """An API key that is hidden from `repr`, `vars`, logs and pickles; `reveal()` returns its text.

    Args:
        value: The key. Surrounding white space, such as the line break at the end of a file, is stripped.
    """

    # The text is in a closure rather than an attribute, so that tools that walk the attributes of objects miss it.
    __slots__ = ("__weakref__", "reveal")

    def __init__(self, value: str) -> None:
        text: Final = value.strip()
        self.reveal: Callable[[], str] = lambda: text
        _live[id(self)] = self

    @property
    def is_valid(self) -> bool:
        """True if the text can be sent in a header: it has printable ASCII characters only."""
        return self.reveal().isascii() and self.reveal().isprintable()

    def __repr__(self) -> str:
        return "Secret('***')"

    def __bool__(self) -> bool:
        return self.reveal() != ""

    def __eq__(self, other: object) -> bool:
        return self.reveal() == other.reveal() if isinstance(other, Secret) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.reveal())

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Secret:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("an API key cannot be pickled; pass the key again where the object is restored")


class HiddenText(str):
    """The value of a credential header: a str whose `repr` is hidden, also in the repr of the headers."""

    __slots__ = ("__weakref__", "declared", "name")

    name: str
    declared: bool

    def __new__(cls, value: str, name: str, *, declared: bool = False) -> Self:
        """Return the value of a header with this name. For `declared` see `split_secrets`."""
        self = super().__new__(cls, value)
        self.name = name
        self.declared = declared
        _live[id(self)] = self
        return self

    def __repr__(self) -> str:
        return "'***'"

    def __copy__(self) -> HiddenText:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> HiddenText:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError(f"the header {self.name} cannot be pickled, because its value is secret")


class InvalidValue:
    """The replacement of an argument that may contain a secret and is rejected: only its type is known.

    Attributes:
        type_name: The name of the type of the argument.
    """

    __slots__ = ("type_name",)

    def __init__(self, value: object) -> None:
        self.type_name = type(value).__name__

    def __repr__(self) -> str:
        return f"<{self.type_name}>"


def hide_header(name: Any, value: Any, declared: Collection[str] = ()) -> Any:
    """Return the value of a header; if it is a credential, hidden from `repr`.

    An invalid value of a credential header becomes an `InvalidValue`.

    Args:
        name: The name of the header.
        value: Its value.
        declared: The lower-case names of further headers that the service declares to be secret.
    """
    if value is None or not isinstance(name, str) or isinstance(value, HiddenText):
        return value
    is_declared = name.lower() in declared
    if not is_declared and not is_credential(name):
        return value
    return HiddenText(value, name, declared=is_declared) if isinstance(value, str) else InvalidValue(value)


_live: Final[WeakValueDictionary[int, Secret | HiddenText]] = WeakValueDictionary()


def find_live_secrets() -> set[str]:
    """Return the secret texts that clients and requests of this process use now."""
    texts: set[str] = set()
    # Copied in one step, because other threads may change the dictionary meanwhile.
    for reference in _live.valuerefs():
        secret = reference()
        if isinstance(secret, HiddenText):
            texts.update(split_secrets(secret.name, secret, declared=secret.declared))
        elif secret is not None:
            texts.add(secret.reveal())
    return texts
