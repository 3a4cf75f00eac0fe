"""Chat streams: streams whose chunks add up to a completion, with its text and usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast

from .._results.type_defaults import TypeDefaults
from .result_stream import AsyncResultStream, ResultStream, get_parser
from .stream_state import Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from typing_extensions import TypeVar

    from openrouterkit_api.models import ChatUsage

    from ..results import ChatCompletion, ChatCompletionChunk
    from .partial_json import PartialJson
    from .stream_events import StreamEvent
    from .typed_events import EventQueue

    C_co = TypeVar("C_co", covariant=True, default=ChatCompletionChunk)
    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
    U_co = TypeVar("U_co", covariant=True, default=ChatUsage)
else:
    from typing import TypeVar

    C_co = TypeVar("C_co", covariant=True)
    R_co = TypeVar("R_co", covariant=True)
    U_co = TypeVar("U_co", covariant=True)


class StreamText(Stream[C_co], Generic[C_co, U_co]):
    """The text and usage of a chat stream, sync or async."""

    _event_queue: EventQueue | None = None  # once `events` or `texts` was called

    def _get_events(self) -> EventQueue:
        if self._event_queue is None:
            from .typed_events import EventQueue

            self._event_queue = EventQueue()
        return self._event_queue

    @property
    def text(self) -> str:
        """The text of the chunks read so far; "" if they have none, or the stream is not open yet. See `partial`."""
        partial: Any = self.partial  # type: ignore[attr-defined]  # subclasses are streams with a result
        return "" if partial is None else cast("str", partial.text)

    @property
    def partial_value(self) -> Any:
        """The JSON object or list in the text so far, as plain data; None if none has begun. See `partial`.

            for _ in stream:
                show(stream.partial_value)

        What may still change is left out: a number without an end, a member without a value. Texts grow. Each access
        parses the text anew. `partial_values` yields only changes.
        """
        from .partial_json import PartialJson

        return self._read_partial(PartialJson())

    def _read_partial(self, json: PartialJson) -> Any:
        """Return the value so far.

        Args:
            json: What was read of it before.
        """
        return json.read(self.text)

    @property
    def usage(self) -> U_co | None:
        """What the call used, such as tokens and cost; None until a chunk that was read reports it. See `partial`."""
        if self._response is None:
            return None
        parser = get_parser(self._response)
        usage = parser.usage
        # As the member of a result, so that it is an object of the result's own class.
        return None if usage is None else cast("U_co", parser.build_result({"usage": dict(usage)}).usage)


class ChatStream(StreamText[C_co, U_co], ResultStream[C_co, R_co], TypeDefaults, Generic[C_co, R_co, U_co]):
    """An iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`.

    The types of its chunks, of the completion and of the usage are those of OpenRouter by default. For another service
    it is `ChatStream[ReplyChunk, Reply, Usage]`.
    """

    def events(self) -> Iterator[StreamEvent]:
        """Return an iterator over the typed events of the stream, which it reads; see `openrouterkit.events`.

            for event in stream.events():
                match event:
                    case TextDelta(text=text):
                        print(text, end="")
                    case ToolCallCompleted(tool_call=call):
                        print(call.name, call.arguments)

        The iterators of one stream share their events. Chunks that were read before the first call have no events, but
        the tool calls and the result at the end are whole. Errors are raised as by the stream itself.
        """
        from .typed_events import Events

        return Events(self, self._get_events())

    def texts(self) -> Iterator[str]:
        """Return an iterator over the texts of the first choice, never "", which reads the stream. See `events`."""
        from .typed_events import Events, Texts

        return Texts(Events(self, self._get_events()))

    def partial_values(self) -> Iterator[Any]:
        """Return an iterator over the values of `partial_value`, which reads the stream: only those that have changed.

            for value in stream.partial_values():
                show(value)

        The last one is the whole value. Chunks that it reads have no `events`.
        """
        from .partial_values import PartialValues

        return PartialValues(self)


class AsyncChatStream(StreamText[C_co, U_co], AsyncResultStream[C_co, R_co], TypeDefaults, Generic[C_co, R_co, U_co]):
    """An async iterator over the chunks of a chat completion, which also builds the completion. See `ChatStream`."""

    def events(self) -> AsyncIterator[StreamEvent]:
        """Return an async iterator over the typed events of the stream. See `ChatStream.events`."""
        from .typed_events import AsyncEvents

        return AsyncEvents(self, self._get_events())

    def texts(self) -> AsyncIterator[str]:
        """Return an async iterator over the texts of the first choice, never "". See `ChatStream.events`."""
        from .typed_events import AsyncEvents, AsyncTexts

        return AsyncTexts(AsyncEvents(self, self._get_events()))

    def partial_values(self) -> AsyncIterator[Any]:
        """Return an async iterator over the changed values of `partial_value`. See `ChatStream.partial_values`."""
        from .partial_values import AsyncPartialValues

        return AsyncPartialValues(self)
