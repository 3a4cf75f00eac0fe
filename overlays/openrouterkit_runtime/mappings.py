"""`JsonObject`, the type of a plain dict among the arguments that are described by typed dicts."""

from __future__ import annotations

from typing import Protocol


class ValueTypedAny:
    """The type of a value that type checkers know nothing about: nothing but Any is assignable to it."""


class JsonObject(Protocol):
    """A mapping whose values are typed Any, such as `dict[str, Any]`.

    Type checkers accept a dict that a program has put together, and still reject a misspelt key or tag in a dict that
    is written out where a typed dict is expected: its values have types.
    """

    def __getitem__(self, key: str, /) -> ValueTypedAny:
        """The value of a key."""
        ...

    def items(self) -> object:
        """What tells a mapping from a model."""
        ...
