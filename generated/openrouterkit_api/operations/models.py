# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models: List models, their abilities and their prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation, PagedOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models._enumerations import GetModelsCategory, GetModelsDistillable, GetModelsRegion, GetModelsSort
    from ..models.model import Model
    from ..models.model_response import ModelResponse
    from ..models.models_count_response import ModelsCountResponse
    from ..models.models_list_response import ModelsListResponse


_GET: Endpoint[Operation[ModelResponse]] = Endpoint(
    id="getModel",
    name="models.get",
    method="GET",
    path="/model/{author}/{slug}",
    kind=Operation,
    path_params={"author": "author", "slug": "slug"},
    required=("author", "slug"),
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get(
    *,
    author: str,
    slug: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ModelResponse]:
    """Get a model.

    Returns the operation `GET /model/{author}/{slug}` without sending it. The keyword
    arguments are those of `Models.get` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _GET.build(locals())


_LIST: Endpoint[PagedOperation[ModelsListResponse, Model]] = Endpoint(
    id="getModels",
    name="models.list",
    method="GET",
    path="/models",
    kind=PagedOperation,
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
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelsListResponse"), "application/rss+xml": None},
            "400": {"application/json": Nested("BadRequestResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
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


def list(
    *,
    offset: int | None = UNSET,
    limit: int = UNSET,
    category: GetModelsCategory = UNSET,
    supported_parameters: str = UNSET,
    output_modalities: str = UNSET,
    sort: GetModelsSort = UNSET,
    use_rss: str = UNSET,
    use_rss_chat_links: str = UNSET,
    q: str = UNSET,
    input_modalities: str = UNSET,
    context: int = UNSET,
    min_price: float | None = UNSET,
    max_price: float | None = UNSET,
    arch: str = UNSET,
    model_authors: str = UNSET,
    providers: str = UNSET,
    distillable: GetModelsDistillable = UNSET,
    zdr: Literal["true"] = UNSET,
    region: GetModelsRegion = UNSET,
    min_output_price: float | None = UNSET,
    max_output_price: float | None = UNSET,
    min_age_days: int | None = UNSET,
    max_age_days: int | None = UNSET,
    min_intelligence_index: float | None = UNSET,
    max_intelligence_index: float | None = UNSET,
    min_coding_index: float | None = UNSET,
    max_coding_index: float | None = UNSET,
    min_agentic_index: float | None = UNSET,
    max_agentic_index: float | None = UNSET,
    min_tool_success_rate: float | None = UNSET,
    max_tool_success_rate: float | None = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PagedOperation[ModelsListResponse, Model]:
    """List models.

    Returns the operation `GET /models` without sending it. The keyword
    arguments are those of `Models.list` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST.build(locals())


_COUNT: Endpoint[Operation[ModelsCountResponse]] = Endpoint(
    id="listModelsCount",
    name="models.count",
    method="GET",
    path="/models/count",
    kind=Operation,
    query_params={"output_modalities": "output_modalities"},
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelsCountResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def count(
    *,
    output_modalities: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ModelsCountResponse]:
    """Count models.

    Returns the operation `GET /models/count` without sending it. The keyword
    arguments are those of `Models.count` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _COUNT.build(locals())


_LIST_FOR_USER: Endpoint[PagedOperation[ModelsListResponse, Model]] = Endpoint(
    id="listModelsUser",
    name="models.list_for_user",
    method="GET",
    path="/models/user",
    kind=PagedOperation,
    query_params={"offset": "offset", "limit": "limit"},
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelsListResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
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


def list_for_user(
    *,
    offset: int | None = UNSET,
    limit: int = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PagedOperation[ModelsListResponse, Model]:
    """List the models that a key can use.

    Returns the operation `GET /models/user` without sending it. The keyword
    arguments are those of `Models.list_for_user` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST_FOR_USER.build(locals())
