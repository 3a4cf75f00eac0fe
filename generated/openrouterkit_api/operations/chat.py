# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Chat: Send a conversation to a model, and get the completion whole or as a stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Behavior, Body, Endpoint
from openrouterkit_runtime.operation import StreamingOperation
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.model import JsonModel

    from ..models._enumerations import (
        ChatRequestModality,
        ChatRequestServiceTier,
        ChatRequestVerbosity,
        DeprecatedRoute,
        MetadataLevel,
        ReasoningEffort,
    )
    from ..models.anthropic_cache_control_directive import (
        AnthropicCacheControlDirective,
        AnthropicCacheControlDirectiveDict,
    )
    from ..models.chat_debug_options import ChatDebugOptions, ChatDebugOptionsDict
    from ..models.chat_function_tool import ChatFunctionTool, ChatFunctionToolDict
    from ..models.chat_messages import ChatMessages, ChatMessagesDict
    from ..models.chat_request import ChatRequest, ChatRequestDict
    from ..models.chat_request_audio import ChatRequestAudio, ChatRequestAudioDict
    from ..models.chat_request_plugin import ChatRequestPlugin, ChatRequestPluginDict
    from ..models.chat_request_reasoning import ChatRequestReasoning, ChatRequestReasoningDict
    from ..models.chat_request_usage import ChatRequestUsage, ChatRequestUsageDict
    from ..models.chat_request_web_search_options import ChatRequestWebSearchOptions, ChatRequestWebSearchOptionsDict
    from ..models.chat_response_format import ChatResponseFormat, ChatResponseFormatDict
    from ..models.chat_result import ChatResult
    from ..models.chat_stream_chunk import ChatStreamChunk
    from ..models.chat_stream_options import ChatStreamOptions, ChatStreamOptionsDict
    from ..models.chat_tool_choice import ChatToolChoice, ChatToolChoiceDict
    from ..models.prediction import Prediction, PredictionDict
    from ..models.prompt_cache_options import PromptCacheOptions, PromptCacheOptionsDict
    from ..models.provider_preferences import ProviderPreferences, ProviderPreferencesDict
    from ..models.stop_server_tools_when_condition import StopServerToolsWhenCondition, StopServerToolsWhenConditionDict
    from ..models.trace_config import TraceConfig, TraceConfigDict


