"""A key, held so that nothing shows it by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

CREDENTIALS: Final = ("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key")
"""Headers that tell who the caller is, in lower case."""


class Secret:
    """A key that no repr, vars, log or pickle shows; `reveal()` gives its text.

    Args:
        value: the key. White space around it (a file's last line break) is taken off.
    """

    # The text lives in a closure, not in an attribute, so that walking an object's attributes does not meet it.
    __slots__ = ("reveal",)

    def __init__(self, value: str) -> None:
        text: Final = value.strip()
        self.reveal: Callable[[], str] = lambda: text

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
        raise TypeError("a key is not pickled: give it to the object again where it is unpickled")
