"""Sends the requests of async code over an `httpx.AsyncClient`."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from ..errors import ConfigurationError
from .body import AsyncBody, build_response, exhaust, iterate_pieces_async
from .exceptions import build_closed_error, choose_timeout_error, strip_secrets, translate_error
from .exchanges import OpenExchanges
from .finalizers import read_first
from .holders import AsyncClientHolder
from .internals import (
    find_connection_socket,
    find_event_loop,
    find_pool,
    forget_response,
    is_shareable,
    run_in_loop,
    take_leaked_connections,
)
from .libraries import find_library
from .request import build_httpx_request
from .sockets import find_socket, shut_down

if TYPE_CHECKING:
    import httpx
    from anyio import CancelScope

    from .._flow.deadlines import Deadlines
    from .._options.connection_settings import ConnectionSettings
    from ..flow import Request, Response
    from .clients import AsyncHttpClient
    from .exchanges import OpenExchange
    from .libraries import Library


class AsyncHttpxTransport:
    """Performs the network effects of async flows over an `httpx.AsyncClient`.

    Args:
        client: The caller's client, which the transport does not close; None to create one per event loop, on the
            first request.
        connections: How the clients that are created connect.
        holder: The holder of the clients, in place of `client` and `connections`.
        exchanges: The open exchanges; None for a client of its own.
    """

    def __init__(
        self,
        client: AsyncHttpClient | None = None,
        connections: ConnectionSettings | None = None,
        *,
        holder: AsyncClientHolder | None = None,
        exchanges: OpenExchanges | None = None,
    ) -> None:
        self._holder = AsyncClientHolder(client, connections) if holder is None else holder
        self._exchanges = OpenExchanges() if exchanges is None else exchanges

    def derive(self) -> AsyncHttpxTransport:
        """Return a transport that shares the connections of this one. It can be closed without closing them."""
        return AsyncHttpxTransport(holder=self._holder, exchanges=self._exchanges.derive())

    def renew(self) -> AsyncHttpxTransport:
        """Return a transport with the same settings and connections of its own."""
        return AsyncHttpxTransport(holder=self._holder.renew())

    async def exchange(self, request: Request, deadlines: Deadlines) -> Response:
        """Perform a `flow.Exchange`."""
        exchange = self._exchanges.start()
        try:
            client = self._holder.get()
            return await self._exchange(client, find_library(client), request, exchange, deadlines)
        except BaseException:
            self._exchanges.finish(exchange)
            raise

    async def _exchange(
        self,
        client: httpx.AsyncClient,
        library: Library,
        request: Request,
        exchange: OpenExchange,
        deadlines: Deadlines,
    ) -> Response:
        content = request.content
        if content is None or isinstance(content, bytes):
            body = {"content": content}
            outgoing = build_httpx_request(library, client, request, body, deadlines, own=self._holder.own)
            return await self._send(client, library, request, outgoing, exchange, deadlines)
        from .uploads import make_threaded_stream_class, open_upload

        with open_upload(content) as body:
            outgoing = build_httpx_request(library, client, request, body, deadlines, own=self._holder.own)
            pieces = outgoing.stream
            assert isinstance(pieces, Iterable)
            outgoing.stream = make_threaded_stream_class(library)(pieces)
            return await self._send(client, library, request, outgoing, exchange, deadlines)

    async def _send(
        self,
        client: httpx.AsyncClient,
        library: Library,
        request: Request,
        outgoing: httpx.Request,
        exchange: OpenExchange,
        deadlines: Deadlines,
    ) -> Response:

        started_at = time.monotonic()
        received: httpx.Response | None = None
        try:
            with _make_scope(exchange, deadlines) as scope:
                if is_shareable(find_pool(client, outgoing.url)):
                    _limit_headers(outgoing, exchange, scope, deadlines)
                received = await client.send(outgoing, stream=True, follow_redirects=False)
        except RuntimeError:
            if not client.is_closed:
                raise
            raise build_closed_error() from None
        except library.find_error_types() as error:
            from .proxies import name_proxy

            failure = translate_error(error, library, exchange, deadlines, started_at, request, response_started=False)
            try:
                raise name_proxy(failure, error, client, outgoing.url, request) from strip_secrets(
                    error, library, request
                )
            finally:
                del failure  # it would form a reference cycle with the traceback
        finally:
            exchange.set_waker(None)
            if received is None:
                await _close_leaked_connections(client)
                from .http2.streams import cancel_abandoned

                await cancel_abandoned(client, outgoing)
        if received is None:  # the scope was cancelled
            if exchange.client_closed:
                raise build_closed_error()
            from .http2.streams import retire_connections

            retire_connections(client)
            raise choose_timeout_error(deadlines, "read", deadlines.options.read, exchange.sent_at)
        return build_response(request, outgoing, received, AsyncBody(received, exchange, self._exchanges, client))

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `flow.Read`."""
        body = cast("AsyncBody", response.body)
        body.check_process()
        if body.closed:
            return b""
        # Waiting for the lock would block the event loop.
        if not body.reading.acquire(blocking=False):
            raise ConfigurationError("two tasks read one stream; read it in one task, and pass the items to the other")
        started_at = time.monotonic()
        try:
            data = await self._read_piece(body, deadlines, started_at)
        except find_library(body.response).find_error_types() as error:
            if body.closed:
                return await self._end(body)
            library, request = find_library(body.response), response.request
            raise translate_error(  # a local variable would form a reference cycle with the traceback
                error, library, body.exchange, deadlines, started_at, request, response_started=body.started
            ) from strip_secrets(error, library, request)
        finally:
            body.reading.release()
        if body.closed:  # by another task
            return await self._end(body)
        if data:
            body.started = body.started or not data.isspace()
            return data
        if body.exchange.client_closed:
            raise build_closed_error()
        body.pieces = None
        return await self._end(body, exhausted=True)

    @staticmethod
    async def _read_piece(body: AsyncBody, deadlines: Deadlines, started_at: float) -> bytes:
        """Return the next piece of the body; b"" at its end."""
        if body.pieces is None:
            body.pieces = iterate_pieces_async(body)
            step: Any = read_first(body.pieces)
        else:
            step = anext(body.pieces, b"")
        if not deadlines.exact and not body.shared:
            piece: bytes = await step
            return piece
        data: bytes | None = None
        try:
            with _make_scope(body.exchange, deadlines, deadlines.options.read if body.shared else None):
                data = await step
        finally:
            body.exchange.set_waker(None)
        if data is not None:
            return data
        if body.closed:
            return b""
        if body.exchange.client_closed:
            raise build_closed_error()
        raise choose_timeout_error(deadlines, "read", deadlines.options.read if body.shared else None, started_at)

    @staticmethod
    async def _end(body: AsyncBody, *, exhausted: bool = False) -> bytes:
        """Close the response, and return the end of the body."""
        body.end()
        if body.shared and not exhausted:
            from .http2.streams import cancel_async, find_stream

            await cancel_async(find_stream(body.response))
        pieces = body.pieces if find_socket(body.response) is not None else None
        try:
            await body.response.aclose()
        except BaseException:  # the task was cancelled; a shield does not stop the cancellation of asyncio
            forget_response(body.response)
            await _close_leaked_connections(body.client)
            raise
        if pieces is not None:
            await exhaust(pieces)
        return b""

    async def close(self, response: Response) -> None:
        """Perform a `flow.Close`. If another task is reading the body, its read returns the end of the body."""
        import anyio

        body = cast("AsyncBody | None", response.body)
        if body is None or body.closed or body.is_inherited:
            return
        body.closed = True
        if body.reading.locked():
            body.interrupt()
            return
        # The shield lets a cancelled task close its connection.
        with anyio.CancelScope(shield=True):
            try:
                await self._end(body)
            except find_library(body.response).find_error_types():
                return  # the connection is closed even if closing it raises

    async def sleep(self, seconds: float) -> None:
        """Perform a `flow.Sleep`.

        Raises:
            ConnectionFailedError: The client was closed.
        """
        import anyio

        if self._exchanges.closed:
            raise build_closed_error()
        exchange = self._exchanges.start()
        try:
            with _make_scope(exchange):
                await anyio.sleep(seconds)
        finally:
            self._exchanges.finish(exchange)
        if exchange.client_closed:
            raise build_closed_error()

    async def shutdown(self) -> None:
        """End the calls under way, reject further calls, and close the transport's own client of this event loop."""
        self._exchanges.close()
        if not self._exchanges.is_derived:
            await self._holder.close()


