"""The MCP server to which a connection leads: its form, its name in messages, and how it is opened."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..errors import ConfigurationError, ConnectionFailedError, InvalidArgumentError
from .mcp_output import ServerOutput

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

__all__: list[str] = []


class McpServer:
    """A server: a URL, a command, or what `mcp.Client` accepts.

    Args:
        server: See `connect_mcp`.
        headers: See `connect_mcp`.
        stderr: See `connect_mcp`.

    Raises:
        InvalidArgumentError: It is a text that is no URL, a command without items, or an argument is not for it.
    """

    def __init__(self, server: Any, headers: Mapping[str, str] | None = None, stderr: TextIO | None = None) -> None:
        _check_form(server)
        self._server = server
        self._is_command = isinstance(server, list | tuple) or hasattr(server, "command")
        if headers is not None and not isinstance(server, str):
            raise InvalidArgumentError("connect_mcp() accepts headers for a URL only; a command has no headers")
        if stderr is not None and not self._is_command:
            raise InvalidArgumentError("connect_mcp() accepts stderr for a command only; a URL has no standard error")
        self._headers = headers
        self._stderr = stderr
        self._output: ServerOutput | None = None

    @property
    def name(self) -> str:
        """A name for messages, which models may read: without arguments and settings, which may contain secrets."""
        server = self._server
        if isinstance(server, str):
            return server.partition("?")[0].rpartition("@")[2]
        if isinstance(server, list | tuple):
            shown = [server[0], *filter(_is_harmless, server[1:2])]
            return " ".join(shown) + (" ..." if len(server) > len(shown) else "")
        command = getattr(server, "command", None)
        return command if isinstance(command, str) else str(getattr(server, "name", type(server).__name__))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Any]:
        """Start a command or connect to a URL, and yield the session.

        Raises:
            ConfigurationError: The extra `mcp` is not installed.
        """
        transport = self._build_transport()
        try:
            async with _create_client(transport) as session:
                self._close_output()  # the server has its own copy
                yield session
        finally:
            self._close_output()

    def _close_output(self) -> None:
        if self._output is not None:
            self._output.file.close()

    def _build_transport(self) -> Any:
        """Return what the client of `mcp` accepts as a server."""
        server = self._server
        if isinstance(server, str):
            return server if self._headers is None else _connect_with_headers(server, self._headers)
        if not self._is_command:
            return server
        stdio_client, parameters = _import_stdio()
        if isinstance(server, list | tuple):
            server = parameters(command=server[0], args=list(server[1:]))
        if self._stderr is not None:
            return stdio_client(server, self._stderr)
        self._output = ServerOutput(self.name)
        return stdio_client(server, self._output.file)

    def build_opening_error(self, problem: str, error: BaseException) -> ConnectionFailedError:
        """Return the error of a connection that cannot be opened. It ends with what the server wrote.

        Args:
            problem: What failed, such as "cannot connect to".
            error: What the package `mcp` raised.
        """
        written = self._read_output()
        if not self._is_command:
            remedy = "check that the server runs and that its URL is right, with its path, often /mcp"
        elif written:
            remedy = f"check the command; the end of what it wrote to standard error:\n{written}"
        else:
            remedy = "check that the command runs and speaks MCP on its standard output"
        return self._build_error(problem, error, remedy)

    def build_loss(self, error: BaseException | None) -> ConnectionFailedError:
        """Return the error of a connection that broke. Models may read it, so what the server wrote is a note.

        Args:
            error: What the package `mcp` raised.
        """
        lost = self._build_error("lost the connection to", error, "check that the server still runs")
        written = self._read_output()
        if written:
            lost.add_note(f"the end of what the MCP server wrote to standard error:\n{written}")
        return lost

    def _build_error(self, problem: str, error: BaseException | None, remedy: str) -> ConnectionFailedError:
        cause = None if error is None else find_cause(error)
        text = "the connection was closed" if cause is None else _describe(cause)
        failed = ConnectionFailedError(f"{problem} the MCP server {self.name}: {text}; {remedy}")
        failed.__cause__ = cause
        return failed

    def _read_output(self) -> str:
        return "" if self._output is None else self._output.read_end()


def _check_form(server: Any) -> None:
    if isinstance(server, str) and not server.startswith(("http://", "https://")):
        example = ", ".join(f'"{each}"' for each in server.split()[:2] or ["python", "server.py"])
        raise InvalidArgumentError(
            f"connect_mcp() expects a URL that begins with http:// or https://, or a command as a list, such as "
            f"[{example}]; got {server!r:.100}"
        )
    if isinstance(server, list | tuple) and not (server and all(isinstance(each, str) for each in server)):
        raise InvalidArgumentError(
            f'connect_mcp() expects a command as a list of texts, such as ["python", "server.py"]; got {server!r:.100}'
        )


def _is_harmless(argument: str) -> bool:
    """Return True for an option of one letter, or a path, as in `python server.py`."""
    return re.fullmatch("-[A-Za-z]", argument) is not None or Path(argument).is_file()


def find_cause(error: BaseException) -> BaseException:
    """Return the first exception of a group that is none itself.

    Args:
        error: An exception, or a group of exceptions.
    """
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _describe(error: BaseException) -> str:
    """Return the type and the text of an exception."""
    text = str(getattr(error, "message", error)).rstrip(".")
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _create_client(server: Any) -> Any:
    try:
        from mcp import Client
    except ImportError:
        raise _build_missing_extra() from None
    return Client(server)


def _import_stdio() -> tuple[Any, Any]:
    """Return the function that starts a server, and the class of its parameters."""
    try:
        from mcp.client.stdio import StdioServerParameters, stdio_client
    except ImportError:
        raise _build_missing_extra() from None
    return stdio_client, StdioServerParameters


def _build_missing_extra() -> ConfigurationError:
    return ConfigurationError(
        "tools of MCP servers need the package mcp, version 2 or later; run pip install 'openrouterkit[mcp]'"
    )


@asynccontextmanager
async def _connect_with_headers(url: str, headers: Mapping[str, str]) -> AsyncIterator[Any]:
    """Open a connection with headers, in the timeouts of the package `mcp`: responses may stay open for minutes."""
    try:
        import httpx2  # the HTTP library of the package mcp, whatever that of the clients is
        from mcp.client.streamable_http import streamable_http_client
    except ImportError:
        raise _build_missing_extra() from None
    timeout = httpx2.Timeout(30, read=300)
    async with (
        httpx2.AsyncClient(headers=dict(headers), timeout=timeout) as http,
        streamable_http_client(url, http_client=http) as streams,
    ):
        yield streams
