"""The parameters of the chat methods of Mistral, for type checkers and editors: those of `send`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Required, TypedDict

from ..chats.options import DecisionOptions, ParseOptions, RunOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openrouterkit_api import JsonModel
    from openrouterkit_mistral_api import models
    from openrouterkit_runtime.sender import Timeout

    from ..options import RequestOptions

__all__ = ["ParseParameters", "RequestParameters", "ResumeParameters", "RunParameters", "SharedParameters"]


class RequestParameters(TypedDict, total=False):
    """The parameters of requests, beside the model and the messages. What is omitted is not sent.

    Attributes:
        frequency_penalty: Frequency penalty from -2 to 2; positive values make a token less likely the more
            often it has occurred. Defaults to 0.
        guardrails: Checks of the content by models for moderation.
        logprobs: Whether to return the log probabilities of the output tokens. Defaults to false.
        max_tokens: Maximum number of tokens to generate. Prompt and answer together must fit into the context
            of the model. Defaults to what is left of it.
        metadata: Your own data to store with the request.
        min_tokens: Minimum number of tokens to generate. Defaults to 0.
        n: Number of alternative completions to generate, one choice each. The prompt is billed once. Defaults
            to 1.
        parallel_tool_calls: Whether the model may request several tool calls at once. Defaults to true.
        prediction: Text that is expected to make up most of the answer, to speed it up.
        presence_penalty: Presence penalty from -2 to 2; positive values make a token less likely once it has
            occurred, however often. Defaults to 0.
        prompt_cache_key: Your own key that groups requests with the same beginning, so that the cache is used
            more often.
        prompt_logprobs: Whether to return the log probabilities of the tokens of the prompt. Defaults to false.
        prompt_mode: Which system prompt the service adds. reasoning adds the one that makes models for
            reasoning think first; null adds none.
        random_seed: Seed for sampling: the same request with the same seed should produce the same answer.
        reasoning_effort: How much the model reasons, for models where this can be set. Defaults to the model's
            default.
        repetition_penalty: Repetition penalty; values above 1 make tokens that occurred in the prompt or output
            less likely. Defaults to 1, no change.
        safe_prompt: Whether the service adds a prompt for safety before the conversation. Defaults to false.
        service_tier: Processing tier: auto may use reserved capacity, standard_only does not. Defaults to auto.
        stop: One text, or several, that end the completion when the model generates them. They are not part of
            the answer.
        temperature: Sampling temperature from 0 to 1.5; higher values vary the output more. Defaults to the
            model's default.
        tool_choice: Whether the model must use a tool, and which. Defaults to auto if there are tools.
        top_k: Number of most likely tokens to sample from. Defaults to no limit.
        top_logprobs: Number of most likely tokens to report at each position. Requires logprobs.
        top_p: Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that together
            have this probability. Defaults to 1, all tokens.
        top_prompt_logprobs: Number of most likely tokens to report at each position of the prompt. Requires
            prompt_logprobs.
        extra_headers: Additional HTTP headers; each replaces the header of the same name.
        extra_query: Additional query parameters; each replaces the parameter of the same name.
        extra_body: Additional members of the request body; each replaces the member of the same name.
        timeout: The timeout of each call; see `Client.send`.
        options: The `RequestOptions` of the calls.
    """

    frequency_penalty: float | None
    guardrails: Sequence[models.GuardrailConfig | models.GuardrailConfigDict | Mapping[str, Any]] | None
    logprobs: bool | None
    max_tokens: int | None
    metadata: Mapping[str, Any] | None
    min_tokens: int | None
    n: int | None
    parallel_tool_calls: bool
    prediction: models.Prediction | models.PredictionDict | Mapping[str, Any]
    presence_penalty: float | None
    prompt_cache_key: str | None
    prompt_logprobs: bool | None
    prompt_mode: Literal["reasoning"] | None
    random_seed: int | None
    reasoning_effort: models.ReasoningEffort | None
    repetition_penalty: float | None
    safe_prompt: bool
    service_tier: models.ServiceTier | None
    stop: str | Sequence[str] | None
    temperature: float | None
    tool_choice: models.ToolChoice | models.ToolChoiceDict | JsonModel
    top_k: int | None
    top_logprobs: int | None
    top_p: float | None
    top_prompt_logprobs: int | None
    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: Timeout
    options: RequestOptions | None


class SharedParameters(RequestParameters, total=False):
    """The parameters that all methods accept.

    Attributes:
        model: Id or alias of the model, such as mistral-small-latest.
        messages: The conversation so far, oldest message first; at least one.
    """

    model: Required[str]
    messages: Required[Iterable[models.ChatMessage | models.ChatMessageDict | JsonModel]]


class ParseParameters(SharedParameters, ParseOptions, total=False):
    """The parameters of `parse` and `parse_stream`.

    Attributes:
        tools: Tools that the model may use: your own functions, and tools of the service.
    """

    tools: Sequence[models.ChatTool | models.ChatToolDict | JsonModel] | None


class RunParameters(SharedParameters, RunOptions, total=False):
    """The parameters of `run` and `run_stream`.

    Attributes:
        response_format: Required format of the answer, such as JSON. Defaults to plain text.
    """

    response_format: models.ResponseFormat | models.ResponseFormatDict | Mapping[str, Any] | JsonModel | type


class ResumeParameters(RequestParameters, RunOptions, DecisionOptions, total=False):
    """The parameters of `resume` and `resume_stream`; those that are omitted are those of the run.

    Attributes:
        model: Id or alias of the model.
        response_format: Required format of the answer; see `RunParameters`.
    """

    model: str
    response_format: models.ResponseFormat | models.ResponseFormatDict | Mapping[str, Any] | JsonModel | type
