"""Open event streams, sync and async, over a `parser.StreamParser`."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from .._errors.factory import ErrorFactory
from .._flow.cancellation import Cancellation
from .._flow.deadlines import Deadlines
from ..errors import ConfigurationError, IncompleteStreamError, OpenRouterError
from ..flow import Close, Flow, Read, adrive, do, drive
from ..timeouts import TimeoutOptions
from .reading import read_events

if TYPE_CHECKING:
    from anyio import CancelScope

    from .._flow.exchange import OpenStream
    from ..flow import AsyncTransport, Response, Transport
    from ..responses import CallResponse

C_co = TypeVar("C_co", covariant=True)

# After the end of a stream the connection is read to its own end for so long, so that it can be used again.
_DRAIN_TIMEOUT: Final = TimeoutOptions(total=0.1)
_DRAIN_READS: Final = 4


class Stream(Generic[C_co]):
    """What sync and async streams share: everything but the driver."""

    def __init__(self, opening: Flow[Response]) -> None:
        self._opening = opening
        self._is_opening = False
        self._reading = threading.Lock()
        self._response: Response | None = None
        self._ready: deque[Any] = deque()  # the parser's, once there is one
        self._failure: OpenRouterError | None = None  # of the opening
        self._left = False  # by close()
        self._abandoned = False  # before the end

    @property
    def response(self) -> CallResponse:
        """The HTTP side of the stream.

        Raises:
            ConfigurationError: the stream is not open yet, or could not be opened.
        """
        from ..responses import CallResponse

        return CallResponse.of(self._opened())

    def _opened(self) -> Response:
        if self._response is None:
            raise ConfigurationError(f"the stream {self._why_not_open()}") from self._failure
        return self._response

    def _why_not_open(self) -> str:
        if self._failure is not None:
            return f"could not be opened: {self._failure}"
        if self._left:
            return "was closed before it was open: make the call again"
        return "is being opened" if self._is_opening else "is not open yet: enter it, or take its first item"

    def _open(self) -> Flow[Response | None]:
        """The open response; None if the stream was closed before."""
        if self._response is not None:
            return self._response
        if self._failure is not None:
            raise self._failure
        if self._left:
            return None
        if self._is_opening:
            raise ConfigurationError("two threads or tasks open one stream: open and read it in one of them")
        self._is_opening = True
        try:
            response = yield from self._opening
            self._response, self._ready = response, _stream_of(response).parser.ready
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
        return response

    def _cancel_opening(self) -> None:
        """End the opening that is under way, if any."""
        raise NotImplementedError

    def _advance(self, response: Response) -> Flow[bool]:
        """Have items ready, or come to the end; whether there are any."""
        # Never waited for: a task would stop its event loop, and a thread take the items another is about to take.
        if not self._reading.acquire(blocking=False):
            raise ConfigurationError("two threads or tasks read one stream: read it in one of them, and pass items on")
        try:
            stream = response.stream
            assert stream is not None
            parser = stream.parser
            if not parser.done and not parser.ready and not stream.closed:
                try:
                    yield from read_events(response, stream, opening=False)
                except OpenRouterError as error:
                    if not stream.closed:
                        parser.abort(error, time.monotonic())
                except Exception:
                    # A function of the caller's raised: events that came in one read with its comment are lost.
                    yield from self._leave()
                    raise
            if self._left:
                parser.ready.clear()
            if parser.ready:
                return True
            if not stream.closed:
                yield from self._drain(response, stream)
            if parser.failure is not None:
                raise ErrorFactory.from_response(response).complete(parser.failure, response.attempts)
            return False
        finally:
            self._reading.release()

    def _drain(self, response: Response, stream: OpenStream) -> Flow[None]:
        """Read the connection to its end after the end of the stream, or close it."""
        stream.closed = True
        try:
            if response.content is None and stream.parser.failure is None and not stream.parser.incomplete:
                deadlines = Deadlines(_DRAIN_TIMEOUT, time.monotonic())
                for _ in range(_DRAIN_READS):
                    data = yield from do(Read(response, deadlines))
                    if not data:
                        return
        except OpenRouterError:
            pass  # the stream is complete: how its connection ends is of no interest
        yield from do(Close(response))

    def _leave(self) -> Flow[None]:
        self._left = True
        self._cancel_opening()
        response = self._response
        if response is None:
            return
        stream = _stream_of(response)
        stream.closed = True
        if stream.parser.ready or not stream.parser.done:
            self._abandoned = True
            stream.parser.ready.clear()
        yield from do(Close(response))

    def _check_enterable(self) -> None:
        if self._left:
            raise ConfigurationError("the stream is closed, and cannot be entered again: make the call again")

    def _not_open(self) -> IncompleteStreamError:
        return IncompleteStreamError(f"the stream {self._why_not_open()}")


def _stream_of(response: Response) -> OpenStream:
    assert response.stream is not None
    return response.stream


def _interrupted(error: BaseException) -> IncompleteStreamError:
    return IncompleteStreamError(f"its opening was interrupted by {type(error).__name__}: make the call again")


class EventStream(Stream[C_co]):
    """The items of an event stream as they arrive: a context manager and an iterator.

    It opens on entry, or when the first item is taken. Leaving the `with` block, or `close()`, closes the connection at
    once. Failures are raised where the item would have been: `APIError` for one the service reports, `TimedOutError`,
    `StreamError`, `IncompleteStreamError`.
    """

    def __init__(self, opening: Flow[Response], transport: Transport) -> None:
        super().__init__(opening)
        self._cancellation = Cancellation()
        self._transport = transport

    def __enter__(self) -> Self:
        self._check_enterable()
        if self._drive_opening() is None:
            raise self._not_open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> C_co:
        while True:
            try:
                item: C_co = self._ready.popleft()
            except IndexError:  # nothing more of what was read
                pass
            else:
                return item
            response = self._response or self._drive_opening()
            if response is None or not drive(self._advance(response), self._transport):
                raise StopIteration

    def close(self) -> None:
        """Close the connection at once, from any thread; a thread that reads comes to the end.

        A thread that is still opening the stream comes to the end, too: at once while it waits to retry, for the
        response, or for the first event. Nothing interrupts it while a connection is made or a function of yours runs;
        it ends right after, at the latest when the limit of `TimeoutOptions` for that wait passes. Closing again does
        nothing.
        """
        drive(self._leave(), self._transport)

    def _drive_opening(self) -> Response | None:
        return drive(self._open(), self._transport, self._cancellation)

    def _cancel_opening(self) -> None:
        if self._response is None:
            self._cancellation.cancel()


class AsyncEventStream(Stream[C_co]):
    """The items of an event stream as they arrive: an async context manager and iterator. See `EventStream`."""

    def __init__(self, opening: Flow[Response], transport: AsyncTransport) -> None:
        super().__init__(opening)
        self._transport = transport
        self._scope: CancelScope | None = None  # of the opening

    async def __aenter__(self) -> Self:
        self._check_enterable()
        if await self._drive_opening() is None:
            raise self._not_open()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> C_co:
        while True:
            try:
                item: C_co = self._ready.popleft()
            except IndexError:  # nothing more of what was read
                pass
            else:
                return item
            response = self._response or await self._drive_opening()
            if response is None or not await adrive(self._advance(response), self._transport):
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """Close the connection at once, from any task; a task that reads or opens comes to the end.

        Closing again does nothing.
        """
        await adrive(self._leave(), self._transport)

    async def _drive_opening(self) -> Response | None:
        import anyio

        with anyio.CancelScope() as scope:
            if not self._is_opening:
                self._scope = scope
            return await adrive(self._open(), self._transport)
        return None

    def _cancel_opening(self) -> None:
        if self._is_opening and self._scope is not None:
            self._scope.cancel()
