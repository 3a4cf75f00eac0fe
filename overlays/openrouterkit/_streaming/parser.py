"""Incremental parsers of event streams: bytes in; items, the end and the failure out. No I/O happens here."""

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
    """Adds the chunks of a stream up to one result; `accumulate.Accumulator` is one."""

    @property
    def complete(self) -> bool:
        """Whether the stream may end here."""
        ...

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """What the call cost, as plain JSON; None before the stream says so."""
        ...

    @property
    def generation_id(self) -> str | None:
        """The id of the generation, None before the first chunk that has it."""
        ...

    def add(self, chunk: dict[str, Any], /) -> bool:
        """Add a chunk; whether it may be the last."""
        ...

    def result_dict(self) -> dict[str, Any]:
        """What the chunks add up to, as plain JSON in containers of its own."""
        ...


class StreamParser(Generic[C]):
    """The parser of one event stream.

    Feed it what the network gives, then tell it of the end; take what is `ready`. Nothing is raised for what a service
    sends: a `failure` waits until the items before it are taken.

    Args:
        decode_item: makes an item of the JSON object of an event.
        errors: makes the errors of its events.
        sentinel: the data that ends the stream, None where there is none.
        ends_when_closed: whether the end of the connection is the end of the stream.
        on_keepalive: called with the text of every comment.
        keeps_incomplete: whether a stream that ends too early just ends.
        sent_at, started_at: monotonic seconds at which the attempt was sent and the call began.

    Attributes:
        ready: items to be taken, in order.
        done: whether nothing more is to be read.
        failure: what went wrong, None where nothing did.
        incomplete: whether the stream ended before it was complete.
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
        self._blank_events = 0  # of one read
        self._sent_at = self._last = sent_at
        self._started_at = started_at
        self._decode = msgspec.json.Decoder().decode
        self._decoder = Decoder(on_comment=on_keepalive, sentinel=sentinel)

    @property
    def is_open(self) -> bool:
        """Whether the first item has come, or will not."""
        return bool(self.ready) or self.done

    @property
    def complete(self) -> bool:
        """Whether the stream may end here."""
        return self._ends_when_closed

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing that a caller has a use for."""
        return not self.ready

    @property
    def latency(self) -> float:
        """Seconds from sending to the stream's end, or to its last read."""
        return self.ended_at - self._sent_at

    def partial(self) -> Any:
        """The result of the items so far; None where items do not add up to one."""
        return None

    def feed(self, data: bytes, now: float) -> bool:
        """Parse what was read at that time; whether it had an event with content (comments are no events)."""
        events = [] if self.done else self._decoder.feed(data)
        if not events:
            if self._decoder.pending > RESPONSE_LIMIT and not self.done:
                self._fail(
                    self._errors.build_stream_error(f"an event of the stream is over {RESPONSE_LIMIT} bytes", "")
                )
            return False
        self._note_read(now)
        self._blank_events = 0
        for event in events:
            self._take(event)
            if self.done:
                break
        return self._blank_events < len(events)

    def end(self, now: float) -> None:
        """Note that the connection ended."""
        if self.done:
            return
        self._note_read(now)
        for event in self._decoder.end():
            self._take(event)
        if self.done:
            return
        if self.complete:
            self._finish()
        else:
            self._break_off(IncompleteStreamError(_cut_off("ended")), now)

    def abort(self, error: OpenRouterError, now: float) -> None:
        """Note that reading failed."""
        if self.done:
            return
        if self.complete:
            self._finish()
        elif isinstance(error, ConnectionFailedError) and not isinstance(error, TimedOutError):
            incomplete = IncompleteStreamError(_cut_off(f"was cut off ({error})"))
            incomplete.__cause__ = error
            self._break_off(incomplete, now)
        else:
            self._break_off(error, now)

    def _break_off(self, error: OpenRouterError, now: float) -> None:
        self.ended_at = now
        self.incomplete = True
        if isinstance(error, IncompleteStreamError) and self._keeps_incomplete:
            self._finish()
        else:
            self._fail(error)

    def _note_read(self, now: float) -> None:
        self.ended_at = now

    def _take(self, event: ServerSentEvent) -> None:
        value = self._value(event)
        if value is None:
            self._blank_events += 1
        elif self._is_error(value, event):
            self._take_error(event, value)
        else:
            self._deliver(value)

    def _take_error(self, event: ServerSentEvent, value: dict[str, Any]) -> None:  # noqa: ARG002 - a subclass keeps it
        self._fail(self._errors.build_api_error(event.data_bytes))

    def _deliver(self, value: dict[str, Any]) -> None:
        self.ready.append(self._decode_item(value))

    def _value(self, event: ServerSentEvent) -> dict[str, Any] | None:
        """The JSON object of an event; None where it has none: for the sentinel, and for events nobody knows."""
        data = event.data_bytes
        if data == self._sentinel:
            self._finish()
            return None
        try:
            value = self._decode(data)
        except (ValueError, UnicodeError, RecursionError):
            value = self._decode_leniently(event)
        return value if value.__class__ is dict else None

    def _decode_leniently(self, event: ServerSentEvent) -> Any:
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
                self._fail(self._errors.build_stream_error(f"an event of the stream is not JSON: {error}", event.data))
            return None

    def _is_error(self, value: dict[str, Any], event: ServerSentEvent) -> bool:
        """Whether an event carries an error: by its name, in its object, or in a choice of it."""
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
        with suppress(RecursionError):  # the failure is raised, however deep the items before it are
            error.partial = self.partial()


