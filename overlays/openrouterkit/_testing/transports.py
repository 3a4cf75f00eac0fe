"""Transports of httpx that send replies in place of the service, in sync and async code.

A player, which is a script or a cassette, decides on the reply. Nothing above the transport knows about it: a client
parses, limits and retries as it does with connections.
"""

from __future__ import annotations

import socket
import time
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from .._transport.libraries import find_library
from ..testing.replies import Failure, Pause, Reply, ScriptError
from ..testing.requests import build_sent_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    import httpx

    from ..testing.requests import SentRequest
    from .secrets import Secrets

_INTERVAL: Final = 0.01
"""Seconds after which a pause in async code checks whether the connection was shut down."""

_REPEATED: Final = "openrouterkit.testing.reply"
"""Extension of a request that did not get a connection of the pool at once, and is sent again: its reply."""

_PROBLEMS: Final = {
    "ConnectError": "[Errno 111] Connection refused",
    "ReadError": "[Errno 104] Connection reset by peer",
    "ConnectTimeout": "connecting timed out",
    "ReadTimeout": "the read timed out",
    "WriteTimeout": "the write timed out",
    "PoolTimeout": "no connection became free",
}


class Recorder(Protocol):
    """Receives a response of the service while it is passed on."""

    def start(self, status: int, headers: list[tuple[str, str]]) -> None:
        """Receive the status and the headers."""

    def feed(self, data: bytes) -> None:
        """Receive bytes of the body, as they were sent."""

    def end(self, error: BaseException | None = None) -> None:
        """Receive the end of the body. After it, `close` does nothing."""

    def close(self) -> None:
        """Receive that the client has closed the response before its end."""


class Player(Protocol):
    """Decides on the reply to each request."""

    def begin(self, request: SentRequest, secrets: Secrets) -> Reply | Recorder:
        """Return the reply, or a recorder of the response of the service.

        Args:
            request: The request.
            secrets: The secrets of the request.
        """
        raise NotImplementedError


@cache
def make_transport_class(base: type) -> Any:
    """Return the class of the sync transport, or of the async one, below a class of httpx.

    Args:
        base: `httpx.BaseTransport` or `httpx.AsyncBaseTransport`.
    """

    class PlayerTransport(base):  # type: ignore[misc]  # the class is known at run time only
        """A transport that sends the replies of a player."""

        def __init__(self, player: Player, forward: Any) -> None:
            self.player = player
            self.forward = forward

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            """Return the response to a request."""
            return play(self.player, request, self.forward)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            """Return the response to a request."""
            return await play_async(self.player, request, self.forward)

    return PlayerTransport


def play(player: Player, request: httpx.Request, forward: Callable[[httpx.Request], httpx.Response]) -> httpx.Response:
    """Return the response of a player to a request.

    Args:
        player: The script or the cassette.
        request: The request.
        forward: Sends the request to the service, if the player records its response.
    """
    content = request.read()
    outcome = _begin(player, request, content)
    if isinstance(outcome, Reply):
        wire = _Wire()
        if outcome.delay:
            _reveal_wire(request, wire)
        _pass_time(request, wire, outcome.delay)
        _check_failure(request, outcome)
        return _build_response(request, outcome, wire, _make_body_class(_http(request).SyncByteStream))
    received = forward(request)
    outcome.start(received.status_code, received.headers.multi_items())
    return _build_recorded(request, received, outcome, _http(request).SyncByteStream)


async def play_async(
    player: Player, request: httpx.Request, forward: Callable[[httpx.Request], Awaitable[httpx.Response]]
) -> httpx.Response:
    """Return the response of a player to a request of async code. See `play`."""
    content = await request.aread()
    outcome = _begin(player, request, content)
    if isinstance(outcome, Reply):
        wire = _Wire()
        await _pass_time_async(request, wire, outcome.delay)
        _check_failure(request, outcome)
        return _build_response(request, outcome, wire, _make_body_class(_http(request).AsyncByteStream))
    received = await forward(request)
    outcome.start(received.status_code, received.headers.multi_items())
    return _build_recorded(request, received, outcome, _http(request).AsyncByteStream)


