"""Finds the socket of a connection, and shuts it down to wake the thread or task that waits for it."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


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