async def _close_leaked_connections(client: httpx.AsyncClient) -> None:
    """Close the connections that a cancelled task left in the pool, where they would take a place forever."""
    import anyio

    for connection in take_leaked_connections(client):
        with anyio.CancelScope(shield=True):
            try:
                await connection.aclose()
            except find_library(client).find_error_types():
                continue  # the connection is closed even if closing it raises
            except BaseException:  # the task was cancelled again
                shut_down(find_connection_socket(connection))
                raise


def _limit_headers(outgoing: httpx.Request, exchange: OpenExchange, scope: CancelScope, deadlines: Deadlines) -> None:
    """Enforce the read limit while the response headers are awaited, over a connection that others may use."""
    from .http2.streams import extend_timeouts
    from .tracing import make_sent_trace

    def start_limit() -> None:
        import anyio

        exchange.sent_at = time.monotonic()
        if deadlines.options.read is not None:
            scope.deadline = min(scope.deadline, anyio.current_time() + deadlines.options.read)

    extend_timeouts(outgoing)
    outgoing.extensions["trace"] = make_sent_trace(start_limit)


def _make_scope(
    exchange: OpenExchange, deadlines: Deadlines | None = None, seconds: float | None = None
) -> CancelScope:
    """Return a cancel scope that is cancelled at the nearest exact deadline, or if the exchange is interrupted.

    Args:
        exchange: The exchange.
        deadlines: The deadlines of the call; None for none.
        seconds: A further limit; None for none.
    """
    import anyio

    limits = [] if seconds is None else [seconds]
    if deadlines is not None and (deadlines.exact or limits) and not math.isinf(deadlines.expires_at):
        limits.append(deadlines.expires_at - time.monotonic())
    scope = anyio.move_on_after(min(limits)) if limits else anyio.CancelScope()
    thread, loop = threading.get_ident(), find_event_loop()

    def cancel() -> None:
        if threading.get_ident() == thread:
            scope.cancel()
        else:
            run_in_loop(loop, scope.cancel)

    exchange.set_waker(cancel)
    return scope
