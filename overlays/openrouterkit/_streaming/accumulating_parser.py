"""The parser of streams whose chunks add up to one result, such as those of chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .parser import StreamParser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._errors.factory import ErrorFactory
    from ..accumulate import StreamAccumulator
    from ..errors import SDKError
    from ..sse import ServerSentEvent

C = TypeVar("C")


class AccumulatingParser(StreamParser[C]):
    """Parses a stream whose chunks add up to a result, and sets `is_last` of its last chunk.

    A chunk that may be the last, and every chunk after the stream is complete, is held back until the next event or
    the end of the stream. So `is_last` is True for exactly one chunk; for none if the stream ends with the sentinel
    before any chunk has a finish reason.

    A chunk is added to the accumulator when it is delivered to the caller, not when it is parsed, so that the stream
    can return the result of the delivered chunks at any time. `partial` adds the other chunks to a copy.

    Args:
        decode_item: Converts the JSON object of an event to a chunk.
        errors: Builds the errors of the stream.
        accumulator: Builds the result from the chunks.
        set_timing: Sets the times of a chunk, and whether it is the last.
        build_result: Converts the plain JSON of the result to an object of its class.
        awaits_content: True if the stream is open only once a chunk has content, and empty without content. The result
            has a property `is_empty`.
        settings: Further arguments of `StreamParser`.
    """

    def __init__(
        self,
        decode_item: Callable[[Any], C],
        errors: ErrorFactory,
        *,
        accumulator: StreamAccumulator,
        set_timing: Callable[[Any, tuple[float, float, bool]], None],
        build_result: Callable[[Any], Any],
        awaits_content: bool = False,
        **settings: Any,
    ) -> None:
        super().__init__(decode_item, errors, **settings)
        if type(self).deliver is None:
            self.deliver = accumulator.add
        self._accumulator = accumulator  # of the chunks that were delivered
        self._discarded: list[C] = []
        self._error_event: dict[str, Any] | None = None
        self.build_result = build_result
        self._set_timing = set_timing
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
    def usage(self) -> Mapping[str, Any] | None:
        """Tokens and cost in the chunks that were delivered, as plain JSON; None if they have none."""
        return getattr(self._accumulator, "usage", None)

    def delivered(self) -> Any:
        """Return the result of the chunks that were delivered."""
        return self._build_result(self._accumulator)

    def partial(self) -> Any:
        """Return the result of all chunks received so far, delivered or not."""
        return self._build_result(self._accumulate_received())

    def add_partial(self, error: SDKError) -> None:
        """Add the result of all chunks received so far, and the id of the generation, to an error."""
        super().add_partial(error)
        error.generation_id = error.generation_id or getattr(self._accumulate_received(), "generation_id", None)

    def discard(self) -> None:
        """Drop the chunks that were not taken, because the stream is closed; `partial` still contains them."""
        self._discarded += self.ready.copy()
        self.ready.clear()

    def _accumulate_received(self) -> StreamAccumulator:
        # Copying the deque is atomic, so that another thread can take chunks meanwhile.
        others = [*self._discarded, *self.ready.copy(), self._held, self._error_event]
        if not any(chunk is not None for chunk in others):
            return self._accumulator
        received = self._accumulator.copy()
        for chunk in others:
            if chunk is not None:
                received.add(chunk)
        return received

    def _build_result(self, accumulator: StreamAccumulator) -> Any:
        return self.build_result(accumulator.result_dict())

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
        self._error_event = value
        self._fail(self._errors.build_api_error(redacted))

    def _append(self, item: C) -> None:
        self._set_timing(item, self._timing)
        self._timing = self._next_timing
        self._last_chunk_at = self.ended_at
        if self._may_end:
            self._add_chunk_near_the_end(item)
        else:
            self.ready.append(item)

    def _add_chunk_near_the_end(self, chunk: C) -> None:
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
        if self._has_finish_reason or self._finishing:
            self._held = chunk
            self._has_finish_reason = False
            self._finishing = self._finishing or self.is_finished
        else:
            self.ready.append(chunk)

    def _finish(self) -> None:
        super()._finish()
        if self._held is not None:
            self._set_timing(self._held, (self._held.latency, self._held.total_latency, not self.incomplete))
            self.ready.append(self._held)
            self._held = None

    def _fail(self, error: SDKError) -> None:
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
        super()._fail(error)
