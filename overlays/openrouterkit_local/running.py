"""One run of the server: a bound port, and a thread that answers on it."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from openrouterkit.errors import ConfigurationError

if TYPE_CHECKING:
    from .app import App

logger = logging.getLogger("openrouterkit.local")

_PATIENCE = 10.0


class Running:
    """A run, from the bound port to the end of the thread.

    Args:
        app: what answers.
        host: the address to bind.
        port: 0 for one that is free.

    Raises:
        ConfigurationError: the port cannot be had.
    """

    def __init__(self, app: App, host: str, port: int) -> None:
        self._socket = _bound(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"openrouterkit-local-{self.port}", daemon=True)
        self._failure: Exception | None = None
        self._thread.start()
        self._ready.wait(_PATIENCE)
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """End the run, breaking off whatever is under way; returns when the thread has ended."""
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._leave.set)
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:
            if self._ready.is_set():
                logger.exception("the local server on port %d has ended", self.port)
            self._failure = error
        finally:
            self._socket.close()
            self._ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        # uvicorn configures logging for a process of its own, and looks for the end ten times a second: not here.
        config = uvicorn.Config(
            self._app, http=_Protocol, ws="none", lifespan="off", interface="asgi3", log_config=None
        )
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[self._socket])
        self._ready.set()
        await self._leave.wait()
        for listener in server.servers:
            listener.close()
        # A lost connection ends its answer by itself; a cancelled one would be logged as an error.
        for connection in list(server.server_state.connections):
            connection.shutdown()
            connection.transport.abort()
        if server.server_state.tasks:
            await asyncio.wait(server.server_state.tasks, timeout=_PATIENCE)


def _bound(host: str, port: int) -> socket.socket:
    # asyncio switches Nagle's delay off only where the protocol is stated, which socket.create_server leaves out.
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Elsewhere it would let two servers have the same port.
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except (OSError, OverflowError) as error:
        bound.close()
        raise ConfigurationError(f"port {port} of {host} cannot be had ({error}): 0 takes a free one") from error
    return bound


class _Protocol(H11Protocol):
    """HTTP/1.1, without lines in the log of a program that has its own."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.access_log = False
