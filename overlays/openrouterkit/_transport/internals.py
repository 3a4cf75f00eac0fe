"""Everything that relies on private parts of httpx, httpcore and anyio, and what is lost without each.

A release of these libraries may change what is used here. Each function says what no longer holds if it cannot do its
work; nothing else fails then.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import FrameType

    import httpx

_FRAMES = 4
"""Callers of a trace that are looked through for the connection."""


def find_sending_socket() -> Any:
    """The socket of the connection that calls a trace of httpcore; None where it is not found.

    A connection that was used before announces itself by nothing else: httpcore passes a trace the request, and not the
    connection (`_network_stream` of `httpcore.HTTP11Connection`).

    Lost without it: on a connection that was used before, the limits first_token and total, and `close()` from another
    thread, act only after the head of the response.
    """
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - the caller of the trace, which is our caller
    for _ in range(_FRAMES):
        if frame is None:
            return None
        stream = getattr(frame.f_locals.get("self"), "_network_stream", None)
        if stream is not None:
            return stream.get_extra_info("socket")
        frame = frame.f_back
    return None


def restore_read_timeout(outgoing: httpx.Request, seconds: float | None) -> None:
    """Set the read timeout of the body, after that of the head.

    Until the head was there, the read timeout was cut to what was left of the deadline. httpx asks the extensions of
    the request anew when the body begins, and shares the dict with httpcore.

    Lost without it: reads of the body time out as early as those of the head had to.
    """
    outgoing.extensions["timeout"]["read"] = seconds


def iterate_network_reads(response: httpx.Response) -> Iterable[bytes]:
    """The body as it is read from the network, one item a read.

    `httpx.Response.iter_raw` gives the same, counts bytes meanwhile, and may join or cut reads in future.

    Lost without it: some time for each read of a stream.
    """
    stream: Any = response.stream
    return stream  # type: ignore[no-any-return]  # of a sync client it is iterable


def iterate_network_reads_async(response: httpx.Response) -> AsyncIterable[bytes]:
    """The body as it is read from the network, in async code. See `network_reads`."""
    stream: Any = response.stream
    return stream  # type: ignore[no-any-return]  # of an async client it is async iterable


def find_event_loop() -> object:
    """The event loop that runs here, of asyncio or of trio (`native_token` of anyio's token).

    Lost without it: the loops of a process that has several are told apart by anyio's token, which may differ between
    two questions; then each call makes connections of its own.
    """
    from anyio.lowlevel import current_token

    token = current_token()
    return getattr(token, "native_token", token)
