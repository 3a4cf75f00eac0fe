"""Ends single requests over a connection with HTTP/2 that other requests use; uses private parts of httpcore and h2."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..internals import find_inner_connection, find_inner_stream, iterate_pools

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

_SHARED_TIMEOUT: Final = 600.0
"""Seconds of silence after which a connection is closed; limits of calls are enforced apart from it."""


class Http2Stream(NamedTuple):
    """A request and its response over HTTP/2.

    Attributes:
        connection: The connection of httpcore.
        number: The id of the stream.
        request: The request of httpcore.
    """

    connection: Any
    number: int
    request: Any


def extend_timeouts(outgoing: httpx.Request) -> None:
    """Make the read and write timeouts of a request long that may share its connection with others.

    They are timeouts of the socket: those of one thread also apply to another thread, and end the calls of both.

    If this breaks: a limit of one call may end another call.
    """
    timeouts = outgoing.extensions["timeout"]
    for phase in ("read", "write"):
        if timeouts[phase] is not None:
            timeouts[phase] = max(timeouts[phase], _SHARED_TIMEOUT)


def lock_connections(pool: Any) -> None:
    """Let threads share the open connections of a pool, if code outside this package has opened them.

    If this breaks: as for `lock_connection`.
    """
    from .locking import lock_connection

    for connection in _iterate_connections(pool):
        lock_connection(connection)


def retire_connections(client: Any) -> None:
    """Send no further requests over the open connections with HTTP/2, as one of them may be dead; let calls go on.

    If this breaks: calls over a dead connection fail until its read timeout.
    """
    for pool in iterate_pools(client):
        for connection in _iterate_connections(pool):
            connection._connection_error = True  # noqa: SLF001 - see the docstring


def find_stream(response: httpx.Response) -> Http2Stream | None:
    """Return the stream of a response; None if it was not received over HTTP/2.

    If this breaks: as for `cancel`.
    """
    stream = find_inner_stream(response, "_stream_id")
    if stream is None:
        return None
    return Http2Stream(stream._connection, stream._stream_id, stream._request)  # noqa: SLF001 - see the docstring


def cancel(stream: Http2Stream | None) -> None:
    """Tell the service to stop sending the response of a sync stream, and wake up the thread that reads it.

    httpcore never sends RST_STREAM: without it, the service would generate the rest of a response that nobody reads.
    The ping makes the service send something, which wakes up a thread that is blocked on the connection.

    If this breaks: the service continues a stream that is closed early, and a few closed streams block the connection.
    """
    with suppress(Exception):  # the connection may be closed, or h2 may reject the reset in its state
        if stream is not None:
            _reset(stream)
            stream.connection._write_outgoing_data(stream.request)  # noqa: SLF001 - see the docstring


async def cancel_async(stream: Http2Stream | None) -> None:
    """Tell the service to stop sending the response of an async stream. See `cancel`."""
    with suppress(Exception):  # as in `cancel`
        if stream is not None:
            _reset(stream)
            await stream.connection._write_outgoing_data(stream.request)  # noqa: SLF001 - as in `cancel`


def _reset(stream: Http2Stream) -> None:
    from h2.errors import ErrorCodes
    from h2.events import StreamReset

    connection, number, _ = stream
    connection._h2_state.reset_stream(number, ErrorCodes.CANCEL)  # noqa: SLF001 - see `cancel`
    connection._h2_state.ping(bytes(8))  # noqa: SLF001 - see `cancel`
    if number in connection._events:  # noqa: SLF001 - see `cancel`
        event = StreamReset.__new__(StreamReset)  # the arguments of the constructor differ between releases of h2
        event.stream_id, event.error_code, event.remote_reset = number, ErrorCodes.CANCEL, False
        add_event = getattr(connection._h2_state, "add_event", list.append)  # noqa: SLF001 - see `cancel`
        add_event(connection._events[number], event)  # noqa: SLF001 - see `cancel`


async def cancel_abandoned(client: httpx.AsyncClient, outgoing: httpx.Request) -> None:
    """Tell the service to stop the responses whose task was cancelled before their headers were received.

    httpcore forgets such a stream, and h2 counts it as open: after a hundred of them, it rejects every request.

    If this breaks: calls that end before their headers block a connection with HTTP/2.
    """
    import anyio

    with suppress(Exception), anyio.CancelScope(shield=True):  # as in `cancel`
        for pool in iterate_pools(client):
            for connection in _iterate_connections(pool):
                state, events = connection._h2_state, connection._events  # noqa: SLF001 - see the docstring
                abandoned = [number for number, stream in state.streams.items() if number not in events and stream.open]
                if abandoned:
                    from h2.errors import ErrorCodes

                    for number in abandoned:
                        state.reset_stream(number, ErrorCodes.CANCEL)
                    await connection._write_outgoing_data(outgoing)  # noqa: SLF001 - see the docstring


def _iterate_connections(pool: Any) -> Iterator[Any]:
    """Return an iterator over the open connections of a pool with HTTP/2."""
    inner = (find_inner_connection(connection) for connection in pool.connections)
    return (connection for connection in inner if hasattr(connection, "_h2_state"))
