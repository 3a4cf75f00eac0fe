"""The results of chat calls: `ChatCompletion` and `ChatCompletionChunk`, models with shortcuts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatResult, ChatStreamChunk

from ._errors.content import CONTENT_MEMBERS

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatAssistantMessage, ChatStreamDelta

    from .responses import CallResponse
    from .tool_calls import ToolCall


class HasResponse:
    """A mixin that gives a model its HTTP response. Subclasses define the slots `_latency` and `_response`."""

    __slots__ = ()

    _latency: float | None
    _response: CallResponse | None

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        return _attach(super()._adopt(data), None, None)  # type: ignore[misc, no-any-return]  # the model defines it

    @classmethod
    def from_response(
        cls, model: JsonModel | dict[str, Any], response: CallResponse, latency: float | None = None
    ) -> Self:
        """Build a result from a decoded response.

        Args:
            model: The decoded body, a dict if the contract has no model for the status. The result takes over its
                data: do not use it afterwards.
            response: The HTTP side of the response.
            latency: Seconds that the attempt took. Defaults to the latency of the response.
        """
        result: Self = _attach(
            cls._adopt(model if isinstance(model, dict) else model._data),  # noqa: SLF001 - takes over the data
            response,
            response.latency if latency is None else latency,
        )
        return result

    @property
    def latency(self) -> float | None:
        """Seconds that the successful attempt took; None if the result was not returned by a call."""
        return self._latency

    @property
    def response(self) -> CallResponse:
        """The status, headers and attempts of the call.

        Raises:
            AttributeError: The result was not returned by a call, but built from data.
        """
        if self._response is None:
            raise AttributeError("this result was built from data, not returned by a call, and has no response")
        return self._response


class ChatCompletion(HasResponse, ChatResult):
    """The result of `chat.send`: all members of `ChatResult`, and shortcuts to the first choice.

        result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])
        print(result.text, result.cost, result.response.generation_id)

    Members that the service left out are None. Read members that this version does not know by their name:
    `result["new_member"]`.
    """

    __slots__ = ("_latency", "_response")

    _latency: float | None
    _response: CallResponse | None

    @property
    def text(self) -> str:
        """The text of the first choice, its text parts joined; "" if it has no text."""
        return _read_text(self.assistant_message.content)

    @property
    def reasoning(self) -> str:
        """The text of the reasoning of the first choice; "" if it has none.

        It is the member `reasoning` of the message, else `reasoning_content`, else the texts and summaries in
        `reasoning_details`, else the thinking parts of the content.
        """
        return _read_reasoning(self.assistant_message.to_dict())

    @property
    def finish_reason(self) -> str | None:
        """Why the first choice ended, such as "stop" or "length"; None if it is not reported."""
        choice = _get_first(self.choices)
        reason = None if choice is None else choice.finish_reason
        return reason if isinstance(reason, str) else None

    @property
    def cost(self) -> float | None:
        """The cost of the call as the service reports it, in US dollars; None if it does not."""
        usage = _check_model(self.usage)
        cost = None if usage is None else usage.cost
        return cost if isinstance(cost, int | float) and not isinstance(cost, bool) else None

    @property
    def assistant_message(self) -> ChatAssistantMessage:
        """The message of the first choice, ready to append to the messages of the next call.

        If the response has no message, the result is a message with content None.
        """
        from openrouterkit_api.models import ChatAssistantMessage

        choice = _get_first(self.choices)
        message = None if choice is None else _check_model(choice.message)
        return ChatAssistantMessage(content=None) if message is None else message

    @property
    def tool_calls(self) -> list[ToolCall]:
        """The tool calls of the first choice; [] if it has none. Items that are not JSON objects are left out.

        They share their data with those of `assistant_message`.
        """
        calls: Any = self.assistant_message.tool_calls
        if not isinstance(calls, list):
            return []
        from .tool_calls import ToolCall

        return [ToolCall._adopt(call._data) for call in calls if _check_model(call) is not None]  # noqa: SLF001 - shares the data

    @property
    def created_at(self) -> datetime | None:
        """The time at which the completion was created, an aware datetime in UTC; None if it is not reported."""
        return _parse_time(self.created)

    @property
    def is_empty(self) -> bool:
        """True if it has no text, refusal, reasoning, tool call, image or audio, and no completion tokens were used."""
        usage = _check_model(self.usage)
        if usage is not None and usage.completion_tokens:
            return False
        data = self.assistant_message.to_dict()
        return not any(data.get(name) for name in CONTENT_MEMBERS)


class ChatCompletionChunk(ChatStreamChunk):
    """A chunk of a chat stream: all members of `ChatStreamChunk`, and shortcuts to the first choice.

        for chunk in client.chat.stream(model="openai/gpt-4o-mini", messages=[user("Hello")]):
            print(chunk.text, end="")

    Members that the service left out are None.
    """

    __slots__ = ("_timing",)

    # Seconds since the previous chunk, seconds since the call began, and whether it is the last. One tuple, as most
    # chunks of a network read share it.
    _timing: tuple[float, float, bool]

    @property
    def text(self) -> str:
        """The text that this chunk adds to the first choice; "" if it adds none."""
        choices = self._data.get("choices")
        # Read the data, not the models, for speed: most callers read only the text of a chunk.
        if choices.__class__ is list and choices and (choice := choices[0]).__class__ is dict:
            delta = choice.get("delta")
            return _read_text(delta.get("content")) if delta.__class__ is dict else ""
        delta = self.delta_message
        return "" if delta is None else _read_text(delta.content)

    @property
    def reasoning(self) -> str:
        """The reasoning that this chunk adds to the first choice, as in `ChatCompletion.reasoning`; "" if none."""
        delta = self.delta_message
        return "" if delta is None else _read_reasoning(delta.to_dict())

    @property
    def delta_message(self) -> ChatStreamDelta | None:
        """The delta that this chunk adds to the message of the first choice; None if it has no choice or no delta."""
        choice = _get_first(self.choices)
        return None if choice is None else _check_model(choice.delta)

    @property
    def created_at(self) -> datetime | None:
        """The time at which the completion was started, an aware datetime in UTC; None if it is not reported."""
        return _parse_time(self.created)

    @property
    def is_last(self) -> bool:
        """True if this is the last chunk of its stream.

        From the first finish reason on, the stream therefore returns a chunk only when the next one has arrived, or
        the stream has ended. A stream without a finish reason has no last chunk, nor has a stream that fails.
        """
        return self._get_timing()[2]

    @property
    def latency(self) -> float:
        """Seconds since the previous chunk, or since the attempt was sent; 0.0 if both arrived together."""
        return self._get_timing()[0]

    @property
    def total_latency(self) -> float:
        """Seconds since the call began, including retries and their waits."""
        return self._get_timing()[1]

    def _get_timing(self) -> tuple[float, float, bool]:
        # The slot of a chunk that was built from data is empty.
        return getattr(self, "_timing", _NO_TIMING)


_NO_TIMING = (0.0, 0.0, False)


def _attach(result: Any, response: CallResponse | None, latency: float | None) -> Any:
    result._response, result._latency = response, latency  # noqa: SLF001 - sets the slots of HasResponse
    return result


def _get_first(items: Any) -> Any:
    return _check_model(items[0]) if isinstance(items, list) and items else None


def _check_model(value: Any) -> Any:
    """Return the value if it is a model, else None: members of an unexpected JSON type are not decoded."""
    return value if isinstance(value, JsonModel) else None


def _read_text(content: Any) -> str:
    if content.__class__ is str:
        return content
    if not isinstance(content, list):
        return ""
    return "".join(_read_part_text(part) for part in content)


def _read_part_text(part: Any) -> str:
    data = part.to_dict() if hasattr(part, "to_dict") else part
    text = data.get("text") if isinstance(data, dict) and data.get("type") in ("text", None) else None
    return text if isinstance(text, str) else ""


def _read_reasoning(message: dict[str, Any]) -> str:
    """Return the text of the reasoning in the plain JSON of a message or a delta."""
    for name in ("reasoning", "reasoning_content"):
        if isinstance(text := message.get(name), str) and text:
            return text
    details, content = message.get("reasoning_details"), message.get("content")
    texts = [_find_text(detail, ("text", "summary")) for detail in details] if isinstance(details, list) else []
    if not any(texts) and isinstance(content, list):
        thoughts = [part.get("thinking") for part in content if isinstance(part, dict)]
        texts = [thought if isinstance(thought, str) else _read_text(thought) for thought in thoughts]
    return "".join(texts)


def _find_text(value: Any, names: tuple[str, ...]) -> str:
    """Return the first member of an object that is a text; "" if there is none."""
    members = (value.get(name) for name in names) if isinstance(value, dict) else ()
    return next((member for member in members if isinstance(member, str) and member), "")


def _parse_time(seconds: Any) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
