# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What a model gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class GenerationContentDataOutput(JsonModel):
    """What a model gave."""

    __slots__ = ("completion", "reasoning")

    _members: ClassVar[Members] = {
        "completion": ("completion", None),
        "reasoning": ("reasoning", None),
    }

    completion: str | None
    """The text of the answer. Null when there is none."""
    reasoning: str | None
    """The reasoning before the answer. Null when there is none."""

    def __init__(
        self,
        *,
        completion: str | None,
        reasoning: str | None,
    ) -> None:
        self._assign(
            {
                "completion": completion,
                "reasoning": reasoning,
            }
        )
