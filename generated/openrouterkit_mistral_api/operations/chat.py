# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Chat: Send a conversation to a model, and get the completion whole or as a stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from openrouterkit_runtime.endpoint import Behavior, Body, Endpoint
from openrouterkit_runtime.operation import StreamingOperation
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.model import JsonModel

    from ..models._enumerations import ReasoningEffort, ServiceTier
    from ..models.chat_completion_request import ChatCompletionRequest, ChatCompletionRequestDict
    from ..models.chat_completion_response import ChatCompletionResponse
    from ..models.chat_message import ChatMessage, ChatMessageDict
    from ..models.chat_tool import ChatTool, ChatToolDict
    from ..models.completion_chunk import CompletionChunk
    from ..models.guardrail_config import GuardrailConfig, GuardrailConfigDict
    from ..models.prediction import Prediction, PredictionDict
    from ..models.response_format import ResponseFormat, ResponseFormatDict
    from ..models.tool_choice import ToolChoice, ToolChoiceDict


_SEND: Endpoint[StreamingOperation[ChatCompletionResponse, CompletionChunk]] = Endpoint(
    id="createChatCompletion",
    name="chat.send",
    method="POST",
    path="/v1/chat/completions",
    kind=StreamingOperation,
    body=Body(
        "application/json",
        {
            "frequency_penalty": "frequency_penalty",
            "guardrails": "guardrails",
            "logprobs": "logprobs",
            "max_tokens": "max_tokens",
            "messages": "messages",
            "metadata": "metadata",
            "min_tokens": "min_tokens",
            "model": "model",
            "n": "n",
            "parallel_tool_calls": "parallel_tool_calls",
            "prediction": "prediction",
            "presence_penalty": "presence_penalty",
            "prompt_cache_key": "prompt_cache_key",
            "prompt_logprobs": "prompt_logprobs",
            "prompt_mode": "prompt_mode",
            "random_seed": "random_seed",
            "reasoning_effort": "reasoning_effort",
            "repetition_penalty": "repetition_penalty",
            "response_format": "response_format",
            "safe_prompt": "safe_prompt",
            "service_tier": "service_tier",
            "stop": "stop",
            "stream": "stream",
            "temperature": "temperature",
            "tool_choice": "tool_choice",
            "tools": "tools",
            "top_k": "top_k",
            "top_logprobs": "top_logprobs",
            "top_p": "top_p",
            "top_prompt_logprobs": "top_prompt_logprobs",
        },
        required=("messages", "model"),
        lists=("guardrails", "messages", "tools"),
        object_lists=("guardrails", "messages", "tools"),
        objects=("metadata", "prediction", "response_format", "tool_choice"),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("ChatCompletionResponse")},
            "400": {"application/json": Nested("ErrorResponse")},
            "401": {"application/json": Nested("ErrorResponse")},
            "403": {"application/json": Nested("ErrorResponse")},
            "404": {"application/json": Nested("ErrorResponse")},
            "422": {"application/json": Nested("ErrorResponse")},
            "429": {"application/json": Nested("ErrorResponse")},
            "500": {"application/json": Nested("ErrorResponse")},
            "503": {"application/json": Nested("ErrorResponse")},
        },
        required_member="usage",
    ),
    response_kind="object",
    events=Events(
        Nested("CompletionChunk"),
        sentinel=None,
        switch="stream",
        complete_when="accumulated",
        required_member="choices",
    ),
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
    behavior=Behavior(
        result="openrouterkit.mistral.results:MistralCompletion",
        chunk="openrouterkit.mistral.results:MistralChunk",
        protocol="openrouterkit.event_protocols:ChatProtocol",
        stream="openrouterkit.streams:ChatStream",
        async_stream="openrouterkit.streams:AsyncChatStream",
        required_member="choices",
    ),
)


