"""Sends the requests of async code over an `httpx.AsyncClient`."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from .._options.connection_settings import ConnectionSettings
from ..errors import ConfigurationError
from .body import AsyncBody, exhaust, iterate_pieces_async
from .clients import CLIENT_CLOSED, is_loop_closed, make_async_client
from .exceptions import get_transport_error_types, strip_secrets, translate_error
from .internals import find_event_loop
from .request import build_httpx_request
from .shared import BaseHttpxTransport
from .sockets import Watch, find_socket

if TYPE_CHECKING:
    import httpx
    from anyio import CancelScope

    from .._flow.deadlines import Deadlines
    from ..flow import Request, Response


class AsyncHttpxTransport(BaseHttpxTransport):
    """Performs the network effects of async flows over an `httpx.AsyncClient`.

    A connection belongs to the event loop in which it was opened, so the transport creates one client per event loop,
    on the first request.

    Args:
        client: The caller's client, which the transport does not close; None to create clients.
        connections: How the clients that are created connect.
    """

    def __init__(self, client: httpx.AsyncClient | None = None, connections: ConnectionSettings | None = None) -> None:
        super().__init__(own=client is None)
        self._connections = connections or ConnectionSettings()
        self._client = client
        self._clients: dict[object, httpx.AsyncClient] = {}  # by event loop

    async def exchange(self, request: Request, deadlines: Deadlines) -> Response:
        """Perform a `flow.Exchange`."""
        client = self._client or self._get_client()
        content = request.content
        if content is None or isinstance(content, bytes):
            outgoing = build_httpx_request(client, request, {"content": content}, deadlines, own=self._own)
            return await self._exchange(client, request, outgoing, deadlines)
        from .uploads import ThreadedStream, open_upload

        with open_upload(content) as body:
            outgoing = build_httpx_request(client, request, body, deadlines, own=self._own)
            pieces = outgoing.stream
            assert isinstance(pieces, Iterable)
            outgoing.stream = ThreadedStream(pieces)
            return await self._exchange(client, request, outgoing, deadlines)

    async def _exchange(
        self, client: httpx.AsyncClient, request: Request, outgoing: httpx.Request, deadlines: Deadlines
    ) -> Response:
        watch = Watch()
        started_at = time.monotonic()
        received: httpx.Response | None = None
        try:
            if deadlines.exact:
                with _cancel_at_deadline(deadlines):
                    received = await client.send(outgoing, stream=True, follow_redirects=False)
            else:
                received = await client.send(outgoing, stream=True, follow_redirects=False)
        except get_transport_error_types() as error:
            from .proxies import name_proxy

            raise name_proxy(  # a local variable would form a reference cycle with the traceback
                translate_error(error, watch, deadlines, started_at, request, response_started=False),
                error,
                client,
                outgoing.url,
                request,
            ) from strip_secrets(error, request)
        if received is None:  # the scope was cancelled
            raise deadlines.build_error()
        return self._build_response(request, outgoing, received, AsyncBody(received, watch))

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `flow.Read`."""
        body = cast("AsyncBody", response.body)
        if body.closed:
            return b""
        # Waiting for the lock would block the event loop.
        if not body.reading.acquire(blocking=False):
            raise ConfigurationError("two tasks read one stream; read it in one task, and pass the items to the other")
        started_at = time.monotonic()
        try:
            data = await self._read_piece(body, deadlines)
        except get_transport_error_types() as error:
            if body.closed:
                return await self._end(body)
            request = response.request
            raise translate_error(  # a local variable would form a reference cycle with the traceback
                error, body.watch, deadlines, started_at, request, response_started=body.started
            ) from strip_secrets(error, request)
        finally:
            body.reading.release()
        if data and not body.closed:
            body.started = body.started or not data.isspace()
            return data
        if not data:
            body.pieces = None  # exhausted
        return await self._end(body)

    @staticmethod
    async def _read_piece(body: AsyncBody, deadlines: Deadlines) -> bytes:
        """Return the next piece of the body; b"" at its end."""
        if body.pieces is None:
            body.pieces = iterate_pieces_async(body.response)
        if not deadlines.exact:
            return await anext(body.pieces, b"")
        data = b""
        with _cancel_at_deadline(deadlines) as scope:
            data = await anext(body.pieces, b"")
        if scope.cancelled_caught:
            raise deadlines.build_error()
        return data

    @staticmethod
    async def _end(body: AsyncBody) -> bytes:
        """Close the response, and return the end of the body."""
        body.end()
        pieces = body.pieces if find_socket(body.response) is not None else None
        await body.response.aclose()
        if pieces is not None:
            await exhaust(pieces)
        return b""

    async def close(self, response: Response) -> None:
        """Perform a `flow.Close`. If another task is reading the body, its read returns the end of the body."""
        import anyio

        body = cast("AsyncBody | None", response.body)
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.locked():
            body.interrupt()
            return
        # The shield lets a cancelled task close its connection.
        with anyio.CancelScope(shield=True):
            try:
                await self._end(body)
            except get_transport_error_types():
                return  # the connection is closed even if closing it raises

    async def shutdown(self) -> None:
        """Close the transport's own client of this event loop, and reject further requests."""
        self._closed = True
        if self._clients:
            client = self._clients.pop(find_event_loop(), None)
            self._clients.clear()  # the clients of other event loops cannot be closed from this one
            if client is not None:
                await client.aclose()

    def _get_client(self) -> httpx.AsyncClient:
        """Return the client of this event loop; create it on the first request."""
        loop = find_event_loop()
        with self._lock:
            if self._closed:
                raise ConfigurationError(CLIENT_CLOSED)
            client = self._clients.get(loop)
            if client is None:
                client = make_async_client(self._connections)
                others = {other: theirs for other, theirs in self._clients.items() if not is_loop_closed(other)}
                self._clients = {**others, loop: client}
            return client


def _cancel_at_deadline(deadlines: Deadlines) -> CancelScope:
    """Return a cancel scope that expires at the nearest deadline."""
    import anyio

    return anyio.move_on_after(None if math.isinf(deadlines.expires_at) else deadlines.expires_at - time.monotonic())
