"""Reads the typed events of a chat stream from its chunks, without I/O: `EventReader`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._results.building import build_result
from .._results.completions import read_reasoning, read_text
from ..accumulate import Accumulator
from ..errors import InvalidArgumentError
from .merging import convert_model
from .message_deltas import ToolCalls
from .stream_events import (
    AnnotationReceived,
    AudioDelta,
    ImageReceived,
    ReasoningDelta,
    RefusalDelta,
    StreamEnded,
    StreamEvent,
    TextDelta,
    ToolCallArguments,
    ToolCallCompleted,
    ToolCallStarted,
    UsageReported,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openrouterkit_runtime.model import JsonModel


class EventReader:
    """Reads typed events from the chunks of one chat stream.

        reader = EventReader()
        for chunk in chunks:                    # objects of any chat service, or their JSON as dicts
            for event in reader.add(chunk):
                print(event)
        for event in reader.end():
            print(event)

    Nothing is lost: the texts of the events, joined, are the texts of the result. `stream.events()` does the same for a
    stream of a client.

    Args:
        accumulate: False if the result is passed to `end`, so that the reader need not build it.
    """

    def __init__(self, *, accumulate: bool = True) -> None:
        self._accumulator = Accumulator() if accumulate else None
        self._choices: dict[int, _Choice] = {}
        self._usage: Any = None

    def add(self, chunk: JsonModel | Mapping[str, Any]) -> list[StreamEvent]:
        """Return the events of the next chunk, in order; [] for a chunk without content.

        Args:
            chunk: A chunk, or its plain JSON. Unexpected members and types raise no error.
        """
        data: Any = getattr(chunk, "_data", chunk)
        if self._accumulator is not None:
            self._accumulator.add(data)
        events: list[StreamEvent] = []
        choices = data.get("choices")
        if isinstance(choices, list):
            for position, item in enumerate(choices):
                entry = item if item.__class__ is dict else convert_model(item)
                if isinstance(entry, dict):
                    self._add_choice(_get_index(entry, position), entry, events)
        usage = convert_model(data.get("usage"))
        if usage and isinstance(usage, dict) and usage != self._usage:
            from ..middleware.outcomes import Usage

            self._usage = usage
            events.append(UsageReported(Usage.of(usage), usage))
        return events

    def _add_choice(self, index: int, entry: dict[str, Any], events: list[StreamEvent]) -> None:
        choice = self._choices.get(index)
        if choice is None:
            choice = self._choices[index] = _Choice(index)
        delta = convert_model(entry.get("delta"))
        if isinstance(delta, dict):
            choice.add(delta, events)
        choice.finish_reason = choice.finish_reason or entry.get("finish_reason")

    def end(self, result: Any = None, *, complete: bool = True) -> list[StreamEvent]:
        """Return the last events: the tool calls that are now complete, and `StreamEnded`.

        Args:
            result: The result of the stream, a completion or its plain JSON. Defaults to the one that the reader has
                built.
            complete: False if the stream ended early; choices without finish reason then have no complete tool calls.

        Raises:
            InvalidArgumentError: There is no result: the reader does not accumulate, and none is passed.
        """
        if result is None:
            from ..results import ChatCompletion

            if self._accumulator is None:
                raise InvalidArgumentError("EventReader(accumulate=False) has no result: pass it as end(result)")
            result = build_result(ChatCompletion, self._accumulator.result_dict())
        events: list[StreamEvent] = []
        for index, calls in _find_tool_calls(result):
            choice = self._choices.get(index)
            if complete or (choice is not None and choice.finish_reason):
                numbers = range(len(calls)) if choice is None else choice.number(len(calls))
                events += [ToolCallCompleted(call, number, index) for call, number in zip(calls, numbers, strict=True)]
        first = self._choices[min(self._choices)].finish_reason if self._choices else None
        events.append(StreamEnded(first if isinstance(first, str) else None, result))
        return events


class _Choice:
    """The events of one choice."""

    def __init__(self, index: int) -> None:
        self.finish_reason: Any = None
        self._index = index
        self._calls = _NumberedCalls()

    def add(self, delta: dict[str, Any], events: list[StreamEvent]) -> None:
        content = delta.get("content")
        reasoning = read_reasoning(delta)
        if reasoning:
            events.append(ReasoningDelta(reasoning, self._index))
        text = content if content.__class__ is str else read_text(content)
        if text:
            events.append(TextDelta(text, self._index))
        refusal = delta.get("refusal")
        if isinstance(refusal, str) and refusal:
            events.append(RefusalDelta(refusal, self._index))
        audio = delta.get("audio")
        if isinstance(audio, dict):
            data, transcript = (
                value if isinstance(value := audio.get(name), str) else "" for name in ("data", "transcript")
            )
            if data or transcript:
                events.append(AudioDelta(data, transcript, self._index))
        events += [ImageReceived(image, self._index) for image in _list_objects(delta.get("images"))]
        events += [AnnotationReceived(note, self._index) for note in _list_objects(delta.get("annotations"))]
        self._calls.begin_list()
        for entry in _list_objects(delta.get("tool_calls")):
            events += self._calls.read(entry, self._index)

    def number(self, count: int) -> list[int]:
        """Return the numbers of the tool calls of the result, in its order."""
        return self._calls.number(count)


class _NumberedCalls(ToolCalls):
    """Finds the tool call of each entry, as the result does, and numbers the tool calls in the order of arrival."""

    __slots__ = ("_begun", "_numbers", "_pieces")

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[int, int] = {}  # by the id of the merger
        self._pieces: list[list[str]] = []
        self._begun: set[int] = set()

    def read(self, entry: dict[str, Any], choice: int) -> Iterator[StreamEvent]:
        self._add_item(entry)
        call = self._latest
        assert call is not None
        number = self._numbers.setdefault(id(call), len(self._numbers))
        if number == len(self._pieces):
            self._pieces.append([])
        identity = call.get("id")
        identity = identity if isinstance(identity, str) and identity else None
        pieces = self._pieces[number]
        piece = _find_arguments(entry)
        if piece:
            pieces.append(piece)
        if call.name is None:
            return  # its arguments are reported once the name is known
        if number not in self._begun:
            self._begun.add(number)
            yield ToolCallStarted(number, identity, call.name, choice)
            piece = "".join(pieces)
        if piece:
            yield ToolCallArguments(number, identity, piece, choice, (pieces, len(pieces)))

    def number(self, count: int) -> list[int]:
        """Return the number of each tool call of the result, in its order.

        Args:
            count: How many tool calls the result has; more than this reader, if it began later.
        """
        calls = self._items
        if len(calls) != count:
            return list(range(count))
        indexes = [call.index for call in calls]
        if None not in indexes and len(set(indexes)) == count:
            calls = sorted(calls, key=lambda call: call.index)
        return [self._numbers[id(call)] for call in calls]


def _find_tool_calls(result: Any) -> Iterator[tuple[int, list[Any]]]:
    """Yield the index and the tool calls of each choice of a result."""
    from ..tool_calls import ToolCall

    data = result if isinstance(result, dict) else getattr(result, "_data", None)
    kind = getattr(result, "tool_call_class", None) or ToolCall
    choices = data.get("choices") if isinstance(data, dict) else None
    for position, item in enumerate(choices if isinstance(choices, list) else ()):
        choice = convert_model(item)
        message = choice.get("message") if isinstance(choice, dict) else None
        calls = _list_objects(message.get("tool_calls")) if isinstance(message, dict) else []
        if calls:
            yield _get_index(choice, position), [kind.from_dict(call) for call in calls]


def _get_index(choice: dict[str, Any], position: int) -> int:
    """Return the index of a choice; its position if it has none."""
    index = choice.get("index")
    return index if isinstance(index, int) and not isinstance(index, bool) else position


def _find_arguments(entry: dict[str, Any]) -> str:
    """Return the text that an entry adds to the arguments of a function, or to the input of a custom tool."""
    for kind, name in (("function", "arguments"), ("custom", "input")):
        tool = entry.get(kind)
        if isinstance(tool, dict) and isinstance(text := tool.get(name), str):
            return text
    return ""


def _list_objects(value: Any) -> list[dict[str, Any]]:
    """Return the JSON objects of a list; [] for any other value."""
    items = map(convert_model, value) if isinstance(value, list) else ()
    return [item for item in items if isinstance(item, dict)]
