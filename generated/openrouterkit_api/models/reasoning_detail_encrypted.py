# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ReasoningDetailEncrypted`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningFormat

    class ReasoningDetailEncryptedDict(TypedDict, total=False):
        """`ReasoningDetailEncrypted` as a plain dict."""

        data: Required[str]
        format: ReasoningFormat | None
        id: str | None
        index: int
        type: Required[Literal["reasoning.encrypted"]]


class ReasoningDetailEncrypted(JsonModel):
    """Reasoning that only the provider can read, or that it redacted. Send it back so that the model can
    continue it.
    """

    data: str
    """The encrypted block, as opaque text. In a stream, a piece of it to append."""
    format: ReasoningFormat | None
    """The provider's format of the block, which determines where it can be sent back; null if unknown."""
    id: str | None
    """The provider's id of the block, or null if it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    type: Literal["reasoning.encrypted"]
    """Marks the block as encrypted."""

    def __init__(
        self,
        *,
        type: Literal["reasoning.encrypted"] = "reasoning.encrypted",
        data: str,
        format: ReasoningFormat | None = UNSET,
        id: str | None = UNSET,
        index: int = UNSET,
    ) -> None:
        self._build(locals())
