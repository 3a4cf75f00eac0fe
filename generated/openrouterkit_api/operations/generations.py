# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Generations: Look up what is recorded about a call: tokens, cost, times and content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Required, Unpack, overload

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.generation_content_response import GenerationContentResponse
    from ..models.generation_response import GenerationResponse
    from ..models.submit_generation_feedback_request import (
        SubmitGenerationFeedbackRequest,
        SubmitGenerationFeedbackRequestDict,
    )
    from ..models.submit_generation_feedback_request_category import SubmitGenerationFeedbackRequestCategory
    from ..models.submit_generation_feedback_response import SubmitGenerationFeedbackResponse


class GetParams(ExtraParams, total=False):
    """The keywords of `generations.get`."""

    id: Required[str]
    """Identifier of the generation: `id` in its answer, or the header `X-Generation-Id`."""


_GET = Endpoint(
    id="getGeneration",
    name="generations.get",
    method="GET",
    path="/generation",
    path_params={},
    query_params={"id": "id"},
    header_params={},
    required=("id",),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("GenerationResponse"),
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
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
            "502": {
                "application/json": Nested("BadGatewayResponse"),
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
    needs_key=True,
)


def get(**params: Unpack[GetParams]) -> Operation[GenerationResponse]:
    """Get a generation.

    Looks up what is recorded about one generation: model, provider, tokens, cost and times, for a chat
    as for any other kind of call. The record exists a moment after the answer has ended; until then the
    status is 404.

    GET /generation

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_GET, None, params)


class ListContentParams(ExtraParams, total=False):
    """The keywords of `generations.list_content`."""

    id: Required[str]
    """Identifier of the generation: `id` in its answer, or the header `X-Generation-Id`."""


_LIST_CONTENT = Endpoint(
    id="listGenerationContent",
    name="generations.list_content",
    method="GET",
    path="/generation/content",
    path_params={},
    query_params={"id": "id"},
    header_params={},
    required=("id",),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("GenerationContentResponse"),
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
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
            "502": {
                "application/json": Nested("BadGatewayResponse"),
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
    needs_key=True,
)


def list_content(**params: Unpack[ListContentParams]) -> Operation[GenerationContentResponse]:
    """Get the content of a generation.

    Gives the prompt and the completion of one generation back, where the service has stored them: the
    account must have switched on the logging of input and output before the request was made.

    GET /generation/content

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_LIST_CONTENT, None, params)


class _SubmitFeedbackParams(ExtraParams, total=False):
    comment: str
    """What was wrong, in words; at most 1000 characters."""


class SubmitFeedbackParams(_SubmitFeedbackParams):
    """The keywords of `generations.submit_feedback`."""

    category: SubmitGenerationFeedbackRequestCategory
    """What kind of fault it was."""
    generation_id: str
    """Identifier of the generation, as in its answer."""


class SubmitFeedbackChanges(_SubmitFeedbackParams, total=False):
    """The keywords of `generations.submit_feedback` beside a body that is given whole."""

    category: SubmitGenerationFeedbackRequestCategory
    generation_id: str


_SUBMIT_FEEDBACK = Endpoint(
    id="submitGenerationFeedback",
    name="generations.submit_feedback",
    method="POST",
    path="/generation/feedback",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    body=Body(
        "application/json",
        {"category": "category", "comment": "comment", "generation_id": "generation_id"},
        ("category", "generation_id"),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("SubmitGenerationFeedbackResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


@overload
def submit_feedback(
    body: SubmitGenerationFeedbackRequest | SubmitGenerationFeedbackRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[SubmitFeedbackChanges],
) -> Operation[SubmitGenerationFeedbackResponse]: ...
@overload
def submit_feedback(**params: Unpack[SubmitFeedbackParams]) -> Operation[SubmitGenerationFeedbackResponse]: ...
def submit_feedback(body: Any = None, /, **params: Any) -> Any:
    """Report a bad generation.

    Tells the people of OpenRouter what was wrong with a generation of this account. Needs a management
    key (formerly called provisioning key).

    POST /generation/feedback

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_SUBMIT_FEEDBACK, body, params)
