# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Embeddings: Turn texts and other inputs into vectors that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack, overload

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import PagedOperation, StreamingOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Mapped, Nested

if TYPE_CHECKING:
    from ..models.create_embeddings_request import CreateEmbeddingsRequest, CreateEmbeddingsRequestDict
    from ..models.create_embeddings_request_encoding_format import CreateEmbeddingsRequestEncodingFormat
    from ..models.create_embeddings_request_input import CreateEmbeddingsRequestInput, CreateEmbeddingsRequestInputDict
    from ..models.create_embeddings_response import CreateEmbeddingsResponse
    from ..models.model import Model
    from ..models.models_list_response import ModelsListResponse
    from ..models.provider_preferences import ProviderPreferences, ProviderPreferencesDict


class _GenerateParams(ExtraParams, total=False):
    dimensions: int
    """How many numbers each vector is to have, from 1. The model's own number when absent; not every model
    can change it.
    """
    encoding_format: CreateEmbeddingsRequestEncodingFormat
    """How the vectors are to be written. Lists of numbers when absent."""
    input_type: str
    """What the vectors are for, in a word that the model knows, such as `search_query` or
    `search_document`. Ignored by models that make no difference.
    """
    provider: ProviderPreferences | ProviderPreferencesDict | Mapping[str, Any] | None
    """Which providers may serve the request, and in what order they are tried. Null or absent leaves it to
    the settings of the account.
    """
    user: str
    """Name of your own for the end user, which helps the service to find abuse."""


class GenerateParams(_GenerateParams):
    """The keywords of `embeddings.generate`."""

    input: (
        str
        | Sequence[str]
        | Sequence[int]
        | Sequence[Sequence[int]]
        | Sequence[CreateEmbeddingsRequestInput | CreateEmbeddingsRequestInputDict | Mapping[str, Any]]
    )
    """What to embed: a text, or its tokens as a list of integers, gives one vector; a list of texts, of
    lists of tokens, or of inputs with content parts gives one for each.
    """
    model: str
    """Model to use, for example `openai/text-embedding-3-small`."""


class GenerateChanges(_GenerateParams, total=False):
    """The keywords of `embeddings.generate` beside a body that is given whole."""

    input: (
        str
        | Sequence[str]
        | Sequence[int]
        | Sequence[Sequence[int]]
        | Sequence[CreateEmbeddingsRequestInput | CreateEmbeddingsRequestInputDict | Mapping[str, Any]]
    )
    model: str


_GENERATE = Endpoint(
    id="createEmbeddings",
    name="embeddings.generate",
    method="POST",
    path="/embeddings",
    path_params={},
    query_params={},
    header_params={},
    required=(),
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
        ("input", "model"),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("CreateEmbeddingsResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "402": {
                "application/json": Nested("PaymentRequiredResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "408": {
                "application/json": Nested("RequestTimeoutResponse"),
            },
            "413": {
                "application/json": Nested("PayloadTooLargeResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
            "502": {
                "application/json": Nested("BadGatewayResponse"),
            },
            "503": {
                "application/json": Nested("ServiceUnavailableResponse"),
            },
            "524": {
                "application/json": Nested("EdgeNetworkTimeoutResponse"),
            },
            "529": {
                "application/json": Nested("ProviderOverloadedResponse"),
            },
        }
    ),
    response_kind="object",
    events=Events(Mapped(), sentinel="[DONE]", switch=None, complete_when="sentinel"),
    needs_key=True,
)


@overload
def generate(
    body: CreateEmbeddingsRequest | CreateEmbeddingsRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[GenerateChanges],
) -> StreamingOperation[CreateEmbeddingsResponse, str]: ...
@overload
def generate(**params: Unpack[GenerateParams]) -> StreamingOperation[CreateEmbeddingsResponse, str]: ...
def generate(body: Any = None, /, **params: Any) -> Any:
    """Create embeddings.

    Turns each input into a vector, so that inputs of similar meaning lie close to each other. Several
    inputs may stand in one request; the answer has one vector for each of them.

    POST /embeddings

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return StreamingOperation.of(_GENERATE, body, params)


class ListModelsParams(ExtraParams, total=False):
    """The keywords of `embeddings.list_models`."""

    offset: int | None
    """How many models to skip before the page begins, from 0."""
    limit: int
    """How many models a page holds, from 1 to 1000."""


_LIST_MODELS = Endpoint(
    id="listEmbeddingsModels",
    name="embeddings.list_models",
    method="GET",
    path="/embeddings/models",
    path_params={},
    query_params={"offset": "offset", "limit": "limit"},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelsListResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    paging=Pagination(
        results=("data",),
        offset="offset",
        limit="limit",
        limit_default=500,
        cursor=None,
        next_cursor=(),
    ),
    needs_key=True,
)


def list_models(**params: Unpack[ListModelsParams]) -> PagedOperation[ModelsListResponse, Model]:
    """List embedding models.

    Lists the models that create embeddings, page by page.

    GET /embeddings/models

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return PagedOperation.of(_LIST_MODELS, None, params)
