"""The interface of the parsers of event streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable

    from ..errors import SDKError
    from ..sse import ServerSentEvent


class EventParser(Protocol):
    """Parses the bytes of an event stream into items. Invalid data from the service never raises; it sets `failure`.

    Attributes:
        ready: Parsed items that were not yet consumed.
        deliver: Function to call with each item that is taken from `ready` for the caller; None if there is none.
        event: The event of the item that was taken last; None if the parser does not keep events.
        on_event: Function to call with each event before it is parsed; None if there is none.
        done: True if no more data is to be read.
        failure: The error that ended the stream; raised after the items in `ready` were consumed.
        incomplete: True if the stream ended before it was complete.
        keeps_incomplete: True if a stream that ends early is not an error.
        parsed: Number of bytes that were passed to `feed`.
        repeated: Bytes that `feed` ignores, because it has parsed them; recognized by identity, not by value.
    """

    ready: deque[Any]
    deliver: Callable[[Any], object] | None
    event: ServerSentEvent | None
    on_event: Callable[[ServerSentEvent], object] | None
    done: bool
    failure: SDKError | None
    incomplete: bool
    keeps_incomplete: bool
    parsed: int
    repeated: bytes | None

    @property
    def is_open(self) -> bool:
        """True if the first item was parsed, or the stream ended without one."""
        ...

    @property
    def is_empty(self) -> bool:
        """True if the stream contained nothing of use to the caller."""
        ...

    def feed(self, data: bytes, now: float) -> bool:
        """Parse data that was received at the given time; return True if it completed an event with content."""
        ...

    def end(self, now: float) -> None:
        """Handle the end of the connection."""
        ...

    def abort(self, error: SDKError, now: float) -> None:
        """Handle a failed read."""
        ...

    def discard(self) -> None:
        """Drop the items in `ready`, because the stream is closed."""
        ...

    def partial(self) -> Any:
        """Return the result of all items received so far; None if the items have no combined result."""
        ...

    def add_partial(self, error: SDKError) -> None:
        """Add the result of the items so far to an error, if they have one."""
        ...
