"""The base class of sync and async event streams, over a `parser.StreamParser`."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .._errors.factory import ErrorFactory
from .._flow.deadlines import Deadlines
from ..errors import ConfigurationError, IncompleteStreamError, SDKError
from ..flow import Close, Flow, Read, do
from ..timeouts import TimeoutOptions
from .reading import read_events

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._flow.event_parser import EventParser
    from .._flow.observation import Observation
    from .._flow.response import OpenStream
    from ..flow import Response
    from ..responses import CallResponse
    from ..sse import ServerSentEvent

C_co = TypeVar("C_co", covariant=True)

# Limits for reading the body to its end after the last event, so that the connection can be reused.
_DRAIN_TIMEOUT: Final = TimeoutOptions(total=0.1)
_DRAIN_READS: Final = 4

CLOSED_EARLY: Final = "the stream was closed before its end; read it to its end before you close it, or repeat the call"


class Stream(Generic[C_co]):
    """Base class of sync and async streams: everything except the driver."""

    def __init__(self, opening: Flow[Response]) -> None:
        self._opening = opening
        self._is_opening = False
        self._reading = threading.Lock()
        self._response: Response | None = None
        self._ready: deque[Any] = deque()  # replaced by the deque of the parser once the stream is open
        self._deliver: Callable[[Any], object] | None = None  # that of the parser
        self._observation: Observation | None = None  # the observers that middleware added, if any
        self._failure: SDKError | None = None  # the error that opening the stream raised
        self._closed = False  # True after close()
        self._abandoned = False  # True if the stream was closed before its end

    @property
    def response(self) -> CallResponse:
        """The status, headers and attempts of the HTTP response.

        Raises:
            ConfigurationError: The stream is not open.
        """
        from ..responses import CallResponse

        return CallResponse.of(self._get_response())

    @property
    def event(self) -> ServerSentEvent | None:
        """The event of the item that was read last, with its name and id; None before the first item.

        Chat streams do not keep their events: there it is always None.
        """
        response = self._response
        return None if response is None else _get_open_stream(response).parser.event

    def _get_response(self) -> Response:
        """Return the open response; raise ConfigurationError if the stream is not open."""
        if self._response is None:
            raise ConfigurationError(self._describe_not_open()) from self._failure
        return self._response

    def _describe_not_open(self) -> str:
        """Return why the stream is not open, as an error message."""
        if self._failure is not None:
            return f"the stream could not be opened: {self._failure}"
        if self._closed:
            return "the stream was closed before it was open; repeat the call"
        if self._is_opening:
            return "the stream is being opened by another thread or task; wait until it is open"
        return "the stream is not open yet; enter it with `with` or `async with`, or read its first item"

    def _open(self) -> Flow[Response]:
        """Open the stream if it is not open, and return its response; raise IncompleteStreamError if it is closed."""
        if self._response is not None:
            return self._response
        if self._failure is not None:
            raise self._failure
        if self._closed:
            raise self._build_not_open_error()
        if self._is_opening:
            raise ConfigurationError("two threads or tasks open one stream; open and read it in one of them")
        self._is_opening = True
        try:
            response = yield from self._opening
            stream = _get_open_stream(response)
            self._response, self._ready = response, stream.parser.ready
            self._deliver = stream.parser.deliver
            if stream.observation is not None:
                self._observe(stream, stream.observation)
        except BaseException as error:
            if self._closed and isinstance(error, SDKError):
                raise self._build_not_open_error() from None
            if not self._closed:
                self._failure = error if isinstance(error, SDKError) else _build_interrupted_error(error)
            raise
        finally:
            self._is_opening = False
        if self._closed:  # while it was being opened
            yield from self._close()
            raise self._build_not_open_error()
        return response

    def _observe(self, stream: OpenStream, observation: Observation) -> None:
        """Take over the observers from the stream."""
        stream.observation = None
        if observation:
            response, parser = self.response, stream.parser
            observation.take_over(lambda result: _add_response(result, response, parser))
            self._observation, self._deliver = observation, observation.deliver
        else:
            observation.release()

    def _cancel_opening(self) -> None:
        """Cancel opening the stream, if another thread or task is opening it."""
        raise NotImplementedError

    def _advance(self, response: Response) -> Flow[bool]:
        """Read until items are ready or the stream ends; return True if items are ready.

        Raises:
            IncompleteStreamError: The stream was closed before its end.
            SDKError: The stream failed.
        """
        # Waiting for the lock would block the event loop, or let one thread take the items that another waits for.
        if not self._reading.acquire(blocking=False):
            raise ConfigurationError(
                "two threads or tasks read one stream; read it in one of them, and pass the items to the other"
            )
        try:
            stream = response.stream
            assert stream is not None
            parser = stream.parser
            if not parser.done and not parser.ready and not stream.closed:
                reading = read_events(response, stream, opening=False)
                try:
                    yield from reading if self._observation is None else self._observation.watch(reading)
                except SDKError as error:
                    if not stream.closed:
                        parser.abort(error, time.monotonic())
                except Exception as error:
                    # A callback such as on_keepalive raised. The events of that read are lost, so the stream ends.
                    yield from self._close(error)
                    raise
            if self._abandoned:
                parser.discard()
            if parser.ready:
                return True
            if not stream.closed:
                yield from self._drain(response, stream)
            if parser.failure is not None:
                ErrorFactory.from_response(response).complete(parser.failure, response.attempts)
            if self._observation is not None:
                yield from self._observation.end(closed=self._abandoned)
            if parser.failure is not None:
                raise parser.failure
            if self._abandoned and not parser.keeps_incomplete:
                raise self._build_incomplete_error(response, CLOSED_EARLY)
            return False
        finally:
            self._reading.release()

    def _drain(self, response: Response, stream: OpenStream) -> Flow[None]:
        """Read the body to its end after the last event, so that the connection can be reused, or close it."""
        stream.closed = True
        try:
            if response.content is None and stream.parser.failure is None and not stream.parser.incomplete:
                deadlines = Deadlines(_DRAIN_TIMEOUT, time.monotonic())
                for _ in range(_DRAIN_READS):
                    data = yield from do(Read(response, deadlines))
                    if not data:
                        return
        except SDKError:
            pass  # the stream is complete, so a failed connection does not matter
        yield from do(Close(response))

    def _close(self, error: Exception | None = None) -> Flow[None]:
        """Close the stream; `error` is the exception of a callback that ends it, if one does."""
        self._closed = True
        self._cancel_opening()
        response = self._response
        if response is None:
            return
        stream = _get_open_stream(response)
        # Set before `closed`, so that a thread that is reading the stream does not return its last items as its end.
        self._abandoned = self._abandoned or bool(stream.parser.ready) or not stream.parser.done
        stream.closed = True
        if self._abandoned:
            stream.parser.discard()
        yield from do(Close(response))
        if self._observation is not None:
            closed = error is None and stream.parser.failure is None and self._abandoned
            yield from self._observation.end(closed=closed, error=error)

    def _check_enterable(self) -> None:
        if self._closed:
            raise ConfigurationError("a closed stream cannot be entered again; repeat the call")

    def _build_not_open_error(self) -> IncompleteStreamError:
        return IncompleteStreamError(self._describe_not_open())

    @staticmethod
    def _build_incomplete_error(response: Response, message: str) -> IncompleteStreamError:
        error = IncompleteStreamError(message)
        _get_open_stream(response).parser.add_partial(error)
        return ErrorFactory.from_response(response).complete(error, response.attempts)


def _get_open_stream(response: Response) -> OpenStream:
    assert response.stream is not None
    return response.stream


def _add_response(result: Any, response: CallResponse, parser: EventParser) -> Any:
    """Return the result of a stream with its HTTP response, if it is of a class that has one."""
    build = getattr(type(result), "from_response", None)
    return result if build is None else build(result, response, getattr(parser, "latency", None))


def _build_interrupted_error(error: BaseException) -> IncompleteStreamError:
    return IncompleteStreamError(f"opening the stream was interrupted by {type(error).__name__}; repeat the call")
