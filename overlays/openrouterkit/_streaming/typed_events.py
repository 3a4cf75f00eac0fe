"""Iterators over the typed events and the texts of a chat stream."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from .event_reader import EventReader
from .result_stream import get_parser
from .stream_events import TextDelta

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .result_stream import AsyncResultStream, Results, ResultStream
    from .stream_events import StreamEvent


class EventQueue:
    """The events of a stream that were read and not taken yet. It does not refer to the stream, which refers to it."""

    def __init__(self) -> None:
        self.ready: deque[StreamEvent] = deque()
        self.ended = False
        self._reader = EventReader(accumulate=False)

    def add(self, chunk: Any) -> None:
        """Add the events of a chunk."""
        self.ready.extend(self._reader.add(chunk))

    def end(self, stream: Results[Any, Any]) -> None:
        """Add the last events of a stream that was read to its end."""
        self.ended = True
        response = stream._response  # noqa: SLF001 - the streams of this package
        complete = response is None or not get_parser(response).incomplete
        self.ready.extend(self._reader.end(stream.result(), complete=complete))


class Events:
    """An iterator over the events of a stream, which it reads.

    Args:
        stream: The stream.
        queue: The events that were read and not taken yet.
    """

    def __init__(self, stream: ResultStream[Any, Any], queue: EventQueue) -> None:
        self._stream = stream
        self._queue = queue

    def __iter__(self) -> Iterator[StreamEvent]:
        return self

    def __next__(self) -> StreamEvent:
        queue = self._queue
        while not queue.ready:
            try:
                chunk = next(self._stream)
            except StopIteration:
                if queue.ended:
                    raise
                queue.end(self._stream)
            else:
                queue.add(chunk)
        return queue.ready.popleft()


class AsyncEvents:
    """An async iterator over the events of a stream, which it reads. See `Events`."""

    def __init__(self, stream: AsyncResultStream[Any, Any], queue: EventQueue) -> None:
        self._stream = stream
        self._queue = queue

    def __aiter__(self) -> AsyncIterator[StreamEvent]:
        return self

    async def __anext__(self) -> StreamEvent:
        queue = self._queue
        while not queue.ready:
            try:
                chunk = await self._stream.__anext__()
            except StopAsyncIteration:
                if queue.ended:
                    raise
                queue.end(self._stream)
            else:
                queue.add(chunk)
        return queue.ready.popleft()


class Texts:
    """An iterator over the texts of the first choice.

    Args:
        events: The events of the stream.
    """

    def __init__(self, events: Events) -> None:
        self._events = events

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for event in self._events:
            if isinstance(event, TextDelta) and event.choice == 0:
                return event.text
        raise StopIteration


class AsyncTexts:
    """An async iterator over the texts of the first choice.

    Args:
        events: The events of the stream.
    """

    def __init__(self, events: AsyncEvents) -> None:
        self._events = events

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        async for event in self._events:
            if isinstance(event, TextDelta) and event.choice == 0:
                return event.text
        raise StopAsyncIteration
