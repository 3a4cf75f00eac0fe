"""`Response`: an HTTP response, complete or with an open body, and the event stream that is read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self

from attrs import define, field

from ..errors import ConfigurationError, SDKError
from .json_content import decode_json
from .observation import Observation, Observer, StreamEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..sse import ServerSentEvent
    from .attempt import Attempt
    from .deadlines import Deadlines
    from .event_parser import EventParser
    from .request import Request


class Body:
    """An open response body, read and closed by the transport that created it."""

    __slots__ = ()

    def interrupt(self) -> None:
        """Wake up the thread or task that is reading the body."""


@define
class OpenStream:
    """An event stream that is being read.

    Attributes:
        parser: Parses the data into items.
        deadlines: Deadlines of the call, which also apply while the stream is read.
        beginning: First bytes of the body, for the error message if it turns out not to be an event stream, and for
            middleware that reads the stream.
        closed: True if no more data is read.
        observation: The observers that middleware added; None if the call has no middleware.
    """

    parser: EventParser = field(repr=False)
    deadlines: Deadlines = field(repr=False)
    beginning: bytearray = field(factory=bytearray, repr=False)
    closed: bool = False
    observation: Observation | None = field(default=None, repr=False)

    def __iter__(self) -> NoReturn:
        raise ConfigurationError(
            "response.stream cannot be iterated, as its caller reads it: receive its items with "
            "`return response.observed(on_item=function)`, or its events with on_event"
        )

    __aiter__ = __iter__


@define
class Response:
    """An HTTP response, either complete or with an open body.

    Attributes:
        request: The request that was sent.
        status: HTTP status.
        headers: Headers by case-insensitive name.
        content: The complete body; None while the body is open.
        body: The open body; None if the transport has none.
        stream: The event stream, once its first event was read; None for a plain response.
        latency: Seconds from sending the request to the complete response, or to the first event of a stream.
        attempts: All attempts of the call, including this one; () in attempt middleware.
        error: The error that the response reports, in attempt middleware: by its status, in its body, or in the first
            event of its stream. It is raised after the attempt middleware, unless a middleware sets it to None.
            Otherwise None, as errors are raised.
    """

    request: Request
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    body: Body | None = field(default=None, repr=False)
    stream: OpenStream | None = field(default=None, repr=False)
    latency: float = 0.0
    attempts: tuple[Attempt, ...] = ()
    error: SDKError | None = None

    @property
    def status_code(self) -> int:
        """The HTTP status: the same as `status`, by the name that results and errors have."""
        return self.status

    @property
    def json(self) -> Any:
        """The body as JSON values, decoded on each access; None for a stream, or if the body is not JSON."""
        return decode_json(self.content)

    def result(self) -> Any:
        """Return the result of the call, which the caller receives: a new object each time.

        Raises:
            SDKError: The response is an error, or its body cannot be decoded.
            ConfigurationError: The response is a stream, or its request was not created by a client.
        """
        if self.error is not None:
            raise self.error
        if self.stream is not None or self.request.stream:
            raise ConfigurationError(
                "a stream has no result before its end: check response.stream, and pass a function to "
                "response.observed(on_end=...), which receives it as end.result"
            )
        if self.request._decode is None:  # noqa: SLF001 - for its response
            raise ConfigurationError("the request was not created by a client: read response.json or response.content")
        return self.request._decode(self)  # noqa: SLF001 - for its response

    def observed(
        self,
        *,
        on_event: Callable[[ServerSentEvent], object] | None = None,
        on_item: Callable[[Any], object] | None = None,
        on_end: Callable[[StreamEnd], object] | None = None,
    ) -> Self:
        """Return this response, with its stream observed; for middleware.

            if response.stream is None:
                log(response.result().usage)
                return response
            return response.observed(on_end=lambda end: log((end.result or end.partial).usage))

        The functions run in the thread or task of the caller, which waits for them. If one raises an exception, the
        caller receives it. The functions of inner middleware run first.

        Args:
            on_event: Receives each event when it arrives, and immediately those that have arrived before.
            on_item: Receives each item when the caller takes it.
            on_end: Receives the `StreamEnd`, once. It is a function, or a flow: a generator function that yields
                effects, which the limit total does not end. If the stream was dropped, no effect can be performed; the
                function runs during garbage collection then, maybe in the middle of other code of any thread, and must
                not wait for a lock.

        Raises:
            ConfigurationError: The response is not a stream, or a function is async.
        """
        observer = Observer(on_event, on_item, on_end)
        if self.stream is None:
            reason = "" if self.error is None else f", but an error ({type(self.error).__name__})"
            raise ConfigurationError(
                f"the response is not a stream{reason}: run observed() only if response.stream is not None; others "
                f"are complete, see response.result() and response.error"
            )
        if self.stream.observation is None:
            raise ConfigurationError("the stream was returned to its caller: run observed() in a middleware")
        self.stream.observation.add(observer)
        return self
