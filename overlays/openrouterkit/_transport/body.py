"""Open response bodies, and the bytes that are read from them, decompressed."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from .._flow.exchange import Body
from .decompression import Inflater, check_encoding
from .internals import iterate_network_reads, iterate_network_reads_async
from .sockets import Watch, find_socket, shut_down

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

    import httpx

_BUFFERED: Final = 1000
"""Pieces of a body that may wait in the buffers of the libraries: of 64 kB, in the smallest chunks that are usual."""


class HttpxBody(Body):
    """The open body of a response of httpx.

    Attributes:
        response: of httpx.
        watch: of the exchange.
        started: whether more than white space was read.
        closed: whether nothing more is read.
        reading: held by whoever reads.
    """

    __slots__ = ("_ended", "_ending", "closed", "reading", "response", "started", "watch")

    def __init__(self, response: httpx.Response, watch: Watch) -> None:
        self.response = response
        self.watch = watch
        self.started = False
        self.closed = False
        self.reading = threading.Lock()
        self._ended = False
        self._ending = threading.Lock()

    def interrupt(self) -> None:
        """Wake the thread or task that reads the body: it comes to the end, or gets an error."""
        with self._ending:
            if not self._ended:
                shut_down(find_socket(self.response))

    def end(self) -> None:
        """Note that the connection is given back, so that its socket may soon be another call's."""
        with self._ending:
            self._ended = True
        self.closed = True


class SyncBody(HttpxBody):
    """An open body that is read in sync code; `pieces` are None before the first read."""

    __slots__ = ("pieces",)

    def __init__(self, response: httpx.Response, watch: Watch) -> None:
        super().__init__(response, watch)
        self.pieces: Iterator[bytes] | None = None


class AsyncBody(HttpxBody):
    """An open body that is read in async code; `pieces` are None before the first read, and at their end."""

    __slots__ = ("pieces",)

    def __init__(self, response: httpx.Response, watch: Watch) -> None:
        super().__init__(response, watch)
        self.pieces: AsyncIterator[bytes] | None = None


def iterate_pieces(response: httpx.Response) -> Iterator[bytes]:
    """What is read from a response, decompressed.

    Raises:
        DecodeError: it is compressed in a way that cannot be undone in pieces.
    """
    reads = iterate_network_reads(response)
    encoding = check_encoding(response.headers.get("content-encoding", ""))
    return iter(reads) if encoding is None else _inflate(reads, Inflater(encoding))


def iterate_pieces_async(response: httpx.Response) -> AsyncIterator[bytes]:
    """What is read from a response in async code. See `pieces_of`."""
    reads = iterate_network_reads_async(response)
    encoding = check_encoding(response.headers.get("content-encoding", ""))
    return aiter(reads) if encoding is None else _async_inflate(reads, Inflater(encoding))


def _inflate(reads: Iterable[bytes], inflater: Inflater) -> Iterator[bytes]:
    for data in reads:
        yield from inflater.feed(data)


async def _async_inflate(reads: AsyncIterable[bytes], inflater: Inflater) -> AsyncIterator[bytes]:
    async for data in reads:
        for piece in inflater.feed(data):
            yield piece


async def exhaust(pieces: AsyncIterator[bytes]) -> None:
    """Come to the end of the pieces of a response whose connection was closed.

    httpx and httpcore read through async generators. One that is dropped half-way leaves a task to asyncio, and a
    warning to trio; there are a few buffered pieces to be had still, and then the failure that ends them all.
    """
    with suppress(Exception):
        for _ in range(_BUFFERED):
            await anext(pieces)
