"""API keys and credential headers, hidden from reprs, logs and tracebacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, SupportsIndex
from weakref import WeakValueDictionary

from .secret_names import is_secret_name, split_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


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
    if not is_secret_name(name, declared):
        return value
    return HiddenText(value, name, declared=name.lower() in declared) if isinstance(value, str) else InvalidValue(value)


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
