"""An HTTP/2 server with TLS (hypercorn), whose responses are scripted."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
import threading
import time
from contextlib import suppress
from typing import Any, Self

import trustme
from garbage import free_garbage
from hypercorn.asyncio import serve
from hypercorn.config import Config
from loopback import Step, completion

AUTHORITY = trustme.CA()


class Http2Server:
    """The server. Each request runs the steps of the script. Clients must be closed before the server.

    Bytes are sent as a part of the body, and a number is a pause in seconds. A script that is None answers with the
    text of the last message; if that is "wait 1.5", after 1.5 s.

    Attributes:
        url: Base URL of the API.
        requests: The bodies of the requests.
        versions: The versions of HTTP of the requests.
        cancelled: Number of responses that the client cancelled before their end.
        connections: The ports of the clients.
    """

    def __init__(self, script: list[Step] | None = None, content_type: str = "text/event-stream") -> None:
        self._script = script
        self._content_type = content_type
        self.requests: list[bytes] = []
        self.versions: set[str] = set()
        self.connections: set[int] = set()
        self.cancelled = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"https://localhost:{self._port}/api/v1"
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        end = time.monotonic() + 10
        while True:
            try:
                with (  # with TLS, as hypercorn does not close a connection without
                    socket.create_connection(("127.0.0.1", self._port)) as sock,
                    make_client_context().wrap_socket(sock, server_hostname="localhost"),
                ):
                    pass
            except OSError:
                assert time.monotonic() < end
                time.sleep(0.01)
            else:
                return self

    def __exit__(self, *exc: object) -> None:
        time.sleep(0.1)  # hypercorn fails if it stops while a connection ends
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive(), "the server does not stop; close its clients first"
        del self._loop, self._stop
        free_garbage()

    def _serve(self) -> None:
        with suppress(Exception):  # hypercorn raises if it stops while a client is connected
            asyncio.run(self._run())

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(lambda *_: None)  # hypercorn cancels its connections when it stops
        config = Config()
        config.bind = [f"127.0.0.1:{self._port}"]
        config.errorlog = None
        config.graceful_timeout = 0.1
        certificate = AUTHORITY.issue_cert("localhost")
        config.create_ssl_context = lambda: make_context(certificate)  # type: ignore[method-assign]  # no files needed
        config.certfile = config.keyfile = "in memory"
        try:
            await serve(self._app, config, shutdown_trigger=self._stop.wait)  # type: ignore[arg-type]  # an ASGI app
        finally:
            await self._abort_connections()

    async def _abort_connections(self) -> None:
        """Close the connections that hypercorn leaves open; they would warn when they are freed, in a later test."""
        for _ in range(5):  # a task may open another transport, for TLS, before it ends
            for each in gc.get_objects():
                if issubclass(type(each), asyncio.WriteTransport) and getattr(each, "_loop", None) is self._loop:
                    each.abort()
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.wait([*tasks, asyncio.ensure_future(asyncio.sleep(0.01))], timeout=0.1)

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            return
        self.versions.add(scope["http_version"])
        self.connections.add(scope["client"][1])
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message["body"]
            if not message.get("more_body"):
                break
        self.requests.append(body)
        watching = asyncio.ensure_future(self._watch(receive))
        script = self._script
        content_type = self._content_type
        if script is None:
            content_type = "application/json"
            text = json.loads(body)["messages"][-1]["content"]
            script = [json.dumps(completion(text)).encode()]
            if text.startswith("wait "):
                await asyncio.wait([watching], timeout=float(text[5:]))
        headers = [(b"content-type", content_type.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for step in script:
            if isinstance(step, bytes):
                await send({"type": "http.response.body", "body": step, "more_body": True})
            else:
                assert isinstance(step, float)
                await asyncio.sleep(step)
        watching.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _watch(self, receive: Any) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.cancelled += 1


def make_context(certificate: trustme.LeafCert) -> Any:
    """Return the TLS context of a server that offers HTTP/2."""
    import ssl

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


def make_client_context() -> Any:
    """Return a TLS context that trusts the servers of this module."""
    import ssl

    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context
