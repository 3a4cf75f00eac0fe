"""The network under a flow in async code, over an `httpx.AsyncClient`."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from ..errors import ConfigurationError
from .body import AsyncBody, exhaust, iterate_pieces_async
from .clients import CLOSED, is_closed, make_async_client
from .exceptions import find_transport_errors, strip_secrets, translate
from .internals import find_event_loop
from .request import build_httpx_request
from .shared import HttpxExchanges
from .sockets import Watch, find_socket

if TYPE_CHECKING:
    import httpx
    from anyio import CancelScope

    from .._flow.deadlines import Deadlines
    from ..flow import Request, Response


class AsyncHttpxTransport(HttpxExchanges):
    """Performs exchanges over an `httpx.AsyncClient`, made at the first of them unless one is given.

    Connections belong to the event loop they were made in: each loop has a client of its own.

    Args:
        client: of the caller's own, which stays the caller's to close.
    """

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        super().__init__(own=client is None)
        self._given = client
        self._clients: dict[object, httpx.AsyncClient] = {}  # by event loop

    async def exchange(self, request: Request, deadlines: Deadlines) -> Response:
        """See `flow.Exchange`."""
        client = self._given or self._open()
        content = request.content
        if content is None or isinstance(content, bytes):
            outgoing = build_httpx_request(client, request, {"content": content}, deadlines, own=self._own)
            return await self._exchange(client, request, outgoing, deadlines)
        from .uploads import Threaded, open_upload

        with open_upload(content) as body:
            outgoing = build_httpx_request(client, request, body, deadlines, own=self._own)
            pieces = outgoing.stream
            assert isinstance(pieces, Iterable)
            outgoing.stream = Threaded(pieces)
            return await self._exchange(client, request, outgoing, deadlines)

    async def _exchange(
        self, client: httpx.AsyncClient, request: Request, outgoing: httpx.Request, deadlines: Deadlines
    ) -> Response:
        watch = Watch()
        began = time.monotonic()
        received: httpx.Response | None = None
        try:
            if deadlines.exact:
                with _scope_until(deadlines):
                    received = await client.send(outgoing, stream=True, follow_redirects=False)
            else:
                received = await client.send(outgoing, stream=True, follow_redirects=False)
        except find_transport_errors() as error:
            raise translate(  # without a name for it, which its own traceback would hold
                error, watch, deadlines, began, request, started=False
            ) from strip_secrets(error, request)
        if received is None:  # the scope was cancelled
            raise deadlines.build_error()
        return self._response(request, outgoing, received, AsyncBody(received, watch))

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """See `flow.Read`."""
        body = cast("AsyncBody", response.body)
        if body.closed:
            return b""
        # Never waited for: that would stop the event loop.
        if not body.reading.acquire(blocking=False):
            raise ConfigurationError("two tasks read one stream: read it in one of them, and pass items on")
        began = time.monotonic()
        try:
            data = await self._next(body, deadlines)
        except find_transport_errors() as error:
            if body.closed:
                return await self._end(body)
            request = response.request
            raise translate(  # without a name for it, which its own traceback would hold
                error, body.watch, deadlines, began, request, started=body.started
            ) from strip_secrets(error, request)
        finally:
            body.reading.release()
        if data and not body.closed:
            body.started = body.started or not data.isspace()
            return data
        if not data:
            body.pieces = None  # at their end already
        return await self._end(body)

    @staticmethod
    async def _next(body: AsyncBody, deadlines: Deadlines) -> bytes:
        if body.pieces is None:
            body.pieces = iterate_pieces_async(body.response)
        if not deadlines.exact:
            return await anext(body.pieces, b"")
        data = b""
        with _scope_until(deadlines) as scope:
            data = await anext(body.pieces, b"")
        if scope.cancelled_caught:
            raise deadlines.build_error()
        return data

    @staticmethod
    async def _end(body: AsyncBody) -> bytes:
        body.end()
        left = body.pieces if find_socket(body.response) is not None else None
        await body.response.aclose()
        if left is not None:
            await exhaust(left)
        return b""

    async def close(self, response: Response) -> None:
        """See `flow.Close`. From another task than the reader's, the reader wakes and comes to the end."""
        import anyio

        body = cast("AsyncBody | None", response.body)
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.locked():
            body.interrupt()
            return
        # A cancelled task closes its connection all the same.
        with anyio.CancelScope(shield=True):
            try:
                await self._end(body)
            except find_transport_errors():
                return  # it is closed all the same

    async def shut(self) -> None:
        """Close the pool of this event loop, if it is our own, and refuse further exchanges."""
        self._closed = True
        if self._clients:
            client = self._clients.pop(find_event_loop(), None)
            self._clients.clear()  # those of loops that are over, or of other threads
            if client is not None:
                await client.aclose()

    def _open(self) -> httpx.AsyncClient:
        loop = find_event_loop()
        with self._opening:
            if self._closed:
                raise ConfigurationError(CLOSED)
            client = self._clients.get(loop)
            if client is None:
                client = make_async_client()
                others = {other: theirs for other, theirs in self._clients.items() if not is_closed(other)}
                self._clients = {**others, loop: client}
            return client


def _scope_until(deadlines: Deadlines) -> CancelScope:
    """A scope that is cancelled at the nearest deadline."""
    import anyio

    return anyio.move_on_after(None if math.isinf(deadlines.expires_at) else deadlines.expires_at - time.monotonic())
