"""Holds the httpx client of a transport: the caller's, or one that is created at the first request."""

from __future__ import annotations

import threading
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .._options.connection_settings import ConnectionSettings
from ..errors import ConfigurationError
from . import forks
from .clients import is_loop_closed, make_async_client, make_sync_client
from .exchanges import CLIENT_CLOSED
from .internals import find_event_loop, iterate_pools, iterate_sockets, reset_pools
from .sockets import shut_down

if TYPE_CHECKING:
    import httpx

    from .clients import AsyncHttpClient, HttpClient

C = TypeVar("C")


class _Holder(Generic[C]):
    """Holds the caller's client, or how to create one.

    Args:
        client: The caller's client; None to create one.
        connections: How a client that is created connects.
    """

    def __init__(self, client: Any, connections: ConnectionSettings | None = None) -> None:
        self.own = client is None
        self._client: C | None = client
        self._connections = connections or ConnectionSettings()
        self._lock = threading.RLock()  # a signal handler may close the client while this thread creates it
        self._closed = False
        forks.register(self)

    def renew(self) -> Self:
        """Return a holder with the same settings, and connections of its own unless the client is the caller's."""
        return type(self)(None if self.own else self._client, self._connections)

    def reset_after_fork(self) -> None:
        """Drop the connections of the parent process, without a message to the peer."""
        self._lock = threading.RLock()


class ClientHolder(_Holder["httpx.Client"]):
    """Holds the client of a sync transport and of the transports derived from it.

    Args:
        client: The caller's client; None to create one.
        connections: How the client that is created connects.
    """

    def __init__(self, client: HttpClient | None, connections: ConnectionSettings | None = None) -> None:
        super().__init__(client, connections)
        self._finalizer: weakref.finalize[..., ClientHolder] | None = None

    def get(self) -> httpx.Client:
        """Return the client; create it at the first request.

        Raises:
            ConfigurationError: The client is closed.
        """
        client = self._client
        return self._create() if client is None else client

    def _create(self) -> httpx.Client:
        with forks.IMPORTING, self._lock:
            if self._closed:
                raise ConfigurationError(CLIENT_CLOSED)
            if self._client is None:
                client = self._client = make_sync_client(self._connections)
                # Not __del__: the garbage collector may free the sockets first, with a ResourceWarning.
                self._finalizer = weakref.finalize(self, _close_quietly, client)
                self._finalizer.atexit = False
                if self._closed:  # meanwhile, by a signal handler or by another thread
                    self.close()
                    client.close()
                    raise ConfigurationError(CLIENT_CLOSED)
                return client
            return self._client

    def find_sockets(self) -> list[Any]:
        """Return the sockets of all connections; [] if the client is the caller's."""
        client = self._client
        return list(iterate_sockets(client)) if self.own and client is not None else []

    def close(self) -> None:
        """Close the client, unless it is the caller's."""
        if not self.own:
            return
        self._closed = True  # `_create` checks it after it has created a client, so close need not wait for it
        client, self._client = self._client, None
        if self._finalizer is not None:
            self._finalizer.detach()
        if client is not None:
            client.close()

    def reset_after_fork(self) -> None:
        """Drop the connections of the parent process, without a message to the peer."""
        super().reset_after_fork()
        client = self._client
        if client is None:
            return
        for sock in iterate_sockets(client):
            with suppress(OSError):
                sock.close()  # closes the copy of this process; the connection of the parent stays open
        reset_pools(client)


def _close_quietly(client: httpx.Client) -> None:
    with suppress(Exception):
        client.close()


class AsyncClientHolder(_Holder["httpx.AsyncClient"]):
    """Holds the clients of an async transport, one per event loop, and of the transports derived from it.

    A connection belongs to the event loop in which it was opened.

    Args:
        client: The caller's client; None to create clients.
        connections: How the clients that are created connect.
    """

    def __init__(self, client: AsyncHttpClient | None, connections: ConnectionSettings | None = None) -> None:
        super().__init__(client, connections)
        self._clients: dict[object, httpx.AsyncClient] = {}  # by event loop
        self._inherited: list[object] = []  # clients of the parent process, kept so that nothing closes their sockets

    def get(self) -> httpx.AsyncClient:
        """Return the client of this event loop; create it at the first request.

        Raises:
            ConfigurationError: The client is closed.
        """
        if self._client is not None:
            return self._client
        loop = find_event_loop()
        client = self._clients.get(loop)
        return self._create(loop) if client is None or self._closed else client

    def _create(self, loop: object) -> httpx.AsyncClient:
        with forks.IMPORTING, self._lock:
            if self._closed:
                raise ConfigurationError(CLIENT_CLOSED)
            client = self._clients.get(loop)
            if client is None:
                client = make_async_client(self._connections)
                others = {other: theirs for other, theirs in self._clients.items() if not is_loop_closed(other)}
                self._clients = {**others, loop: client}
            return client

    async def close(self) -> None:
        """Close the client of this event loop, unless it is the caller's, and the sockets of those of other loops.

        Only its own event loop can free a client: run `close` there, too.
        """
        with self._lock:
            self._closed = True
            client = self._clients.pop(find_event_loop(), None) if self._clients else None
            others = list(self._clients.values())
        for other in others:
            for sock in iterate_sockets(other):
                shut_down(sock)
        if client is not None:
            await client.aclose()

    def reset_after_fork(self) -> None:
        """Drop the connections of the parent process."""
        super().reset_after_fork()
        self._inherited.extend(self._clients.values())
        self._clients = {}
        if self._client is not None:
            self._inherited.extend(
                connection for pool in iterate_pools(self._client) for connection in pool.connections
            )
            reset_pools(self._client)
