"""UNSET, the default of optional parameters. Unlike UNSET, an explicit None is sent as null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

if TYPE_CHECKING:
    from typing import Self


class Unset:
    """The type of `UNSET`, its only instance, which is false.

    Attributes:
        is_unset_marker: Always True. A package generated with `--standalone` contains a copy of this class; `is_unset`
            recognizes the UNSET of any copy by this attribute.
    """

    __slots__ = ()

    is_unset_marker: ClassVar[bool] = True

    def __new__(cls) -> Self:
        return super().__new__(cls) if _INSTANCE is None else cast("Self", _INSTANCE)

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


_INSTANCE: Unset | None = None
_INSTANCE = Unset()

# Typed Any, so that it can be the default of parameters of every type.
UNSET: Final[Any] = _INSTANCE
"""The value of an optional parameter that is not passed, and of a member that is not sent. None is sent as null."""


def is_unset(value: Any) -> bool:
    """Return True if a value is UNSET: this one, or that of a generated package with its own copy of the runtime."""
    return value is UNSET or getattr(type(value), "is_unset_marker", None) is True
