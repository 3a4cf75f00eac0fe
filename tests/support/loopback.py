"""A scripted server on the loopback interface: each connection runs a list of steps, and requests are recorded."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final, Self

Step = bytes | float | str | Callable[["Connection"], None]
"""One step of a script.

Bytes are sent; a number is a pause in seconds; "request" reads a request; "reset" resets the connection; "hang" waits
until the client closes the connection; a function is called with the connection.
"""


class Received:
    """A received request."""

    def __init__(self, head: bytes, body: bytes) -> None:
        line, *fields = head.decode("latin-1").split("\r\n")
        self.method, self.path, _ = line.split(" ", 2)
        self.headers = {
            name.strip().lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)
        }
        self.body = body

    def json(self) -> Any:
        return json.loads(self.body)


_MSG_MORE: Final = getattr(socket, "MSG_MORE", 0)  # of Linux


class Connection:
    """One accepted connection."""

    def __init__(self, sock: socket.socket, server: Loopback) -> None:
        self.sock = sock
        self.server = server
        self.rest = b""
        self.received: Received | None = None

    def read_request(self) -> Received | None:
        """Read and record a request; None if the client has closed the connection."""
        while b"\r\n\r\n" not in self.rest:
            data = self.sock.recv(65536)
            if not data:
                return None
            self.rest += data
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        received = Received(head, b"")
        length = int(received.headers.get("content-length", 0))
        while len(self.rest) < length:
            self.rest += self.sock.recv(65536)
        received.body, self.rest = self.rest[:length], self.rest[length:]
        self.received = received
        self.server.requests.append(received)
        return received

    def run(self, steps: Sequence[Step], *, closing: bool = False) -> bool:
        """Run the steps; return True if the connection is still open.

        Args:
            steps: The steps.
            closing: True if the connection is closed afterwards. The end of the last bytes is then sent together with
                the end of the connection: a client that has received it also knows that it cannot use it again.
        """
        for number, step in enumerate(steps, 1):
            if isinstance(step, bytes):
                self.sock.sendall(step, _MSG_MORE if closing and number == len(steps) else 0)
            elif isinstance(step, float):
                time.sleep(step)
            elif step == "request":
                if self.read_request() is None:
                    return False
            elif step == "reset":
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return False
            elif step == "hang":
                self.wait_for_close()
                return False
            elif callable(step):
                step(self)
        return True

    def wait_for_close(self) -> None:
        self.sock.settimeout(10)
        try:
            while self.sock.recv(65536):
                pass
        except OSError:
            pass
        self.server.closed_at.append(time.monotonic())


class Loopback:
    """The server. Each connection runs the next of the `scripts`; after that, every connection runs the last one.

    A script that does not begin with "request" reads a request first. At the end of its script the connection is
    closed; if the script ends in "repeat", it runs again on the same connection.
    """

    def __init__(self, *scripts: Sequence[Step]) -> None:
        self.scripts = list(scripts)
        self.requests: list[Received] = []
        self.connections = 0
        self.closed_at: list[float] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/api/v1"
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        # close() alone does not interrupt accept().
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in self._open:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            script = self.scripts[min(self.connections, len(self.scripts) - 1)]
            self.connections += 1
            self._open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock, list(script)), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket, script: list[Step]) -> None:
        repeat = script[-1:] == ["repeat"]
        steps = script[:-1] if repeat else script
        if steps[:1] != ["request"]:
            steps = ["request", *steps]
        connection = Connection(sock, self)
        try:
            while connection.run(steps, closing=not repeat) and repeat:
                pass
        except OSError:
            pass
        finally:
            sock.close()


def http_response(body: Any, status: int = 200, content_type: str = "application/json", **headers: str) -> bytes:
    """Return a complete HTTP response; the body is bytes, text, or any other JSON value."""
    content = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    fields = {"content-type": content_type, "content-length": str(len(content)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + content


STREAM_HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
    b"transfer-encoding: chunked\r\nx-generation-id: gen-1\r\n\r\n"
)
JSON_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
END = b"0\r\n\r\n"


def piece(data: bytes) -> bytes:
    """Return one chunk of a body with chunked transfer encoding."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def event(value: Any) -> bytes:
    """Return a server-sent event."""
    return b"data: " + (value if isinstance(value, bytes) else json.dumps(value).encode()) + b"\n\n"


DONE = event(b"[DONE]")


def chunk(content: str | None = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a chat chunk with one choice."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": finish}
    return {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "a/b", "choices": [choice], **more}


def completion(content: str | None = "Hello", **more: Any) -> dict[str, Any]:
    """Return a chat completion with one choice."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.5}
    return {
        "id": "gen-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "a/b",
        "choices": [choice],
        "usage": usage,
        **more,
    }
