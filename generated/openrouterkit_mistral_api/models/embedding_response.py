# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `EmbeddingResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .embedding_response_data import EmbeddingResponseData
    from .usage_info import UsageInfo


class EmbeddingResponse(JsonModel):
    """Vectors for the texts of a request."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "data": Each(Nested("EmbeddingResponseData")),
        "usage": Nested("UsageInfo"),
    }

    data: list[EmbeddingResponseData]
    """The vectors, one for each text."""
    id: str
    """Identifier of the response."""
    model: str
    """The model that created the vectors."""
    object: Literal["list"]
    """Kind of the object, always list."""
    usage: UsageInfo
    """Tokens used."""

    def __init__(
        self,
        *,
        object: Literal["list"] = "list",
        data: Sequence[EmbeddingResponseData | Mapping[str, Any]],
        id: str,
        model: str,
        usage: UsageInfo | Mapping[str, Any],
    ) -> None:
        self._build(locals())
