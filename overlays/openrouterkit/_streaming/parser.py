"""The incremental parser of event streams: it converts bytes to items, without I/O."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .._flow.limits import RESPONSE_LIMIT
from ..errors import ConnectionFailedError, IncompleteStreamError, SDKError, TimedOutError
from ..sse import Decoder, ServerSentEvent
from .event_recognition import EventRecognition

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._errors.factory import ErrorFactory

C = TypeVar("C")

_USUAL_SENTINEL: Final = b"[DONE]"


class StreamParser(EventRecognition, Generic[C]):
    """Parses one event stream.

    Pass each read to `feed`, then call `end` or `abort`, and take the items from `ready`. No method raises for invalid
    data of a service: the error is set as `failure`, to be raised once the items before it are taken.

    A stream is complete once the sentinel was received. It is also complete if the body ends as HTTP declares, between
    two events, and every choice so far has a finish reason, or, without a declared sentinel, if there are no choices. A
    read that fails before the sentinel always fails the stream: usage and cost may follow the last finish reason.

    Args:
        decode_item: Converts the JSON object of an event to an item.
        errors: Builds the errors of the stream.
        sentinel: The data of the event that ends the stream; None if the stream has no such event.
        ends_when_closed: True if the end of the connection is the normal end of the stream.
        on_keepalive: Called with the text of each comment.
        keeps_incomplete: True if a stream that ends early is not an error.
        sent_at: Monotonic time in seconds at which the attempt was sent.
        started_at: Monotonic time in seconds at which the call started.

    Attributes:
        ready: Items that were not taken yet, in order.
        deliver: Function to call with each item taken from `ready`; None if there is none.
        on_event: Function to call with each event before it is parsed; None if there is none.
        event: The event of the item that was delivered last; None if the parser does not keep events.
        done: True if the stream needs no further reads.
        failure: The error of the stream; None if it has none.
        incomplete: True if the stream ended early.
        keeps_incomplete: True if a stream that ends early is not an error.
        ended_at: Monotonic time in seconds of the end of the stream, or of its last read.
        parsed: Number of bytes that were passed to `feed`.
        repeated: Bytes that `feed` ignores, because it has parsed them; recognized by identity, not by value.
    """

    deliver: Callable[[C], object] | None = None
    on_event: Callable[[ServerSentEvent], object] | None = None
    event: ServerSentEvent | None = None

    def __init__(
        self,
        decode_item: Callable[[Any], C],
        errors: ErrorFactory,
        *,
        sentinel: str | None = "[DONE]",
        ends_when_closed: bool = False,
        on_keepalive: Callable[[str], Any] | None = None,
        keeps_incomplete: bool = False,
        sent_at: float = 0.0,
        started_at: float = 0.0,
    ) -> None:
        import msgspec

        super().__init__(errors)
        self.ready: deque[C] = deque()
        self.done = False
        self.failure: SDKError | None = None
        self.incomplete = False
        self.keeps_incomplete = keeps_incomplete
        self.ended_at = sent_at
        self.parsed = 0
        self.repeated: bytes | None = None
        self._decode_item = decode_item
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._ends_when_closed = ends_when_closed
        self._blank_events = 0  # events without content in the current read
        self._sent_at = sent_at
        self._last_chunk_at = sent_at
        self._started_at = started_at
        self._decode = msgspec.json.Decoder().decode
        # The DecodeError of msgspec before 0.21 is not a ValueError.
        self._decode_errors = (ValueError, RecursionError, msgspec.DecodeError)
        self._decoder = Decoder(on_comment=on_keepalive, sentinel=sentinel or _USUAL_SENTINEL.decode())

    @property
    def is_open(self) -> bool:
        """True if the first item was received, or the stream ended without one."""
        return bool(self.ready) or self.done

    @property
    def is_empty(self) -> bool:
        """True if no item is ready."""
        return not self.ready

    @property
    def latency(self) -> float:
        """Seconds from sending the attempt to the end of the stream, or to its last read."""
        return self.ended_at - self._sent_at

    def partial(self) -> Any:
        """Return the result of all items received so far; None if the items of this stream have no combined result."""
        return None

    def add_partial(self, error: SDKError) -> None:
        """Add the result of all items received so far to an error."""
        with suppress(RecursionError):  # deeply nested items must not hide the error
            error.partial = self.partial()

    def discard(self) -> None:
        """Drop the items that were not taken, because the stream is closed."""
        self.ready.clear()

    def feed(self, data: bytes, now: float) -> bool:
        """Parse the data of one read; return True if it completes an event with content (comments have none).

        Args:
            data: The bytes of the read.
            now: Monotonic time of the read in seconds.
        """
        if data is self.repeated:
            return False
        self.parsed += len(data)
        events = [] if self.done else self._decoder.feed(data)
        if not events:
            if self._decoder.pending > RESPONSE_LIMIT and not self.done:
                self._fail(
                    self._errors.build_stream_error(f"event larger than {RESPONSE_LIMIT} bytes in the stream", "")
                )
            return False
        self._record_read(now)
        self._blank_events = 0
        handle = self._handle_event if self.on_event is None else self._report_event
        for event in events:
            handle(event)
            if self.done:
                break
        return self._blank_events < len(events)

    def end(self, now: float) -> None:
        """Handle the end of the body, as HTTP declares it, at the monotonic time `now`."""
        if self.done:
            return
        self._record_read(now)
        is_cut = self._decoder.is_inside_event
        if self._handle_unterminated_sentinel():
            return
        if is_cut:
            self._end_early(IncompleteStreamError(_build_incomplete_message("ended early, inside an event")), now)
        elif self.is_finished or (self._ends_when_closed and not self._choices):
            self._finish()
        else:
            self._end_early(IncompleteStreamError(_build_incomplete_message("ended early")), now)

    def abort(self, error: SDKError, now: float) -> None:
        """Handle an error that reading the connection raised at the monotonic time `now`."""
        if self.done or self._handle_unterminated_sentinel():
            return
        if isinstance(error, ConnectionFailedError) and not isinstance(error, TimedOutError):
            incomplete = IncompleteStreamError(_build_incomplete_message(f"was interrupted ({error})"))
            incomplete.__cause__ = error
            self._end_early(incomplete, now)
        else:
            self._end_early(error, now)

    def _handle_unterminated_sentinel(self) -> bool:
        """End the stream if its last bytes are the sentinel without the end of its line; return True if they are."""
        for event in self._decoder.end():
            self._report_event(event)
        return self.done

    def _end_early(self, error: SDKError, now: float) -> None:
        self.ended_at = now
        self.incomplete = True
        if isinstance(error, IncompleteStreamError) and self.keeps_incomplete:
            self._finish()
        else:
            self._fail(error)

    def _record_read(self, now: float) -> None:
        self.ended_at = now

    def _report_event(self, event: ServerSentEvent) -> None:
        if self.on_event is not None:
            self.on_event(event)
        self._handle_event(event)

    def _handle_event(self, event: ServerSentEvent) -> None:
        data = event.data_bytes
        value: Any = None
        if data == self._sentinel:
            self._finish()
        else:
            try:
                value = self._decode(data)
            except self._decode_errors:
                value = self._decode_leniently(event)
        if value.__class__ is not dict:
            self._blank_events += 1
        elif self._is_error(value, event):
            self._handle_error(event, value)
        else:
            self._append(self._decode_item(value))

    def _handle_error(self, event: ServerSentEvent, value: dict[str, Any]) -> None:  # noqa: ARG002 - used by a subclass
        self._fail(self._errors.build_api_error(event.data_bytes))

    def _append(self, item: C) -> None:
        self.ready.append(item)

    def _decode_leniently(self, event: ServerSentEvent) -> Any:
        """Decode JSON that msgspec rejects; set `failure` if the data should be JSON and is not."""
        from openrouterkit_api import DecodeError
        from openrouterkit_runtime.json import decode as decode_json

        # [DONE] is not JSON, so it ends a stream even if the contract declares no sentinel.
        if event.data_bytes.strip() == (self._sentinel or _USUAL_SENTINEL):
            self._finish()
            return None
        try:
            return decode_json(event.data)
        except DecodeError as error:
            if event.event == "error" or self._is_own_error(event, None):
                self._fail(self._errors.build_api_error(event.data_bytes))
            elif event.data_bytes.lstrip()[:1] == b"{" or (event.event == "message" and event.data_bytes.strip()):
                self._fail(
                    self._errors.build_stream_error(f"invalid JSON in an event of the stream: {error}", event.data)
                )
            return None

    def _finish(self) -> None:
        self.done = True

    def _fail(self, error: SDKError) -> None:
        self.done = True
        self.incomplete = True
        self.failure = error
        self.add_partial(error)


def _build_incomplete_message(reason: str) -> str:
    return f"the stream {reason}; read the result so far from .partial, or repeat the call"
