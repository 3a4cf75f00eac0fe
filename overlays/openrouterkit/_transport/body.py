"""Open answers, and those that are about to be: what is read from them, and how that is ended from elsewhere."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, cast

from ..errors import IncompleteStreamError, OpenRouterError
from ..flow import Call, Close, Effect, Exchange, Flow, Read, Response, Sleep, do
from .decompression import Inflater, check_encoding
from .watchdog import Watch, shut_down

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
    from types import FrameType

    import httpx


_BUFFERED: Final = 1000
"""Pieces of a body that may be waiting in the libraries' buffers: of 64 kB, in the smallest chunks that are usual."""


class Body:
    """An open answer: what is read from it next, and the means to end that from elsewhere."""

    __slots__ = ("answer", "closed", "pieces", "reading", "started", "watch")

    def __init__(self, answer: httpx.Response, watch: Watch) -> None:
        self.answer = answer
        self.watch = watch
        self.pieces: Any = None
        self.started = False
        self.closed = False
        self.reading = threading.Lock()

    def wake(self) -> None:
        """Have whoever reads find the end now."""
        shut_down(socket_of(self.answer))


class Opening:
    """A stream's opening in sync code, and the means to end it from another thread.

    Args:
        flow: gives the answer, open.
    """

    __slots__ = ("_changing", "_cut", "_flow", "_read_from", "_sock")

    def __init__(self, flow: Flow[Response]) -> None:
        self._flow = flow
        self._cut = threading.Event()
        self._changing = threading.Lock()
        self._sock: Any = None
        self._read_from: Response | None = None

    def cut(self) -> Response | None:
        """End what is under way, and let nothing more begin; the answer that is read from, which is to be closed."""
        self._cut.set()
        with self._changing:
            if self._sock is not None:
                shut_down(self._sock)
        return self._read_from

    def flow(self) -> Flow[Response]:
        """The opening, as one that raises `IncompleteStreamError` once it is cut."""
        flow = self._flow
        try:
            effect = next(flow)
            while True:
                try:
                    result = yield from do(self._cuttable(effect))
                except GeneratorExit:
                    flow.close()
                    raise
                except BaseException as error:  # noqa: BLE001 - the opening is told of everything
                    ended = self._cut.is_set() and isinstance(error, OpenRouterError)
                    effect = flow.throw(_closed() if ended else error)
                else:
                    effect = flow.send(result)
        except StopIteration as stop:
            return cast("Response", stop.value)
        finally:
            self._read_from = None

    def _cuttable(self, effect: Effect[Any]) -> Effect[Any]:
        if isinstance(effect, Call | Close):
            return effect
        if isinstance(effect, Read):
            self._read_from = effect.response
        elif isinstance(effect, Exchange):
            effect.on_socket = self._leads_over
        elif isinstance(effect, Sleep):
            effect = Call(self._cut.wait, (effect.seconds,))
        if self._cut.is_set():  # looked at last: from here on a cut ends the effect
            raise _closed()
        return effect

    def _leads_over(self, sock: Any) -> None:
        with self._changing:
            self._sock = sock
            if sock is not None and self._cut.is_set():
                shut_down(sock)


def _closed() -> IncompleteStreamError:
    return IncompleteStreamError("the stream was closed before it was open")


def socket_of(answer: httpx.Response) -> Any:
    """The socket an answer comes from; None where there is none, or where it carries other calls too."""
    stream = answer.extensions.get("network_stream")
    if stream is None or answer.extensions.get("http_version") == b"HTTP/2":
        return None
    return stream.get_extra_info("socket")


def socket_finder(watch: Watch, on_socket: Callable[[Any], None] | None) -> Callable[[str, Mapping[str, Any]], None]:
    """A trace of httpx's that notes an exchange's socket before there is an answer to ask for it."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            stream = info["return_value"]
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            watch.sock = None if shared else stream.get_extra_info("socket")
        elif event == "http11.send_request_headers.started":
            watch.sock = _sending_socket() or watch.sock
        else:
            return
        if on_socket is not None:
            on_socket(watch.sock)

    return trace


def _sending_socket() -> Any:
    """The socket of the connection that calls a trace; None where it cannot be told.

    A connection that was used before announces itself by nothing else: httpcore tells a trace the request, not where
    it goes.
    """
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - who called the trace
    for _ in range(4):
        if frame is None:
            return None
        stream = getattr(frame.f_locals.get("self"), "_network_stream", None)
        if stream is not None:
            return stream.get_extra_info("socket")
        frame = frame.f_back
    return None


def pieces(answer: httpx.Response) -> Iterator[bytes]:
    """What is read from an answer, decompressed.

    Raises:
        DecodeError: it is compressed in a way that cannot be undone here.
    """
    stream: Any = answer.stream
    encoding = check_encoding(answer.headers.get("content-encoding", ""))
    return iter(stream) if encoding is None else _inflated(stream, Inflater(encoding))


def apieces(answer: httpx.Response) -> AsyncIterator[bytes]:
    """What is read from an answer in async code. See `pieces`."""
    stream: Any = answer.stream
    encoding = check_encoding(answer.headers.get("content-encoding", ""))
    return aiter(stream) if encoding is None else _ainflated(stream, Inflater(encoding))


def _inflated(stream: Iterable[bytes], inflater: Inflater) -> Iterator[bytes]:
    for data in stream:
        yield from inflater.feed(data)


async def _ainflated(stream: AsyncIterable[bytes], inflater: Inflater) -> AsyncIterator[bytes]:
    async for data in stream:
        for piece in inflater.feed(data):
            yield piece


async def run_out(pieces: AsyncIterator[bytes]) -> None:
    """Come to the end of what is read from an answer whose connection was closed.

    httpx and httpcore read through async generators. One that is dropped half-way leaves a task to asyncio, and a
    warning to trio; there are a few buffered pieces to be had still, and then the failure that ends them all.
    """
    with suppress(Exception):
        for _ in range(_BUFFERED):
            await anext(pieces)
