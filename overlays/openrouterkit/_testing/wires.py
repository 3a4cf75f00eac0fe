"""Connections that do not exist: what stands in their place, and the time that passes on them."""

from __future__ import annotations

import socket
import time
import weakref
from typing import TYPE_CHECKING, Any, Final

from .._transport.libraries import find_library
from ..testing.replies import Failure, ScriptError

if TYPE_CHECKING:
    import httpx

_INTERVAL: Final = 0.01
"""Seconds after which a pause in async code checks whether the connection was shut down."""

_PROBLEMS: Final = {
    "ConnectError": "[Errno 111] Connection refused",
    "ReadError": "[Errno 104] Connection reset by peer",
    "ConnectTimeout": "connecting timed out",
    "ReadTimeout": "the read timed out",
    "WriteTimeout": "the write timed out",
    "PoolTimeout": "no connection became free",
}


class Wire:
    """Imitates the connection of a response. Its socket exists so that limits and `close` can shut it down."""

    def __init__(self) -> None:
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._finalizer: weakref.finalize[Any, Any] | None = None
        self._is_closed = False

    def get_extra_info(self, info: str) -> Any:
        """Return the socket, as the streams of httpcore do."""
        return self._open()[0] if info == "socket" else None

    def wait(self, seconds: float) -> bool:
        """Wait; return True at once if the socket is shut down or closed."""
        if self._is_closed:
            return True
        own = self._open()[0]
        own.settimeout(max(seconds, 0.001))
        try:
            return not own.recv(1, socket.MSG_PEEK)
        except TimeoutError:
            return False
        except OSError:
            return True

    async def wait_async(self, seconds: float) -> bool:
        """Wait; return True soon after the socket is shut down, at once if it is closed."""
        import anyio

        if self._is_closed:
            return True
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
        self._ends = None
        self._is_closed = True
        if self._finalizer is not None:
            self._finalizer()

    def _open(self) -> tuple[socket.socket, socket.socket]:
        if self._ends is None:
            self._ends = socket.socketpair()
            # Not __del__: in a reference cycle, the sockets may be freed first, and warn that they are open.
            self._finalizer = weakref.finalize(self, _close_ends, self._ends)
        return self._ends


def _close_ends(ends: tuple[socket.socket, socket.socket]) -> None:
    for end in ends:
        end.close()


def reveal_wire(request: httpx.Request, wire: Wire) -> None:
    """Pass the connection to the trace function, as httpcore does, so that closing the client ends the wait."""
    trace = request.extensions.get("trace")
    if trace is not None:
        trace("connection.connect_tcp.complete", {"return_value": wire})


def pass_time(request: httpx.Request, wire: Wire, seconds: float) -> None:
    """Wait, at most until the read limit."""
    limit = _find_read_limit(request)
    if seconds and wire.wait(seconds if limit is None else min(seconds, limit)):
        raise find_library(request).http.ReadError("the connection was shut down", request=request)
    if limit is not None and seconds > limit:
        raise find_library(request).http.ReadTimeout(_PROBLEMS["ReadTimeout"], request=request)


async def pass_time_async(request: httpx.Request, wire: Wire, seconds: float) -> None:
    """Wait, at most until the read limit."""
    limit = _find_read_limit(request)
    if seconds and await wire.wait_async(seconds if limit is None else min(seconds, limit)):
        raise find_library(request).http.ReadError("the connection was shut down", request=request)
    if limit is not None and seconds > limit:
        raise find_library(request).http.ReadTimeout(_PROBLEMS["ReadTimeout"], request=request)


def _find_read_limit(request: httpx.Request) -> float | None:
    limit = request.extensions.get("timeout", {}).get("read")
    return limit if isinstance(limit, int | float) else None


def build_exception(request: httpx.Request, failure: Failure) -> BaseException:
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
    build: Any = getattr(find_library(request).http, kind)
    error: BaseException = build(failure.message or _PROBLEMS.get(kind, ""), request=request)
    return error


def build_body_exception(request: httpx.Request, failure: Failure) -> BaseException:
    """Return the exception for a failure inside a body, where the connection is open already."""
    kind = "ReadError" if failure.kind == "ConnectError" else failure.kind
    return build_exception(request, Failure(kind, failure.message, failure.error))