def send(
    body: ChatCompletionRequest | ChatCompletionRequestDict | JsonObject | None = None,
    /,
    *,
    messages: Sequence[ChatMessage | ChatMessageDict | JsonModel] = UNSET,
    model: str = UNSET,
    frequency_penalty: float | None = UNSET,
    guardrails: Sequence[GuardrailConfig | GuardrailConfigDict | JsonObject] | None = UNSET,
    logprobs: bool | None = UNSET,
    max_tokens: int | None = UNSET,
    metadata: Mapping[str, Any] | None = UNSET,
    min_tokens: int | None = UNSET,
    n: int | None = UNSET,
    parallel_tool_calls: bool = UNSET,
    prediction: Prediction | PredictionDict | JsonObject = UNSET,
    presence_penalty: float | None = UNSET,
    prompt_cache_key: str | None = UNSET,
    prompt_logprobs: bool | None = UNSET,
    prompt_mode: Literal["reasoning"] | None = UNSET,
    random_seed: int | None = UNSET,
    reasoning_effort: ReasoningEffort | None = UNSET,
    repetition_penalty: float | None = UNSET,
    response_format: ResponseFormat | ResponseFormatDict | JsonObject | JsonModel | type = UNSET,
    safe_prompt: bool = UNSET,
    service_tier: ServiceTier | None = UNSET,
    stop: str | Sequence[str] | None = UNSET,
    temperature: float | None = UNSET,
    tool_choice: ToolChoice | ToolChoiceDict | JsonModel = UNSET,
    tools: Sequence[ChatTool | ChatToolDict | JsonModel] | None = UNSET,
    top_k: int | None = UNSET,
    top_logprobs: int | None = UNSET,
    top_p: float | None = UNSET,
    top_prompt_logprobs: int | None = UNSET,
    stream: bool = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[ChatCompletionResponse, CompletionChunk]:
    """Complete a chat.

    Returns the operation `POST /v1/chat/completions` without sending it. The keyword
    arguments are those of `Chat.send` in `namespaces.chat`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _SEND.build(locals(), body)


_STREAM = _SEND.with_name("chat.stream")


def stream(
    body: ChatCompletionRequest | ChatCompletionRequestDict | JsonObject | None = None,
    /,
    *,
    messages: Sequence[ChatMessage | ChatMessageDict | JsonModel] = UNSET,
    model: str = UNSET,
    frequency_penalty: float | None = UNSET,
    guardrails: Sequence[GuardrailConfig | GuardrailConfigDict | JsonObject] | None = UNSET,
    logprobs: bool | None = UNSET,
    max_tokens: int | None = UNSET,
    metadata: Mapping[str, Any] | None = UNSET,
    min_tokens: int | None = UNSET,
    n: int | None = UNSET,
    parallel_tool_calls: bool = UNSET,
    prediction: Prediction | PredictionDict | JsonObject = UNSET,
    presence_penalty: float | None = UNSET,
    prompt_cache_key: str | None = UNSET,
    prompt_logprobs: bool | None = UNSET,
    prompt_mode: Literal["reasoning"] | None = UNSET,
    random_seed: int | None = UNSET,
    reasoning_effort: ReasoningEffort | None = UNSET,
    repetition_penalty: float | None = UNSET,
    response_format: ResponseFormat | ResponseFormatDict | JsonObject | JsonModel | type = UNSET,
    safe_prompt: bool = UNSET,
    service_tier: ServiceTier | None = UNSET,
    stop: str | Sequence[str] | None = UNSET,
    temperature: float | None = UNSET,
    tool_choice: ToolChoice | ToolChoiceDict | JsonModel = UNSET,
    tools: Sequence[ChatTool | ChatToolDict | JsonModel] | None = UNSET,
    top_k: int | None = UNSET,
    top_logprobs: int | None = UNSET,
    top_p: float | None = UNSET,
    top_prompt_logprobs: int | None = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[ChatCompletionResponse, CompletionChunk]:
    """Complete a chat, as an event stream.

    Returns the operation `POST /v1/chat/completions` without sending it. The keyword
    arguments are those of `Chat.send` in `namespaces.chat`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _STREAM.build(locals(), body).with_stream()
