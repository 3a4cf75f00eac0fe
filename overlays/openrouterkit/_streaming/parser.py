"""What a stream has come to, as bytes are fed to it: its items, its end, its failure. No I/O happens here."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._call.attempts import ANSWER_LIMIT
from .._errors.error_body import is_bare_error
from ..errors import ConnectionFailedError, IncompleteStreamError, OpenRouterError, TimedOutError
from ..sse import Decoder, ServerSentEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._errors.factory import Failures
    from ..results import ChatCompletion, ChatCompletionChunk

C = TypeVar("C")


class StreamState(Generic[C]):
    """The state of one event stream.

    Feed it what the network gives, then tell it of the end; take what is `ready`. Nothing is raised for what a service
    sends: a `failure` waits until the items before it are taken.

    Args:
        read: makes an item of an event's JSON object.
        failures: makes the errors of its events.
        sentinel: the data that ends the stream; None where the connection's end is the end.
        on_keepalive: called with the text of every comment.
        keeps_incomplete: whether a stream that ends too early just ends.
        sent, began: monotonic seconds at which the attempt was sent and the call began.

    Attributes:
        ready: items to be taken, in order.
        done: whether nothing more is to be read.
        failure: what went wrong, None where nothing did.
        incomplete: whether the stream ended before it was complete.
    """

    def __init__(
        self,
        read: Callable[[Any], C],
        failures: Failures,
        *,
        sentinel: str | None = "[DONE]",
        on_keepalive: Callable[[str], Any] | None = None,
        keeps_incomplete: bool = False,
        sent: float = 0.0,
        began: float = 0.0,
    ) -> None:
        import msgspec

        self.ready: deque[C] = deque()
        self.done = False
        self.failure: OpenRouterError | None = None
        self.incomplete = False
        self.ended_at = sent
        self._read = read
        self._failures = failures
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._keeps_incomplete = keeps_incomplete
        self._said_nothing = 0  # so many events of one read
        self._sent = self._last = sent
        self._began = began
        self._decode = msgspec.json.Decoder().decode
        self._decoder = Decoder(on_comment=on_keepalive, sentinel=sentinel)

    @property
    def opened(self) -> bool:
        """Whether the first event has come, or will not."""
        return bool(self.ready) or self.done

    @property
    def complete(self) -> bool:
        """Whether the stream may end here."""
        return self._sentinel is None

    @property
    def empty(self) -> bool:
        """Whether nothing came that a caller has any use for."""
        return not self.ready

    def partial(self) -> Any:
        """What has come so far, as one result; None where items do not add up to one."""
        return None

    def feed(self, data: bytes, now: float) -> bool:
        """Take in what was read at that moment; whether an event in it said something (comments are no events)."""
        events = [] if self.done else self._decoder.feed(data)
        if not events:
            if self._decoder.pending > ANSWER_LIMIT and not self.done:
                self._fail(self._failures.unreadable(f"an event of the stream is longer than {ANSWER_LIMIT} bytes", ""))
            return False
        self._arrived(now)
        self._said_nothing = 0
        for event in events:
            self._take(event)
            if self.done:
                break
        return self._said_nothing < len(events)

    def end(self, now: float) -> None:
        """Take in that the connection ended."""
        if self.done:
            return
        self._arrived(now)
        for event in self._decoder.end():
            self._take(event)
        if self.done:
            return
        if self.complete:
            self._finish()
        else:
            self._break_off(IncompleteStreamError(self._cut_off("ended")), now)

    def broken(self, error: OpenRouterError, now: float) -> None:
        """Take in that reading failed."""
        if self.done:
            return
        if self.complete:
            self._finish()
        elif isinstance(error, ConnectionFailedError) and not isinstance(error, TimedOutError):
            incomplete = IncompleteStreamError(self._cut_off(f"was cut off ({error})"))
            incomplete.__cause__ = error
            self._break_off(incomplete, now)
        else:
            self._break_off(error, now)

    def _cut_off(self, how: str) -> str:
        return f"the stream {how} before it was complete: .partial has what came; the call may be made again"

    def _break_off(self, error: OpenRouterError, now: float) -> None:
        self.ended_at = now
        self.incomplete = True
        if isinstance(error, IncompleteStreamError) and self._keeps_incomplete:
            self._finish()
        else:
            self._fail(error)

    def _arrived(self, now: float) -> None:
        self.ended_at = now

    def _take(self, event: ServerSentEvent) -> None:
        value = self._value(event)
        if value is None:
            self._said_nothing += 1
            return
        said = value.get("type") in ("error", "response.failed") or value.get("object") == "error"
        if said or event.event == "error" or value.get("error"):
            self._fail(self._failures.stated(event.data_bytes))
        else:
            self.ready.append(self._read(value))

    def _value(self, event: ServerSentEvent) -> dict[str, Any] | None:
        """The event's JSON object; None where the event is not one, which is told to whom it concerns."""
        data = event.data_bytes
        if data == self._sentinel:
            self._finish()
            return None
        try:
            value = self._decode(data)
        except (ValueError, UnicodeError, RecursionError):
            value = self._leniently(event)
        # JSON that is no object says nothing a caller could use: unknown events are never fatal.
        return value if value.__class__ is dict else None

    def _leniently(self, event: ServerSentEvent) -> Any:
        from openrouterkit_api import DecodeError
        from openrouterkit_runtime.json import decode as decode_json

        if self._sentinel is not None and event.data_bytes.strip() == self._sentinel:
            self._finish()
            return None
        try:
            return decode_json(event.data)
        except DecodeError as error:
            if event.event == "error":
                self._fail(self._failures.stated(event.data_bytes))
            elif event.data_bytes.lstrip()[:1] == b"{" or (event.event == "message" and event.data_bytes.strip()):
                self._fail(self._failures.unreadable(f"an event of the stream is not JSON: {error}", event.data))
            return None

    def _finish(self) -> None:
        self.done = True

    def _fail(self, error: OpenRouterError) -> None:
        self.done = True
        self.incomplete = True
        self.failure = error
        with suppress(RecursionError):  # whatever came before, the failure is told
            error.partial = self.partial()


