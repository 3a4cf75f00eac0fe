"""`Secret`, which hides an API key from reprs, logs and tracebacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

CREDENTIALS: Final = ("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key")
"""Names of headers that contain credentials, in lower case."""


class Secret:
    """An API key that is hidden from `repr`, `vars`, logs and pickles; `reveal()` returns its text.

    Args:
        value: The key. Surrounding white space, such as the line break at the end of a file, is stripped.
    """

    # The text is in a closure rather than an attribute, so that tools that walk the attributes of objects miss it.
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
        raise TypeError("an API key cannot be pickled; pass the key again where the object is restored")
