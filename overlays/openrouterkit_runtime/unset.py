"""UNSET, the default of parameters that are not given. An explicit None is something else: it is sent as null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

if TYPE_CHECKING:
    from typing import Self


class Unset:
    """The type of `UNSET`, which is its only instance, and false.

    Attributes:
        is_unset_marker: True. A package generated with `--standalone` has a copy of this class; `is_unset` recognizes
            the instance of any copy by this attribute of its class.
    """

    __slots__ = ()

    is_unset_marker: ClassVar[bool] = True

    def __new__(cls) -> Self:
        return super().__new__(cls) if _ONLY is None else cast("Self", _ONLY)

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


_ONLY: Unset | None = None
_ONLY = Unset()

# Any, so that it may stand as the default of a parameter of every type.
UNSET: Final[Any] = _ONLY


def is_unset(value: Any) -> bool:
    """Whether a value is UNSET: this one, or that of a generated package with a copy of the runtime."""
    return value is UNSET or getattr(type(value), "is_unset_marker", None) is True