def _begin(player: Player, request: httpx.Request, content: bytes) -> Reply | Recorder:
    repeated = request.extensions.get(_REPEATED)
    if repeated is not None:
        return repeated  # type: ignore[no-any-return]  # extensions have any type
    headers = request.headers.multi_items()
    sent, secrets = build_sent_request(request.method, str(request.url), headers, content, request.extensions)
    outcome = player.begin(sent, secrets)
    if not isinstance(outcome, Reply):
        request.headers["accept-encoding"] = "identity"  # so that the recorded bytes are those of the body
    return outcome


def _http(request: httpx.Request) -> Any:
    """Return the module of the library of a request: httpx, or httpx2."""
    return find_library(request).http


def _build_response(request: httpx.Request, reply: Reply, wire: _Wire, body_class: Any) -> httpx.Response:
    headers = dict(reply.headers)
    if all(isinstance(piece, bytes) for piece in reply.pieces) and "text/event-stream" not in headers.values():
        headers.setdefault("content-length", str(sum(map(len, reply.pieces))))  # type: ignore[arg-type]  # all are bytes
    response: httpx.Response = _http(request).Response(
        reply.status,
        headers=headers,
        stream=body_class(request, reply.pieces, wire),
        extensions={"http_version": b"HTTP/1.1", "network_stream": wire},
    )
    return response


def _build_recorded(request: httpx.Request, received: httpx.Response, recorder: Recorder, base: type) -> httpx.Response:
    response: httpx.Response = _http(request).Response(
        received.status_code,
        headers=received.headers,
        stream=_make_recorded_class(base)(received.stream, recorder),
        extensions=received.extensions,
    )
    return response


def _check_failure(request: httpx.Request, reply: Reply) -> None:
    if reply.failure is not None:
        if reply.failure.kind == "PoolTimeout":
            request.extensions[_REPEATED] = reply
        raise _build_exception(request, reply.failure)


def _build_exception(request: httpx.Request, failure: Failure) -> BaseException:
    """Return the exception of the library of the request for a failure.

    Raises:
        ScriptError: A limit is to be exceeded, and the request has none.
    """
    if failure.error is not None:
        return failure.error
    kind = failure.kind
    if kind.endswith("Timeout"):
        phase = kind.removesuffix("Timeout").lower()
        if request.extensions.get("timeout", {}).get(phase) is None:
            return ScriptError(
                f"the request has no {phase} limit, so that it cannot time out: set a timeout, or script an error"
            )
    error: BaseException = getattr(_http(request), kind)(failure.message or _PROBLEMS.get(kind, ""), request=request)
    return error


def _build_body_exception(request: httpx.Request, failure: Failure) -> BaseException:
    """Return the exception for a failure inside a body, where the connection is open already."""
    kind = "ReadError" if failure.kind == "ConnectError" else failure.kind
    return _build_exception(request, Failure(kind, failure.message, failure.error))


def _find_read_limit(request: httpx.Request) -> float | None:
    limit = request.extensions.get("timeout", {}).get("read")
    return limit if isinstance(limit, int | float) else None


def _reveal_wire(request: httpx.Request, wire: _Wire) -> None:
    """Pass the connection to the trace function, as httpcore does, so that closing the client ends the wait."""
    trace = request.extensions.get("trace")
    if trace is not None:
        trace("connection.connect_tcp.complete", {"return_value": wire})


def _pass_time(request: httpx.Request, wire: _Wire, seconds: float) -> None:
    """Wait, at most until the read limit."""
    limit = _find_read_limit(request)
    if seconds and wire.wait(seconds if limit is None else min(seconds, limit)):
        raise _http(request).ReadError("the connection was shut down", request=request)
    if limit is not None and seconds > limit:
        raise _http(request).ReadTimeout(_PROBLEMS["ReadTimeout"], request=request)


