# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ReasoningDetailSummary`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningFormat

    class ReasoningDetailSummaryDict(TypedDict, total=False):
        """`ReasoningDetailSummary` as a plain dict."""

        format: ReasoningFormat | None
        id: str | None
        index: int
        summary: Required[str]
        type: Required[Literal["reasoning.summary"]]


class ReasoningDetailSummary(JsonModel):
    """A summary of reasoning that the provider does not disclose in full."""

    format: ReasoningFormat | None
    """The provider's format of the block, which determines where it can be sent back; null if unknown."""
    id: str | None
    """The provider's id of the block, or null if it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    summary: str
    """The summary. In a stream, a piece of it to append."""
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
        self._build(locals())
