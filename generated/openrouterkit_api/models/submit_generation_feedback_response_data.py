# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What became of a report about a generation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class SubmitGenerationFeedbackResponseData(JsonModel):
    """What became of a report about a generation."""

    __slots__ = ("success",)

    _members: ClassVar[Members] = {
        "success": ("success", None),
    }

    success: Literal[True]
    """Always true: the report has been taken down."""

    def __init__(
        self,
        *,
        success: Literal[True] = True,
    ) -> None:
        self._assign(
            {
                "success": success,
            }
        )
