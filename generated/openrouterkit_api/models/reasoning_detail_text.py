# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ReasoningDetailText`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningFormat

    class ReasoningDetailTextDict(TypedDict, total=False):
        """`ReasoningDetailText` as a plain dict."""

        format: ReasoningFormat | None
        id: str | None
        index: int
        signature: str | None
        text: str | None
        type: Required[Literal["reasoning.text"]]


class ReasoningDetailText(JsonModel):
    """Reasoning as the model wrote it."""

    format: ReasoningFormat | None
    """Provider format that the block is in, which tells where it can be sent back; null if not known."""
    id: str | None
    """The provider's id for the block, or null when it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    signature: str | None
    """Signature by which the provider verifies the text when it comes back; in a stream it may come in a
    piece without text. Null when there is none.
    """
    text: str | None
    """The reasoning. In a stream, a piece of it to be appended."""
    type: Literal["reasoning.text"]
    """Marks the block as text."""

    def __init__(
        self,
        *,
        type: Literal["reasoning.text"] = "reasoning.text",
        format: ReasoningFormat | None = UNSET,
        id: str | None = UNSET,
        index: int = UNSET,
        signature: str | None = UNSET,
        text: str | None = UNSET,
    ) -> None:
        self._build(locals())
