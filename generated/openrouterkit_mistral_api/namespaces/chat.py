# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
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

    from ..models._enumerations import ReasoningEffort, ServiceTier
    from ..models.chat_completion_response import ChatCompletionResponse
    from ..models.chat_message import ChatMessage, ChatMessageDict
    from ..models.chat_tool import ChatTool, ChatToolDict
    from ..models.completion_chunk import CompletionChunk
    from ..models.guardrail_config import GuardrailConfig, GuardrailConfigDict
    from ..models.prediction import Prediction, PredictionDict
    from ..models.response_format import ResponseFormat, ResponseFormatDict
    from ..models.tool_choice import ToolChoice, ToolChoiceDict

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    SendResult_co = TypeVar("SendResult_co", covariant=True, default="ChatCompletionResponse")
    SendStream_co = TypeVar("SendStream_co", covariant=True, default="EventStream[CompletionChunk]")
    AsyncSendStream_co = TypeVar("AsyncSendStream_co", covariant=True, default="AsyncEventStream[CompletionChunk]")
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
        messages: Sequence[ChatMessage | ChatMessageDict | JsonModel],
        model: str,
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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Sends a conversation to a model and returns its completion: whole, or as server-sent events if
        `stream` is true.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            model: Id or alias of the model, such as mistral-small-latest.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Defaults to 0.
            guardrails: Checks of the content by models for moderation.
            logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
            max_tokens: Maximum number of tokens to generate. Prompt and answer together must fit into the
                context of the model. Defaults to what is left of it.
            metadata: Your own data to store with the request.
            min_tokens: Minimum number of tokens to generate. Defaults to 0.
            n: Number of alternative completions to generate, one choice each. The prompt is billed once.
                Defaults to 1.
            parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
            prediction: Text that is expected to make up most of the answer, to speed it up.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Defaults to 0.
            prompt_cache_key: Your own key that groups requests with the same beginning, so that the cache
                is used more often.
            prompt_logprobs: Whether to return the log probabilities of the tokens of the prompt. Defaults
                to false.
            prompt_mode: Which system prompt the service adds. reasoning adds the one that makes models for
                reasoning think first; null adds none.
            random_seed: Seed for sampling: the same request with the same seed should produce the same
                answer.
            reasoning_effort: How much the model reasons, for models where this can be set. Defaults to the
                model's default.
            repetition_penalty: Repetition penalty; values above 1 make tokens that occurred in the prompt
                or output less likely. Defaults to 1, no change.
            response_format: Required format of the answer, such as JSON. Defaults to plain text.
            safe_prompt: Whether the service adds a prompt for safety before the conversation. Defaults to
                false.
            service_tier: Processing tier: auto may use reserved capacity, standard_only does not. Defaults
                to auto.
            stop: One text, or several, that end the completion when the model generates them. They are not
                part of the answer.
            temperature: Sampling temperature from 0 to 1.5; higher values vary the output more. Defaults to
                the model's default.
            tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools.
            tools: Tools that the model may use: your own functions, and tools of the service.
            top_k: Number of most likely tokens to sample from. Defaults to no limit.
            top_logprobs: Number of most likely tokens to report at each position. Requires logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that
                together have this probability. Defaults to 1, all tokens.
            top_prompt_logprobs: Number of most likely tokens to report at each position of the prompt.
                Requires prompt_logprobs.
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 404, 422,
                429, 500, 503). Raised as an exception of the client.
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
        messages: Sequence[ChatMessage | ChatMessageDict | JsonModel],
        model: str,
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 404, 422,
                429, 500, 503). Raised on entry or during iteration, as an exception of the client.
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
        messages: Sequence[ChatMessage | ChatMessageDict | JsonModel],
        model: str,
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
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SendResult_co:
        """Complete a chat.

        Sends a conversation to a model and returns its completion: whole, or as server-sent events if
        `stream` is true.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            messages: The conversation so far, oldest message first; at least one.
            model: Id or alias of the model, such as mistral-small-latest.
            frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the
                more often it has occurred. Defaults to 0.
            guardrails: Checks of the content by models for moderation.
            logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
            max_tokens: Maximum number of tokens to generate. Prompt and answer together must fit into the
                context of the model. Defaults to what is left of it.
            metadata: Your own data to store with the request.
            min_tokens: Minimum number of tokens to generate. Defaults to 0.
            n: Number of alternative completions to generate, one choice each. The prompt is billed once.
                Defaults to 1.
            parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
            prediction: Text that is expected to make up most of the answer, to speed it up.
            presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once
                it has occurred, however often. Defaults to 0.
            prompt_cache_key: Your own key that groups requests with the same beginning, so that the cache
                is used more often.
            prompt_logprobs: Whether to return the log probabilities of the tokens of the prompt. Defaults
                to false.
            prompt_mode: Which system prompt the service adds. reasoning adds the one that makes models for
                reasoning think first; null adds none.
            random_seed: Seed for sampling: the same request with the same seed should produce the same
                answer.
            reasoning_effort: How much the model reasons, for models where this can be set. Defaults to the
                model's default.
            repetition_penalty: Repetition penalty; values above 1 make tokens that occurred in the prompt
                or output less likely. Defaults to 1, no change.
            response_format: Required format of the answer, such as JSON. Defaults to plain text.
            safe_prompt: Whether the service adds a prompt for safety before the conversation. Defaults to
                false.
            service_tier: Processing tier: auto may use reserved capacity, standard_only does not. Defaults
                to auto.
            stop: One text, or several, that end the completion when the model generates them. They are not
                part of the answer.
            temperature: Sampling temperature from 0 to 1.5; higher values vary the output more. Defaults to
                the model's default.
            tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools.
            tools: Tools that the model may use: your own functions, and tools of the service.
            top_k: Number of most likely tokens to sample from. Defaults to no limit.
            top_logprobs: Number of most likely tokens to report at each position. Requires logprobs.
            top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that
                together have this probability. Defaults to 1, all tokens.
            top_prompt_logprobs: Number of most likely tokens to report at each position of the prompt.
                Requires prompt_logprobs.
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 404, 422,
                429, 500, 503). Raised as an exception of the client.
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
        messages: Sequence[ChatMessage | ChatMessageDict | JsonModel],
        model: str,
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 404, 422,
                429, 500, 503). Raised on entry or during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.chat import _STREAM as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender).with_stream()
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class
