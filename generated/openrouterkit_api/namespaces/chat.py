# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Chat: Send a conversation to a model, and get the completion whole or as a stream."""

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
    """Send a conversation to a model, and get the completion whole or as a stream."""

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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Sends a conversation to a model and returns its completion: whole, or as server-sent events if
        `stream` is true. White space before the JSON, and comment lines between events, only keep the
        connection alive. If the service fails after the response has started, the status is 200, and the
        `error` is in the body, in a choice or in a chunk.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            x_open_router_metadata: Whether the response reports how the request was routed, in
                `openrouter_metadata`. Defaults to disabled.
            x_open_router_categories: Categories of your application in the rankings, separated by commas.
            x_open_router_cache: Whether the response may come from the response cache, free of charge, if
                an identical request was sent before, and whether this response is stored there. Defaults to
                the setting of the preset, or to false.
            x_open_router_cache_ttl: How long the response stays in the response cache, in seconds from 1 to
                86400. Defaults to 300.
            x_open_router_cache_clear: Whether to delete the cached response to this request and generate a
                new one. Defaults to false.
            x_session_id: Name of the session that the request belongs to, at most 256 characters. Requests
                of a session are sent to the same provider if possible, so that its prompt cache is used.
                `session_id` in the body takes precedence.
            x_anthropic_beta: Beta features of Anthropic to enable, separated by commas. Sent to Anthropic
                models only.
            audio: Voice and format of spoken answers. Required if modalities contain audio.
            cache_control: Caches the prompt without explicit breakpoints: a breakpoint is set after the
                last part that can be cached, and moves as the conversation grows. For Anthropic models.
            debug: Shows the request that is sent to the provider. For streams only.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Defaults to 0.
            image_config: Settings for generated images, for models that generate images.
            include_reasoning: Whether the response contains the reasoning. Deprecated: use `reasoning`;
                false here corresponds to `exclude: true` there.
            logit_bias: Bias of single tokens: a mapping of token ids (as strings) to numbers from -100
                (never) to 100 (always), which are added to the logits.
            logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
            max_completion_tokens: Maximum number of tokens to generate, including reasoning. Defaults to
                the limit of the model.
            max_tokens: Older name of max_completion_tokens; use that instead. Some providers reject values
                below 16.
            metadata: Your own data to store with the request: at most 16 pairs, keys of at most 64 and
                values of at most 512 characters.
            min_p: Probability threshold from 0 to 1: excludes tokens whose probability is below this
                fraction of the most likely token's. Defaults to 0, no threshold. Not all providers support
                it.
            modalities: Kinds of output to generate. Defaults to text only; image models require image and
                text.
            model: The model to use. Defaults to the default model of the account, unless `models` is set.
            models: Models to try in order: the next one is used if a model fails, refuses or is overloaded.
                If `model` is set, it is tried first. The response names the model that was used and is
                billed.
            n: Number of alternative completions to generate, one choice each. Defaults to 1. Few providers
                support more.
            parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
            plugins: Plugins to use for this request, with their settings.
            prediction: Text that is expected to make up most of the answer, to speed it up.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Defaults to 0.
            preset: A preset of the account that defines prompt, model and parameters, as its slug such as
                @preset/my-preset. Members of the request take precedence.
            prompt_cache_key: Your own key that groups requests with the same beginning, so that the
                provider's cache is used more often.
            prompt_cache_options: Prompt caching for the whole request, on recent OpenAI models.
            provider: Which providers may serve the request, and in which order.
            reasoning: How much the model reasons, and whether the response contains the reasoning.
            reasoning_effort: Short form of reasoning.effort; if both are set, they must agree.
            repetition_penalty: Repetition penalty from 0 to 2; values above 1 make tokens that occurred in
                the prompt or output less likely, values below 1 more likely. Defaults to 1, no change. Not
                all providers support it.
            response_format: Required format of the answer, such as JSON. Defaults to plain text.
            route: How fallback models are used. Deprecated: use provider.sort with partition.
            seed: Seed for sampling: the same request with the same seed should produce the same answer, if
                the provider supports it.
            service_tier: Processing tier of the provider, a trade-off between price and speed. Defaults to
                the provider's default.
            session_id: Your own id, at most 256 characters, that groups the requests of a conversation:
                they are sent to the same provider, so that its cache is used, and grouped in the logs.
                Takes precedence over the header x-session-id.
            stop: One string, or up to 4, that end the completion when the model generates them. They are
                not part of the answer.
            stop_server_tools_when: When to end the rounds of server tools; one condition is sufficient. By
                default the service limits the number of rounds.
            stream_options: Settings of the stream. Its only member has no effect any more.
            structured_outputs: Whether the model must return structured output, according to the JSON
                Schema in response_format.
            temperature: Sampling temperature from 0 to 2; higher values vary the output more. Defaults to
                the model's default.
            tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools,
                otherwise to none.
            tools: Tools that the model may use: your own functions, and server tools.
            top_a: Adaptive threshold from 0 to 1: excludes tokens that are much less likely than the most
                likely one, and more of them the more probable that one is. Defaults to 0, no threshold. Not
                all providers support it.
            top_k: Number of most likely tokens to sample from; 1 always selects the most likely token, 0
                means no limit. Defaults to 0. Not all providers support it.
            top_logprobs: Number of most likely tokens to report at each position, from 0 to 20. Requires
                logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that
                together have this probability. Defaults to 1, all tokens.
            trace: Data that observability tools should record about the request.
            transforms: Transformations of the prompt; middle-out shortens a prompt that is too long, an
                empty list disables this. Deprecated: use the plugin context-compression.
            usage: Former switch for the usage in the response. Deprecated and without effect: responses
                always contain the usage.
            user: Stable id of the end user, preferably a hash or pseudonym. It limits the consequences of
                abuse to this user instead of the whole account.
            verbosity: How long and detailed the answer should be. Defaults to the model's default. Not all
                providers support it.
            web_search_options: Settings for the web search that is built into some models.
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
            Exception: The call failed, or the service responded with an error (400, 401, 402, 403, 404,
                408, 413, 422, 429, 500, 502, 503, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.chat import _SEND as _endpoint

        if stream:
            from ..operations.chat import _STREAM as _streaming

            _streamed = _streaming.build(_arguments, sender=self._sender).with_stream()
            del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
            _stream = self._sender.stream(_streamed, timeout=timeout, options=options)
            return _stream.__enter__()
        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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
            Exception: The call failed, or the service responded with an error (400, 401, 402, 403, 404,
                408, 413, 422, 429, 500, 502, 503, 524, 529). Raised on entry or during iteration, as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.chat import _STREAM as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender).with_stream()
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class


