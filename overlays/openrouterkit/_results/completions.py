"""Mixins that give the models of any service the shortcuts of a completion or a chunk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from openrouterkit_runtime.lookup import load

from .._errors.content import CONTENT_MEMBERS
from .choices import get_first_choice, get_member
from .has_response import HasResponse, is_model

if TYPE_CHECKING:
    from collections.abc import Callable


MessageT_co = TypeVar("MessageT_co", covariant=True)
DeltaT_co = TypeVar("DeltaT_co", covariant=True)


def _decode_member(value: Any, name: str) -> Any:
    """Return a member of a model as its attribute does, or a member of plain JSON; None if there is none."""
    return value[name] if (isinstance(value, dict) or is_model(value)) and name in value else None


class Completion(HasResponse, Generic[MessageT_co]):
    """A mixin for the model of a chat completion, of any service with `choices` like those of OpenAI.

        class Reply(Completion[models.AssistantMessage], models.ChatReply):
            pass

    The service's own members are those of the model. `MessageT_co` is the model of the message of a choice.
    """

    __slots__ = ()

    tool_call_class: ClassVar[type[Any]]
    """The class of the items of `tool_calls`; defaults to `tool_calls.ToolCall`."""

    @property
    def text(self) -> str:
        """The text of the first choice, its text parts joined; "" if it has no text."""
        return read_text(get_member(self._find_message(), "content"))

    @property
    def reasoning(self) -> str:
        """The text of the reasoning of the first choice; "" if it has none.

        It is the member `reasoning` of the message, else `reasoning_content`, else the texts and summaries in
        `reasoning_details`, else the thinking parts of the content.
        """
        return read_reasoning(_copy_json(self._find_message()))

    @property
    def finish_reason(self) -> str | None:
        """Why the first choice ended, such as "stop" or "length"; None if it is not reported."""
        reason = get_member(get_first_choice(self, get_member), "finish_reason")
        return reason if isinstance(reason, str) else None

    @property
    def cost(self) -> float | None:
        """The cost of the call as the service reports it, in US dollars; None if it does not."""
        cost = get_member(get_member(self, "usage"), "cost")
        return cost if isinstance(cost, int | float) and not isinstance(cost, bool) else None

    @property
    def assistant_message(self) -> MessageT_co | None:
        """The message of the first choice, ready to append to the messages of the next call; None if it has none."""
        return _check_model(self._find_message(_decode_member))  # type: ignore[no-any-return]  # the model that the contract declares

    @property
    def tool_calls(self) -> list[Any]:
        """The tool calls of the first choice; [] if it has none. Items that are not JSON objects are left out.

        They share their data with those of `assistant_message`.
        """
        calls = _decode_member(self._find_message(_decode_member), "tool_calls")
        if not isinstance(calls, list):
            return []
        kind = getattr(self, "tool_call_class", None) or load("openrouterkit.tool_calls:ToolCall")
        objects = [call._data if is_model(call) else call for call in calls]  # noqa: SLF001 - shares the data
        return [kind._adopt(call) for call in objects if isinstance(call, dict)]  # noqa: SLF001 - shares the data

    @property
    def created_at(self) -> datetime | None:
        """The time at which the completion was created, an aware datetime in UTC; None if it is not reported."""
        return _parse_time(get_member(self, "created"))

    @property
    def is_empty(self) -> bool:
        """True if it has no text, refusal, reasoning, tool call, image or audio, and no completion tokens were used."""
        if get_member(get_member(self, "usage"), "completion_tokens"):
            return False
        data = _copy_json(self._find_message())
        return not any(data.get(name) for name in CONTENT_MEMBERS)

    def _find_message(self, get: Callable[[Any, str], Any] = get_member) -> Any:
        """Return the message of the first choice; None if it has none."""
        return get(get_first_choice(self, get), "message")


class Chunk(Generic[DeltaT_co]):
    """A mixin for the model of a chunk of a chat stream, of any service with `choices` like those of OpenAI.

        class ReplyChunk(Chunk[models.Delta], models.ChatReplyChunk):
            pass

    The service's own members are those of the model. `DeltaT_co` is the model of the delta of a choice. The subclass
    may define the slot `_timing`, which makes its chunks smaller.
    """

    __slots__ = ()

    # Seconds since the previous chunk, seconds since the call began, and whether it is the last. One tuple, as most
    # chunks of a network read share it.
    _timing: tuple[float, float, bool]
    _data: dict[str, Any]  # that of the model

    @property
    def text(self) -> str:
        """The text that this chunk adds to the first choice; "" if it adds none."""
        choices = self._data.get("choices")
        # Read the data, not the models, for speed: most callers read only the text of a chunk.
        if choices.__class__ is list and choices and (choice := choices[0]).__class__ is dict:
            delta = choice.get("delta")
            return read_text(delta.get("content")) if delta.__class__ is dict else ""
        return read_text(get_member(self._find_delta(), "content"))

    @property
    def reasoning(self) -> str:
        """The reasoning that this chunk adds to the first choice, as in `Completion.reasoning`; "" if none."""
        return read_reasoning(_copy_json(self._find_delta()))

    @property
    def delta_message(self) -> DeltaT_co | None:
        """The delta that this chunk adds to the message of the first choice; None if it has no choice or no delta."""
        return _check_model(self._find_delta(_decode_member))  # type: ignore[no-any-return]  # the model that the contract declares

    @property
    def created_at(self) -> datetime | None:
        """The time at which the completion was started, an aware datetime in UTC; None if it is not reported."""
        return _parse_time(get_member(self, "created"))

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

    def _find_delta(self, get: Callable[[Any, str], Any] = get_member) -> Any:
        """Return the delta of the first choice; None if it has none."""
        return get(get_first_choice(self, get), "delta")


_NO_TIMING = (0.0, 0.0, False)


def _copy_json(value: Any) -> dict[str, Any]:
    """Return a model or a JSON object as plain JSON; {} for any other value."""
    data = value.to_dict() if is_model(value) else value
    return data if isinstance(data, dict) else {}


def _check_model(value: Any) -> Any:
    """Return the value if it is a model, else None: members of an unexpected JSON type are not decoded."""
    return value if is_model(value) else None


def read_text(content: Any) -> str:
    """Return the text of the content of a message or a delta, its text parts joined."""
    if content.__class__ is str:
        return content
    if not isinstance(content, list):
        return ""
    return "".join(_read_part_text(part) for part in content)


def _read_part_text(part: Any) -> str:
    data = part.to_dict() if hasattr(part, "to_dict") else part
    text = data.get("text") if isinstance(data, dict) and data.get("type") in ("text", None) else None
    return text if isinstance(text, str) else ""


def read_reasoning(message: dict[str, Any]) -> str:
    """Return the text of the reasoning in the plain JSON of a message or a delta."""
    for name in ("reasoning", "reasoning_content"):
        if isinstance(text := message.get(name), str) and text:
            return text
    details, content = message.get("reasoning_details"), message.get("content")
    texts = [_find_text(detail, ("text", "summary")) for detail in details] if isinstance(details, list) else []
    if not any(texts) and isinstance(content, list):
        thoughts = [part.get("thinking") for part in content if isinstance(part, dict)]
        texts = [thought if isinstance(thought, str) else read_text(thought) for thought in thoughts]
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