class ChatStreamState(StreamState["ChatCompletionChunk"]):
    """The state of a chat stream: adds its chunks up, and knows the last one.

    A chunk with a finish reason, and any after the stream is complete, is held until the next event or the end, so
    that exactly one says that it is the last. Where no chunk has a finish reason, and the sentinel alone ends the
    stream, all were given before, and none says it.

    Args:
        failures: makes the errors of its events.
        awaits_content: whether it counts as open only once there is content, and as empty without.
        settings: see `StreamState`.
    """

    def __init__(self, failures: Failures, *, awaits_content: bool = False, **settings: Any) -> None:
        from ..accumulate import Accumulator
        from ..results import ChatCompletionChunk

        super().__init__(ChatCompletionChunk._adopt, failures, **settings)  # noqa: SLF001 - nobody else holds the JSON
        self._accumulator = Accumulator()
        self._add = self._accumulator.add
        self._set_place = ChatCompletionChunk.__dict__["_place"].__set__
        self._held: ChatCompletionChunk | None = None
        self._finishing = False
        self._awaits_content = awaits_content
        self._place = self._next_place = (0.0, 0.0, False)

    @property
    def opened(self) -> bool:
        """Whether the first event, or what is awaited instead, has come, or will not."""
        if self._awaits_content and not self.done and self.empty:
            return False
        return bool(self.ready) or self.done or self._held is not None

    @property
    def empty(self) -> bool:
        """Whether nothing came that a caller has any use for: no event, or none with content where that is awaited."""
        if self._awaits_content:
            from ..results import says_nothing

            self._awaits_content = says_nothing(self.partial())
            return self._awaits_content
        return not self.ready

    @property
    def complete(self) -> bool:
        """Whether every choice seen has a finish reason."""
        return self._accumulator.complete

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """What the stream has cost, once it says so."""
        return self._accumulator.usage

    def partial(self) -> ChatCompletion:
        """What has come so far."""
        from ..results import ChatCompletion

        # Without a copy, which would have to go as deep as the chunks did; what does not grow is shared with them.
        return ChatCompletion._adopt(self._accumulator.result_dict())  # noqa: SLF001

    @property
    def latency(self) -> float:
        """Seconds from sending to the stream's end, or as far as it has come."""
        return self.ended_at - self._sent

    def _arrived(self, now: float) -> None:
        self.ended_at = now
        total = now - self._began
        self._place = (now - self._last, total, False)
        self._next_place = (0.0, total, False)

    def _take(self, event: ServerSentEvent) -> None:
        value = self._value(event)
        if value is None:
            self._said_nothing += 1
            return
        failed = value.get("error") or event.event == "error"
        finished = False
        choices = value.get("choices")
        if isinstance(choices, list):
            for choice in choices:
                if choice.__class__ is dict:
                    finished = finished or bool(choice.get("finish_reason"))
                    failed = failed or choice.get("error")
        else:
            failed = failed or is_bare_error(value)
        if failed:
            clean = self._failures.clean(event.data_bytes)
            self._add(value if clean == event.data_bytes else self._decode(clean))
            self._fail(self._failures.stated(clean))
        else:
            self._add(value)
            self._deliver(value, finished=finished)

    def _deliver(self, value: dict[str, Any], *, finished: bool) -> None:
        chunk = self._read(value)
        self._set_place(chunk, self._place)
        self._place = self._next_place
        self._last = self.ended_at
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
        if finished or self._finishing:
            self._held = chunk
            self._finishing = self._finishing or self._accumulator.complete
        else:
            self.ready.append(chunk)

    def _finish(self) -> None:
        super()._finish()
        if self._held is not None:
            self._set_place(self._held, (self._held.latency, self._held.total_latency, not self.incomplete))
            self.ready.append(self._held)
            self._held = None

    def _fail(self, error: OpenRouterError) -> None:
        super()._fail(error)
        error.generation_id = error.generation_id or self._accumulator.generation_id
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
