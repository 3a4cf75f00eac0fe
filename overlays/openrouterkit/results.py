"""What chat calls return: the contract's models, with what a caller mostly wants of them at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatResult, ChatStreamChunk

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatAssistantMessage, ChatStreamDelta, ChatToolCall

    from .responses import CallResponse


class ChatCompletion(ChatResult):
    """A chat answer. Every member of the contract's `ChatResult`, and shortcuts to the first choice."""

    __slots__ = ("_latency", "_response")

    _latency: float | None
    _response: CallResponse | None

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        return super()._adopt(data).came_with(None, None)

    def came_with(self, response: CallResponse | None, latency: float | None) -> Self:
        """This completion, as the one that came with that response."""
        self._response = response
        self._latency = latency
        return self

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
    def latency(self) -> float | None:
        """Seconds the attempt that answered took; None where this is not an answer but was made or unpickled."""
        return self._latency

    @property
    def response(self) -> CallResponse:
        """The HTTP side of the answer.

        Raises:
            AttributeError: this is not an answer but was made from data.
        """
        if self._response is None:
            raise AttributeError(
                "this completion was made from data, not by a call: only a call's answer has a response"
            )
        return self._response

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.to_dict(), {"_latency": self._latency, "_response": self._response})


class ChatCompletionChunk(ChatStreamChunk):
    """A piece of a streamed chat answer. Every member of the contract's `ChatStreamChunk`, and shortcuts."""

    __slots__ = ("_place",)

    # Seconds since the chunk before, seconds since the call began, whether it is the last: one tuple, as most chunks of
    # a network read share it.
    _place: tuple[float, float, bool]

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
        return self._placed[2]

    @property
    def latency(self) -> float:
        """Seconds since the chunk before (the first: since sending); 0.0 where one network read gave both."""
        return self._placed[0]

    @property
    def total_latency(self) -> float:
        """Seconds since the call began, retries and their waits included."""
        return self._placed[1]

    @property
    def _placed(self) -> tuple[float, float, bool]:
        # A chunk made from data was never in a stream, and its slot is empty.
        return getattr(self, "_place", _NOWHERE)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.to_dict(), {"_place": self._placed})


_NOWHERE = (0.0, 0.0, False)


def says_nothing(completion: ChatCompletion) -> bool:
    """Whether a chat answer says nothing: no text, refusal, reasoning, tool call or image, for no tokens."""
    usage = _model(completion.usage)
    if usage is not None and usage.completion_tokens:
        return False
    data = completion.assistant_message.to_dict()
    return not any(data.get(name) for name in _SUBSTANCE)


_SUBSTANCE = (
    *("content", "refusal", "reasoning", "reasoning_content"),
    *("reasoning_details", "tool_calls", "images", "audio"),
)


def _restored(kind: type[Any], data: dict[str, Any], slots: dict[str, Any]) -> Any:
    model = kind.from_dict(data)
    for name, value in slots.items():
        setattr(model, name, value)
    return model


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
