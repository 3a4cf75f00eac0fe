"""The parameters of chat and embeddings that services compatible with the API of OpenAI have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Required, TypedDict

from ..chats.options import DecisionOptions, ParseOptions, RunOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openrouterkit_api import JsonModel, models
    from openrouterkit_runtime import Timeout

    from ..options import RequestOptions

    Object = Mapping[str, Any]

__all__ = [
    "ChatParameters",
    "EmbeddingParameters",
    "ParseParameters",
    "ResumeParameters",
    "RunParameters",
    "SharedParameters",
]


class SharedParameters(TypedDict, total=False):
    """The parameters that all methods of a chat accept. What is omitted is not sent.

    Attributes:
        extra_headers: Headers to merge over those of the client.
        extra_query: Query parameters to add.
        frequency_penalty: How much to avoid words that are frequent in the text so far, from -2 to 2.
        logit_bias: Token -> how much likelier to make it, from -100 to 100.
        logprobs: Whether to return the logarithms of the tokens' probabilities.
        max_completion_tokens: Maximum number of tokens to generate, with those of the reasoning.
        max_tokens: Maximum number of tokens to generate.
        metadata: Texts to store with the completion.
        n: Number of choices to generate.
        parallel_tool_calls: Whether the model may request several tool calls at once.
        presence_penalty: How much to avoid words that are in the text so far, from -2 to 2.
        reasoning_effort: How much to reason, such as "low".
        seed: A number that makes results repeatable, as far as the service supports it.
        stop: Texts at which to stop.
        stream_options: Options of a stream; `{"include_usage": True}` requests the tokens used.
        temperature: How random the answer is, from 0 to 2.
        tool_choice: Whether and which tool to call, such as "auto".
        top_logprobs: Number of alternatives to return for each token.
        top_p: Share of the likeliest tokens to choose from, from 0 to 1.
        user: Your own name of the end user.
    """

    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    frequency_penalty: float | None
    logit_bias: Mapping[str, float] | None
    logprobs: bool | None
    max_completion_tokens: int | None
    max_tokens: int | None
    metadata: Mapping[str, str]
    n: int
    parallel_tool_calls: bool | None
    presence_penalty: float | None
    reasoning_effort: models.ReasoningEffort | None
    seed: int | None
    stop: str | Sequence[str] | None
    stream_options: models.ChatStreamOptions | models.ChatStreamOptionsDict | Object | None
    temperature: float | None
    tool_choice: models.ChatToolChoice | models.ChatToolChoiceDict
    top_logprobs: int | None
    top_p: float | None
    user: str


class ChatParameters(SharedParameters, total=False):
    """The parameters of a completion. What is omitted is not sent.

    Attributes:
        model: The name of the model.
        messages: The conversation, such as `[user("Hello")]`.
        response_format: The format of the answer, such as `json_schema(...)`, or a type such as a dataclass.
        tools: The tools that the model may call, such as `function_tool(...)`.
    """

    model: Required[str]
    messages: Required[Sequence[models.ChatMessages | models.ChatMessagesDict | JsonModel]]
    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type
    tools: Sequence[models.ChatFunctionTool | models.ChatFunctionToolDict | JsonModel]


class CallParameters(SharedParameters, total=False):
    """The parameters of methods that make several calls, which apply to each of them.

    Attributes:
        timeout: The timeout of each call; see `Chat.send`.
        options: The `RequestOptions` of each call.
    """

    timeout: Timeout
    options: RequestOptions | None


class ParseParameters(CallParameters, ParseOptions, total=False):
    """The parameters of `parse` and `parse_stream`.

    Attributes:
        model: The name of the model.
        messages: The conversation, such as `[user("Hello")]`.
        tools: The tools that the model may call, such as `function_tool(...)`.
    """

    model: Required[str]
    messages: Required[Iterable[models.ChatMessages | models.ChatMessagesDict | JsonModel]]
    tools: Sequence[models.ChatFunctionTool | models.ChatFunctionToolDict | JsonModel]


class RunParameters(CallParameters, RunOptions, total=False):
    """The parameters of `run` and `run_stream`.

    Attributes:
        model: The name of the model.
        messages: The conversation, such as `[user("Hello")]`.
        response_format: The format of the answer, such as `json_schema(...)`, or a type such as a dataclass.
    """

    model: Required[str]
    messages: Required[Iterable[models.ChatMessages | models.ChatMessagesDict | JsonModel]]
    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type


class ResumeParameters(CallParameters, RunOptions, DecisionOptions, total=False):
    """The parameters of `resume` and `resume_stream`; those that are omitted are those of the run.

    Attributes:
        model: The name of the model.
        response_format: The format of the answer; see `RunParameters`.
    """

    model: str
    response_format: models.ChatResponseFormat | models.ChatResponseFormatDict | type


class EmbeddingParameters(TypedDict, total=False):
    """The parameters of embeddings. What is omitted is not sent.

    Attributes:
        model: The name of the model.
        input: A text or its tokens, or a list of texts or of lists of tokens.
        extra_headers: Headers to merge over those of the client.
        extra_query: Query parameters to add.
        dimensions: Number of dimensions of each vector.
        encoding_format: Encoding of the vectors: lists of numbers, or base64.
        user: Your own name of the end user.
    """

    model: Required[str]
    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    dimensions: int
    encoding_format: Literal["float", "base64"]
    user: str
