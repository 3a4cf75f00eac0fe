# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A summary of reasoning that the provider does not disclose in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .reasoning_format import ReasoningFormat


class ReasoningDetailSummaryDict(TypedDict, total=False):
    """A `ReasoningDetailSummary` as a plain dict."""

    format: ReasoningFormat | None
    id: str | None
    index: int
    summary: Required[str]
    type: Required[Literal["reasoning.summary"]]


class ReasoningDetailSummary(JsonModel):
    """A summary of reasoning that the provider does not disclose in full."""

    __slots__ = ("format", "id", "index", "summary", "type")

    _members: ClassVar[Members] = {
        "format": ("format", None),
        "id": ("id", None),
        "index": ("index", None),
        "summary": ("summary", None),
        "type": ("type", None),
    }

    format: ReasoningFormat | None
    """Provider format that the block is in, which tells where it can be sent back; null if not known."""
    id: str | None
    """The provider's id for the block, or null when it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    summary: str
    """The summary. In a stream, a piece of it to be appended."""
    type: Literal["reasoning.summary"]
    """Marks the block as a summary."""

    def __init__(
        self,
        *,
        type: Literal["reasoning.summary"] = "reasoning.summary",
        summary: str,
        format: ReasoningFormat | None = UNSET,
        id: str | None = UNSET,
        index: int = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "summary": summary,
                "format": format,
                "id": id,
                "index": index,
            }
        )
