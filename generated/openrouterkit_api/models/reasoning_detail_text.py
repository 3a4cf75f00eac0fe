# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Reasoning in the words of the model."""

    format: ReasoningFormat | None
    """The provider's format of the block, which determines where it can be sent back; null if unknown."""
    id: str | None
    """The provider's id of the block, or null if it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    signature: str | None
    """Signature by which the provider verifies the text when it is sent back; in a stream, it may be in a
    piece without text. Null if there is none.
    """
    text: str | None
    """The reasoning. In a stream, a piece of it to append."""
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
