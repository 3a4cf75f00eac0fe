"""Everything that uses private parts of httpx, httpcore and anyio.

A release of these libraries may change these parts. The docstring of each function describes, after "If this breaks",
what stops working then; everything else keeps working.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import FrameType

    import httpx

_MAX_FRAMES = 4
"""Frames above a trace function that are searched for the connection."""


def find_sending_socket() -> Any:
    """Return the socket of the connection that invokes an httpcore trace function; None if it is not found.

    For a reused connection, httpcore passes only the request to the trace function. The connection is found in the
    frames above it (`_network_stream` of `httpcore.HTTP11Connection`).

    If this breaks: on a reused connection, the limits first_token and total, and `close()` from another thread, take
    effect only after the response headers are received.
    """
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - there is no public way to read the frame of a caller
    for _ in range(_MAX_FRAMES):
        if frame is None:
            return None
        stream = getattr(frame.f_locals.get("self"), "_network_stream", None)
        if stream is not None:
            return stream.get_extra_info("socket")
        frame = frame.f_back
    return None


def restore_read_timeout(outgoing: httpx.Request, seconds: float | None) -> None:
    """Set the read timeout of the body, once the response headers are received.

    While the headers are awaited, the read timeout is at most the time left until the deadline. httpx reads the
    extensions of the request again when the body starts, and shares the dict with httpcore.

    If this breaks: reads of the body time out as early as those of the headers.
    """
    outgoing.extensions["timeout"]["read"] = seconds


def iterate_network_reads(response: httpx.Response) -> Iterable[bytes]:
    """Return an iterable of the body as read from the network, one item per read.

    `httpx.Response.iter_raw` yields the same items, but also counts bytes, and may join or split reads in future.

    If this breaks: each read of a stream takes more time.
    """
    stream: Any = response.stream
    return stream  # type: ignore[no-any-return]  # the stream of a sync client is iterable


def iterate_network_reads_async(response: httpx.Response) -> AsyncIterable[bytes]:
    """Return an async iterable of the body as read from the network. See `iterate_network_reads`."""
    stream: Any = response.stream
    return stream  # type: ignore[no-any-return]  # the stream of an async client is async iterable


def find_event_loop() -> object:
    """Return the running event loop of asyncio or trio (`native_token` of anyio's token).

    If this breaks: event loops are identified by anyio's token, which may differ between two calls of this function.
    Then each request opens a new connection.
    """
    from anyio.lowlevel import current_token

    token = current_token()
    return getattr(token, "native_token", token)


class ProxyAddress(NamedTuple):
    """The proxy of a request.

    Attributes:
        address: Host and port, without user name and password.
        authorization: Values of the Proxy-Authorization header.
    """

    address: str
    authorization: tuple[str, ...]


def find_proxy(client: Any, url: httpx.URL) -> ProxyAddress | None:
    """Return the proxy through which an httpx client sends requests to a URL; None if it sends them directly.

    If this breaks: a failed connection to a proxy is reported as a failed connection to the service.
    """
    try:
        pool = client._transport_for_url(url)._pool  # noqa: SLF001 - there is no public way to find the transport
        proxy = getattr(pool, "_proxy_url", None)
        if proxy is None:
            return None
        host, port = proxy.host.decode("ascii"), proxy.port or {b"https": 443, b"http": 80}.get(proxy.scheme, 1080)
        headers = getattr(pool, "_proxy_headers", ())
    except (AttributeError, ValueError):
        return None
    values = tuple(value.decode("latin-1") for name, value in headers if name.lower() == b"proxy-authorization")
    return ProxyAddress(f"{host}:{port}", values)
