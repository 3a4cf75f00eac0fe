"""Finds the socket of a connection, and shuts it down to wake the thread or task that waits for it."""

from __future__ import annotations

import math
import socket
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from .._log import logger
from .internals import find_sending_socket

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx


class Watch:
    """A socket, and the time at which the watchdog shuts it down.

    Attributes:
        at: Monotonic time in seconds; infinite while nothing waits for the socket.
        sock: The socket; None until the connection is open.
        fired: True if the watchdog has shut the socket down.
    """

    __slots__ = ("_interrupted", "at", "fired", "sock")

    def __init__(self) -> None:
        self.at = math.inf
        self.sock: Any = None
        self.fired = False
        self._interrupted = False

    def set_socket(self, sock: Any) -> None:
        """Set the socket of the connection; None if other requests share the connection."""
        self.sock = sock
        if self._interrupted:
            shut_down(sock)

    def interrupt(self) -> None:
        """Shut the socket down now, or as soon as it is set."""
        self._interrupted = True
        shut_down(self.sock)


def shut_down(sock: Any) -> None:
    """Shut a socket down, which wakes its readers and writers; do nothing if it is None or closed."""
    if sock is None:
        return
    with suppress(OSError, ValueError):
        if isinstance(sock, socket.socket):
            # SSLSocket.shutdown would remove the TLS object while another thread reads; the base method does not.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        else:
            # Socket classes of event loops: uvloop's does not support shutdown(), but all have a file descriptor.
            borrowed = socket.socket(fileno=sock.fileno())
            try:
                borrowed.shutdown(socket.SHUT_RDWR)
            finally:
                borrowed.detach()


def find_socket(response: httpx.Response) -> Any:
    """Return the socket of a response; None if it has none, or if other requests share the connection (HTTP/2)."""
    stream = response.extensions.get("network_stream")
    if stream is None or response.extensions.get("http_version") == b"HTTP/2":
        return None
    return stream.get_extra_info("socket")


def make_socket_trace(watch: Watch) -> Callable[[str, Mapping[str, Any]], None]:
    """Return a trace function for httpx that sets the socket of the watch before the response headers arrive."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            stream = info["return_value"]
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            watch.set_socket(None if shared else stream.get_extra_info("socket"))
        elif event == "http11.send_request_headers.started":
            sock = find_sending_socket() or watch.sock
            if sock is None:
                _warn_of_missing_socket()
            watch.set_socket(sock)

    return trace


@cache
def _warn_of_missing_socket() -> None:
    """Log, once in a process, which limits apply later than documented."""
    logger.warning(
        "the socket of a reused connection cannot be found with this version of httpcore: the limits first_token and "
        "total, and close() from another thread, take effect only after the response headers are received; please "
        "report this with the output of `pip freeze`"
    )
