# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Chat: Have a model continue a conversation, whole or as a stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack, overload

from openrouterkit_runtime.endpoint import Behavior, Body, Endpoint
from openrouterkit_runtime.operation import StreamingOperation
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import JsonModel

    from ..models.anthropic_cache_control_directive import (
        AnthropicCacheControlDirective,
        AnthropicCacheControlDirectiveDict,
    )
    from ..models.chat_debug_options import ChatDebugOptions, ChatDebugOptionsDict
    from ..models.chat_function_tool import ChatFunctionTool, ChatFunctionToolDict
    from ..models.chat_messages import ChatMessages, ChatMessagesDict
    from ..models.chat_request import ChatRequest, ChatRequestDict
    from ..models.chat_request_audio import ChatRequestAudio, ChatRequestAudioDict
    from ..models.chat_request_modality import ChatRequestModality
    from ..models.chat_request_plugin import ChatRequestPlugin, ChatRequestPluginDict
    from ..models.chat_request_reasoning import ChatRequestReasoning, ChatRequestReasoningDict
    from ..models.chat_request_service_tier import ChatRequestServiceTier
    from ..models.chat_request_usage import ChatRequestUsage, ChatRequestUsageDict
    from ..models.chat_request_verbosity import ChatRequestVerbosity
    from ..models.chat_request_web_search_options import ChatRequestWebSearchOptions, ChatRequestWebSearchOptionsDict
    from ..models.chat_response_format import ChatResponseFormat, ChatResponseFormatDict
    from ..models.chat_result import ChatResult
    from ..models.chat_stream_chunk import ChatStreamChunk
    from ..models.chat_stream_options import ChatStreamOptions, ChatStreamOptionsDict
    from ..models.chat_tool_choice import ChatToolChoice, ChatToolChoiceDict
    from ..models.deprecated_route import DeprecatedRoute
    from ..models.metadata_level import MetadataLevel
    from ..models.prediction import Prediction, PredictionDict
    from ..models.prompt_cache_options import PromptCacheOptions, PromptCacheOptionsDict
    from ..models.provider_preferences import ProviderPreferences, ProviderPreferencesDict
    from ..models.reasoning_effort import ReasoningEffort
    from ..models.stop_server_tools_when_condition import StopServerToolsWhenCondition, StopServerToolsWhenConditionDict
    from ..models.trace_config import TraceConfig, TraceConfigDict


