"""What chat calls return: the contract's models, with what a caller mostly wants of them at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatResult, ChatStreamChunk

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatAssistantMessage, ChatStreamDelta, ChatToolCall

    from .responses import CallResponse


class HasResponse:
    """What a result class adds to a model: the response it was made from. Its slots are `_latency` and `_response`."""

    __slots__ = ()

    _latency: float | None
    _response: CallResponse | None

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        return _attach(super()._adopt(data), None, None)  # type: ignore[misc, no-any-return]  # of the model beside it

    @classmethod
    def from_response(
        cls, model: JsonModel | dict[str, Any], response: CallResponse, latency: float | None = None
    ) -> Self:
        """The result of a response.

        Args:
            model: what was decoded, a dict where the contract has no model for the status; it is not used any more.
            response: the HTTP side of it.
            latency: in seconds; that of the response unless given.
        """
        result: Self = _attach(
            cls._adopt(model if isinstance(model, dict) else model._data),  # noqa: SLF001 - nobody else holds it
            response,
            response.latency if latency is None else latency,
        )
        return result

    @property
    def latency(self) -> float | None:
        """Seconds the attempt that succeeded took; None for a result that was made from data or unpickled."""
        return self._latency

    @property
    def response(self) -> CallResponse:
        """The HTTP side of the result.

        Raises:
            AttributeError: the result was made from data.
        """
        if self._response is None:
            raise AttributeError("this result was made from data, not by a call, and has no response")
        return self._response


class ChatCompletion(HasResponse, ChatResult):
    """A chat answer. Every member of the contract's `ChatResult`, and shortcuts to the first choice."""

    __slots__ = ("_latency", "_response")

    _latency: float | None
    _response: CallResponse | None

    @property
    def text(self) -> str:
        """The text of the first choice; "" where there is none. Of content in parts, the text parts joined."""
        return _text(self.assistant_message.content)

    @property
    def assistant_message(self) -> ChatAssistantMessage:
        """The message of the first choice, to be appended to those of the next call.

        Where there is none, one with null content: the assistant said nothing.
        """
        from openrouterkit_api.models import ChatAssistantMessage

        choice = _first(self.choices)
        message = None if choice is None else _model(choice.message)
        return ChatAssistantMessage(content=None) if message is None else message

    @property
    def tool_calls(self) -> list[ChatToolCall]:
        """The tool calls of the first choice, without what is no JSON object among them; [] where it asks for none."""
        stated: Any = self.assistant_message.tool_calls
        return [call for call in stated if _model(call) is not None] if isinstance(stated, list) else []

    @property
    def created_at(self) -> datetime | None:
        """When the completion was made, aware and in UTC; None where the service does not say."""
        return _moment(self.created)

    @property
    def is_empty(self) -> bool:
        """Whether there is no text, refusal, reasoning, tool call or image, and no token was billed."""
        usage = _model(self.usage)
        if usage is not None and usage.completion_tokens:
            return False
        data = self.assistant_message.to_dict()
        return not any(data.get(name) for name in _SUBSTANCE)


class ChatCompletionChunk(ChatStreamChunk):
    """A piece of a streamed chat answer. Every member of the contract's `ChatStreamChunk`, and shortcuts."""

    __slots__ = ("_timing",)

    # Seconds since the chunk before, seconds since the call began, whether it is the last: one tuple, as most chunks of
    # a network read share it.
    _timing: tuple[float, float, bool]

    @property
    def text(self) -> str:
        """The text this chunk adds to the first choice; "" where it adds none."""
        choices = self._data.get("choices")
        # Past the models: this is asked of every chunk, and mostly nothing else is.
        if choices.__class__ is list and choices and (choice := choices[0]).__class__ is dict:
            delta = choice.get("delta")
            return _text(delta.get("content")) if delta.__class__ is dict else ""
        delta = self.delta_message
        return "" if delta is None else _text(delta.content)

    @property
    def delta_message(self) -> ChatStreamDelta | None:
        """What this chunk adds to the first choice's message; None where it has no choice, or that no delta."""
        choice = _first(self.choices)
        return None if choice is None else _model(choice.delta)

    @property
    def created_at(self) -> datetime | None:
        """When the completion was begun, aware and in UTC; None where the service does not say."""
        return _moment(self.created)

    @property
    def is_last(self) -> bool:
        """Whether this is the stream's last chunk.

        None is in a stream that ends with the sentinel alone, no chunk having a finish reason: chunks are given as they
        come, and only those from the finish reason on are held back to see whether another follows. Nor is one in a
        stream that fails.
        """
        return self._timed[2]

    @property
    def latency(self) -> float:
        """Seconds since the chunk before (the first: since sending); 0.0 where one network read gave both."""
        return self._timed[0]

    @property
    def total_latency(self) -> float:
        """Seconds since the call began, retries and their waits included."""
        return self._timed[1]

    @property
    def _timed(self) -> tuple[float, float, bool]:
        # A chunk made from data was never in a stream, and its slot is empty.
        return getattr(self, "_timing", _NO_TIMING)


_NO_TIMING = (0.0, 0.0, False)


_SUBSTANCE = (
    *("content", "refusal", "reasoning", "reasoning_content"),
    *("reasoning_details", "tool_calls", "images", "audio"),
)


def _attach(result: Any, response: CallResponse | None, latency: float | None) -> Any:
    result._response, result._latency = response, latency  # noqa: SLF001 - the slots of HasResponse
    return result


def _first(items: Any) -> Any:
    return _model(items[0]) if isinstance(items, list) and items else None


def _model(value: Any) -> Any:
    # A member of another kind than stated stays what it is, be it text, a list or a number.
    return value if isinstance(value, JsonModel) else None


def _text(content: Any) -> str:
    if content.__class__ is str:
        return content
    if not isinstance(content, list):
        return ""
    return "".join(_text_of_part(part) for part in content)


def _text_of_part(part: Any) -> str:
    data = part.to_dict() if hasattr(part, "to_dict") else part
    text = data.get("text") if isinstance(data, dict) and data.get("type") in ("text", None) else None
    return text if isinstance(text, str) else ""


def _moment(seconds: Any) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
