"""The socket of a connection: found while a request is sent, and shut down to wake whoever waits for it."""

from __future__ import annotations

import math
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from .internals import find_sending_socket

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx


class Watch:
    """A socket, and the time at which the watchdog shuts it down.

    Attributes:
        at: monotonic seconds; infinite while nobody waits.
        sock: None until the connection is made.
        fired: whether the watchdog has shut it down.
    """

    __slots__ = ("_interrupted", "at", "fired", "sock")

    def __init__(self) -> None:
        self.at = math.inf
        self.sock: Any = None
        self.fired = False
        self._interrupted = False

    def connected(self, sock: Any) -> None:
        """Note the socket of the connection; None where it carries other calls too."""
        self.sock = sock
        if self._interrupted:
            shut_down(sock)

    def interrupt(self) -> None:
        """Shut the socket down, at once or as soon as it is known."""
        self._interrupted = True
        shut_down(self.sock)


def shut_down(sock: Any) -> None:
    """Wake whoever reads the socket, or writes to it; nothing happens where there is none, or it is closed already."""
    if sock is None:
        return
    with suppress(OSError, ValueError):
        if isinstance(sock, socket.socket):
            # The plain socket's own method: SSLSocket's would take the TLS object away from under a reader.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
        else:
            # An event loop's own kind of socket: uvloop's has no shutdown(), but each has its number.
            borrowed = socket.socket(fileno=sock.fileno())
            try:
                borrowed.shutdown(socket.SHUT_RDWR)
            finally:
                borrowed.detach()


def find_socket(response: httpx.Response) -> Any:
    """The socket a response comes from; None where there is none, or where it carries other calls too."""
    stream = response.extensions.get("network_stream")
    if stream is None or response.extensions.get("http_version") == b"HTTP/2":
        return None
    return stream.get_extra_info("socket")


def make_socket_trace(watch: Watch) -> Callable[[str, Mapping[str, Any]], None]:
    """A trace for httpx that notes the socket of an exchange before there is a response to ask for it."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            stream = info["return_value"]
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            watch.connected(None if shared else stream.get_extra_info("socket"))
        elif event == "http11.send_request_headers.started":
            watch.connected(find_sending_socket() or watch.sock)

    return trace
