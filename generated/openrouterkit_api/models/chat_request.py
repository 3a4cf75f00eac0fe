# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """A request for a chat completion: the conversation, the model and the parameters. Only messages are
    required; parameters that the model does not support are ignored unless provider.require_parameters
    is set.
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
    """Voice and format of spoken answers. Required if modalities contain audio."""
    cache_control: AnthropicCacheControlDirective | None
    """Caches the prompt without explicit breakpoints: a breakpoint is set after the last part that can be
    cached, and moves as the conversation grows. For Anthropic models.
    """
    debug: ChatDebugOptions | None
    """Shows the request that is sent to the provider. For streams only."""
    frequency_penalty: float | None
    """Frequency penalty from -2 to 2; positive values make a token less likely the more often it has
    occurred. Defaults to 0.
    """
    image_config: dict[str, str | float | list[Any]] | None
    """Settings for generated images, for models that generate images."""
    include_reasoning: bool | None
    """Whether the response contains the reasoning. Deprecated: use `reasoning`; false here corresponds to
    `exclude: true` there.
    """
    logit_bias: dict[str, float] | None
    """Bias of single tokens: a mapping of token ids (as strings) to numbers from -100 (never) to 100
    (always), which are added to the logits.
    """
    logprobs: bool | None
    """Whether to return the log probabilities of the output tokens. Defaults to false."""
    max_completion_tokens: int | None
    """Maximum number of tokens to generate, including reasoning. Defaults to the limit of the model."""
    max_tokens: int | None
    """Older name of max_completion_tokens; use that instead. Some providers reject values below 16."""
    messages: list[ChatMessages]
    """The conversation so far, oldest message first; at least one."""
    metadata: dict[str, str] | None
    """Your own data to store with the request: at most 16 pairs, keys of at most 64 and values of at most
    512 characters.
    """
    min_p: float | None
    """Probability threshold from 0 to 1: excludes tokens whose probability is below this fraction of the
    most likely token's. Defaults to 0, no threshold. Not all providers support it.
    """
    modalities: list[ChatRequestModality] | None
    """Kinds of output to generate. Defaults to text only; image models require image and text."""
    model: str | None
    """The model to use. Defaults to the default model of the account, unless `models` is set."""
    models: list[str] | None
    """Models to try in order: the next one is used if a model fails, refuses or is overloaded. If `model`
    is set, it is tried first. The response names the model that was used and is billed.
    """
    n: int | None
    """Number of alternative completions to generate, one choice each. Defaults to 1. Few providers support
    more.
    """
    parallel_tool_calls: bool | None
    """Whether the model may request several tool calls at once. Defaults to true."""
    plugins: list[ChatRequestPlugin] | None
    """Plugins to use for this request, with their settings."""
    prediction: Prediction | None
    """Text that is expected to make up most of the answer, to speed it up."""
    presence_penalty: float | None
    """Presence penalty from -2 to 2; positive values make a token less likely once it has occurred,
    however often. Defaults to 0.
    """
    preset: str | None
    """A preset of the account that defines prompt, model and parameters, as its slug such as
    @preset/my-preset. Members of the request take precedence.
    """
    prompt_cache_key: str | None
    """Your own key that groups requests with the same beginning, so that the provider's cache is used more
    often.
    """
    prompt_cache_options: PromptCacheOptions | None
    """Prompt caching for the whole request, on recent OpenAI models."""
    provider: ProviderPreferences | None
    """Which providers may serve the request, and in which order."""
    reasoning: ChatRequestReasoning | None
    """How much the model reasons, and whether the response contains the reasoning."""
    reasoning_effort: ReasoningEffort | None
    """Short form of reasoning.effort; if both are set, they must agree."""
    repetition_penalty: float | None
    """Repetition penalty from 0 to 2; values above 1 make tokens that occurred in the prompt or output
    less likely, values below 1 more likely. Defaults to 1, no change. Not all providers support it.
    """
    response_format: ChatResponseFormat | None
    """Required format of the answer, such as JSON. Defaults to plain text."""
    route: DeprecatedRoute | None
    """How fallback models are used. Deprecated: use provider.sort with partition."""
    seed: int | None
    """Seed for sampling: the same request with the same seed should produce the same answer, if the
    provider supports it.
    """
    service_tier: ChatRequestServiceTier | None
    """Processing tier of the provider, a trade-off between price and speed. Defaults to the provider's
    default.
    """
    session_id: str | None
    """Your own id, at most 256 characters, that groups the requests of a conversation: they are sent to
    the same provider, so that its cache is used, and grouped in the logs. Takes precedence over the
    header x-session-id.
    """
    stop: str | list[str] | None
    """One string, or up to 4, that end the completion when the model generates them. They are not part of
    the answer.
    """
    stop_server_tools_when: list[StopServerToolsWhenCondition] | None
    """When to end the rounds of server tools; one condition is sufficient. By default the service limits
    the number of rounds.
    """
    stream: bool | None
    """Whether the response is a stream of events, sent while it is generated."""
    stream_options: ChatStreamOptions | None
    """Settings of the stream. Its only member has no effect any more."""
    structured_outputs: bool | None
    """Whether the model must return structured output, according to the JSON Schema in response_format."""
    temperature: float | None
    """Sampling temperature from 0 to 2; higher values vary the output more. Defaults to the model's
    default.
    """
    tool_choice: ChatToolChoice | None
    """Whether the model must use a tool, and which. Defaults to auto if there are tools, otherwise to
    none.
    """
    tools: list[ChatFunctionTool] | None
    """Tools that the model may use: your own functions, and server tools."""
    top_a: float | None
    """Adaptive threshold from 0 to 1: excludes tokens that are much less likely than the most likely one,
    and more of them the more probable that one is. Defaults to 0, no threshold. Not all providers
    support it.
    """
    top_k: int | None
    """Number of most likely tokens to sample from; 1 always selects the most likely token, 0 means no
    limit. Defaults to 0. Not all providers support it.
    """
    top_logprobs: int | None
    """Number of most likely tokens to report at each position, from 0 to 20. Requires logprobs."""
    top_p: float | None
    """Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that together have
    this probability. Defaults to 1, all tokens.
    """
    trace: TraceConfig | None
    """Data that observability tools should record about the request."""
    transforms: list[str] | None
    """Transformations of the prompt; middle-out shortens a prompt that is too long, an empty list disables
    this. Deprecated: use the plugin context-compression.
    """
    usage: ChatRequestUsage | None
    """Former switch for the usage in the response. Deprecated and without effect: responses always contain
    the usage.
    """
    user: str | None
    """Stable id of the end user, preferably a hash or pseudonym. It limits the consequences of abuse to
    this user instead of the whole account.
    """
    verbosity: ChatRequestVerbosity | None
    """How long and detailed the answer should be. Defaults to the model's default. Not all providers
    support it.
    """
    web_search_options: ChatRequestWebSearchOptions | None
    """Settings for the web search that is built into some models."""

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
