"""The network under a flow: httpx, sync and async."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..flow import Request, Response
from . import clients as connections
from .body import Body, apieces, pieces, run_out, socket_finder, socket_of
from .clients import CLOSED, event_loop, is_over, put_location_back
from .exceptions import failures, harmless, translated
from .request import wire_request
from .watchdog import Watch, watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from ..timeouts import Deadlines


class _Transport:
    """What sync and async transports share: everything but the waiting."""

    def __init__(self, *, own: bool) -> None:
        self._own = own
        self._opening = threading.Lock()
        self._closed = False

    def _received(self, request: Request, answer: httpx.Response, watch: Watch, outgoing: httpx.Request) -> Response:
        # Until the head was there, the read limit was cut to what was left; httpx asks anew when the body begins.
        outgoing.extensions["timeout"]["read"] = request.timeouts.read
        put_location_back(answer)
        return Response(request=request, status=answer.status_code, headers=answer.headers, body=Body(answer, watch))


class HttpxTransport(_Transport):
    """Performs exchanges over an `httpx.Client`, made at the first of them unless one is given.

    Args:
        client: of the caller's own, which stays the caller's to close.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        super().__init__(own=client is None)
        self._client = client

    def exchange(
        self, request: Request, deadlines: Deadlines, on_socket: Callable[[Any], None] | None = None
    ) -> Response:
        """See `flow.Exchange`."""
        content = request.content
        if content is None or isinstance(content, bytes):
            return self._exchange(request, {"content": content}, deadlines, on_socket)
        from .uploads import sending

        with sending(content) as body:
            return self._exchange(request, body, deadlines, on_socket)

    def _exchange(
        self,
        request: Request,
        body: Mapping[str, Any],
        deadlines: Deadlines,
        on_socket: Callable[[Any], None] | None,
    ) -> Response:
        client = self._client or self._open()
        watch = Watch()
        watched = deadlines.exact
        finder = socket_finder(watch, on_socket) if watched or on_socket is not None else None
        outgoing = wire_request(client, request, body, deadlines, finder, own=self._own)
        if watched:
            watchdog.watch(watch, deadlines.at)
        began = time.monotonic()
        try:
            answer = client.send(outgoing, stream=True, follow_redirects=False)
        except failures() as error:
            raise translated(error, watch, deadlines, began, request, started=False) from harmless(error, request)
        finally:
            watchdog.release(watch)
            if on_socket is not None:
                on_socket(None)
        return self._received(request, answer, watch, outgoing)

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """See `flow.Read`."""
        body: Body = response.body
        with body.reading:
            if body.closed:
                return b""
            if body.pieces is None:
                body.pieces = pieces(body.answer)
            watch = body.watch
            watched = deadlines.exact
            if watched:
                watch.sock = socket_of(body.answer)
                watchdog.watch(watch, deadlines.at)
            began = time.monotonic()
            try:
                data: bytes = next(body.pieces, b"")
            except failures() as error:
                if body.closed:
                    return self._ended(body)
                request = response.request
                raise translated(error, watch, deadlines, began, request, started=body.started) from harmless(
                    error, request
                )
            finally:
                if watched:
                    watchdog.release(watch)
            if data and not body.closed:
                body.started = body.started or not data.isspace()
                return data
            if watch.fired and not body.closed:
                raise deadlines.error()
            return self._ended(body)

    def _ended(self, body: Body) -> bytes:
        body.closed = True
        body.answer.close()
        return b""

    def close(self, response: Response) -> None:
        """See `flow.Close`. From another thread than the reader's, the reader wakes and finds the end."""
        body: Body | None = response.body
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.acquire(blocking=False):
            try:
                self._ended(body)
            except failures():
                return  # it is closed for all we care
            finally:
                body.reading.release()
        else:
            body.wake()

    def end(self) -> None:
        """Close the pool, if it is our own; further exchanges are refused."""
        with self._opening:
            client, self._closed = self._client, True
            if self._own:
                self._client = None
                if client is not None:
                    client.close()

    def __del__(self) -> None:
        # A client that was dropped leaves no open socket for the garbage collector to warn of.
        with suppress(Exception):
            self.end()

    def _open(self) -> httpx.Client:
        with self._opening:
            if self._closed:
                raise ConfigurationError(CLOSED)
            if self._client is None:
                self._client = connections.client()
            return self._client


