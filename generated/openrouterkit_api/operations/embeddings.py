# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Embeddings: Convert texts and other inputs to vectors that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import PagedOperation, StreamingOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped, Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import CreateEmbeddingsRequestEncodingFormat
    from ..models.create_embeddings_request import CreateEmbeddingsRequest, CreateEmbeddingsRequestDict
    from ..models.create_embeddings_request_input import CreateEmbeddingsRequestInput, CreateEmbeddingsRequestInputDict
    from ..models.create_embeddings_response import CreateEmbeddingsResponse
    from ..models.model import Model
    from ..models.models_list_response import ModelsListResponse
    from ..models.provider_preferences import ProviderPreferences, ProviderPreferencesDict


_GENERATE: Endpoint[StreamingOperation[CreateEmbeddingsResponse, str]] = Endpoint(
    id="createEmbeddings",
    name="embeddings.generate",
    method="POST",
    path="/embeddings",
    kind=StreamingOperation,
    body=Body(
        "application/json",
        {
            "dimensions": "dimensions",
            "encoding_format": "encoding_format",
            "input": "input",
            "input_type": "input_type",
            "model": "model",
            "provider": "provider",
            "user": "user",
        },
        required=("input", "model"),
        objects=("provider",),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("CreateEmbeddingsResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "402": {"application/json": Nested("PaymentRequiredResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "408": {"application/json": Nested("RequestTimeoutResponse")},
            "413": {"application/json": Nested("PayloadTooLargeResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
            "502": {"application/json": Nested("BadGatewayResponse")},
            "503": {"application/json": Nested("ServiceUnavailableResponse")},
            "524": {"application/json": Nested("EdgeNetworkTimeoutResponse")},
            "529": {"application/json": Nested("ProviderOverloadedResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    events=Events(Mapped(), sentinel="[DONE]", switch=None, complete_when="sentinel", data="text"),
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def generate(
    body: CreateEmbeddingsRequest | CreateEmbeddingsRequestDict | JsonObject | None = None,
    /,
    *,
    input: str
    | Sequence[str]
    | Sequence[int]
    | Sequence[Sequence[int]]
    | Sequence[CreateEmbeddingsRequestInput | CreateEmbeddingsRequestInputDict | JsonObject] = UNSET,
    model: str = UNSET,
    dimensions: int = UNSET,
    encoding_format: CreateEmbeddingsRequestEncodingFormat = UNSET,
    input_type: str = UNSET,
    provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None = UNSET,
    user: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[CreateEmbeddingsResponse, str]:
    """Create embeddings.

    Returns the operation `POST /embeddings` without sending it. The keyword
    arguments are those of `Embeddings.generate` in `namespaces.embeddings`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _GENERATE.build(locals(), body)


_LIST_MODELS: Endpoint[PagedOperation[ModelsListResponse, Model]] = Endpoint(
    id="listEmbeddingsModels",
    name="embeddings.list_models",
    method="GET",
    path="/embeddings/models",
    kind=PagedOperation,
    query_params={"offset": "offset", "limit": "limit"},
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelsListResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    paging=Pagination(
        results=("data",), offset="offset", limit="limit", limit_default=500, cursor=None, next_cursor=()
    ),
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def list_models(
    *,
    offset: int | None = UNSET,
    limit: int = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PagedOperation[ModelsListResponse, Model]:
    """List embedding models.

    Returns the operation `GET /embeddings/models` without sending it. The keyword
    arguments are those of `Embeddings.list_models` in `namespaces.embeddings`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST_MODELS.build(locals())