_SEND: Endpoint[StreamingOperation[ChatResult, ChatStreamChunk]] = Endpoint(
    id="sendChatCompletionRequest",
    name="chat.send",
    method="POST",
    path="/chat/completions",
    kind=StreamingOperation,
    header_params={
        "x_open_router_metadata": "X-OpenRouter-Metadata",
        "x_open_router_categories": "X-OpenRouter-Categories",
        "x_open_router_cache": "X-OpenRouter-Cache",
        "x_open_router_cache_ttl": "X-OpenRouter-Cache-TTL",
        "x_open_router_cache_clear": "X-OpenRouter-Cache-Clear",
        "x_session_id": "x-session-id",
        "x_anthropic_beta": "x-anthropic-beta",
    },
    body=Body(
        "application/json",
        {
            "audio": "audio",
            "cache_control": "cache_control",
            "debug": "debug",
            "frequency_penalty": "frequency_penalty",
            "image_config": "image_config",
            "include_reasoning": "include_reasoning",
            "logit_bias": "logit_bias",
            "logprobs": "logprobs",
            "max_completion_tokens": "max_completion_tokens",
            "max_tokens": "max_tokens",
            "messages": "messages",
            "metadata": "metadata",
            "min_p": "min_p",
            "modalities": "modalities",
            "model": "model",
            "models": "models",
            "n": "n",
            "parallel_tool_calls": "parallel_tool_calls",
            "plugins": "plugins",
            "prediction": "prediction",
            "presence_penalty": "presence_penalty",
            "preset": "preset",
            "prompt_cache_key": "prompt_cache_key",
            "prompt_cache_options": "prompt_cache_options",
            "provider": "provider",
            "reasoning": "reasoning",
            "reasoning_effort": "reasoning_effort",
            "repetition_penalty": "repetition_penalty",
            "response_format": "response_format",
            "route": "route",
            "seed": "seed",
            "service_tier": "service_tier",
            "session_id": "session_id",
            "stop": "stop",
            "stop_server_tools_when": "stop_server_tools_when",
            "stream": "stream",
            "stream_options": "stream_options",
            "structured_outputs": "structured_outputs",
            "temperature": "temperature",
            "tool_choice": "tool_choice",
            "tools": "tools",
            "top_a": "top_a",
            "top_k": "top_k",
            "top_logprobs": "top_logprobs",
            "top_p": "top_p",
            "trace": "trace",
            "transforms": "transforms",
            "usage": "usage",
            "user": "user",
            "verbosity": "verbosity",
            "web_search_options": "web_search_options",
        },
        required=("messages",),
        lists=("messages", "modalities", "models", "plugins", "stop_server_tools_when", "tools", "transforms"),
        object_lists=("messages", "plugins", "stop_server_tools_when", "tools"),
        objects=(
            "audio",
            "cache_control",
            "debug",
            "image_config",
            "logit_bias",
            "metadata",
            "prediction",
            "prompt_cache_options",
            "provider",
            "reasoning",
            "response_format",
            "stream_options",
            "tool_choice",
            "trace",
            "usage",
            "web_search_options",
        ),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("ChatResult")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "402": {"application/json": Nested("PaymentRequiredResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "408": {"application/json": Nested("RequestTimeoutResponse")},
            "413": {"application/json": Nested("PayloadTooLargeResponse")},
            "422": {"application/json": Nested("UnprocessableEntityResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
            "502": {"application/json": Nested("BadGatewayResponse")},
            "503": {"application/json": Nested("ServiceUnavailableResponse")},
            "524": {"application/json": Nested("EdgeNetworkTimeoutResponse")},
            "529": {"application/json": Nested("ProviderOverloadedResponse")},
        },
        required_member="choices",
    ),
    response_kind="object",
    events=Events(
        Nested("ChatStreamChunk"),
        sentinel="[DONE]",
        switch="stream",
        complete_when="accumulated",
        required_member="choices",
    ),
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
    behavior=Behavior(
        result="openrouterkit.results:ChatCompletion",
        chunk="openrouterkit.results:ChatCompletionChunk",
        protocol="openrouterkit.event_protocols:ChatProtocol",
        stream="openrouterkit.streams:ChatStream",
        async_stream="openrouterkit.streams:AsyncChatStream",
        required_member="choices",
    ),
)


def send(
    body: ChatRequest | ChatRequestDict | JsonObject | None = None,
    /,
    *,
    messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel] = UNSET,
    x_open_router_metadata: MetadataLevel = UNSET,
    x_open_router_categories: str = UNSET,
    x_open_router_cache: bool = UNSET,
    x_open_router_cache_ttl: int = UNSET,
    x_open_router_cache_clear: bool = UNSET,
    x_session_id: str = UNSET,
    x_anthropic_beta: str = UNSET,
    audio: ChatRequestAudio | ChatRequestAudioDict | JsonObject = UNSET,
    cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject = UNSET,
    debug: ChatDebugOptions | ChatDebugOptionsDict | JsonObject = UNSET,
    frequency_penalty: float | None = UNSET,
    image_config: Mapping[str, str | float | Sequence[Any]] = UNSET,
    include_reasoning: bool = UNSET,
    logit_bias: Mapping[str, float] | None = UNSET,
    logprobs: bool | None = UNSET,
    max_completion_tokens: int | None = UNSET,
    max_tokens: int | None = UNSET,
    metadata: Mapping[str, str] = UNSET,
    min_p: float | None = UNSET,
    modalities: Sequence[ChatRequestModality] = UNSET,
    model: str = UNSET,
    models: Sequence[str] = UNSET,
    n: int = UNSET,
    parallel_tool_calls: bool | None = UNSET,
    plugins: Sequence[ChatRequestPlugin | ChatRequestPluginDict | JsonModel] = UNSET,
    prediction: Prediction | PredictionDict | JsonObject | None = UNSET,
    presence_penalty: float | None = UNSET,
    preset: str = UNSET,
    prompt_cache_key: str | None = UNSET,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | JsonObject | None = UNSET,
    provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None = UNSET,
    reasoning: ChatRequestReasoning | ChatRequestReasoningDict | JsonObject = UNSET,
    reasoning_effort: ReasoningEffort | None = UNSET,
    repetition_penalty: float | None = UNSET,
    response_format: ChatResponseFormat | ChatResponseFormatDict | type = UNSET,
    route: DeprecatedRoute | None = UNSET,
    seed: int | None = UNSET,
    service_tier: ChatRequestServiceTier | None = UNSET,
    session_id: str = UNSET,
    stop: str | Sequence[str] | None = UNSET,
    stop_server_tools_when: Sequence[
        StopServerToolsWhenCondition | StopServerToolsWhenConditionDict | JsonModel
    ] = UNSET,
    stream_options: ChatStreamOptions | ChatStreamOptionsDict | JsonObject | None = UNSET,
    structured_outputs: bool = UNSET,
    temperature: float | None = UNSET,
    tool_choice: ChatToolChoice | ChatToolChoiceDict = UNSET,
    tools: Sequence[ChatFunctionTool | ChatFunctionToolDict | JsonModel] = UNSET,
    top_a: float | None = UNSET,
    top_k: int | None = UNSET,
    top_logprobs: int | None = UNSET,
    top_p: float | None = UNSET,
    trace: TraceConfig | TraceConfigDict | JsonObject = UNSET,
    transforms: Sequence[str] = UNSET,
    usage: ChatRequestUsage | ChatRequestUsageDict | JsonObject = UNSET,
    user: str = UNSET,
    verbosity: ChatRequestVerbosity = UNSET,
    web_search_options: ChatRequestWebSearchOptions | ChatRequestWebSearchOptionsDict | JsonObject = UNSET,
    stream: bool = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[ChatResult, ChatStreamChunk]:
    """Complete a chat.

    Returns the operation `POST /chat/completions` without sending it. The keyword
    arguments are those of `Chat.send` in `namespaces.chat`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _SEND.build(locals(), body)


_STREAM = _SEND.with_name("chat.stream")


def stream(
    body: ChatRequest | ChatRequestDict | JsonObject | None = None,
    /,
    *,
    messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel] = UNSET,
    x_open_router_metadata: MetadataLevel = UNSET,
    x_open_router_categories: str = UNSET,
    x_open_router_cache: bool = UNSET,
    x_open_router_cache_ttl: int = UNSET,
    x_open_router_cache_clear: bool = UNSET,
    x_session_id: str = UNSET,
    x_anthropic_beta: str = UNSET,
    audio: ChatRequestAudio | ChatRequestAudioDict | JsonObject = UNSET,
    cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject = UNSET,
    debug: ChatDebugOptions | ChatDebugOptionsDict | JsonObject = UNSET,
    frequency_penalty: float | None = UNSET,
    image_config: Mapping[str, str | float | Sequence[Any]] = UNSET,
    include_reasoning: bool = UNSET,
    logit_bias: Mapping[str, float] | None = UNSET,
    logprobs: bool | None = UNSET,
    max_completion_tokens: int | None = UNSET,
    max_tokens: int | None = UNSET,
    metadata: Mapping[str, str] = UNSET,
    min_p: float | None = UNSET,
    modalities: Sequence[ChatRequestModality] = UNSET,
    model: str = UNSET,
    models: Sequence[str] = UNSET,
    n: int = UNSET,
    parallel_tool_calls: bool | None = UNSET,
    plugins: Sequence[ChatRequestPlugin | ChatRequestPluginDict | JsonModel] = UNSET,
    prediction: Prediction | PredictionDict | JsonObject | None = UNSET,
    presence_penalty: float | None = UNSET,
    preset: str = UNSET,
    prompt_cache_key: str | None = UNSET,
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | JsonObject | None = UNSET,
    provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None = UNSET,
    reasoning: ChatRequestReasoning | ChatRequestReasoningDict | JsonObject = UNSET,
    reasoning_effort: ReasoningEffort | None = UNSET,
    repetition_penalty: float | None = UNSET,
    response_format: ChatResponseFormat | ChatResponseFormatDict | type = UNSET,
    route: DeprecatedRoute | None = UNSET,
    seed: int | None = UNSET,
    service_tier: ChatRequestServiceTier | None = UNSET,
    session_id: str = UNSET,
    stop: str | Sequence[str] | None = UNSET,
    stop_server_tools_when: Sequence[
        StopServerToolsWhenCondition | StopServerToolsWhenConditionDict | JsonModel
    ] = UNSET,
    stream_options: ChatStreamOptions | ChatStreamOptionsDict | JsonObject | None = UNSET,
    structured_outputs: bool = UNSET,
    temperature: float | None = UNSET,
    tool_choice: ChatToolChoice | ChatToolChoiceDict = UNSET,
    tools: Sequence[ChatFunctionTool | ChatFunctionToolDict | JsonModel] = UNSET,
    top_a: float | None = UNSET,
    top_k: int | None = UNSET,
    top_logprobs: int | None = UNSET,
    top_p: float | None = UNSET,
    trace: TraceConfig | TraceConfigDict | JsonObject = UNSET,
    transforms: Sequence[str] = UNSET,
    usage: ChatRequestUsage | ChatRequestUsageDict | JsonObject = UNSET,
    user: str = UNSET,
    verbosity: ChatRequestVerbosity = UNSET,
    web_search_options: ChatRequestWebSearchOptions | ChatRequestWebSearchOptionsDict | JsonObject = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[ChatResult, ChatStreamChunk]:
    """Complete a chat, as an event stream.

    Returns the operation `POST /chat/completions` without sending it. The keyword
    arguments are those of `Chat.send` in `namespaces.chat`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _STREAM.build(locals(), body).with_stream()
