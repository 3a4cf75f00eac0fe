"""Responses with open bodies, which are read in decompressed pieces."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from .._flow.response import Body
from ..errors import ConfigurationError
from ..flow import Request, Response
from ..headers import Headers
from .clients import restore_location
from .decompression import Decompressor, parse_content_encoding
from .forks import count_forks
from .internals import iterate_network_reads, iterate_network_reads_async, restore_read_timeout
from .sockets import find_socket, shut_down

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

    import httpx

    from .exchanges import OpenExchange, OpenExchanges

_MAX_BUFFERED_PIECES: Final = 1000
"""Upper limit on the pieces in the buffers of httpx and httpcore: a 64 kB read can contain many small chunks."""


class HttpxBody(Body):
    """The open body of an httpx response.

    Args:
        response: The httpx response.
        exchange: The exchange; ends when the body ends, or is freed.
        exchanges: The open exchanges of the client.

    Attributes:
        response: The httpx response.
        exchange: The exchange.
        shared: True if other requests share the connection (HTTP/2).
        started: True if a piece that is more than white space was read.
        closed: True if nothing more is read.
        abandoned: True if another thread still reads the body, so that it must not be closed in this one.
        content_encoding: The Content-Encoding header, or "".
        reading: Lock that is held during a read.
    """

    __slots__ = (
        *("_ended", "_ending", "_exchanges", "_forks"),
        *("abandoned", "closed", "content_encoding", "exchange", "reading", "response", "shared", "started"),
    )

    def __init__(self, response: httpx.Response, exchange: OpenExchange, exchanges: OpenExchanges) -> None:
        self.response = response
        self.exchange = exchange
        self.shared = response.extensions.get("http_version") == b"HTTP/2"
        self.started = False
        self.closed = False
        self.abandoned = False
        self.content_encoding = ""
        self.reading = threading.Lock()
        self._ended = False
        self._ending = threading.Lock()
        self._exchanges = exchanges
        self._forks = count_forks()

    @property
    def is_inherited(self) -> bool:
        """True if the parent process opened the body, which therefore owns the connection."""
        return self._forks != count_forks()

    def check_process(self) -> None:
        """Raise ConfigurationError if the parent process opened the body: both would read from one connection."""
        if self._forks != count_forks():
            raise ConfigurationError(
                "the stream was opened before this process was forked; read it in the parent process"
            )

    def interrupt(self) -> None:
        """Wake the thread or task that reads the body: its read returns the end of the body, or raises."""
        if self.is_inherited:
            return
        with self._ending:
            if not self._ended:
                shut_down(find_socket(self.response))
                self.exchange.interrupt()

    def end(self) -> None:
        """Mark the body as ended, before its connection returns to the pool and another request uses the socket."""
        with self._ending:
            self._ended = True
            self._exchanges.finish(self.exchange)
        self.closed = True

    def __del__(self) -> None:
        if not self._ended:
            self._exchanges.finish(self.exchange)


class SyncBody(HttpxBody):
    """The open body of a sync response; `pieces` is None before the first read."""

    __slots__ = ("pieces",)

    def __init__(self, response: httpx.Response, exchange: OpenExchange, exchanges: OpenExchanges) -> None:
        super().__init__(response, exchange, exchanges)
        self.pieces: Iterator[bytes] | None = None


class AsyncBody(HttpxBody):
    """The open body of an async response; `pieces` is None before the first read, and at the end of the body.

    Attributes:
        client: The client that received the response.
    """

    __slots__ = ("client", "pieces")

    def __init__(
        self,
        response: httpx.Response,
        exchange: OpenExchange,
        exchanges: OpenExchanges,
        client: httpx.AsyncClient,
    ) -> None:
        super().__init__(response, exchange, exchanges)
        self.client = client
        self.pieces: AsyncIterator[bytes] | None = None
        exchange.set_socket(find_socket(response))  # shut down if the client is closed


def build_response(request: Request, outgoing: httpx.Request, received: httpx.Response, body: HttpxBody) -> Response:
    """Return the response to a request, with an open body."""
    restore_read_timeout(outgoing, received, request.timeouts.read)
    restore_location(received)
    raw, charset = received.headers.raw, received.headers.encoding  # which `multi_items` finds out for each text anew
    headers = Headers([(name.decode(charset).lower(), value.decode(charset)) for name, value in raw])
    body.content_encoding = headers.get("content-encoding", "")
    return Response(request=request, status=received.status_code, headers=headers, body=body)


def iterate_pieces(body: SyncBody) -> Iterator[bytes]:
    """Return an iterator over the decompressed pieces of a body.

    Raises:
        DecodeError: The Content-Encoding is not supported.
    """
    reads = iterate_network_reads(body.response)
    encoding = parse_content_encoding(body.content_encoding) if body.content_encoding else None
    return iter(reads) if encoding is None else _decompress(reads, Decompressor(encoding))


def iterate_pieces_async(body: AsyncBody) -> AsyncIterator[bytes]:
    """Return an async iterator over the decompressed pieces of a body. See `iterate_pieces`."""
    reads = iterate_network_reads_async(body.response)
    encoding = parse_content_encoding(body.content_encoding) if body.content_encoding else None
    return aiter(reads) if encoding is None else _decompress_async(reads, Decompressor(encoding))


def _decompress(reads: Iterable[bytes], decompressor: Decompressor) -> Iterator[bytes]:
    for data in reads:
        yield from decompressor.feed(data)


async def _decompress_async(reads: AsyncIterable[bytes], decompressor: Decompressor) -> AsyncIterator[bytes]:
    async for data in reads:
        for piece in decompressor.feed(data):
            yield piece


async def exhaust(pieces: AsyncIterator[bytes]) -> None:
    """Read the remaining pieces of a response whose connection is closed.

    httpx and httpcore read through async generators. An async generator that is not exhausted leaves a task behind in
    asyncio, and causes a warning in trio. The remaining pieces are the few buffered ones; then the read raises.
    """
    with suppress(Exception):
        for _ in range(_MAX_BUFFERED_PIECES):
            await anext(pieces)