class AsyncChat(Generic[SendResult_co, AsyncSendStream_co]):
    """Send a conversation to a model, and get the completion whole or as a stream."""

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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Sends a conversation to a model and returns its completion: whole, or as server-sent events if
        `stream` is true. White space before the JSON, and comment lines between events, only keep the
        connection alive. If the service fails after the response has started, the status is 200, and the
        `error` is in the body, in a choice or in a chunk.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            x_open_router_metadata: Whether the response reports how the request was routed, in
                `openrouter_metadata`. Defaults to disabled.
            x_open_router_categories: Categories of your application in the rankings, separated by commas.
            x_open_router_cache: Whether the response may come from the response cache, free of charge, if
                an identical request was sent before, and whether this response is stored there. Defaults to
                the setting of the preset, or to false.
            x_open_router_cache_ttl: How long the response stays in the response cache, in seconds from 1 to
                86400. Defaults to 300.
            x_open_router_cache_clear: Whether to delete the cached response to this request and generate a
                new one. Defaults to false.
            x_session_id: Name of the session that the request belongs to, at most 256 characters. Requests
                of a session are sent to the same provider if possible, so that its prompt cache is used.
                `session_id` in the body takes precedence.
            x_anthropic_beta: Beta features of Anthropic to enable, separated by commas. Sent to Anthropic
                models only.
            audio: Voice and format of spoken answers. Required if modalities contain audio.
            cache_control: Caches the prompt without explicit breakpoints: a breakpoint is set after the
                last part that can be cached, and moves as the conversation grows. For Anthropic models.
            debug: Shows the request that is sent to the provider. For streams only.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Defaults to 0.
            image_config: Settings for generated images, for models that generate images.
            include_reasoning: Whether the response contains the reasoning. Deprecated: use `reasoning`;
                false here corresponds to `exclude: true` there.
            logit_bias: Bias of single tokens: a mapping of token ids (as strings) to numbers from -100
                (never) to 100 (always), which are added to the logits.
            logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
            max_completion_tokens: Maximum number of tokens to generate, including reasoning. Defaults to
                the limit of the model.
            max_tokens: Older name of max_completion_tokens; use that instead. Some providers reject values
                below 16.
            metadata: Your own data to store with the request: at most 16 pairs, keys of at most 64 and
                values of at most 512 characters.
            min_p: Probability threshold from 0 to 1: excludes tokens whose probability is below this
                fraction of the most likely token's. Defaults to 0, no threshold. Not all providers support
                it.
            modalities: Kinds of output to generate. Defaults to text only; image models require image and
                text.
            model: The model to use. Defaults to the default model of the account, unless `models` is set.
            models: Models to try in order: the next one is used if a model fails, refuses or is overloaded.
                If `model` is set, it is tried first. The response names the model that was used and is
                billed.
            n: Number of alternative completions to generate, one choice each. Defaults to 1. Few providers
                support more.
            parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
            plugins: Plugins to use for this request, with their settings.
            prediction: Text that is expected to make up most of the answer, to speed it up.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Defaults to 0.
            preset: A preset of the account that defines prompt, model and parameters, as its slug such as
                @preset/my-preset. Members of the request take precedence.
            prompt_cache_key: Your own key that groups requests with the same beginning, so that the
                provider's cache is used more often.
            prompt_cache_options: Prompt caching for the whole request, on recent OpenAI models.
            provider: Which providers may serve the request, and in which order.
            reasoning: How much the model reasons, and whether the response contains the reasoning.
            reasoning_effort: Short form of reasoning.effort; if both are set, they must agree.
            repetition_penalty: Repetition penalty from 0 to 2; values above 1 make tokens that occurred in
                the prompt or output less likely, values below 1 more likely. Defaults to 1, no change. Not
                all providers support it.
            response_format: Required format of the answer, such as JSON. Defaults to plain text.
            route: How fallback models are used. Deprecated: use provider.sort with partition.
            seed: Seed for sampling: the same request with the same seed should produce the same answer, if
                the provider supports it.
            service_tier: Processing tier of the provider, a trade-off between price and speed. Defaults to
                the provider's default.
            session_id: Your own id, at most 256 characters, that groups the requests of a conversation:
                they are sent to the same provider, so that its cache is used, and grouped in the logs.
                Takes precedence over the header x-session-id.
            stop: One string, or up to 4, that end the completion when the model generates them. They are
                not part of the answer.
            stop_server_tools_when: When to end the rounds of server tools; one condition is sufficient. By
                default the service limits the number of rounds.
            stream_options: Settings of the stream. Its only member has no effect any more.
            structured_outputs: Whether the model must return structured output, according to the JSON
                Schema in response_format.
            temperature: Sampling temperature from 0 to 2; higher values vary the output more. Defaults to
                the model's default.
            tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools,
                otherwise to none.
            tools: Tools that the model may use: your own functions, and server tools.
            top_a: Adaptive threshold from 0 to 1: excludes tokens that are much less likely than the most
                likely one, and more of them the more probable that one is. Defaults to 0, no threshold. Not
                all providers support it.
            top_k: Number of most likely tokens to sample from; 1 always selects the most likely token, 0
                means no limit. Defaults to 0. Not all providers support it.
            top_logprobs: Number of most likely tokens to report at each position, from 0 to 20. Requires
                logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that
                together have this probability. Defaults to 1, all tokens.
            trace: Data that observability tools should record about the request.
            transforms: Transformations of the prompt; middle-out shortens a prompt that is too long, an
                empty list disables this. Deprecated: use the plugin context-compression.
            usage: Former switch for the usage in the response. Deprecated and without effect: responses
                always contain the usage.
            user: Stable id of the end user, preferably a hash or pseudonym. It limits the consequences of
                abuse to this user instead of the whole account.
            verbosity: How long and detailed the answer should be. Defaults to the model's default. Not all
                providers support it.
            web_search_options: Settings for the web search that is built into some models.
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
            Exception: The call failed, or the service responded with an error (400, 401, 402, 403, 404,
                408, 413, 422, 429, 500, 502, 503, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.chat import _SEND as _endpoint

        if stream:
            from ..operations.chat import _STREAM as _streaming

            _streamed = _streaming.build(_arguments, sender=self._sender).with_stream()
            del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
            _stream = self._sender.stream(_streamed, timeout=timeout, options=options)
            return await _stream.__aenter__()
        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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
            Exception: The call failed, or the service responded with an error (400, 401, 402, 403, 404,
                408, 413, 422, 429, 500, 502, 503, 524, 529). Raised on entry or during iteration, as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.chat import _STREAM as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender).with_stream()
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class
