# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A number of models."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ModelsCountResponseData(JsonModel):
    """A number of models."""

    __slots__ = ("count",)

    _members: ClassVar[Members] = {
        "count": ("count", None),
    }

    count: int
    """How many models match."""

    def __init__(
        self,
        *,
        count: int,
    ) -> None:
        self._assign(
            {
                "count": count,
            }
        )
