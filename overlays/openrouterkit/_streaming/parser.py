"""Incremental parsers of event streams: they convert bytes to items, without I/O."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from .._errors.error_body import is_bare_error
from .._flow.limits import RESPONSE_LIMIT
from ..errors import ConnectionFailedError, IncompleteStreamError, OpenRouterError, TimedOutError
from ..sse import Decoder, ServerSentEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._errors.factory import ErrorFactory

C = TypeVar("C")

_ERROR_TYPES: Final = ("error", "response.failed")


class StreamAccumulator(Protocol):
    """Builds one result from the chunks of a stream, like `accumulate.Accumulator`."""

    @property
    def complete(self) -> bool:
        """True if the chunks so far form a complete result."""
        ...

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """Tokens and cost as plain JSON; None until the stream reports them."""
        ...

    @property
    def generation_id(self) -> str | None:
        """The id of the generation; None until a chunk has it."""
        ...

    def add(self, chunk: dict[str, Any], /) -> bool:
        """Add a chunk; return True if it may be the last."""
        ...

    def result_dict(self) -> dict[str, Any]:
        """Return the result of the chunks so far as plain JSON, in new containers."""
        ...


class StreamParser(Generic[C]):
    """Parses one event stream.

    Pass each read to `feed`, then call `end` or `abort`, and take the items from `ready`. No method raises for invalid
    data of a service: the error is set as `failure`, to be raised once the items before it are taken.

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
        done: True if the stream needs no further reads.
        failure: The error of the stream; None if it has none.
        incomplete: True if the stream ended early.
        ended_at: Monotonic time in seconds of the end of the stream, or of its last read.
    """

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

        self.ready: deque[C] = deque()
        self.done = False
        self.failure: OpenRouterError | None = None
        self.incomplete = False
        self.ended_at = sent_at
        self._decode_item = decode_item
        self._errors = errors
        self._required_member = errors.required_member
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._ends_when_closed = ends_when_closed
        self._keeps_incomplete = keeps_incomplete
        self._blank_events = 0  # events without content in the current read
        self._sent_at = sent_at
        self._last_chunk_at = sent_at
        self._started_at = started_at
        self._decode = msgspec.json.Decoder().decode
        # The DecodeError of msgspec before 0.21 is not a ValueError.
        self._decode_errors = (ValueError, RecursionError, msgspec.DecodeError)
        self._decoder = Decoder(on_comment=on_keepalive, sentinel=sentinel)

    @property
    def is_open(self) -> bool:
        """True if the first item was received, or the stream ended without one."""
        return bool(self.ready) or self.done

    @property
    def complete(self) -> bool:
        """True if the stream may end now."""
        return self._ends_when_closed

    @property
    def is_empty(self) -> bool:
        """True if no item is ready."""
        return not self.ready

    @property
    def latency(self) -> float:
        """Seconds from sending the attempt to the end of the stream, or to its last read."""
        return self.ended_at - self._sent_at

    def partial(self) -> Any:
        """Return the result of the items so far; None if the items of this stream have no combined result."""
        return None

    def feed(self, data: bytes, now: float) -> bool:
        """Parse the data of one read; return True if it completes an event with content (comments have none).

        Args:
            data: The bytes of the read.
            now: Monotonic time of the read in seconds.
        """
        events = [] if self.done else self._decoder.feed(data)
        if not events:
            if self._decoder.pending > RESPONSE_LIMIT and not self.done:
                self._fail(
                    self._errors.build_stream_error(f"event larger than {RESPONSE_LIMIT} bytes in the stream", "")
                )
            return False
        self._record_read(now)
        self._blank_events = 0
        for event in events:
            self._handle_event(event)
            if self.done:
                break
        return self._blank_events < len(events)

    def end(self, now: float) -> None:
        """Handle the end of the connection at the monotonic time `now`."""
        if self.done:
            return
        self._record_read(now)
        for event in self._decoder.end():
            self._handle_event(event)
        if self.done:
            return
        if self.complete:
            self._finish()
        else:
            self._end_early(IncompleteStreamError(_build_incomplete_message("ended early")), now)

    def abort(self, error: OpenRouterError, now: float) -> None:
        """Handle an error that reading the connection raised at the monotonic time `now`."""
        if self.done:
            return
        if self.complete:
            self._finish()
        elif isinstance(error, ConnectionFailedError) and not isinstance(error, TimedOutError):
            incomplete = IncompleteStreamError(_build_incomplete_message(f"was interrupted ({error})"))
            incomplete.__cause__ = error
            self._end_early(incomplete, now)
        else:
            self._end_early(error, now)

    def _end_early(self, error: OpenRouterError, now: float) -> None:
        self.ended_at = now
        self.incomplete = True
        if isinstance(error, IncompleteStreamError) and self._keeps_incomplete:
            self._finish()
        else:
            self._fail(error)

    def _record_read(self, now: float) -> None:
        self.ended_at = now

    def _handle_event(self, event: ServerSentEvent) -> None:
        value = self._decode_event(event)
        if value is None:
            self._blank_events += 1
        elif self._is_error(value, event):
            self._handle_error(event, value)
        else:
            self._add_item(value)

    def _handle_error(self, event: ServerSentEvent, value: dict[str, Any]) -> None:  # noqa: ARG002 - used by a subclass
        self._fail(self._errors.build_api_error(event.data_bytes))

    def _add_item(self, value: dict[str, Any]) -> None:
        self.ready.append(self._decode_item(value))

    def _decode_event(self, event: ServerSentEvent) -> dict[str, Any] | None:
        """Return the JSON object of an event; None for the sentinel and for data that is not an object."""
        data = event.data_bytes
        if data == self._sentinel:
            self._finish()
            return None
        try:
            value = self._decode(data)
        except self._decode_errors:
            value = self._decode_leniently(event)
        return value if value.__class__ is dict else None

    def _decode_leniently(self, event: ServerSentEvent) -> Any:
        """Decode JSON that msgspec rejects; set `failure` if the data should be JSON and is not."""
        from openrouterkit_api import DecodeError
        from openrouterkit_runtime.json import decode as decode_json

        if self._sentinel is not None and event.data_bytes.strip() == self._sentinel:
            self._finish()
            return None
        try:
            return decode_json(event.data)
        except DecodeError as error:
            if event.event == "error":
                self._fail(self._errors.build_api_error(event.data_bytes))
            elif event.data_bytes.lstrip()[:1] == b"{" or (event.event == "message" and event.data_bytes.strip()):
                self._fail(
                    self._errors.build_stream_error(f"invalid JSON in an event of the stream: {error}", event.data)
                )
            return None

    def _is_error(self, value: dict[str, Any], event: ServerSentEvent) -> bool:
        """Return True if an event is an error: by its name, its members, or a member of a choice."""
        if value.get("error") or event.event == "error":
            return True
        choices, required = value.get("choices"), self._required_member
        if isinstance(choices, list):
            for choice in choices:
                if choice.__class__ is dict and choice.get("error"):
                    return True
            if required is not None:
                return False
        if value.get("type") in _ERROR_TYPES or value.get("object") == "error":
            return True
        return required is not None and not isinstance(value.get(required), list) and is_bare_error(value)

    def _finish(self) -> None:
        self.done = True

    def _fail(self, error: OpenRouterError) -> None:
        self.done = True
        self.incomplete = True
        self.failure = error
        with suppress(RecursionError):  # deeply nested items must not hide the failure
            error.partial = self.partial()


class AccumulatingParser(StreamParser[C]):
    """Parses a stream whose chunks add up to a result, and sets `is_last` of its last chunk.

    A chunk that may be the last, and every chunk after the stream is complete, is held back until the next event or
    the end of the stream. So `is_last` is True for exactly one chunk; for none if the stream ends with the sentinel
    before any chunk has a finish reason.

    Args:
        errors: Builds the errors of the stream.
        accumulator: Builds the result from the chunks.
        chunk: The class of the chunks, with a slot `_timing`.
        result: The class of the result, with a property `is_empty`.
        awaits_content: True if the stream is open only once a chunk has content, and empty without content.
        settings: Further arguments of `StreamParser`.
    """

    def __init__(
        self,
        errors: ErrorFactory,
        *,
        accumulator: StreamAccumulator,
        chunk: type[Any],
        result: type[Any],
        awaits_content: bool = False,
        **settings: Any,
    ) -> None:
        super().__init__(chunk._adopt, errors, **settings)  # noqa: SLF001 - from_dict() would copy
        self._accumulator = accumulator
        self._add = accumulator.add
        self._result = result
        self._set_timing = chunk.__dict__["_timing"].__set__
        self._held: Any = None  # the chunk that is held back
        self._finishing = False  # True once every choice has a finish reason
        self._awaits_content = awaits_content
        # (latency, total_latency, is_last) of the next chunk, and of the chunks after it in the same read
        self._timing = self._next_timing = (0.0, 0.0, False)

    @property
    def is_open(self) -> bool:
        """True if the first chunk (or content, if awaited) was received, or the stream ended without one."""
        if self._awaits_content and not self.done and self.is_empty:
            return False
        return bool(self.ready) or self.done or self._held is not None

    @property
    def is_empty(self) -> bool:
        """True if no chunk is ready; if content is awaited: if no chunk so far has content."""
        if self._awaits_content:
            self._awaits_content = self.partial().is_empty
            return self._awaits_content
        return not self.ready

    @property
    def complete(self) -> bool:
        """True if every choice so far has a finish reason, so that the stream may end now."""
        return self._accumulator.complete

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """Tokens and cost as plain JSON; None until the stream reports them."""
        return self._accumulator.usage

    def partial(self) -> Any:
        """Return the result of the chunks so far."""
        return self._result._adopt(self._accumulator.result_dict())  # noqa: SLF001 - a deep copy could exceed the stack

    def _record_read(self, now: float) -> None:
        self.ended_at = now
        total = now - self._started_at
        self._timing = (now - self._last_chunk_at, total, False)
        self._next_timing = (0.0, total, False)

    def _handle_error(self, event: ServerSentEvent, value: dict[str, Any]) -> None:
        redacted = self._errors.redact(event.data_bytes)
        if redacted != event.data_bytes:
            from openrouterkit_runtime.json import decode as decode_json

            value = decode_json(redacted.decode("utf-8", "replace"))  # the event may contain invalid UTF-8
        self._add(value)
        self._fail(self._errors.build_api_error(redacted))

    def _add_item(self, value: dict[str, Any]) -> None:
        may_be_last = self._add(value)
        chunk = self._decode_item(value)
        self._set_timing(chunk, self._timing)
        self._timing = self._next_timing
        self._last_chunk_at = self.ended_at
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
        if may_be_last or self._finishing:
            self._held = chunk
            self._finishing = self._finishing or self._accumulator.complete
        else:
            self.ready.append(chunk)

    def _finish(self) -> None:
        super()._finish()
        if self._held is not None:
            self._set_timing(self._held, (self._held.latency, self._held.total_latency, not self.incomplete))
            self.ready.append(self._held)
            self._held = None

    def _fail(self, error: OpenRouterError) -> None:
        super()._fail(error)
        error.generation_id = error.generation_id or self._accumulator.generation_id
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None


def _build_incomplete_message(reason: str) -> str:
    return f"the stream {reason}; read the result so far from .partial, or repeat the call"
