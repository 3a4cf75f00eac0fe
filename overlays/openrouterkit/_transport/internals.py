"""Everything that uses private parts of httpx, httpcore, anyio and importlib; httpx2 and httpcore2 have the same parts.

A release of these libraries may change these parts. The docstring of each function describes, after "If this breaks",
what stops working then; everything else keeps working.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Iterator
    from types import FrameType

    import httpx

_MAX_FRAMES = 4
"""Frames above a trace function that are searched for the connection."""


def find_sending_connection() -> Any:
    """Return the connection that invokes an httpcore trace function; None if it is not found.

    For a reused connection, httpcore passes only the request to the trace function. The connection is found in the
    frames above it (`HTTP11Connection` or `HTTP2Connection`, which have a `_network_stream`).

    If this breaks: on a reused connection, the limits first_token and total, and `close()` from another thread, take
    effect only after the response headers are received.
    """
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - there is no public way to read the frame of a caller
    for _ in range(_MAX_FRAMES):
        if frame is None:
            return None
        connection = frame.f_locals.get("self")
        if getattr(connection, "_network_stream", None) is not None:
            return connection
        frame = frame.f_back
    return None


def restore_read_timeout(outgoing: httpx.Request, received: httpx.Response, seconds: float | None) -> None:
    """Set the read timeout of the body, once the response headers are received.

    While the headers are awaited, the read timeout is at most the time left until the deadline. httpx reads the
    extensions of the request again when the body starts, and shares the dict with httpcore.

    If this breaks: reads of the body time out as early as those of the headers.
    """
    if received.extensions.get("http_version") != b"HTTP/2":
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


def run_in_loop(loop: Any, function: Callable[[], Any]) -> None:
    """Run a function in an event loop of another thread, if the loop is still running.

    If this breaks: a closed async client ends only the calls of the event loop that closes it.
    """
    schedule = getattr(loop, "call_soon_threadsafe", None) or getattr(loop, "run_sync_soon", None)
    if schedule is not None:
        with suppress(RuntimeError):  # the loop is closed
            schedule(function)


def find_pool(client: Any, url: httpx.URL) -> Any:
    """Return the connection pool for a URL; None if a transport of the caller, such as that of a test, has none.

    If this breaks: while a connection is opened, and with HTTP/2, a sync call ends late if the client is closed or a
    limit is exceeded; with HTTP/2, a limit of one call may end another call; a failed connection to a proxy is reported
    as a failed connection to the service.
    """
    find_transport = getattr(client, "_transport_for_url", None)
    return None if find_transport is None else getattr(find_transport(url), "_pool", None)


def is_shareable(pool: Any) -> bool:
    """Return True if several requests may share one connection of a pool (HTTP/2).

    If this breaks: as for `find_pool`.
    """
    return bool(getattr(pool, "_http2", False))


def has_idle_connection(pool: Any, origin: Any) -> bool:
    """Return True if a pool has a connection that no request uses, and that can send a request to an origin.

    If this breaks: as for `find_pool`.
    """
    for connection in pool.connections:  # noqa: SIM110 - faster than `any` with a generator, for each call
        if connection.is_idle() and connection.can_handle_request(origin):
            return True
    return False


def iterate_pools(client: httpx.Client | httpx.AsyncClient) -> Iterator[Any]:
    """Return an iterator over the connection pools of a client.

    If this breaks: a closed client ends its calls later; a forked child shares the connections of a client that was
    passed as `http_client`; each task that is cancelled while it opens a connection reduces the size of the pool.
    """
    transports = [getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values()]
    return (pool for transport in transports if (pool := getattr(transport, "_pool", None)) is not None)


def iterate_sockets(client: httpx.Client | httpx.AsyncClient) -> Iterator[Any]:
    """Return an iterator over the sockets of all connections of a client.

    If this breaks: as for `iterate_pools`.
    """
    sockets = (find_connection_socket(connection) for pool in iterate_pools(client) for connection in pool.connections)
    return (sock for sock in sockets if sock is not None)


def reset_pools(client: httpx.Client | httpx.AsyncClient) -> None:
    """Empty the connection pools of a client, and replace their locks, in a forked child process.

    If this breaks: as for `iterate_pools`.
    """
    for pool in iterate_pools(client):
        pool._connections = []  # noqa: SLF001 - see the docstring
        pool._requests = []  # noqa: SLF001 - see the docstring
        pool._optional_thread_lock = type(pool._optional_thread_lock)()  # noqa: SLF001 - see the docstring


def take_leaked_connections(client: httpx.AsyncClient) -> list[Any]:
    """Remove connections from the pools that no request uses and no request can use, and return them.

    If a task is cancelled between two steps of httpcore, its connection stays in the pool: before it is opened, or
    before it is marked as idle or closed.

    If this breaks: as for `iterate_pools`.
    """
    leaked: list[Any] = []
    with suppress(AttributeError):
        for pool in iterate_pools(client):
            used = {id(request.connection) for request in pool._requests}  # noqa: SLF001 - see the docstring
            unusable = [
                connection
                for connection in pool._connections  # noqa: SLF001 - see the docstring
                if id(connection) not in used and not connection.is_idle() and not connection.is_closed()
            ]
            for connection in unusable:
                pool._connections.remove(connection)  # noqa: SLF001 - see the docstring
            leaked += unusable
    return leaked


def forget_response(response: httpx.Response) -> None:
    """Remove the request of a response from its pool, after a task was cancelled while it closed the response.

    If this breaks: as for `iterate_pools`.
    """
    stream = find_inner_stream(response, "_pool_request")
    if stream is not None and stream._pool_request in stream._pool._requests:  # noqa: SLF001 - see the docstring
        stream._pool._requests.remove(stream._pool_request)  # noqa: SLF001 - see the docstring


def find_inner_stream(response: httpx.Response, attribute: str) -> Any:
    """Return the stream with an attribute among the nested streams of a response; None if there is none.

    If this breaks: as for `forget_response`, and for streams of HTTP/2.
    """
    stream: Any = response.stream
    while stream is not None and not hasattr(stream, attribute):
        stream = getattr(stream, "_httpcore_stream", None) or getattr(stream, "_stream", None)
    return stream


def find_connection_socket(connection: Any) -> Any:
    """Return the socket of a connection of httpcore; None if it is not open.

    If this breaks: as for `iterate_pools`.
    """
    stream = getattr(find_inner_connection(connection), "_network_stream", None)
    return None if stream is None else stream.get_extra_info("socket")


def find_inner_connection(connection: Any) -> Any:
    """Return the HTTP/1.1 or HTTP/2 connection inside the wrappers for direct connections and proxies.

    If this breaks: as for `iterate_pools`.
    """
    while (inner := getattr(connection, "_connection", None)) is not None:
        connection = inner
    return connection


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
    pool = find_pool(client, url)
    try:
        proxy = getattr(pool, "_proxy_url", None)
        if proxy is None:
            return None
        host, port = proxy.host.decode("ascii"), proxy.port or {b"https": 443, b"http": 80}.get(proxy.scheme, 1080)
        headers = getattr(pool, "_proxy_headers", ())
    except (AttributeError, ValueError):
        return None
    values = tuple(value.decode("latin-1") for name, value in headers if name.lower() == b"proxy-authorization")
    return ProxyAddress(f"{host}:{port}", values)


def find_imports() -> frozenset[str]:
    """Return the names of the modules that other threads are importing (`_module_locks` of importlib).

    If this breaks: a child that is forked during the first call of another thread may hang in its own first call.
    """
    locks = getattr(sys.modules["_frozen_importlib"], "_module_locks", {})
    owners = [(name, getattr(reference(), "owner", None)) for name, reference in list(locks.items())]
    return frozenset(name for name, owner in owners if owner not in (None, threading.get_ident()))


def forget_imports(endless: frozenset[str]) -> None:
    """Let a child import anew what other threads of its parent were importing (`_module_locks`, `_initializing`).

    Args:
        endless: The modules whose imports did not end in time; to run them again might do more harm than to wait.

    If this breaks: see `find_imports`.
    """
    locks = getattr(sys.modules["_frozen_importlib"], "_module_locks", {})
    for name, reference in list(locks.items()):
        if name in endless or getattr(reference(), "owner", None) == threading.get_ident():
            continue
        locks.pop(name, None)
        if getattr(getattr(sys.modules.get(name), "__spec__", None), "_initializing", False):
            del sys.modules[name]
