# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Indices of Artificial Analysis. Higher is better; null means not measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class AABenchmarkEntry(JsonModel):
    """Indices of Artificial Analysis. Higher is better; null means not measured."""

    __slots__ = ("agentic_index", "coding_index", "intelligence_index")

    _members: ClassVar[Members] = {
        "agentic_index": ("agentic_index", None),
        "coding_index": ("coding_index", None),
        "intelligence_index": ("intelligence_index", None),
    }

    agentic_index: float | None
    """How well the model works as an agent with tools."""
    coding_index: float | None
    """How well the model writes code."""
    intelligence_index: float | None
    """How well the model does over all evaluations."""

    def __init__(
        self,
        *,
        agentic_index: float | None,
        coding_index: float | None,
        intelligence_index: float | None,
    ) -> None:
        self._assign(
            {
                "agentic_index": agentic_index,
                "coding_index": coding_index,
                "intelligence_index": intelligence_index,
            }
        )
