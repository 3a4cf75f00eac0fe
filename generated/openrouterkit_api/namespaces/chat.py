# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Chat: Have a model continue a conversation, whole or as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.model import JsonModel
    from openrouterkit_runtime.sender import AsyncEventStream, AsyncSender, EventStream, Options, Sender, Timeout

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

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    SendResult_co = TypeVar("SendResult_co", covariant=True, default="ChatResult")
    SendStream_co = TypeVar("SendStream_co", covariant=True, default="EventStream[ChatStreamChunk]")
    AsyncSendStream_co = TypeVar("AsyncSendStream_co", covariant=True, default="AsyncEventStream[ChatStreamChunk]")
else:
    from typing import TypeVar

    SendResult_co = TypeVar("SendResult_co", covariant=True)
    SendStream_co = TypeVar("SendStream_co", covariant=True)
    AsyncSendStream_co = TypeVar("AsyncSendStream_co", covariant=True)


class Chat(Generic[SendResult_co, SendStream_co]):
    """Have a model continue a conversation, whole or as a stream."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def send(
        self,
        *,
        messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel],
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
        response_format: ChatResponseFormat | ChatResponseFormatDict = UNSET,
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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            x_open_router_metadata: Whether the answer tells how the request was routed, in
                `openrouter_metadata`. Disabled when absent.
            x_open_router_categories: Categories of your application in the rankings, separated by commas.
            x_open_router_cache: Whether an identical earlier request may be answered from the response
                cache, free of charge, and this answer be stored there. When absent, the setting of the
                preset applies, false if it has none.
            x_open_router_cache_ttl: How long the answer stays in the response cache, in seconds from 1 to
                86400; 300 when absent.
            x_open_router_cache_clear: Whether to drop the stored answer to this request and have it made
                anew. False when absent.
            x_session_id: Name of the session the request belongs to, at most 256 characters. Requests of a
                session go to the same provider where possible, so that its prompt cache is used.
                `session_id` in the body comes first.
            x_anthropic_beta: Beta features of Anthropic to switch on, separated by commas. Passed on to
                Anthropic models only.
            audio: Voice and format of spoken answers. Needed when modalities contain audio.
            cache_control: Caches the prompt without marking parts: the breakpoint is put after the last
                part that can be cached, and moves along as the conversation grows. For Anthropic models.
            debug: Shows what is sent to the provider. For streams only.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Default 0.
            image_config: How generated images should look, for models that make images.
            include_reasoning: Whether the answer contains the reasoning. Deprecated: use reasoning, where
                false here is exclude true.
            logit_bias: Bias for single tokens, from token id (as a string) to a number from -100 (never) to
                100 (always) that is added to its logit.
            logprobs: Whether to return the log probabilities of the output tokens. Default false.
            max_completion_tokens: Most tokens to generate, reasoning included. The model's own limit
                applies when absent or null.
            max_tokens: Older name of max_completion_tokens, which is to be preferred. Some providers refuse
                values under 16.
            metadata: Notes of your own to store with the request: at most 16 pairs, keys of at most 64 and
                values of at most 512 characters.
            min_p: Probability threshold from 0 to 1: leaves out tokens less probable than this fraction of
                the likeliest token's probability. Default 0, no threshold. Not all providers support it.
            modalities: Kinds of output to make, of those that the model can. Text only when absent; image
                models want image and text.
            model: The model to use. The default model of the account when absent and models is absent too.
            models: Models to try in order: the next one when a model fails, refuses or is overloaded. With
                model given, that one is tried first. The one that answers is named in the answer and
                billed.
            n: How many alternative answers to generate, each as one choice. Default 1. Few providers make
                more than one.
            parallel_tool_calls: Whether the model may ask for several tool calls at once. Default true.
            plugins: Plugins to use on this request, with their settings.
            prediction: Text that much of the answer is expected to repeat, to get it faster.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Default 0.
            preset: A preset of the account to take prompt, model and parameters from, as its slug such as
                @preset/my-preset. What the request itself states wins.
            prompt_cache_key: Key of your own that brings requests with the same beginning together, so that
                the provider's cache serves them more often.
            prompt_cache_options: Prompt caching for the whole request, on recent OpenAI models.
            provider: Which providers may serve the request, and in what order.
            reasoning: How much the model reasons, and whether the answer shows it.
            reasoning_effort: Shorthand for reasoning.effort; when both are given, they must agree.
            repetition_penalty: Repetition penalty from 0 to 2; values above 1 make tokens that occurred in
                the prompt or output less likely, values below 1 more likely. Default 1, no change. Not all
                providers support it.
            response_format: The form that the answer must have, such as JSON. Plain text when absent.
            route: How fallback models take part. Deprecated: use provider.sort with partition.
            seed: Seed for sampling: the same request with the same seed should give the same answer, where
                the provider supports that.
            service_tier: Processing tier of the provider, trading price against speed. The provider's
                default when absent.
            session_id: Id of your own, at most 256 characters, that ties requests of one conversation
                together: they go to the same provider, for the sake of its cache, and are grouped in the
                logs. Wins over the header x-session-id.
            stop: Text at which to stop: one string or up to 4. It does not become part of the answer.
            stop_server_tools_when: When to end the rounds of server tools; any one condition is enough. The
                service has a limit of its own on rounds when absent.
            stream_options: Settings of the stream. Its only member no longer has an effect.
            structured_outputs: Whether the model must return structured output, by the JSON Schema in
                response_format.
            temperature: Sampling temperature from 0 to 2; higher is more varied. The model's own default
                applies when absent.
            tool_choice: Whether and which tool the model must use. auto when there are tools, else none.
            tools: Tools that the model may use: functions of yours, and server tools.
            top_a: Adaptive threshold from 0 to 1: leaves out tokens much less likely than the likeliest
                one, and more of them the more probable that one is. Default 0, no threshold. Not all
                providers support it.
            top_k: Number of tokens to sample among, taking the likeliest; 1 always takes the likeliest one,
                0 sets no limit. Default 0. Not all providers support it.
            top_logprobs: How many of the likeliest tokens to report at each position, from 0 to 20. Needs
                logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only among the likeliest tokens that
                together have this probability. Default 1, all tokens.
            trace: What observability tools should record about the request.
            transforms: Changes to the prompt; middle-out shortens one that is too long, an empty list turns
                that off. Deprecated: use the plugin context-compression.
            usage: Former switch for the usage in the answer. Deprecated and without effect: it is always
                there.
            user: Stable id of the end user, best a hash or pseudonym. It keeps abuse by one user from being
                held against the whole account.
            verbosity: How long and detailed the answer should be. The model's own default applies when
                absent. Not all providers support it.
            web_search_options: Settings for web search that is built into the model.
            stream: Leave unset; use `stream` for an event stream.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The completion, whole or as a stream of events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529).
        """
        _arguments = locals()
        from ..operations.chat import _SEND as _endpoint

        if stream:
            from ..operations.chat import _STREAM as _streaming

            _stream = self._sender.stream(_streaming.build(_arguments).with_stream(), timeout=timeout, options=options)
            return _stream.__enter__()
        _operation = _endpoint.build(_arguments)
        _result: Any = self._sender.send(_operation, timeout=timeout, options=options)
        return _result  # type: ignore[no-any-return]  # the endpoint's Behavior names the class

    def stream(
        self,
        *,
        messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel],
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
        response_format: ChatResponseFormat | ChatResponseFormatDict = UNSET,
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
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendStream_co:
        """Complete a chat, as an event stream.

        See `send` for the arguments.

        Example:
            with client.chat.stream(...) as stream:
                for event in stream:
                    print(event)

        Returns:
            The event stream: a context manager that sends the request on entry and closes the response on
            exit. Iterate over it for the events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client, raised on entry or during iteration, if a request fails
                or the service responds with an error (400, 401, 402, 403, 404, 408, 413, 422, 429, 500,
                502, 503, 524, 529).
        """
        _arguments = locals()
        from ..operations.chat import _STREAM as _endpoint

        _operation = _endpoint.build(_arguments).with_stream()
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class