async def _pass_time_async(request: httpx.Request, wire: _Wire, seconds: float) -> None:
    """Wait, at most until the read limit."""
    limit = _find_read_limit(request)
    if seconds and await wire.wait_async(seconds if limit is None else min(seconds, limit)):
        raise _http(request).ReadError("the connection was shut down", request=request)
    if limit is not None and seconds > limit:
        raise _http(request).ReadTimeout(_PROBLEMS["ReadTimeout"], request=request)


class _Wire:
    """Stands for the connection of a response. Its socket exists so that limits and `close` can shut it down."""

    def __init__(self) -> None:
        self._ends: tuple[socket.socket, socket.socket] | None = None

    def get_extra_info(self, info: str) -> Any:
        """Return the socket, as the streams of httpcore do."""
        return self._open()[0] if info == "socket" else None

    def wait(self, seconds: float) -> bool:
        """Wait; return True at once if the socket is shut down."""
        own = self._open()[0]
        own.settimeout(max(seconds, 0.001))
        try:
            return not own.recv(1, socket.MSG_PEEK)
        except TimeoutError:
            return False
        except OSError:
            return True

    async def wait_async(self, seconds: float) -> bool:
        """Wait; return True soon after the socket is shut down."""
        import anyio

        own = self._open()[0]
        own.setblocking(False)
        ends_at = time.monotonic() + seconds
        while (left := ends_at - time.monotonic()) > 0:
            await anyio.sleep(min(left, _INTERVAL))
            try:
                if not own.recv(1, socket.MSG_PEEK):
                    return True
            except BlockingIOError:
                continue
            except OSError:
                return True
        return False

    def close(self) -> None:
        """Close the socket."""
        ends, self._ends = self._ends, None
        for end in ends or ():
            end.close()

    def _open(self) -> tuple[socket.socket, socket.socket]:
        if self._ends is None:
            self._ends = socket.socketpair()
        return self._ends

    def __del__(self) -> None:
        self.close()


@cache
def _make_body_class(base: type) -> Any:
    """Return the class of the bodies of replies, below `SyncByteStream` or `AsyncByteStream` of a library."""

    class ReplyBody(base):  # type: ignore[misc]  # the class is known at run time only
        def __init__(self, request: httpx.Request, pieces: tuple[Any, ...], wire: _Wire) -> None:
            self._request = request
            self._pieces = pieces
            self._wire = wire

        def __iter__(self) -> Iterator[bytes]:
            for piece in self._pieces:
                if isinstance(piece, Pause):
                    _pass_time(self._request, self._wire, piece.seconds)
                elif isinstance(piece, Failure):
                    raise _build_body_exception(self._request, piece)
                else:
                    yield piece

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in self._pieces:
                if isinstance(piece, Pause):
                    await _pass_time_async(self._request, self._wire, piece.seconds)
                elif isinstance(piece, Failure):
                    raise _build_body_exception(self._request, piece)
                else:
                    yield piece

        def close(self) -> None:
            self._wire.close()

        async def aclose(self) -> None:
            self._wire.close()

    return ReplyBody


@cache
def _make_recorded_class(base: type) -> Any:
    """Return the class of the bodies that are recorded, below `SyncByteStream` or `AsyncByteStream` of a library."""

    class RecordedBody(base):  # type: ignore[misc]  # the class is known at run time only
        def __init__(self, stream: Any, recorder: Recorder) -> None:
            self._stream = stream
            self._recorder = recorder

        def __iter__(self) -> Iterator[bytes]:
            try:
                for data in self._stream:
                    self._recorder.feed(data)
                    yield data
            except Exception as error:
                self._recorder.end(error)
                raise
            self._recorder.end()

        async def __aiter__(self) -> AsyncIterator[bytes]:
            try:
                async for data in self._stream:
                    self._recorder.feed(data)
                    yield data
            except Exception as error:
                self._recorder.end(error)
                raise
            self._recorder.end()

        def close(self) -> None:
            self._recorder.close()
            self._stream.close()

        async def aclose(self) -> None:
            self._recorder.close()
            await self._stream.aclose()

    return RecordedBody
