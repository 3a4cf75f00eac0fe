# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Embeddings: Convert texts to vectors that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import EmbeddingDtype, EncodingFormat
    from ..models.embedding_request import EmbeddingRequest, EmbeddingRequestDict
    from ..models.embedding_response import EmbeddingResponse


_CREATE: Endpoint[Operation[EmbeddingResponse]] = Endpoint(
    id="createEmbeddings",
    name="embeddings.create",
    method="POST",
    path="/v1/embeddings",
    kind=Operation,
    body=Body(
        "application/json",
        {
            "encoding_format": "encoding_format",
            "input": "input",
            "metadata": "metadata",
            "model": "model",
            "output_dimension": "output_dimension",
            "output_dtype": "output_dtype",
        },
        required=("input", "model"),
        objects=("metadata",),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("EmbeddingResponse")},
            "400": {"application/json": Nested("ErrorResponse")},
            "401": {"application/json": Nested("ErrorResponse")},
            "404": {"application/json": Nested("ErrorResponse")},
            "422": {"application/json": Nested("ErrorResponse")},
            "429": {"application/json": Nested("ErrorResponse")},
            "500": {"application/json": Nested("ErrorResponse")},
        },
        required_member="usage",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def create(
    body: EmbeddingRequest | EmbeddingRequestDict | JsonObject | None = None,
    /,
    *,
    input: str | Sequence[str] = UNSET,
    model: str = UNSET,
    encoding_format: EncodingFormat = UNSET,
    metadata: Mapping[str, Any] | None = UNSET,
    output_dimension: int | None = UNSET,
    output_dtype: EmbeddingDtype = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[EmbeddingResponse]:
    """Create embeddings.

    Returns the operation `POST /v1/embeddings` without sending it. The keyword
    arguments are those of `Embeddings.create` in `namespaces.embeddings`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _CREATE.build(locals(), body)
