"""The network under a flow in sync code, over an `httpx.Client`."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from ..errors import ConfigurationError
from .body import SyncBody, iterate_pieces
from .clients import CLOSED, make_sync_client
from .exceptions import find_transport_errors, strip_secrets, translate
from .request import build_httpx_request
from .shared import HttpxExchanges
from .sockets import Watch, find_socket, make_socket_trace
from .watchdog import watchdog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import httpx

    from .._flow.cancellation import Cancellation
    from .._flow.deadlines import Deadlines
    from ..flow import Request, Response


class HttpxTransport(HttpxExchanges):
    """Performs exchanges over an `httpx.Client`, made at the first of them unless one is given.

    Args:
        client: of the caller's own, which stays the caller's to close.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        super().__init__(own=client is None)
        self._client = client

    def exchange(self, request: Request, deadlines: Deadlines, cancellation: Cancellation | None = None) -> Response:
        """See `flow.Exchange`."""
        content = request.content
        if content is None or isinstance(content, bytes):
            return self._exchange(request, {"content": content}, deadlines, cancellation)
        from .uploads import open_upload

        with open_upload(content) as body:
            return self._exchange(request, body, deadlines, cancellation)

    def _exchange(
        self, request: Request, body: Mapping[str, Any], deadlines: Deadlines, cancellation: Cancellation | None
    ) -> Response:
        client = self._client or self._open()
        watch = Watch()
        watched = deadlines.exact
        trace = make_socket_trace(watch) if watched or cancellation is not None else None
        outgoing = build_httpx_request(client, request, body, deadlines, trace, own=self._own)
        if cancellation is not None:
            cancellation.set_interruptible(watch)
        if watched:
            watchdog.watch(watch, deadlines.expires_at)
        began = time.monotonic()
        try:
            received = client.send(outgoing, stream=True, follow_redirects=False)
        except find_transport_errors() as error:
            raise translate(  # without a name for it, which its own traceback would hold
                error, watch, deadlines, began, request, started=False
            ) from strip_secrets(error, request)
        finally:
            watchdog.release(watch)
        return self._response(request, outgoing, received, SyncBody(received, watch))

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """See `flow.Read`."""
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
            began = time.monotonic()
            try:
                data = next(body.pieces, b"")
            except find_transport_errors() as error:
                if body.closed:
                    return self._end(body)
                request = response.request
                raise translate(  # without a name for it, which its own traceback would hold
                    error, watch, deadlines, began, request, started=body.started
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
        body.end()
        body.response.close()
        return b""

    def close(self, response: Response) -> None:
        """See `flow.Close`. From another thread than the reader's, the reader wakes and comes to the end."""
        body = cast("SyncBody | None", response.body)
        if body is None or body.closed:
            return
        body.closed = True
        if body.reading.acquire(blocking=False):
            try:
                self._end(body)
            except find_transport_errors():
                return  # it is closed all the same
            finally:
                body.reading.release()
        else:
            body.interrupt()

    def shut(self) -> None:
        """Close the pool, if it is our own, and refuse further exchanges."""
        with self._opening:
            client, self._closed = self._client, True
            if self._own:
                self._client = None
                if client is not None:
                    client.close()

    def __del__(self) -> None:
        # A client that was dropped leaves no open socket for the garbage collector to warn of.
        with suppress(Exception):
            self.shut()

    def _open(self) -> httpx.Client:
        with self._opening:
            if self._closed:
                raise ConfigurationError(CLOSED)
            if self._client is None:
                self._client = make_sync_client()
            return self._client
