# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatRequest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Mapped, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import (
        ChatRequestModality,
        ChatRequestServiceTier,
        ChatRequestVerbosity,
        DeprecatedRoute,
        ReasoningEffort,
    )
    from .anthropic_cache_control_directive import AnthropicCacheControlDirective, AnthropicCacheControlDirectiveDict
    from .chat_debug_options import ChatDebugOptions, ChatDebugOptionsDict
    from .chat_function_tool import ChatFunctionTool, ChatFunctionToolDict
    from .chat_messages import ChatMessages, ChatMessagesDict
    from .chat_request_audio import ChatRequestAudio, ChatRequestAudioDict
    from .chat_request_plugin import ChatRequestPlugin, ChatRequestPluginDict
    from .chat_request_reasoning import ChatRequestReasoning, ChatRequestReasoningDict
    from .chat_request_usage import ChatRequestUsage, ChatRequestUsageDict
    from .chat_request_web_search_options import ChatRequestWebSearchOptions, ChatRequestWebSearchOptionsDict
    from .chat_response_format import ChatResponseFormat, ChatResponseFormatDict
    from .chat_stream_options import ChatStreamOptions, ChatStreamOptionsDict
    from .chat_tool_choice import ChatToolChoice, ChatToolChoiceDict
    from .prediction import Prediction, PredictionDict
    from .prompt_cache_options import PromptCacheOptions, PromptCacheOptionsDict
    from .provider_preferences import ProviderPreferences, ProviderPreferencesDict
    from .stop_server_tools_when_condition import StopServerToolsWhenCondition, StopServerToolsWhenConditionDict
    from .trace_config import TraceConfig, TraceConfigDict

    class ChatRequestDict(TypedDict, total=False):
        """`ChatRequest` as a plain dict."""

        audio: ChatRequestAudio | ChatRequestAudioDict | JsonObject
        cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject
        debug: ChatDebugOptions | ChatDebugOptionsDict | JsonObject
        frequency_penalty: float | None
        image_config: Mapping[str, str | float | Sequence[Any]]
        include_reasoning: bool
        logit_bias: Mapping[str, float] | None
        logprobs: bool | None
        max_completion_tokens: int | None
        max_tokens: int | None
        messages: Required[Sequence[ChatMessages | ChatMessagesDict | JsonModel]]
        metadata: Mapping[str, str]
        min_p: float | None
        modalities: Sequence[ChatRequestModality]
        model: str
        models: Sequence[str]
        n: int
        parallel_tool_calls: bool | None
        plugins: Sequence[ChatRequestPlugin | ChatRequestPluginDict | JsonModel]
        prediction: Prediction | PredictionDict | JsonObject | None
        presence_penalty: float | None
        preset: str
        prompt_cache_key: str | None
        prompt_cache_options: PromptCacheOptions | PromptCacheOptionsDict | JsonObject | None
        provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None
        reasoning: ChatRequestReasoning | ChatRequestReasoningDict | JsonObject
        reasoning_effort: ReasoningEffort | None
        repetition_penalty: float | None
        response_format: ChatResponseFormat | ChatResponseFormatDict
        route: DeprecatedRoute | None
        seed: int | None
        service_tier: ChatRequestServiceTier | None
        session_id: str
        stop: str | Sequence[str] | None
        stop_server_tools_when: Sequence[StopServerToolsWhenCondition | StopServerToolsWhenConditionDict | JsonModel]
        stream: bool
        stream_options: ChatStreamOptions | ChatStreamOptionsDict | JsonObject | None
        structured_outputs: bool
        temperature: float | None
        tool_choice: ChatToolChoice | ChatToolChoiceDict
        tools: Sequence[ChatFunctionTool | ChatFunctionToolDict | JsonModel]
        top_a: float | None
        top_k: int | None
        top_logprobs: int | None
        top_p: float | None
        trace: TraceConfig | TraceConfigDict | JsonObject
        transforms: Sequence[str]
        usage: ChatRequestUsage | ChatRequestUsageDict | JsonObject
        user: str
        verbosity: ChatRequestVerbosity
        web_search_options: ChatRequestWebSearchOptions | ChatRequestWebSearchOptionsDict | JsonObject