class _SendParams(ExtraParams, total=False):
    x_open_router_metadata: MetadataLevel
    """Whether the answer tells how the request was routed, in `openrouter_metadata`. Disabled when absent."""
    x_open_router_categories: str
    """Categories of your application in the rankings, separated by commas."""
    x_open_router_cache: bool
    """Whether an identical earlier request may be answered from the response cache, free of charge, and
    this answer be stored there. When absent, the setting of the preset applies, false if it has none.
    """
    x_open_router_cache_ttl: int
    """How long the answer stays in the response cache, in seconds from 1 to 86400; 300 when absent."""
    x_open_router_cache_clear: bool
    """Whether to drop the stored answer to this request and have it made anew. False when absent."""
    x_session_id: str
    """Name of the session the request belongs to, at most 256 characters. Requests of a session go to the
    same provider where possible, so that its prompt cache is used. `session_id` in the body comes
    first.
    """
    x_anthropic_beta: str
    """Beta features of Anthropic to switch on, separated by commas. Passed on to Anthropic models only."""
    audio: ChatRequestAudio | ChatRequestAudioDict | Mapping[str, Any]
    """Voice and format of spoken answers. Needed when modalities contain audio."""
    cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | Mapping[str, Any]
    """Caches the prompt without marking parts: the breakpoint is put after the last part that can be
    cached, and moves along as the conversation grows. For Anthropic models.
    """
    debug: ChatDebugOptions | ChatDebugOptionsDict | Mapping[str, Any]
    """Shows what is sent to the provider. For streams only."""
    frequency_penalty: float | None
    """Frequency penalty from -2 to 2; positive values make a token less likely the more often it has
    occurred. Default 0.
    """
    image_config: Mapping[str, str | float | Sequence[Any]]
    """How generated images should look, for models that make images."""
    include_reasoning: bool
    """Whether the answer contains the reasoning. Deprecated: use reasoning, where false here is exclude
    true.
    """
    logit_bias: Mapping[str, float] | None
    """Bias for single tokens, from token id (as a string) to a number from -100 (never) to 100 (always)
    that is added to its logit.
    """
    logprobs: bool | None
    """Whether to return the log probabilities of the output tokens. Default false."""
    max_completion_tokens: int | None
    """Most tokens to generate, reasoning included. The model's own limit applies when absent or null."""
    max_tokens: int | None
    """Older name of max_completion_tokens, which is to be preferred. Some providers refuse values under
    16.
    """
    metadata: Mapping[str, str]
    """Notes of your own to store with the request: at most 16 pairs, keys of at most 64 and values of at
    most 512 characters.
    """
    min_p: float | None
    """Probability threshold from 0 to 1: leaves out tokens less probable than this fraction of the
    likeliest token's probability. Default 0, no threshold. Not all providers support it.
    """
    modalities: Sequence[ChatRequestModality]
    """Kinds of output to make, of those that the model can. Text only when absent; image models want image
    and text.
    """
    model: str
    """The model to use. The default model of the account when absent and models is absent too."""
    models: Sequence[str]
    """Models to try in order: the next one when a model fails, refuses or is overloaded. With model given,
    that one is tried first. The one that answers is named in the answer and billed.
    """
    n: int
    """How many alternative answers to generate, each as one choice. Default 1. Few providers make more
    than one.
    """
    parallel_tool_calls: bool | None
    """Whether the model may ask for several tool calls at once. Default true."""
    plugins: Sequence[ChatRequestPlugin | ChatRequestPluginDict | JsonModel]
    """Plugins to use on this request, with their settings."""
    prediction: Prediction | PredictionDict | Mapping[str, Any] | None
    """Text that much of the answer is expected to repeat, to get it faster."""
    presence_penalty: float | None
    """Presence penalty from -2 to 2; positive values make a token less likely once it has occurred,
    however often. Default 0.
    """
    preset: str
    """A preset of the account to take prompt, model and parameters from, as its slug such as
    @preset/my-preset. What the request itself states wins.
    """
    prompt_cache_key: str | None
    """Key of your own that brings requests with the same beginning together, so that the provider's cache
    serves them more often.
    """
    prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | Mapping[str, Any] | None
    """Prompt caching for the whole request, on recent OpenAI models."""
    provider: ProviderPreferences | ProviderPreferencesDict | Mapping[str, Any] | None
    """Which providers may serve the request, and in what order."""
    reasoning: ChatRequestReasoning | ChatRequestReasoningDict | Mapping[str, Any]
    """How much the model reasons, and whether the answer shows it."""
    reasoning_effort: ReasoningEffort | None
    """Shorthand for reasoning.effort; when both are given, they must agree."""
    repetition_penalty: float | None
    """Repetition penalty from 0 to 2; values above 1 make tokens that occurred in the prompt or output
    less likely, values below 1 more likely. Default 1, no change. Not all providers support it.
    """
    response_format: ChatResponseFormat | ChatResponseFormatDict
    """The form that the answer must have, such as JSON. Plain text when absent."""
    route: DeprecatedRoute | None
    """How fallback models take part. Deprecated: use provider.sort with partition."""
    seed: int | None
    """Seed for sampling: the same request with the same seed should give the same answer, where the
    provider supports that.
    """
    service_tier: ChatRequestServiceTier | None
    """Processing tier of the provider, trading price against speed. The provider's default when absent."""
    session_id: str
    """Id of your own, at most 256 characters, that ties requests of one conversation together: they go to
    the same provider, for the sake of its cache, and are grouped in the logs. Wins over the header
    x-session-id.
    """
    stop: str | Sequence[str] | None
    """Text at which to stop: one string or up to 4. It does not become part of the answer."""
    stop_server_tools_when: Sequence[StopServerToolsWhenCondition | StopServerToolsWhenConditionDict | JsonModel]
    """When to end the rounds of server tools; any one condition is enough. The service has a limit of its
    own on rounds when absent.
    """
    stream_options: ChatStreamOptions | ChatStreamOptionsDict | Mapping[str, Any] | None
    """Settings of the stream. Its only member no longer has an effect."""
    structured_outputs: bool
    """Whether the model must return structured output, by the JSON Schema in response_format."""
    temperature: float | None
    """Sampling temperature from 0 to 2; higher is more varied. The model's own default applies when
    absent.
    """
    tool_choice: ChatToolChoice | ChatToolChoiceDict
    """Whether and which tool the model must use. auto when there are tools, else none."""
    tools: Sequence[ChatFunctionTool | ChatFunctionToolDict | JsonModel]
    """Tools that the model may use: functions of yours, and server tools."""
    top_a: float | None
    """Adaptive threshold from 0 to 1: leaves out tokens much less likely than the likeliest one, and more
    of them the more probable that one is. Default 0, no threshold. Not all providers support it.
    """
    top_k: int | None
    """Number of tokens to sample among, taking the likeliest; 1 always takes the likeliest one, 0 sets no
    limit. Default 0. Not all providers support it.
    """
    top_logprobs: int | None
    """How many of the likeliest tokens to report at each position, from 0 to 20. Needs logprobs."""
    top_p: float | None
    """Nucleus sampling, above 0 and up to 1: samples only among the likeliest tokens that together have
    this probability. Default 1, all tokens.
    """
    trace: TraceConfig | TraceConfigDict | Mapping[str, Any]
    """What observability tools should record about the request."""
    transforms: Sequence[str]
    """Changes to the prompt; middle-out shortens one that is too long, an empty list turns that off.
    Deprecated: use the plugin context-compression.
    """
    usage: ChatRequestUsage | ChatRequestUsageDict | Mapping[str, Any]
    """Former switch for the usage in the answer. Deprecated and without effect: it is always there."""
    user: str
    """Stable id of the end user, best a hash or pseudonym. It keeps abuse by one user from being held
    against the whole account.
    """
    verbosity: ChatRequestVerbosity
    """How long and detailed the answer should be. The model's own default applies when absent. Not all
    providers support it.
    """
    web_search_options: ChatRequestWebSearchOptions | ChatRequestWebSearchOptionsDict | Mapping[str, Any]
    """Settings for web search that is built into the model."""


