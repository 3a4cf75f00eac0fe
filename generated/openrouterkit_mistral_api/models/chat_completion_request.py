# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatCompletionRequest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Mapped, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ReasoningEffort, ServiceTier
    from .chat_message import ChatMessage, ChatMessageDict
    from .chat_tool import ChatTool, ChatToolDict
    from .guardrail_config import GuardrailConfig, GuardrailConfigDict
    from .prediction import Prediction, PredictionDict
    from .response_format import ResponseFormat, ResponseFormatDict
    from .tool_choice import ToolChoice, ToolChoiceDict

    class ChatCompletionRequestDict(TypedDict, total=False):
        """`ChatCompletionRequest` as a plain dict."""

        frequency_penalty: float | None
        guardrails: Sequence[GuardrailConfig | GuardrailConfigDict | JsonObject] | None
        logprobs: bool | None
        max_tokens: int | None
        messages: Required[Sequence[ChatMessage | ChatMessageDict | JsonModel]]
        metadata: Mapping[str, Any] | None
        min_tokens: int | None
        model: Required[str]
        n: int | None
        parallel_tool_calls: bool
        prediction: Prediction | PredictionDict | JsonObject
        presence_penalty: float | None
        prompt_cache_key: str | None
        prompt_logprobs: bool | None
        prompt_mode: Literal["reasoning"] | None
        random_seed: int | None
        reasoning_effort: ReasoningEffort | None
        repetition_penalty: float | None
        response_format: ResponseFormat | ResponseFormatDict | JsonObject
        safe_prompt: bool
        service_tier: ServiceTier | None
        stop: str | Sequence[str] | None
        stream: bool
        temperature: float | None
        tool_choice: ToolChoice | ToolChoiceDict
        tools: Sequence[ChatTool | ChatToolDict | JsonModel] | None
        top_k: int | None
        top_logprobs: int | None
        top_p: float | None
        top_prompt_logprobs: int | None


class ChatCompletionRequest(JsonModel):
    """A request for a chat completion: the conversation, the model and the parameters."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "guardrails": Each(Nested("GuardrailConfig")),
        "messages": Each(Union("ChatMessage")),
        "metadata": Mapped(),
        "prediction": Nested("Prediction"),
        "response_format": Nested("ResponseFormat"),
        "stop": Kinds(array=Each()),
        "tool_choice": Union("ToolChoice"),
        "tools": Each(Union("ChatTool")),
    }

    frequency_penalty: float | None
    """Frequency penalty from -2 to 2; positive values make a token less likely the more often it has
    occurred. Defaults to 0.
    """
    guardrails: list[GuardrailConfig] | None
    """Checks of the content by models for moderation."""
    logprobs: bool | None
    """Whether to return the log probabilities of the output tokens. Defaults to false."""
    max_tokens: int | None
    """Maximum number of tokens to generate. Prompt and answer together must fit into the context of the
    model. Defaults to what is left of it.
    """
    messages: list[ChatMessage]
    """The conversation so far, oldest message first; at least one."""
    metadata: dict[str, Any] | None
    """Your own data to store with the request."""
    min_tokens: int | None
    """Minimum number of tokens to generate. Defaults to 0."""
    model: str
    """Id or alias of the model, such as mistral-small-latest."""
    n: int | None
    """Number of alternative completions to generate, one choice each. The prompt is billed once. Defaults
    to 1.
    """
    parallel_tool_calls: bool | None
    """Whether the model may request several tool calls at once. Defaults to true."""
    prediction: Prediction | None
    """Text that is expected to make up most of the answer, to speed it up."""
    presence_penalty: float | None
    """Presence penalty from -2 to 2; positive values make a token less likely once it has occurred,
    however often. Defaults to 0.
    """
    prompt_cache_key: str | None
    """Your own key that groups requests with the same beginning, so that the cache is used more often."""
    prompt_logprobs: bool | None
    """Whether to return the log probabilities of the tokens of the prompt. Defaults to false."""
    prompt_mode: Literal["reasoning"] | None
    """Which system prompt the service adds. reasoning adds the one that makes models for reasoning think
    first; null adds none.
    """
    random_seed: int | None
    """Seed for sampling: the same request with the same seed should produce the same answer."""
    reasoning_effort: ReasoningEffort | None
    """How much the model reasons, for models where this can be set. Defaults to the model's default."""
    repetition_penalty: float | None
    """Repetition penalty; values above 1 make tokens that occurred in the prompt or output less likely.
    Defaults to 1, no change.
    """
    response_format: ResponseFormat | None
    """Required format of the answer, such as JSON. Defaults to plain text."""
    safe_prompt: bool | None
    """Whether the service adds a prompt for safety before the conversation. Defaults to false."""
    service_tier: ServiceTier | None
    """Processing tier: auto may use reserved capacity, standard_only does not. Defaults to auto."""
    stop: str | list[str] | None
    """One text, or several, that end the completion when the model generates them. They are not part of
    the answer.
    """
    stream: bool | None
    """Whether the response is a stream of events, sent while it is generated."""
    temperature: float | None
    """Sampling temperature from 0 to 1.5; higher values vary the output more. Defaults to the model's
    default.
    """
    tool_choice: ToolChoice | None
    """Whether the model must use a tool, and which. Defaults to auto if there are tools."""
    tools: list[ChatTool] | None
    """Tools that the model may use: your own functions, and tools of the service."""
    top_k: int | None
    """Number of most likely tokens to sample from. Defaults to no limit."""
    top_logprobs: int | None
    """Number of most likely tokens to report at each position. Requires logprobs."""
    top_p: float | None
    """Nucleus sampling, above 0 and up to 1: samples only from the most likely tokens that together have
    this probability. Defaults to 1, all tokens.
    """
    top_prompt_logprobs: int | None
    """Number of most likely tokens to report at each position of the prompt. Requires prompt_logprobs."""

    def __init__(
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
        response_format: ResponseFormat | ResponseFormatDict | JsonObject = UNSET,
        safe_prompt: bool = UNSET,
        service_tier: ServiceTier | None = UNSET,
        stop: str | Sequence[str] | None = UNSET,
        stream: bool = UNSET,
        temperature: float | None = UNSET,
        tool_choice: ToolChoice | ToolChoiceDict = UNSET,
        tools: Sequence[ChatTool | ChatToolDict | JsonModel] | None = UNSET,
        top_k: int | None = UNSET,
        top_logprobs: int | None = UNSET,
        top_p: float | None = UNSET,
        top_prompt_logprobs: int | None = UNSET,
    ) -> None:
        self._build(locals())
