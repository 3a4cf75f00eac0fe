"""The parameters of the chat methods of OpenRouter, for type checkers and editors: those of `send`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Required, TypedDict

from ..chats.options import DecisionOptions, ParseOptions, RunOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openrouterkit_api import JsonModel, models
    from openrouterkit_runtime.sender import Timeout

    from ..options import RequestOptions

__all__ = ["ParseParameters", "RequestParameters", "ResumeParameters", "RunParameters", "SharedParameters"]


class RequestParameters(TypedDict, total=False):
    """The parameters of requests, beside the messages. What is omitted is not sent.

    Attributes:
        model: The model to use. Defaults to the default model of the account, unless `models` is set.
        x_open_router_metadata: Whether the response reports how the request was routed, in
            `openrouter_metadata`. Defaults to disabled.
        x_open_router_categories: Categories of your application in the rankings, separated by commas.
        x_open_router_cache: Whether the response may come from the response cache, free of charge, if an
            identical request was sent before, and whether this response is stored there. Defaults to the
            setting of the preset, or to false.
        x_open_router_cache_ttl: How long the response stays in the response cache, in seconds from 1 to 86400.
            Defaults to 300.
        x_open_router_cache_clear: Whether to delete the cached response to this request and generate a new one.
            Defaults to false.
        x_session_id: Name of the session that the request belongs to, at most 256 characters. Requests of a
            session are sent to the same provider if possible, so that its prompt cache is used. `session_id` in
            the body takes precedence.
        x_anthropic_beta: Beta features of Anthropic to enable, separated by commas. Sent to Anthropic models
            only.
        audio: Voice and format of spoken answers. Required if modalities contain audio.
        cache_control: Caches the prompt without explicit breakpoints: a breakpoint is set after the last part
            that can be cached, and moves as the conversation grows. For Anthropic models.
        debug: Shows the request that is sent to the provider. For streams only.
        frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the more
            often it has occurred. Defaults to 0.
        image_config: Settings for generated images, for models that generate images.
        include_reasoning: Whether the response contains the reasoning. Deprecated: use `reasoning`; false here
            corresponds to `exclude: true` there.
        logit_bias: Bias of single tokens: a mapping of token ids (as strings) to numbers from -100 (never) to
            100 (always), which are added to the logits.
        logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
        max_completion_tokens: Maximum number of tokens to generate, including reasoning. Defaults to the limit
            of the model.
        max_tokens: Older name of max_completion_tokens; use that instead. Some providers reject values below
            16.
        metadata: Your own data to store with the request: at most 16 pairs, keys of at most 64 and values of at
            most 512 characters.
        min_p: Probability threshold from 0 to 1: excludes tokens whose probability is below this fraction of
            the most likely token's. Defaults to 0, no threshold. Not all providers support it.
        modalities: Kinds of output to generate. Defaults to text only; image models require image and text.
        models: Models to try in order: the next one is used if a model fails, refuses or is overloaded. If
            `model` is set, it is tried first. The response names the model that was used and is billed.
        n: Number of alternative completions to generate, one choice each. Defaults to 1. Few providers support
            more.
        parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
        plugins: Plugins to use for this request, with their settings.
        prediction: Text that is expected to make up most of the answer, to speed it up.
        presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once it has
            occurred, however often. Defaults to 0.
        preset: A preset of the account that defines prompt, model and parameters, as its slug such as
            @preset/my-preset. Members of the request take precedence.
        prompt_cache_key: Your own key that groups requests with the same beginning, so that the provider's
            cache is used more often.
        prompt_cache_options: Prompt caching for the whole request, on recent OpenAI models.
        provider: Which providers may serve the request, and in which order.
        reasoning: How much the model reasons, and whether the response contains the reasoning.
        reasoning_effort: Short form of reasoning.effort; if both are set, they must agree.
        repetition_penalty: Repetition penalty from 0 to 2; values above 1 make tokens that occurred in the
            prompt or output less likely, values below 1 more likely. Defaults to 1, no change. Not all
            providers support it.
        route: How fallback models are used. Deprecated: use provider.sort with partition.
        seed: Seed for sampling: the same request with the same seed should produce the same answer, if the
            provider supports it.
        service_tier: Processing tier of the provider, a trade-off between price and speed. Defaults to the
            provider's default.
        session_id: Your own id, at most 256 characters, that groups the requests of a conversation: they are
            sent to the same provider, so that its cache is used, and grouped in the logs. Takes precedence over
            the header x-session-id.
        stop: One string, or up to 4, that end the completion when the model generates them. They are not part
            of the answer.
        stop_server_tools_when: When to end the rounds of server tools; one condition is sufficient. By default
            the service limits the number of rounds.
        stream_options: Settings of the stream. Its only member has no effect any more.
        structured_outputs: Whether the model must return structured output, according to the JSON Schema in
            response_format.
        temperature: Sampling temperature from 0 to 2; higher values vary the output more. Defaults to the
            model's default.
        tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools,
            otherwise to none.
        top_a: Adaptive threshold from 0 to 1: excludes tokens that are much less likely than the most likely
            one, and more of them the more probable that one is. Defaults to 0, no threshold. Not all providers
            support it.
        top_k: Number of most likely tokens to sample from; 1 always selects the most likely token, 0 means no
            limit. Defaults to 0. Not all providers support it.
        top_logprobs: Number of most likely tokens to report at each position, from 0 to 20. Requires logprobs.
        top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that together
            have this probability. Defaults to 1, all tokens.
        trace: Data that observability tools should record about the request.
        transforms: Transformations of the prompt; middle-out shortens a prompt that is too long, an empty list
            disables this. Deprecated: use the plugin context-compression.
        usage: Former switch for the usage in the response. Deprecated and without effect: responses always
            contain the usage.
        user: Stable id of the end user, preferably a hash or pseudonym. It limits the consequences of abuse to
            this user instead of the whole account.
        verbosity: How long and detailed the answer should be. Defaults to the model's default. Not all
            providers support it.
        web_search_options: Settings for the web search that is built into some models.
        extra_headers: Additional HTTP headers; each replaces the header of the same name.
        extra_query: Additional query parameters; each replaces the parameter of the same name.
        extra_body: Additional members of the request body; each replaces the member of the same name.
        timeout: The timeout of each call; see `Client.send`.
        options: The `RequestOptions` of the calls.
    """

    model: str
    x_open_router_metadata: models.MetadataLevel
    x_open_router_categories: str
    x_open_router_cache: bool
    x_open_router_cache_ttl: int
    x_open_router_cache_clear: bool
    x_session_id: str
    x_anthropic_beta: str
    audio: models.ChatRequestAudio | models.ChatRequestAudioDict | Mapping[str, Any]
    cache_control: models.AnthropicCacheControlDirective | models.AnthropicCacheControlDirectiveDict | Mapping[str, Any]
    debug: models.ChatDebugOptions | models.ChatDebugOptionsDict | Mapping[str, Any]
    frequency_penalty: float | None
    image_config: Mapping[str, str | float | Sequence[Any]]
    include_reasoning: bool
    logit_bias: Mapping[str, float] | None
    logprobs: bool | None
    max_completion_tokens: int | None
    max_tokens: int | None
    metadata: Mapping[str, str]
    min_p: float | None
    modalities: Sequence[models.ChatRequestModality]
    models: Sequence[str]
    n: int
    parallel_tool_calls: bool | None
    plugins: Sequence[models.ChatRequestPlugin | models.ChatRequestPluginDict | JsonModel]
    prediction: models.Prediction | models.PredictionDict | Mapping[str, Any] | None
    presence_penalty: float | None
    preset: str
    prompt_cache_key: str | None
    prompt_cache_options: models.PromptCacheOptions | models.PromptCacheOptionsDict | Mapping[str, Any] | None
    provider: models.ProviderPreferences | models.ProviderPreferencesDict | Mapping[str, Any] | None
    reasoning: models.ChatRequestReasoning | models.ChatRequestReasoningDict | Mapping[str, Any]
    reasoning_effort: models.ReasoningEffort | None
    repetition_penalty: float | None
    route: models.DeprecatedRoute | None
    seed: int | None
    service_tier: models.ChatRequestServiceTier | None
    session_id: str
    stop: str | Sequence[str] | None
    stop_server_tools_when: Sequence[
        models.StopServerToolsWhenCondition | models.StopServerToolsWhenConditionDict | JsonModel
    ]
    stream_options: models.ChatStreamOptions | models.ChatStreamOptionsDict | Mapping[str, Any] | None
    structured_outputs: bool
    temperature: float | None
    tool_choice: models.ChatToolChoice | models.ChatToolChoiceDict
    top_a: float | None
    top_k: int | None
    top_logprobs: int | None
    top_p: float | None
    trace: models.TraceConfig | models.TraceConfigDict | Mapping[str, Any]
    transforms: Sequence[str]
    usage: models.ChatRequestUsage | models.ChatRequestUsageDict | Mapping[str, Any]
    user: str
    verbosity: models.ChatRequestVerbosity
    web_search_options: models.ChatRequestWebSearchOptions | models.ChatRequestWebSearchOptionsDict | Mapping[str, Any]
    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: Timeout
    options: RequestOptions | None


class SharedParameters(RequestParameters, total=False):
    """The parameters that all methods accept.

    Attributes:
        messages: The conversation so far, oldest message first; at least one.
    """

    messages: Required[Iterable[models.ChatMessages | models.ChatMessagesDict | JsonModel]]


class ParseParameters(SharedParameters, ParseOptions, total=False):
    """The parameters of `parse` and `parse_stream`.

    Attributes:
        tools: Tools that the model may use: your own functions, and server tools.
    """

    tools: Sequence[models.ChatFunctionTool | models.ChatFunctionToolDict | JsonModel]


class RunParameters(SharedParameters, RunOptions, total=False):
    """The parameters of `run` and `run_stream`.

    Attributes:
        response_format: Required format of the answer, such as JSON. Defaults to plain text.
    """

    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type


class ResumeParameters(RequestParameters, RunOptions, DecisionOptions, total=False):
    """The parameters of `resume` and `resume_stream`; those that are omitted are those of the run.

    Attributes:
        response_format: Required format of the answer; see `RunParameters`.
    """

    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type
