# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Models: Find out which models there are, what they can do and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, Unpack

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation, PagedOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.get_models_category import GetModelsCategory
    from ..models.get_models_distillable import GetModelsDistillable
    from ..models.get_models_region import GetModelsRegion
    from ..models.get_models_sort import GetModelsSort
    from ..models.model import Model
    from ..models.model_response import ModelResponse
    from ..models.models_count_response import ModelsCountResponse
    from ..models.models_list_response import ModelsListResponse


class GetParams(ExtraParams, total=False):
    """The keywords of `models.get`."""

    author: Required[str]
    """Author of the model: what stands before the slash in its id."""
    slug: Required[str]
    """Slug of the model: what stands after the slash in its id, perhaps with a variant such as `:free`."""


_GET = Endpoint(
    id="getModel",
    name="models.get",
    method="GET",
    path="/model/{author}/{slug}",
    path_params={"author": "author", "slug": "slug"},
    query_params={},
    header_params={},
    required=("author", "slug"),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def get(**params: Unpack[GetParams]) -> Operation[ModelResponse]:
    """Get a model.

    Looks up a single model by its author and slug. Aliases are resolved.

    GET /model/{author}/{slug}

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_GET, None, params)


class ListParams(ExtraParams, total=False):
    """The keywords of `models.list`."""

    offset: int | None
    """How many models to skip before the page begins, from 0."""
    limit: int
    """How many models a page holds, from 1 to 1000."""
    category: GetModelsCategory
    """Only models used in this field."""
    supported_parameters: str
    """Only models that support these request parameters, separated by commas."""
    output_modalities: str
    """Only models that give these kinds of output, separated by commas: `text`, `image`, `audio`,
    `embeddings` and others, or `all`. `text` when absent.
    """
    sort: GetModelsSort
    """Order of the list. The service chooses one when absent."""
    use_rss: str
    """Set to `true` to have the list as an RSS feed."""
    use_rss_chat_links: str
    """Set to `true` to have the entries of the RSS feed link to the chat page of each model instead of its
    own page.
    """
    q: str
    """Only models whose name or slug contains this text."""
    input_modalities: str
    """Only models that take these kinds of input, separated by commas: `text`, `image`, `file`, `audio`,
    `video`.
    """
    context: int
    """Only models with at least this context length, in tokens, from 1."""
    min_price: float | None
    """Only models whose prompt price is at least this, in US dollars per million tokens."""
    max_price: float | None
    """Only models whose prompt price is at most this, in US dollars per million tokens."""
    arch: str
    """Only models of this family, for example `Claude` or `Llama`."""
    model_authors: str
    """Only models of these authors, as slugs separated by commas."""
    providers: str
    """Only models served by these providers, as names separated by commas."""
    distillable: GetModelsDistillable
    """Only models whose output may (`true`) or may not (`false`) be used to train other models."""
    zdr: Literal["true"]
    """Set to `true` to have only models with an endpoint that retains no data."""
    region: GetModelsRegion
    """Only models with an endpoint in this region."""
    min_output_price: float | None
    """Only models whose completion price is at least this, in US dollars per million tokens."""
    max_output_price: float | None
    """Only models whose completion price is at most this, in US dollars per million tokens."""
    min_age_days: int | None
    """Only models added at least this many days ago."""
    max_age_days: int | None
    """Only models added at most this many days ago."""
    min_intelligence_index: float | None
    """Only models with at least this intelligence index of Artificial Analysis; models without one are
    left out.
    """
    max_intelligence_index: float | None
    """Only models with at most this intelligence index of Artificial Analysis; models without one are left
    out.
    """
    min_coding_index: float | None
    """Only models with at least this coding index of Artificial Analysis; models without one are left out."""
    max_coding_index: float | None
    """Only models with at most this coding index of Artificial Analysis; models without one are left out."""
    min_agentic_index: float | None
    """Only models with at least this agentic index of Artificial Analysis; models without one are left
    out.
    """
    max_agentic_index: float | None
    """Only models with at most this agentic index of Artificial Analysis; models without one are left out."""
    min_tool_success_rate: float | None
    """Only models that succeed in calling tools at least this often, from 0 to 1."""
    max_tool_success_rate: float | None
    """Only models that succeed in calling tools at most this often, from 0 to 1."""


_LIST = Endpoint(
    id="getModels",
    name="models.list",
    method="GET",
    path="/models",
    path_params={},
    query_params={
        "offset": "offset",
        "limit": "limit",
        "category": "category",
        "supported_parameters": "supported_parameters",
        "output_modalities": "output_modalities",
        "sort": "sort",
        "use_rss": "use_rss",
        "use_rss_chat_links": "use_rss_chat_links",
        "q": "q",
        "input_modalities": "input_modalities",
        "context": "context",
        "min_price": "min_price",
        "max_price": "max_price",
        "arch": "arch",
        "model_authors": "model_authors",
        "providers": "providers",
        "distillable": "distillable",
        "zdr": "zdr",
        "region": "region",
        "min_output_price": "min_output_price",
        "max_output_price": "max_output_price",
        "min_age_days": "min_age_days",
        "max_age_days": "max_age_days",
        "min_intelligence_index": "min_intelligence_index",
        "max_intelligence_index": "max_intelligence_index",
        "min_coding_index": "min_coding_index",
        "max_coding_index": "max_coding_index",
        "min_agentic_index": "min_agentic_index",
        "max_agentic_index": "max_agentic_index",
        "min_tool_success_rate": "min_tool_success_rate",
        "max_tool_success_rate": "max_tool_success_rate",
    },
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelsListResponse"),
                "application/rss+xml": None,
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
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


def list(**params: Unpack[ListParams]) -> PagedOperation[ModelsListResponse, Model]:
    """List models.

    Lists the models of the catalogue, page by page, filtered and in the order asked for. Filters add
    up: a model must pass all of them.

    GET /models

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return PagedOperation.of(_LIST, None, params)


class CountParams(ExtraParams, total=False):
    """The keywords of `models.count`."""

    output_modalities: str
    """Only models that give these kinds of output, separated by commas: `text`, `image`, `audio`,
    `embeddings` and others, or `all`. `text` when absent.
    """


_COUNT = Endpoint(
    id="listModelsCount",
    name="models.count",
    method="GET",
    path="/models/count",
    path_params={},
    query_params={"output_modalities": "output_modalities"},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelsCountResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def count(**params: Unpack[CountParams]) -> Operation[ModelsCountResponse]:
    """Count models.

    Tells how many models the catalogue has.

    GET /models/count

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_COUNT, None, params)


class ListForUserParams(ExtraParams, total=False):
    """The keywords of `models.list_for_user`."""

    offset: int | None
    """How many models to skip before the page begins, from 0."""
    limit: int
    """How many models a page holds, from 1 to 1000."""


_LIST_FOR_USER = Endpoint(
    id="listModelsUser",
    name="models.list_for_user",
    method="GET",
    path="/models/user",
    path_params={},
    query_params={"offset": "offset", "limit": "limit"},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelsListResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
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


def list_for_user(**params: Unpack[ListForUserParams]) -> PagedOperation[ModelsListResponse, Model]:
    """List models for this key.

    Lists the models the API key may use, page by page: those that the provider preferences, the privacy
    settings and the guardrails of the account leave over.

    GET /models/user

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return PagedOperation.of(_LIST_FOR_USER, None, params)
