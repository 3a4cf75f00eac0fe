# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The default of a keyword nobody gave, told apart from an explicit None (which is null on the wire)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from typing import Self


class Unset:
    """The type of `UNSET`: falsy, and only ever one."""

    __slots__ = ()

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