class SendParams(_SendParams):
    """The keywords of `chat.send`."""

    messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel]
    """The conversation so far, oldest message first; at least one."""


class SendChanges(_SendParams, total=False):
    """The keywords of `chat.send` beside a body that is given whole."""

    messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel]


_SEND = Endpoint(
    id="sendChatCompletionRequest",
    name="chat.send",
    method="POST",
    path="/chat/completions",
    path_params={},
    query_params={},
    header_params={
        "x_open_router_metadata": "X-OpenRouter-Metadata",
        "x_open_router_categories": "X-OpenRouter-Categories",
        "x_open_router_cache": "X-OpenRouter-Cache",
        "x_open_router_cache_ttl": "X-OpenRouter-Cache-TTL",
        "x_open_router_cache_clear": "X-OpenRouter-Cache-Clear",
        "x_session_id": "x-session-id",
        "x_anthropic_beta": "x-anthropic-beta",
    },
    required=(),
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
        ("messages",),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ChatResult"),
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
            "403": {
                "application/json": Nested("ForbiddenResponse"),
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
            "422": {
                "application/json": Nested("UnprocessableEntityResponse"),
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
    events=Events(Nested("ChatStreamChunk"), sentinel="[DONE]", switch="stream", complete_when="accumulated"),
    needs_key=True,
    behavior=Behavior(
        result="openrouterkit.results:ChatCompletion",
        chunk="openrouterkit.results:ChatCompletionChunk",
        accumulator="openrouterkit.accumulate:Accumulator",
        stream="openrouterkit.streams:ChatStream",
        async_stream="openrouterkit.streams:AsyncChatStream",
        required_member="choices",
    ),
)


@overload
def send(
    body: ChatRequest | ChatRequestDict | Mapping[str, Any], /, **changes: Unpack[SendChanges]
) -> StreamingOperation[ChatResult, ChatStreamChunk]: ...
@overload
def send(**params: Unpack[SendParams]) -> StreamingOperation[ChatResult, ChatStreamChunk]: ...
def send(body: Any = None, /, **params: Any) -> Any:
    """Complete a chat.

    Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
    events. White space before the JSON, and comment lines between events, only keep the connection
    alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
    choice or in a chunk.

    POST /chat/completions

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return StreamingOperation.of(_SEND, body, params)


_STREAM = _SEND.named("chat.stream")


@overload
def stream(
    body: ChatRequest | ChatRequestDict | Mapping[str, Any], /, **changes: Unpack[SendChanges]
) -> StreamingOperation[ChatResult, ChatStreamChunk]: ...
@overload
def stream(**params: Unpack[SendParams]) -> StreamingOperation[ChatResult, ChatStreamChunk]: ...
def stream(body: Any = None, /, **params: Any) -> Any:
    """Complete a chat, as an event stream.

    Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
    events. White space before the JSON, and comment lines between events, only keep the connection
    alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
    choice or in a chunk.

    POST /chat/completions

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return StreamingOperation.of(_STREAM, body, params).streamed()