class AsyncHttpxTransport(_Transport):
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
            outgoing = wire_request(client, request, {"content": content}, deadlines, own=self._own)
            return await self._exchange(client, request, outgoing, deadlines)
        from .uploads import Threaded, sending

        with sending(content) as body:
            outgoing = wire_request(client, request, body, deadlines, own=self._own)
            pieces = outgoing.stream
            assert isinstance(pieces, Iterable)
            outgoing.stream = Threaded(pieces)
            return await self._exchange(client, request, outgoing, deadlines)

    async def _exchange(
        self, client: httpx.AsyncClient, request: Request, outgoing: httpx.Request, deadlines: Deadlines
    ) -> Response:
        watch = Watch()
        began = time.monotonic()
        try:
            if deadlines.exact:
                with _limited(deadlines) as scope:
                    answer = await client.send(outgoing, stream=True, follow_redirects=False)
                if scope.cancelled_caught:
                    raise deadlines.error()
            else:
                answer = await client.send(outgoing, stream=True, follow_redirects=False)
        except failures() as error:
            raise translated(error, watch, deadlines, began, request, started=False) from harmless(error, request)
        return self._received(request, answer, watch, outgoing)

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """See `flow.Read`."""
        body: Body = response.body
        if body.closed:
            return b""
        # Never waited for: that would stop the event loop.
        if not body.reading.acquire(blocking=False):
            raise ConfigurationError("two tasks read one stream: let one read, and hand on what it gets")
        began = time.monotonic()
        try:
            data = await self._next(body, deadlines)
        except failures() as error:
            if body.closed:
                return await self._ended(body)
            request = response.request
            raise translated(error, body.watch, deadlines, began, request, started=body.started) from harmless(
                error, request
            )
        finally:
            body.reading.release()
        if data and not body.closed:
            body.started = body.started or not data.isspace()
            return data
        if not data:
            body.pieces = None  # at their end already
        return await self._ended(body)

    async def _next(self, body: Body, deadlines: Deadlines) -> bytes:
        if body.pieces is None:
            body.pieces = apieces(body.answer)
        if not deadlines.exact:
            return await anext(body.pieces, b"")
        data = b""
        with _limited(deadlines) as scope:
            data = await anext(body.pieces, b"")
        if scope.cancelled_caught:
            raise deadlines.error()
        return data

    async def _ended(self, body: Body) -> bytes:
        body.closed = True
        left = body.pieces if socket_of(body.answer) is not None else None
        await body.answer.aclose()
        if left is not None:
            await run_out(left)
        return b""

    async def close(self, response: Response) -> None:
        """See `flow.Close`. From another task than the reader's, the reader wakes and finds the end."""
        import anyio

        body: Body | None = response.body
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.locked():
            body.wake()
            return
        # A cancelled task closes its connection all the same.
        with anyio.CancelScope(shield=True):
            try:
                await self._ended(body)
            except failures():
                return  # it is closed for all we care

    async def end(self) -> None:
        """Close the pool, if it is our own; further exchanges are refused."""
        self._closed = True
        if self._clients:
            client = self._clients.pop(event_loop(), None)
            self._clients.clear()  # what is left of loops that are over, or of other threads'
            if client is not None:
                await client.aclose()

    def _open(self) -> httpx.AsyncClient:
        loop = event_loop()
        with self._opening:
            if self._closed:
                raise ConfigurationError(CLOSED)
            client = self._clients.get(loop)
            if client is None:
                client = connections.async_client()
                kept = {other: theirs for other, theirs in self._clients.items() if not is_over(other)}
                self._clients = {**kept, loop: client}
            return client


def _limited(deadlines: Deadlines) -> Any:
    import anyio

    return anyio.move_on_after(None if math.isinf(deadlines.at) else deadlines.at - time.monotonic())
