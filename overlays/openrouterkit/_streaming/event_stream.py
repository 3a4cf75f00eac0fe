"""Open event streams: the faces, sync and async, over `states.StreamState`."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from .._errors.factory import Failures
from .._transport.body import Opening
from ..errors import ConfigurationError, IncompleteStreamError, OpenRouterError
from ..flow import Close, Flow, Read, Response, adrive, do, drive
from ..timeouts import Deadlines, TimeoutOptions

if TYPE_CHECKING:
    from anyio import CancelScope

    from ..flow import AsyncTransport, Transport
    from ..responses import CallResponse
    from .parser import StreamState

C_co = TypeVar("C_co", covariant=True)

# The end of the connection is waited for this long, in seconds, after the stream's own end: then it can be used again.
_FAREWELL: Final = TimeoutOptions(total=0.1)
_FAREWELL_READS: Final = 4


class Stream(Generic[C_co]):
    """What sync and async streams share: everything but the waiting."""

    def __init__(self, opening: Flow[Response]) -> None:
        self._opening = opening
        self._is_opening = False
        self._reading = threading.Lock()
        self._answer: Response | None = None
        self._failure: OpenRouterError | None = None  # of the opening
        self._closed = False  # nothing more is read
        self._left = False  # because of close()
        self._abandoned = False  # before the end

    @property
    def response(self) -> CallResponse:
        """The HTTP side of the answer.

        Raises:
            ConfigurationError: the stream is not open yet, or was not opened.
        """
        from ..responses import CallResponse

        return CallResponse.of(self._opened())

    def _opened(self) -> Response:
        if self._answer is None:
            raise ConfigurationError(f"the stream {self._unopened()}") from self._failure
        return self._answer

    def _unopened(self) -> str:
        if self._failure is not None:
            return f"could not be opened: {self._failure}"
        if self._left:
            return "was closed before it was open: make the call again"
        return "is being opened" if self._is_opening else "is not open yet: enter it, or take its first item"

    def _open(self) -> Flow[Response | None]:
        """The answer, open; None where the stream was closed before."""
        if self._answer is not None:
            return self._answer
        if self._failure is not None:
            raise self._failure
        if self._left:
            return None
        if self._is_opening:
            raise ConfigurationError("two threads or tasks open one stream: let one read, and hand on what it gets")
        self._is_opening = True
        try:
            self._answer = yield from self._opening
        except BaseException as error:
            if self._left and isinstance(error, OpenRouterError):
                return None
            if not self._left:
                self._failure = error if isinstance(error, OpenRouterError) else _interrupted(error)
            raise
        finally:
            self._is_opening = False
        if self._left:  # meanwhile
            yield from self._leave()
            return None
        return self._answer

    def _end_opening(self) -> Response | None:
        """End the opening that is under way; the answer it reads from, where that is still to be closed."""
        raise NotImplementedError

    def _advance(self, answer: Response) -> Flow[bool]:
        """Have items ready, or come to the end; whether there are any."""
        # Never waited for: a task would stop its event loop, and a thread take what another is in the midst of.
        if not self._reading.acquire(blocking=False):
            raise ConfigurationError("two threads or tasks read one stream: let one read, and hand on what it gets")
        try:
            return (yield from self._advanced(answer, answer.state))
        finally:
            self._reading.release()

    def _advanced(self, answer: Response, state: StreamState[Any]) -> Flow[bool]:
        if not state.done and not state.ready and not self._closed:
            yield from self._read_on(answer, state)
        if self._left:
            state.ready.clear()
        if state.ready:
            return True
        if not self._closed:
            yield from self._take_leave(answer, state)
        if state.failure is not None:
            Failures.of(answer).marked(state.failure)
            state.failure.attempts = answer.attempts
            raise state.failure
        return False

    def _read_on(self, answer: Response, state: StreamState[Any]) -> Flow[None]:
        deadlines: Deadlines = answer.deadlines
        deadlines.waiting(time.monotonic())
        while not state.ready and not state.done:
            try:
                data = yield from do(Read(answer, deadlines))
                now = time.monotonic()
                if self._closed:
                    return
                if not data:
                    state.end(now)
                elif not state.feed(data, now):
                    deadlines.check(now)
                elif not state.ready:
                    deadlines.waiting(now)
            except OpenRouterError as error:
                if self._closed:
                    return
                state.broken(error, time.monotonic())
            except Exception:
                # A function of the caller's raised: what came together with its comment is lost.
                yield from self._leave()
                raise

    def _take_leave(self, answer: Response, state: StreamState[Any]) -> Flow[None]:
        self._closed = True
        try:
            if answer.content is None and state.failure is None and not state.incomplete:
                rest = Deadlines(_FAREWELL, time.monotonic())
                for _ in range(_FAREWELL_READS):
                    data = yield from do(Read(answer, rest))
                    if not data:
                        return
        except OpenRouterError:
            pass  # the stream is over: how the connection ends is nobody's business
        yield from do(Close(answer))

    def _leave(self) -> Flow[None]:
        self._closed = self._left = True
        underway = self._end_opening()
        answer = self._answer or underway
        if answer is None:
            return
        state: StreamState[Any] | None = answer.state
        if state is not None and (state.ready or not state.done):
            self._abandoned = True
            state.ready.clear()
        yield from do(Close(answer))

    def _check_enterable(self) -> None:
        if self._left:
            raise ConfigurationError("the stream is closed, and cannot be entered again: make the call again")

    def _incomplete(self) -> IncompleteStreamError:
        return IncompleteStreamError(f"the stream {self._unopened()}")


def _interrupted(error: BaseException) -> IncompleteStreamError:
    return IncompleteStreamError(f"its opening was interrupted by {type(error).__name__}: make the call again")


class EventStream(Stream[C_co]):
    """The items of an event stream, as they come: a context manager and an iterator.

    It opens on entry, or when the first item is taken. Leaving the `with` block, or `close()`, ends the connection at
    once. Failures are raised where the item would have been: `APIError` for one the service states, `TimedOutError`,
    `StreamError`, `IncompleteStreamError`.
    """

    def __init__(self, opening: Flow[Response], transport: Transport) -> None:
        self._way_in = Opening(opening)
        super().__init__(self._way_in.flow())
        self._transport = transport

    def __enter__(self) -> Self:
        self._check_enterable()
        if drive(self._open(), self._transport) is None:
            raise self._incomplete()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> C_co:
        answer = self._answer
        if answer is None:
            answer = drive(self._open(), self._transport)
            if answer is None:
                raise StopIteration
        while True:
            try:
                return answer.state.ready.popleft()  # type: ignore[no-any-return]
            except IndexError:  # nothing more of what was read
                pass
            if not drive(self._advance(answer), self._transport):
                raise StopIteration

    def close(self) -> None:
        """End the connection at once, from any thread; one that reads finds the end. Closing again does nothing.

        One that still opens the stream finds the end, too: at once where it waits to try again, for the answer, or for
        the first event. Nothing wakes it while it waits for a connection to be made, or for a function of yours; it
        ends right after, at the latest when the limit of `TimeoutOptions` for that wait passes.
        """
        drive(self._leave(), self._transport)

    def _end_opening(self) -> Response | None:
        return self._way_in.cut()


class AsyncEventStream(Stream[C_co]):
    """The items of an event stream, as they come: an async context manager and an async iterator. See `EventStream`."""

    def __init__(self, opening: Flow[Response], transport: AsyncTransport) -> None:
        super().__init__(opening)
        self._transport = transport
        self._scope: CancelScope | None = None  # of the opening

    async def __aenter__(self) -> Self:
        self._check_enterable()
        if await self._entered() is None:
            raise self._incomplete()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> C_co:
        answer = self._answer or await self._entered()
        if answer is None:
            raise StopAsyncIteration
        while True:
            try:
                return answer.state.ready.popleft()  # type: ignore[no-any-return]
            except IndexError:  # nothing more of what was read
                pass
            if not await adrive(self._advance(answer), self._transport):
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """End the connection at once, from any task; a task that reads or opens finds the end.

        Closing again does nothing.
        """
        await adrive(self._leave(), self._transport)

    async def _entered(self) -> Response | None:
        import anyio

        with anyio.CancelScope() as scope:
            if not self._is_opening:
                self._scope = scope
            return await adrive(self._open(), self._transport)
        return None

    def _end_opening(self) -> Response | None:
        if self._is_opening and self._scope is not None:
            self._scope.cancel()
        return None
