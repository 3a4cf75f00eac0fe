"""What is sent and what comes back: `Request` and `Response`, with their open bodies and event streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Mapping

    from openrouterkit_runtime.files import File, Form

    from .._options.secret import Secret
    from ..errors import OpenRouterError
    from ..timeouts import TimeoutOptions
    from .attempt import Attempt
    from .deadlines import Deadlines

    Payload = bytes | File | Form | None


@frozen
class Request:
    """What is sent, once it is complete.

    Attributes:
        method: in capitals.
        url: absolute, with the query.
        headers: beside the key, by name.
        content: the body, None where there is none; files are read while they are sent.
        timeouts: the call's limits.
        key: sent as `Authorization: Bearer`, None where the call has none.
        stream: whether an event stream is asked for.
        operation: the contract's operation id, None for a call by path.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    content: Payload = field(repr=False)
    timeouts: TimeoutOptions = field(repr=False)
    key: Secret | None = field(default=None, repr=False)
    stream: bool = False
    operation: str | None = None

    @property
    def replayable(self) -> bool:
        """Whether it can be sent again: not where its body is an open file that cannot go back."""
        content = self.content
        return content is None or isinstance(content, bytes) or content.replayable


class Body:
    """An open response body; the transport that made it reads and closes it."""

    __slots__ = ()

    def interrupt(self) -> None:
        """Wake the thread or task that reads the body."""


class EventParser(Protocol):
    """Turns the bytes of an event stream into items; raises nothing for what a service sends.

    Attributes:
        ready: items that were read and not taken yet.
        done: whether nothing more is to be read.
        failure: what the stream failed with, raised once the items before it are taken.
        incomplete: whether the stream ended before it was complete.
    """

    ready: deque[Any]
    done: bool
    failure: OpenRouterError | None
    incomplete: bool

    @property
    def is_open(self) -> bool:
        """Whether the first item has come, or will not."""
        ...

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing that a caller has a use for."""
        ...

    def feed(self, data: bytes, now: float) -> bool:
        """Parse what was read at that time; whether it had an event with content."""
        ...

    def end(self, now: float) -> None:
        """Note that the connection ended."""
        ...

    def abort(self, error: OpenRouterError, now: float) -> None:
        """Note that reading failed."""
        ...


@define
class OpenStream:
    """An event stream that is being read.

    Attributes:
        parser: makes its items.
        deadlines: of the call; they hold while the stream is read.
        beginning: the first bytes that were read, for the message of what turns out to be no event stream.
        closed: whether nothing more is read.
    """

    parser: EventParser = field(repr=False)
    deadlines: Deadlines = field(repr=False)
    beginning: bytearray = field(factory=bytearray, repr=False)
    closed: bool = False


@define
class Response:
    """A response, whole or with an open body.

    Attributes:
        request: what was sent.
        status: the HTTP status.
        headers: by name, in any case.
        content: the whole body; None while it is open.
        body: the open body, None where there is none.
        stream: the event stream, once its first event is read; None for a plain response.
        latency: seconds from sending to the whole response, or to the first event of a stream.
        attempts: all attempts of the call, this one included.
    """

    request: Request
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    body: Body | None = field(default=None, repr=False)
    stream: OpenStream | None = field(default=None, repr=False)
    latency: float = 0.0
    attempts: tuple[Attempt, ...] = ()
