"""Sends the requests of sync code over an `httpx.Client`."""

from __future__ import annotations

import math
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from .body import SyncBody, build_response, iterate_pieces
from .exceptions import build_closed_error, strip_secrets, translate_error
from .exchanges import OpenExchanges
from .holders import ClientHolder
from .internals import find_pool, has_idle_connection, is_shareable
from .libraries import find_library
from .request import build_httpx_request, find_origin
from .sockets import find_socket, shut_down
from .watchdog import watchdog

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import httpx

    from .._flow.cancellation import Cancellation
    from .._flow.deadlines import Deadlines
    from .._options.connection_settings import ConnectionSettings
    from ..flow import Request, Response
    from .clients import HttpClient
    from .exchanges import OpenExchange
    from .libraries import Library

_CLOSING_CHECKS: Final = 9
_CLOSING_INTERVAL: Final = 0.01
"""How often, and after how many seconds each, `shutdown` checks whether the calls under way have ended."""


class HttpxTransport:
    """Performs the network effects of sync flows over an `httpx.Client`.

    Args:
        client: The caller's client, which the transport does not close; None to create one on the first request.
        connections: How the client that is created connects.
        holder: The holder of the client, in place of `client` and `connections`.
        exchanges: The open exchanges; None for a client of its own.
    """

    def __init__(
        self,
        client: HttpClient | None = None,
        connections: ConnectionSettings | None = None,
        *,
        holder: ClientHolder | None = None,
        exchanges: OpenExchanges | None = None,
    ) -> None:
        self._holder = ClientHolder(client, connections) if holder is None else holder
        self._exchanges = OpenExchanges() if exchanges is None else exchanges

    def derive(self) -> HttpxTransport:
        """Return a transport that shares the connections of this one. It can be closed without closing them."""
        return HttpxTransport(holder=self._holder, exchanges=self._exchanges.derive())

    def renew(self) -> HttpxTransport:
        """Return a transport with the same settings and connections of its own."""
        return HttpxTransport(holder=self._holder.renew())

    def exchange(self, request: Request, deadlines: Deadlines, cancellation: Cancellation | None = None) -> Response:
        """Perform a `flow.Exchange`."""
        content = request.content
        if content is None or isinstance(content, bytes):
            return self._exchange(request, {"content": content}, deadlines, cancellation)
        from .uploads import open_upload

        with open_upload(content) as body:
            return self._exchange(request, body, deadlines, cancellation)

    def _exchange(
        self, request: Request, body: Mapping[str, Any], deadlines: Deadlines, cancellation: Cancellation | None
    ) -> Response:
        exchange = self._exchanges.start()
        received: httpx.Response | None = None
        try:
            client = self._holder.get()
            library = find_library(client)
            # The sockets of an own pool are found when the client is closed. For other pools the trace finds them.
            shares_pool = not self._holder.own or self._exchanges.is_derived
            traced = deadlines.exact or cancellation is not None or shares_pool
            trace = _make_trace(exchange) if traced else None
            outgoing = build_httpx_request(library, client, request, body, deadlines, trace, own=self._holder.own)
            if cancellation is not None:
                cancellation.set_interruptible(exchange)
            started_at = time.monotonic()
            try:
                received = _send(client, library, outgoing, request.url, exchange, deadlines)
            except RuntimeError:
                if not client.is_closed:
                    raise
                raise build_closed_error() from None
            except library.find_error_types() as error:
                from .proxies import name_proxy

                failure = translate_error(
                    error, library, exchange, deadlines, started_at, request, response_started=False
                )
                try:
                    raise name_proxy(failure, error, client, outgoing.url, request) from strip_secrets(
                        error, library, request
                    )
                finally:
                    del failure  # it would form a reference cycle with the traceback
            return build_response(request, outgoing, received, SyncBody(received, exchange, self._exchanges))
        finally:
            if received is None:
                self._exchanges.finish(exchange)

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `flow.Read`."""
        body = cast("SyncBody", response.body)
        body.check_process()
        with body.reading:
            if body.closed:
                return b""
            if body.pieces is None:
                body.pieces = iterate_pieces(body)
            started_at = time.monotonic()
            try:
                data = _read_piece(body, body.pieces, deadlines)
            except find_library(body.response).find_error_types() as error:
                if body.closed:
                    return self._end(body)
                library, request = find_library(body.response), response.request
                raise translate_error(  # a local variable would form a reference cycle with the traceback
                    error, library, body.exchange, deadlines, started_at, request, response_started=body.started
                ) from strip_secrets(error, library, request)
            if body.closed:  # by another thread
                return self._end(body)
            if data:
                body.started = body.started or not data.isspace()
                return data
            if body.exchange.client_closed:
                raise build_closed_error()
            if body.exchange.fired:
                raise deadlines.build_error()
            return self._end(body, exhausted=True)

    @staticmethod
    def _end(body: SyncBody, *, exhausted: bool = False) -> bytes:
        """Close the response, and return the end of the body."""
        body.end()
        if body.shared and not exhausted:
            _cancel_stream(body.response)
        if not body.abandoned:
            body.response.close()
        return b""

    def close(self, response: Response) -> None:
        """Perform a `flow.Close`. If another thread is reading the body, its read returns the end of the body."""
        body = cast("SyncBody | None", response.body)
        if body is None or body.closed or body.is_inherited:
            return
        body.closed = True
        if body.reading.acquire(blocking=False):
            try:
                self._end(body)
            except find_library(body.response).find_error_types():
                return  # the connection is closed even if closing it raises
            finally:
                body.reading.release()
        else:
            body.interrupt()

    def sleep(self, seconds: float) -> None:
        """Perform a `flow.Sleep`.

        Raises:
            ConnectionFailedError: The client was closed.
        """
        if self._exchanges.wait_closed(seconds):
            raise build_closed_error()

    def shutdown(self) -> None:
        """End the calls under way, reject further calls, and close the client if the transport created it."""
        self._exchanges.close()
        if self._exchanges.is_derived:
            return
        for _ in range(_CLOSING_CHECKS):
            for sock in self._holder.find_sockets():
                shut_down(sock)
            if not len(self._exchanges):
                break
            time.sleep(_CLOSING_INTERVAL)
        self._holder.close()


def _make_trace(exchange: OpenExchange) -> Any:
    from .tracing import make_socket_trace

    return make_socket_trace(exchange)


def _send(
    client: httpx.Client,
    library: Library,
    outgoing: httpx.Request,
    url: str,
    exchange: OpenExchange,
    deadlines: Deadlines,
) -> httpx.Response:
    """Send a request, and return the response once its headers are received."""
    pool = find_pool(client, outgoing.url)
    shareable = is_shareable(pool)
    # A transport of the caller without a pool, such as that of a test, may depend on the thread.
    if pool is None or (not shareable and has_idle_connection(pool, find_origin(library, url))):
        timeouts = outgoing.extensions["timeout"]
        seconds, timeouts["pool"] = timeouts["pool"], 0.0
        try:
            return _send_in_this_thread(client, outgoing, exchange, deadlines)
        except library.http.PoolTimeout:  # another thread has taken the idle connection
            timeouts["pool"] = seconds
    from .background import run_interruptibly

    # The trace shuts the connection down as soon as it is open, if nobody waits for the response any more.
    outgoing.extensions.setdefault("trace", _make_trace(exchange))
    send = partial(client.send, outgoing, stream=True, follow_redirects=False)
    if shareable:
        from .http2.streams import extend_timeouts, lock_connections

        extend_timeouts(outgoing)
        lock_connections(pool)
    read = deadlines.options.read if shareable else None

    def find_limit() -> float:
        return deadlines.expires_at if read is None else min(deadlines.expires_at, exchange.sent_at + read)

    try:
        return run_interruptibly(send, exchange, find_limit, _discard)
    except (TimeoutError, InterruptedError) as error:
        from .http2.streams import cancel, retire_connections

        if isinstance(error, TimeoutError):
            retire_connections(client)
        cancel(exchange.stream)
        raise


def _send_in_this_thread(
    client: httpx.Client, outgoing: httpx.Request, exchange: OpenExchange, deadlines: Deadlines
) -> httpx.Response:
    if not deadlines.exact:
        return client.send(outgoing, stream=True, follow_redirects=False)
    watchdog.watch(exchange, deadlines.expires_at)
    try:
        received = client.send(outgoing, stream=True, follow_redirects=False)
    finally:
        watchdog.release(exchange)
    if time.monotonic() >= deadlines.expires_at:  # a transport of the caller has no socket that could be shut down
        received.close()
        raise deadlines.build_error()
    return received


def _discard(received: httpx.Response) -> None:
    """Close a response that nobody waits for."""
    if received.extensions.get("http_version") == b"HTTP/2":
        _cancel_stream(received)
    with suppress(*find_library(received).find_error_types()):
        received.close()


def _cancel_stream(response: httpx.Response) -> None:
    """Tell the service to stop a response over HTTP/2."""
    from .http2.streams import cancel, find_stream

    cancel(find_stream(response))


def _read_piece(body: SyncBody, pieces: Iterator[bytes], deadlines: Deadlines) -> bytes:
    """Return the next piece of the body; b"" at its end."""
    if body.shared:
        from .background import run_interruptibly

        body.abandoned = True  # until the other thread has finished
        read = partial(_read_shared, body, pieces)
        seconds = deadlines.options.read
        limit = min(deadlines.expires_at, math.inf if seconds is None else time.monotonic() + seconds)
        return run_interruptibly(read, body.exchange, lambda: limit, lambda _: _discard(body.response))
    if not deadlines.exact:
        return next(pieces, b"")
    body.exchange.sock = find_socket(body.response)
    watchdog.watch(body.exchange, deadlines.expires_at)
    try:
        return next(pieces, b"")
    finally:
        watchdog.release(body.exchange)


def _read_shared(body: SyncBody, pieces: Iterator[bytes]) -> bytes:
    try:
        return next(pieces, b"")
    finally:
        body.abandoned = False