class AccumulatingParser(StreamParser[C]):
    """The parser of a stream whose chunks add up to a result, and one of whose chunks is the last.

    A chunk that may be the last, and any after the stream is complete, is held until the next event or the end, so
    that exactly one `is_last`. If no chunk may be the last, and the sentinel alone ends the stream, none is.

    Args:
        errors: makes the errors of its events.
        accumulator: adds the chunks up.
        chunk: class of the chunks; it has a slot `_timing`.
        result: class of the result; it has `is_empty`.
        awaits_content: whether the stream is open only once there is content, and empty without.
        settings: see `StreamParser`.
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
        super().__init__(chunk._adopt, errors, **settings)  # noqa: SLF001 - nobody else holds the JSON
        self._accumulator = accumulator
        self._add = accumulator.add
        self._result = result
        self._set_timing = chunk.__dict__["_timing"].__set__
        self._held: Any = None
        self._finishing = False
        self._awaits_content = awaits_content
        self._timing = self._next_timing = (0.0, 0.0, False)

    @property
    def is_open(self) -> bool:
        """Whether the first chunk, or the first content where that is awaited, has come, or will not."""
        if self._awaits_content and not self.done and self.is_empty:
            return False
        return bool(self.ready) or self.done or self._held is not None

    @property
    def is_empty(self) -> bool:
        """Whether there was no chunk, or none with content where that is awaited."""
        if self._awaits_content:
            self._awaits_content = self.partial().is_empty
            return self._awaits_content
        return not self.ready

    @property
    def complete(self) -> bool:
        """Whether the stream may end here."""
        return self._accumulator.complete

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """What the call cost, as plain JSON; None before the stream says so."""
        return self._accumulator.usage

    def partial(self) -> Any:
        """The result of the chunks so far."""
        # Without a copy, which would have to go as deep as the chunks did; what does not grow is shared with them.
        return self._result._adopt(self._accumulator.result_dict())  # noqa: SLF001

    def _note_read(self, now: float) -> None:
        self.ended_at = now
        total = now - self._started_at
        self._timing = (now - self._last, total, False)
        self._next_timing = (0.0, total, False)

    def _take_error(self, event: ServerSentEvent, value: dict[str, Any]) -> None:
        redacted = self._errors.redact(event.data_bytes)
        self._add(value if redacted == event.data_bytes else self._decode(redacted))
        self._fail(self._errors.build_api_error(redacted))

    def _deliver(self, value: dict[str, Any]) -> None:
        may_be_last = self._add(value)
        chunk = self._decode_item(value)
        self._set_timing(chunk, self._timing)
        self._timing = self._next_timing
        self._last = self.ended_at
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


def _cut_off(how: str) -> str:
    return f"the stream {how} before it was complete: .partial has the chunks before; the call may be made again"
