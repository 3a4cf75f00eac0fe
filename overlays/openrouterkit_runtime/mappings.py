"""JsonObject, the type of a plain dict where typed dicts are accepted too."""

from __future__ import annotations

from typing import Protocol


class ValueTypedAny:
    """The type of a value that is typed Any: type checkers allow no other type to be assigned to it."""


class JsonObject(Protocol):
    """A mapping whose values are typed Any, such as `dict[str, Any]`.

    With `SomeDict | JsonObject` as the type of a parameter, type checkers accept a `dict[str, Any]`, and still report a
    misspelt key or tag in a dict literal, because the values of a literal have more specific types than Any.
    """

    def __getitem__(self, key: str, /) -> ValueTypedAny:
        """Return the value of a key."""
        ...

    def items(self) -> object:
        """Return the items; models have no such method, so they are not assignable to this type."""
        ...
