# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Answer that says that an API key was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class DeleteKeysResponse(JsonModel):
    """Answer that says that an API key was deleted."""

    __slots__ = ("deleted",)

    _members: ClassVar[Members] = {
        "deleted": ("deleted", None),
    }

    deleted: Literal[True]
    """Always true: the key was deleted."""

    def __init__(
        self,
        *,
        deleted: Literal[True] = True,
    ) -> None:
        self._assign(
            {
                "deleted": deleted,
            }
        )