class ChatRequest(JsonModel):
    """A chat completion: the conversation so far, the model to continue it, and how. Only messages are
    required; parameters that the chosen model does not know are ignored unless
    provider.require_parameters is set.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "audio": Nested("ChatRequestAudio"),
        "cache_control": Nested("AnthropicCacheControlDirective"),
        "debug": Nested("ChatDebugOptions"),
        "image_config": Mapped(Kinds(array=Each())),
        "logit_bias": Mapped(),
        "messages": Each(Union("ChatMessages")),
        "metadata": Mapped(),
        "modalities": Each(),
        "models": Each(),
        "plugins": Each(Union("ChatRequestPlugin")),
        "prediction": Nested("Prediction"),
        "prompt_cache_options": Nested("PromptCacheOptions"),
        "provider": Nested("ProviderPreferences"),
        "reasoning": Nested("ChatRequestReasoning"),
        "response_format": Union("ChatResponseFormat"),
        "stop": Kinds(array=Each()),
        "stop_server_tools_when": Each(Union("StopServerToolsWhenCondition")),
        "stream_options": Nested("ChatStreamOptions"),
        "tool_choice": Union("ChatToolChoice"),
        "tools": Each(Union("ChatFunctionTool")),
        "trace": Nested("TraceConfig"),
        "transforms": Each(),
        "usage": Nested("ChatRequestUsage"),
        "web_search_options": Nested("ChatRequestWebSearchOptions"),
    }

    audio: ChatRequestAudio | None
    """Voice and format of spoken answers. Needed when modalities contain audio."""
    cache_control: AnthropicCacheControlDirective | None
    """Caches the prompt without marking parts: the breakpoint is put after the last part that can be
    cached, and moves along as the conversation grows. For Anthropic models.
    """
    debug: ChatDebugOptions | None
    """Shows what is sent to the provider. For streams only."""
    frequency_penalty: float | None
    """Frequency penalty from -2 to 2; positive values make a token less likely the more often it has
    occurred. Default 0.
    """
    image_config: dict[str, str | float | list[Any]] | None
    """How generated images should look, for models that make images."""
    include_reasoning: bool | None
    """Whether the answer contains the reasoning. Deprecated: use reasoning, where false here is exclude
    true.
    """
    logit_bias: dict[str, float] | None
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
    messages: list[ChatMessages]
    """The conversation so far, oldest message first; at least one."""
    metadata: dict[str, str] | None
    """Notes of your own to store with the request: at most 16 pairs, keys of at most 64 and values of at
    most 512 characters.
    """
    min_p: float | None
    """Probability threshold from 0 to 1: leaves out tokens less probable than this fraction of the
    likeliest token's probability. Default 0, no threshold. Not all providers support it.
    """
    modalities: list[ChatRequestModality] | None
    """Kinds of output to make, of those that the model can. Text only when absent; image models want image
    and text.
    """
    model: str | None
    """The model to use. The default model of the account when absent and models is absent too."""
    models: list[str] | None
    """Models to try in order: the next one when a model fails, refuses or is overloaded. With model given,
    that one is tried first. The one that answers is named in the answer and billed.
    """
    n: int | None
    """How many alternative answers to generate, each as one choice. Default 1. Few providers make more
    than one.
    """
    parallel_tool_calls: bool | None
    """Whether the model may ask for several tool calls at once. Default true."""
    plugins: list[ChatRequestPlugin] | None
    """Plugins to use on this request, with their settings."""
    prediction: Prediction | None
    """Text that much of the answer is expected to repeat, to get it faster."""
    presence_penalty: float | None
    """Presence penalty from -2 to 2; positive values make a token less likely once it has occurred,
    however often. Default 0.
    """
    preset: str | None
    """A preset of the account to take prompt, model and parameters from, as its slug such as
    @preset/my-preset. What the request itself states wins.
    """
    prompt_cache_key: str | None
    """Key of your own that brings requests with the same beginning together, so that the provider's cache
    serves them more often.
    """
    prompt_cache_options: PromptCacheOptions | None
    """Prompt caching for the whole request, on recent OpenAI models."""
    provider: ProviderPreferences | None
    """Which providers may serve the request, and in what order."""
    reasoning: ChatRequestReasoning | None
    """How much the model reasons, and whether the answer shows it."""
    reasoning_effort: ReasoningEffort | None
    """Shorthand for reasoning.effort; when both are given, they must agree."""
    repetition_penalty: float | None
    """Repetition penalty from 0 to 2; values above 1 make tokens that occurred in the prompt or output
    less likely, values below 1 more likely. Default 1, no change. Not all providers support it.
    """
    response_format: ChatResponseFormat | None
    """The form that the answer must have, such as JSON. Plain text when absent."""
    route: DeprecatedRoute | None
    """How fallback models take part. Deprecated: use provider.sort with partition."""
    seed: int | None
    """Seed for sampling: the same request with the same seed should give the same answer, where the
    provider supports that.
    """
    service_tier: ChatRequestServiceTier | None
    """Processing tier of the provider, trading price against speed. The provider's default when absent."""
    session_id: str | None
    """Id of your own, at most 256 characters, that ties requests of one conversation together: they go to
    the same provider, for the sake of its cache, and are grouped in the logs. Wins over the header
    x-session-id.
    """
    stop: str | list[str] | None
    """Text at which to stop: one string or up to 4. It does not become part of the answer."""
    stop_server_tools_when: list[StopServerToolsWhenCondition] | None
    """When to end the rounds of server tools; any one condition is enough. The service has a limit of its
    own on rounds when absent.
    """
    stream: bool | None
    """Whether the answer comes as a stream of events while it is made, instead of in one piece."""
    stream_options: ChatStreamOptions | None
    """Settings of the stream. Its only member no longer has an effect."""
    structured_outputs: bool | None
    """Whether the model must return structured output, by the JSON Schema in response_format."""
    temperature: float | None
    """Sampling temperature from 0 to 2; higher is more varied. The model's own default applies when
    absent.
    """
    tool_choice: ChatToolChoice | None
    """Whether and which tool the model must use. auto when there are tools, else none."""
    tools: list[ChatFunctionTool] | None
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
    trace: TraceConfig | None
    """What observability tools should record about the request."""
    transforms: list[str] | None
    """Changes to the prompt; middle-out shortens one that is too long, an empty list turns that off.
    Deprecated: use the plugin context-compression.
    """
    usage: ChatRequestUsage | None
    """Former switch for the usage in the answer. Deprecated and without effect: it is always there."""
    user: str | None
    """Stable id of the end user, best a hash or pseudonym. It keeps abuse by one user from being held
    against the whole account.
    """
    verbosity: ChatRequestVerbosity | None
    """How long and detailed the answer should be. The model's own default applies when absent. Not all
    providers support it.
    """
    web_search_options: ChatRequestWebSearchOptions | None
    """Settings for web search that is built into the model."""

    def __init__(
        self,
        *,
        messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel],
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
        response_format: ChatResponseFormat | ChatResponseFormatDict = UNSET,
        route: DeprecatedRoute | None = UNSET,
        seed: int | None = UNSET,
        service_tier: ChatRequestServiceTier | None = UNSET,
        session_id: str = UNSET,
        stop: str | Sequence[str] | None = UNSET,
        stop_server_tools_when: Sequence[
            StopServerToolsWhenCondition | StopServerToolsWhenConditionDict | JsonModel
        ] = UNSET,
        stream: bool = UNSET,
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
    ) -> None:
        self._build(locals())
