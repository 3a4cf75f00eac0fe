"""The thread in which the server runs, and the port on which it listens."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from openrouterkit.errors import ConfigurationError

if TYPE_CHECKING:
    from .app import App

logger = logging.getLogger("openrouterkit.local")

_TIMEOUT = 10.0
"""Seconds to wait for the thread to start, for it to end, and for aborted requests to finish."""


class ServerThread:
    """A daemon thread that serves an application; it is listening once the constructor returns.

    Args:
        app: The ASGI application.
        host: The address to bind.
        port: The port to bind, or 0 for any free port.

    Attributes:
        port: The bound port.

    Raises:
        ConfigurationError: The port cannot be bound, or the server cannot start for another reason.
    """

    def __init__(self, app: App, host: str, port: int) -> None:
        self._socket = _bind_socket(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_stopped = False
        self._stop_requested = asyncio.Event()
        self._started: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name=f"openrouterkit-local-{self.port}", daemon=True)
        try:
            self._thread.start()
        except BaseException:
            self._socket.close()
            raise
        self._wait_until_ready()

    def stop(self) -> None:
        """Abort requests in progress and wait until the thread has ended."""
        # Set before the loop is read, while _serve sets the loop before it reads this: one of them sees the other.
        self._is_stopped = True
        if self._loop is not None and self._thread.is_alive():
            # The loop is closed if the thread is about to end because of an error.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._stop_requested.set)
        self._thread.join(_TIMEOUT)

    def _wait_until_ready(self) -> None:
        failure: BaseException | None
        try:
            failure = self._started.exception(_TIMEOUT)
        except TimeoutError:
            failure = TimeoutError(f"it was not ready after {_TIMEOUT:g} s")
        except BaseException:
            self.stop()
            raise
        if failure is not None:
            self.stop()
            raise ConfigurationError(f"the local server did not start on port {self.port}: {failure!r}") from failure

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        # uvicorn reports some errors by SystemExit, which would end the thread without a trace.
        except BaseException as error:
            if self._started.done():
                logger.exception("the local server on port %d stopped because of an error", self.port)
            else:
                self._started.set_exception(error)
        finally:
            self._socket.close()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._is_stopped:
            return
        # Server.serve() would install signal handlers and poll for shutdown ten times a second. Calling its steps
        # directly avoids both; log_config=None leaves the logging of the process alone.
        config = uvicorn.Config(
            self._app, http=_Protocol, ws="none", lifespan="off", interface="asgi3", log_config=None
        )
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[self._socket])
        self._started.set_result(None)
        await self._stop_requested.wait()
        for listener in server.servers:
            listener.close()
        # Aborting the connection ends the response; cancelling the task would be logged as an error.
        for connection in list(server.server_state.connections):
            connection.shutdown()
            connection.transport.abort()
        if server.server_state.tasks:
            await asyncio.wait(server.server_state.tasks, timeout=_TIMEOUT)


def _bind_socket(host: str, port: int) -> socket.socket:
    # asyncio disables Nagle's algorithm only if the protocol is IPPROTO_TCP, which socket.create_server does not set.
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # On Windows, SO_REUSEADDR would let two servers bind the same port.
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        # Several sockets can be bound to one port with SO_REUSEADDR, but only one can listen.
        bound.listen()
    except (OSError, OverflowError, TypeError) as error:
        bound.close()
        message = f"cannot listen on port {port} of {host} ({error}); choose another port, or 0 for any free port"
        raise ConfigurationError(message) from error
    return bound


class _Protocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol without the access log."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.access_log = False
