"""Sends the requests of sync code over an `httpx.Client`."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from .._options.connection_settings import ConnectionSettings
from ..errors import ConfigurationError
from .body import SyncBody, iterate_pieces
from .clients import CLIENT_CLOSED, make_sync_client
from .exceptions import get_transport_error_types, strip_secrets, translate_error
from .request import build_httpx_request
from .shared import BaseHttpxTransport
from .sockets import Watch, find_socket, make_socket_trace
from .watchdog import watchdog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import httpx

    from .._flow.cancellation import Cancellation
    from .._flow.deadlines import Deadlines
    from ..flow import Request, Response


class HttpxTransport(BaseHttpxTransport):
    """Performs the network effects of sync flows over an `httpx.Client`.

    Args:
        client: The caller's client, which the transport does not close; None to create one on the first request.
        connections: How the client that is created connects.
    """

    def __init__(self, client: httpx.Client | None = None, connections: ConnectionSettings | None = None) -> None:
        super().__init__(own=client is None)
        self._connections = connections or ConnectionSettings()
        self._client = client

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
        client = self._client or self._get_client()
        watch = Watch()
        watched = deadlines.exact
        trace = make_socket_trace(watch) if watched or cancellation is not None else None
        outgoing = build_httpx_request(client, request, body, deadlines, trace, own=self._own)
        if cancellation is not None:
            cancellation.set_interruptible(watch)
        if watched:
            watchdog.watch(watch, deadlines.expires_at)
        started_at = time.monotonic()
        try:
            received = client.send(outgoing, stream=True, follow_redirects=False)
        except get_transport_error_types() as error:
            from .proxies import name_proxy

            raise name_proxy(  # a local variable would form a reference cycle with the traceback
                translate_error(error, watch, deadlines, started_at, request, response_started=False),
                error,
                client,
                outgoing.url,
                request,
            ) from strip_secrets(error, request)
        finally:
            watchdog.release(watch)
        return self._build_response(request, outgoing, received, SyncBody(received, watch))

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `flow.Read`."""
        body = cast("SyncBody", response.body)
        with body.reading:
            if body.closed:
                return b""
            if body.pieces is None:
                body.pieces = iterate_pieces(body.response)
            watch = body.watch
            watched = deadlines.exact
            if watched:
                watch.sock = find_socket(body.response)
                watchdog.watch(watch, deadlines.expires_at)
            started_at = time.monotonic()
            try:
                data = next(body.pieces, b"")
            except get_transport_error_types() as error:
                if body.closed:
                    return self._end(body)
                request = response.request
                raise translate_error(  # a local variable would form a reference cycle with the traceback
                    error, watch, deadlines, started_at, request, response_started=body.started
                ) from strip_secrets(error, request)
            finally:
                if watched:
                    watchdog.release(watch)
            if data and not body.closed:
                body.started = body.started or not data.isspace()
                return data
            if watch.fired and not body.closed:
                raise deadlines.build_error()
            return self._end(body)

    @staticmethod
    def _end(body: SyncBody) -> bytes:
        """Close the response, and return the end of the body."""
        body.end()
        body.response.close()
        return b""

    def close(self, response: Response) -> None:
        """Perform a `flow.Close`. If another thread is reading the body, its read returns the end of the body."""
        body = cast("SyncBody | None", response.body)
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.acquire(blocking=False):
            try:
                self._end(body)
            except get_transport_error_types():
                return  # the connection is closed even if closing it raises
            finally:
                body.reading.release()
        else:
            body.interrupt()

    def shutdown(self) -> None:
        """Close the client, if the transport created it, and reject further requests."""
        with self._lock:
            client, self._closed = self._client, True
            if self._own:
                self._client = None
                if client is not None:
                    client.close()

    def __del__(self) -> None:
        # Avoids a ResourceWarning about open sockets when a client is not closed.
        with suppress(Exception):
            self.shutdown()

    def _get_client(self) -> httpx.Client:
        """Return the client; create it on the first request."""
        with self._lock:
            if self._closed:
                raise ConfigurationError(CLIENT_CLOSED)
            if self._client is None:
                self._client = make_sync_client(self._connections)
            return self._client
