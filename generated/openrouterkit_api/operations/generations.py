# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Generations: Look up the record of a generation: tokens, cost, routing, times and content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import SubmitGenerationFeedbackRequestCategory
    from ..models.generation_content_response import GenerationContentResponse
    from ..models.generation_response import GenerationResponse
    from ..models.submit_generation_feedback_request import (
        SubmitGenerationFeedbackRequest,
        SubmitGenerationFeedbackRequestDict,
    )
    from ..models.submit_generation_feedback_response import SubmitGenerationFeedbackResponse


_GET: Endpoint[Operation[GenerationResponse]] = Endpoint(
    id="getGeneration",
    name="generations.get",
    method="GET",
    path="/generation",
    kind=Operation,
    query_params={"id": "id"},
    required=("id",),
    responses=Responses(
        {
            "200": {"application/json": Nested("GenerationResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "402": {"application/json": Nested("PaymentRequiredResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
            "502": {"application/json": Nested("BadGatewayResponse")},
            "524": {"application/json": Nested("EdgeNetworkTimeoutResponse")},
            "529": {"application/json": Nested("ProviderOverloadedResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get(
    *,
    id: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[GenerationResponse]:
    """Get a generation.

    Returns the operation `GET /generation` without sending it. The keyword
    arguments are those of `Generations.get` in `namespaces.generations`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _GET.build(locals())


_LIST_CONTENT: Endpoint[Operation[GenerationContentResponse]] = Endpoint(
    id="listGenerationContent",
    name="generations.list_content",
    method="GET",
    path="/generation/content",
    kind=Operation,
    query_params={"id": "id"},
    required=("id",),
    responses=Responses(
        {
            "200": {"application/json": Nested("GenerationContentResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
            "502": {"application/json": Nested("BadGatewayResponse")},
            "524": {"application/json": Nested("EdgeNetworkTimeoutResponse")},
            "529": {"application/json": Nested("ProviderOverloadedResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def list_content(
    *,
    id: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[GenerationContentResponse]:
    """Get the content of a generation.

    Returns the operation `GET /generation/content` without sending it. The keyword
    arguments are those of `Generations.list_content` in `namespaces.generations`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST_CONTENT.build(locals())


_SUBMIT_FEEDBACK: Endpoint[Operation[SubmitGenerationFeedbackResponse]] = Endpoint(
    id="submitGenerationFeedback",
    name="generations.submit_feedback",
    method="POST",
    path="/generation/feedback",
    kind=Operation,
    body=Body(
        "application/json",
        {"category": "category", "comment": "comment", "generation_id": "generation_id"},
        required=("category", "generation_id"),
        objects=(),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("SubmitGenerationFeedbackResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def submit_feedback(
    body: SubmitGenerationFeedbackRequest | SubmitGenerationFeedbackRequestDict | JsonObject | None = None,
    /,
    *,
    category: SubmitGenerationFeedbackRequestCategory = UNSET,
    generation_id: str = UNSET,
    comment: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[SubmitGenerationFeedbackResponse]:
    """Report a bad generation.

    Returns the operation `POST /generation/feedback` without sending it. The keyword
    arguments are those of `Generations.submit_feedback` in `namespaces.generations`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _SUBMIT_FEEDBACK.build(locals(), body)
