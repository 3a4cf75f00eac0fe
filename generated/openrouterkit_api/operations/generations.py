# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Generations: Look up what is recorded about a call: tokens, cost, times and content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Required, Unpack, overload

from .._runtime.answers import Answers
from .._runtime.endpoint import Body, Endpoint
from .._runtime.operation import Operation
from .._runtime.readers import Nested
from .._runtime.sender import ExtraParams

if TYPE_CHECKING:
    from ..models.generation_content_response import GenerationContentResponse
    from ..models.generation_response import GenerationResponse
    from ..models.submit_generation_feedback_request import (
        SubmitGenerationFeedbackRequest,
        SubmitGenerationFeedbackRequestDict,
    )
    from ..models.submit_generation_feedback_request_category import SubmitGenerationFeedbackRequestCategory
    from ..models.submit_generation_feedback_response import SubmitGenerationFeedbackResponse


class GetGenerationParams(ExtraParams, total=False):
    """What `get_generation` takes."""

    id: Required[str]
    """Identifier of the generation: `id` in its answer, or the header `X-Generation-Id`."""


_GET_GENERATION = Endpoint(
    id="getGeneration",
    function="get_generation",
    method="GET",
    path="/generation",
    path_params={},
    query_params={"id": "id"},
    header_params={},
    required=("id",),
    answers=Answers(
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
    needs_key=True,
)


def get_generation(**params: Unpack[GetGenerationParams]) -> Operation[GenerationResponse]:
    """Get a generation.

    Looks up what is recorded about one generation: model, provider, tokens, cost and times, for a chat
    as for any other kind of call. The record exists a moment after the answer has ended; until then the
    status is 404.

    GET /generation

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_GET_GENERATION, None, params)


class ListGenerationContentParams(ExtraParams, total=False):
    """What `list_generation_content` takes."""

    id: Required[str]
    """Identifier of the generation: `id` in its answer, or the header `X-Generation-Id`."""


_LIST_GENERATION_CONTENT = Endpoint(
    id="listGenerationContent",
    function="list_generation_content",
    method="GET",
    path="/generation/content",
    path_params={},
    query_params={"id": "id"},
    header_params={},
    required=("id",),
    answers=Answers(
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
    needs_key=True,
)


def list_generation_content(**params: Unpack[ListGenerationContentParams]) -> Operation[GenerationContentResponse]:
    """Get the content of a generation.

    Gives the prompt and the completion of one generation back, where the service has stored them: the
    account must have switched on the logging of input and output before the request was made.

    GET /generation/content

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_LIST_GENERATION_CONTENT, None, params)


class _SubmitGenerationFeedbackParams(ExtraParams, total=False):
    comment: str
    """What was wrong, in words; at most 1000 characters."""


class SubmitGenerationFeedbackParams(_SubmitGenerationFeedbackParams):
    """What `submit_generation_feedback` takes."""

    category: SubmitGenerationFeedbackRequestCategory
    """What kind of fault it was."""
    generation_id: str
    """Identifier of the generation, as in its answer."""


class SubmitGenerationFeedbackChanges(_SubmitGenerationFeedbackParams, total=False):
    """What `submit_generation_feedback` takes beside a body given whole."""

    category: SubmitGenerationFeedbackRequestCategory
    generation_id: str


_SUBMIT_GENERATION_FEEDBACK = Endpoint(
    id="submitGenerationFeedback",
    function="submit_generation_feedback",
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
    answers=Answers(
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
    needs_key=True,
)


@overload
def submit_generation_feedback(
    body: SubmitGenerationFeedbackRequest | SubmitGenerationFeedbackRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[SubmitGenerationFeedbackChanges],
) -> Operation[SubmitGenerationFeedbackResponse]: ...
@overload
def submit_generation_feedback(
    **params: Unpack[SubmitGenerationFeedbackParams],
) -> Operation[SubmitGenerationFeedbackResponse]: ...
def submit_generation_feedback(body: Any = None, /, **params: Any) -> Any:
    """Report a bad generation.

    Tells the people of OpenRouter what was wrong with a generation of this account. Needs a management
    key (formerly called provisioning key).

    POST /generation/feedback

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_SUBMIT_GENERATION_FEEDBACK, body, params)
