# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .create_embeddings_response_data import CreateEmbeddingsResponseData
    from .create_embeddings_response_usage import CreateEmbeddingsResponseUsage


class CreateEmbeddingsResponse(JsonModel):
    """Vectors for the inputs of a request."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "data": Each(Nested("CreateEmbeddingsResponseData")),
        "usage": Nested("CreateEmbeddingsResponseUsage"),
    }

    data: list[CreateEmbeddingsResponseData]
    """The vectors, one for each input."""
    id: str | None
    """Identifier of the generation, for looking up its record."""
    model: str
    """Model that created the vectors; can be another name of the requested model."""
    object: Literal["list"]
    """Kind of the object, always list."""
    usage: CreateEmbeddingsResponseUsage | None
    """Tokens used, and their cost."""

    def __init__(
        self,
        *,
        object: Literal["list"] = "list",
        data: Sequence[CreateEmbeddingsResponseData | Mapping[str, Any]],
        model: str,
        id: str = UNSET,
        usage: CreateEmbeddingsResponseUsage | Mapping[str, Any] = UNSET,
    ) -> None:
        self._build(locals())
