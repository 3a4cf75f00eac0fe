"""A proxy on the loopback interface that tunnels connections (CONNECT) and forwards plain requests."""

from __future__ import annotations

import base64
import socket
import threading
from contextlib import suppress
from typing import Self
from urllib.parse import urlsplit


class Proxy:
    """The proxy. It connects to the address of each request, with `localhost` for every host name.

    Args:
        credentials: The required user and password, as "user:password"; None for none.

    Attributes:
        requests: The first line of each request, as "CONNECT host:port" or "POST http://host/path".
    """

    def __init__(self, credentials: str | None = None) -> None:
        self._required = credentials and "Basic " + base64.b64encode(credentials.encode()).decode()
        self.requests: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = f"http://{self.address}"
        self._sockets: list[socket.socket] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join(5)
        for sock in self._sockets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self._sockets.append(sock)
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                data = sock.recv(65536)
                if not data:
                    return
                head += data
            line, *fields = head.partition(b"\r\n\r\n")[0].decode().split("\r\n")
            method, target, _ = line.split(" ")
            self.requests.append(f"{method} {target}")
            headers = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
            if self._required and headers.get("proxy-authorization") != self._required:
                sock.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")
                return
            port = int(target.rpartition(":")[2]) if method == "CONNECT" else urlsplit(target).port
            upstream = socket.create_connection(("127.0.0.1", port or 80))
            self._sockets.append(upstream)
            if method == "CONNECT":
                sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                upstream.sendall(head)
            threading.Thread(target=_copy, args=(upstream, sock), daemon=True).start()
            _copy(sock, upstream)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_RDWR)