class AsyncChat(Generic[SendResult_co, AsyncSendStream_co]):
    """Have a model continue a conversation, whole or as a stream."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def send(
        self,
        *,
        messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel],
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
        response_format: ChatResponseFormat | ChatResponseFormatDict = UNSET,
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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            x_open_router_metadata: Whether the answer tells how the request was routed, in
                `openrouter_metadata`. Disabled when absent.
            x_open_router_categories: Categories of your application in the rankings, separated by commas.
            x_open_router_cache: Whether an identical earlier request may be answered from the response
                cache, free of charge, and this answer be stored there. When absent, the setting of the
                preset applies, false if it has none.
            x_open_router_cache_ttl: How long the answer stays in the response cache, in seconds from 1 to
                86400; 300 when absent.
            x_open_router_cache_clear: Whether to drop the stored answer to this request and have it made
                anew. False when absent.
            x_session_id: Name of the session the request belongs to, at most 256 characters. Requests of a
                session go to the same provider where possible, so that its prompt cache is used.
                `session_id` in the body comes first.
            x_anthropic_beta: Beta features of Anthropic to switch on, separated by commas. Passed on to
                Anthropic models only.
            audio: Voice and format of spoken answers. Needed when modalities contain audio.
            cache_control: Caches the prompt without marking parts: the breakpoint is put after the last
                part that can be cached, and moves along as the conversation grows. For Anthropic models.
            debug: Shows what is sent to the provider. For streams only.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Default 0.
            image_config: How generated images should look, for models that make images.
            include_reasoning: Whether the answer contains the reasoning. Deprecated: use reasoning, where
                false here is exclude true.
            logit_bias: Bias for single tokens, from token id (as a string) to a number from -100 (never) to
                100 (always) that is added to its logit.
            logprobs: Whether to return the log probabilities of the output tokens. Default false.
            max_completion_tokens: Most tokens to generate, reasoning included. The model's own limit
                applies when absent or null.
            max_tokens: Older name of max_completion_tokens, which is to be preferred. Some providers refuse
                values under 16.
            metadata: Notes of your own to store with the request: at most 16 pairs, keys of at most 64 and
                values of at most 512 characters.
            min_p: Probability threshold from 0 to 1: leaves out tokens less probable than this fraction of
                the likeliest token's probability. Default 0, no threshold. Not all providers support it.
            modalities: Kinds of output to make, of those that the model can. Text only when absent; image
                models want image and text.
            model: The model to use. The default model of the account when absent and models is absent too.
            models: Models to try in order: the next one when a model fails, refuses or is overloaded. With
                model given, that one is tried first. The one that answers is named in the answer and
                billed.
            n: How many alternative answers to generate, each as one choice. Default 1. Few providers make
                more than one.
            parallel_tool_calls: Whether the model may ask for several tool calls at once. Default true.
            plugins: Plugins to use on this request, with their settings.
            prediction: Text that much of the answer is expected to repeat, to get it faster.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Default 0.
            preset: A preset of the account to take prompt, model and parameters from, as its slug such as
                @preset/my-preset. What the request itself states wins.
            prompt_cache_key: Key of your own that brings requests with the same beginning together, so that
                the provider's cache serves them more often.
            prompt_cache_options: Prompt caching for the whole request, on recent OpenAI models.
            provider: Which providers may serve the request, and in what order.
            reasoning: How much the model reasons, and whether the answer shows it.
            reasoning_effort: Shorthand for reasoning.effort; when both are given, they must agree.
            repetition_penalty: Repetition penalty from 0 to 2; values above 1 make tokens that occurred in
                the prompt or output less likely, values below 1 more likely. Default 1, no change. Not all
                providers support it.
            response_format: The form that the answer must have, such as JSON. Plain text when absent.
            route: How fallback models take part. Deprecated: use provider.sort with partition.
            seed: Seed for sampling: the same request with the same seed should give the same answer, where
                the provider supports that.
            service_tier: Processing tier of the provider, trading price against speed. The provider's
                default when absent.
            session_id: Id of your own, at most 256 characters, that ties requests of one conversation
                together: they go to the same provider, for the sake of its cache, and are grouped in the
                logs. Wins over the header x-session-id.
            stop: Text at which to stop: one string or up to 4. It does not become part of the answer.
            stop_server_tools_when: When to end the rounds of server tools; any one condition is enough. The
                service has a limit of its own on rounds when absent.
            stream_options: Settings of the stream. Its only member no longer has an effect.
            structured_outputs: Whether the model must return structured output, by the JSON Schema in
                response_format.
            temperature: Sampling temperature from 0 to 2; higher is more varied. The model's own default
                applies when absent.
            tool_choice: Whether and which tool the model must use. auto when there are tools, else none.
            tools: Tools that the model may use: functions of yours, and server tools.
            top_a: Adaptive threshold from 0 to 1: leaves out tokens much less likely than the likeliest
                one, and more of them the more probable that one is. Default 0, no threshold. Not all
                providers support it.
            top_k: Number of tokens to sample among, taking the likeliest; 1 always takes the likeliest one,
                0 sets no limit. Default 0. Not all providers support it.
            top_logprobs: How many of the likeliest tokens to report at each position, from 0 to 20. Needs
                logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only among the likeliest tokens that
                together have this probability. Default 1, all tokens.
            trace: What observability tools should record about the request.
            transforms: Changes to the prompt; middle-out shortens one that is too long, an empty list turns
                that off. Deprecated: use the plugin context-compression.
            usage: Former switch for the usage in the answer. Deprecated and without effect: it is always
                there.
            user: Stable id of the end user, best a hash or pseudonym. It keeps abuse by one user from being
                held against the whole account.
            verbosity: How long and detailed the answer should be. The model's own default applies when
                absent. Not all providers support it.
            web_search_options: Settings for web search that is built into the model.
            stream: Leave unset; use `stream` for an event stream.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The completion, whole or as a stream of events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529).
        """
        _arguments = locals()
        from ..operations.chat import _SEND as _endpoint

        if stream:
            from ..operations.chat import _STREAM as _streaming

            _stream = self._sender.stream(_streaming.build(_arguments).with_stream(), timeout=timeout, options=options)
            return await _stream.__aenter__()
        _operation = _endpoint.build(_arguments)
        _result: Any = await self._sender.send(_operation, timeout=timeout, options=options)
        return _result  # type: ignore[no-any-return]  # the endpoint's Behavior names the class

    def stream(
        self,
        *,
        messages: Sequence[ChatMessages | ChatMessagesDict | JsonModel],
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
        response_format: ChatResponseFormat | ChatResponseFormatDict = UNSET,
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
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncSendStream_co:
        """Complete a chat, as an event stream.

        See `send` for the arguments.

        Example:
            async with client.chat.stream(...) as stream:
                async for event in stream:
                    print(event)

        Returns:
            The event stream: an asynchronous context manager that sends the request on entry and closes the
            response on exit. Iterate over it for the events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client, raised on entry or during iteration, if a request fails
                or the service responds with an error (400, 401, 402, 403, 404, 408, 413, 422, 429, 500,
                502, 503, 524, 529).
        """
        _arguments = locals()
        from ..operations.chat import _STREAM as _endpoint

        _operation = _endpoint.build(_arguments).with_stream()
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class
