"""Sessions with MCP servers, which end without changing the exceptions of the code that uses them.

The package `mcp` runs task groups, which wrap what is raised inside them in exception groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError, ConnectionFailedError, InvalidArgumentError, SDKError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

__all__: list[str] = []


class McpSession:
    """An async context manager that opens a session with a server.

    Args:
        server: See `connect_mcp`.
        prepare: An async function that receives the open session and returns the value of the context.

    Attributes:
        is_open: Whether tools can be called.
    """

    def __init__(self, server: Any, prepare: Callable[[Any], Awaitable[Any]]) -> None:
        check_server(server)
        self.is_open = False
        self._server = server
        self._prepare = prepare
        self._client: Any = None

    async def __aenter__(self) -> Any:
        client = _create_client(self._server)
        try:
            session = await client.__aenter__()
        except Exception as error:  # noqa: BLE001 - whatever transports and servers raise
            raise self._build_error("cannot connect to", error) from _find_cause(error)
        self._client = client
        try:
            value = await self._prepare(session)
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            if isinstance(error, SDKError) or not isinstance(error, Exception):
                raise
            raise self._build_error("cannot list the tools of", error) from _find_cause(error)
        self.is_open = True
        return value

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        from anyio import get_cancelled_exc_class

        self.is_open = False
        # A task group needs to know of a cancellation, which may be its own; it wraps all other exceptions.
        is_cancelled = isinstance(error, get_cancelled_exc_class())
        try:
            await self._client.__aexit__(*((kind, error, traceback) if is_cancelled else (None, None, None)))
        except Exception as failure:  # noqa: BLE001 - whatever breaks the connection
            if error is None or is_cancelled:
                raise self._build_error("lost the connection to", failure) from _find_cause(failure)

    def check_open(self) -> None:
        """Check that tools can be called.

        Raises:
            ConfigurationError: The block of the connection was left.
        """
        if not self.is_open:
            raise ConfigurationError(
                f"the connection to the MCP server {describe_server(self._server)} is closed; call its tools inside "
                f"the block of connect_mcp"
            )

    def _build_error(self, problem: str, error: BaseException) -> ConnectionFailedError:
        cause = _find_cause(error)
        text = str(cause)
        remedy = (
            "check that the command runs and speaks MCP on its standard output; what it wrote to stderr may say why"
            if _is_command(self._server)
            else "check that the server runs and that its URL is right, with its path, often /mcp"
        )
        described = f"{type(cause).__name__}{': ' if text else ''}{text}"
        return ConnectionFailedError(f"{problem} the MCP server {describe_server(self._server)}: {described}; {remedy}")


def describe_server(server: Any) -> str:
    """Return a name of a server for messages, without arguments and settings, which may contain secrets."""
    if isinstance(server, str):
        return server.partition("?")[0].rpartition("@")[2]
    if isinstance(server, list | tuple):
        return " ".join(str(each) for each in server[:2]) + (" ..." if len(server) > 2 else "")
    command = getattr(server, "command", None)
    return command if isinstance(command, str) else str(getattr(server, "name", type(server).__name__))


def check_server(server: Any) -> None:
    """Check the form of a server.

    Args:
        server: See `connect_mcp`.

    Raises:
        InvalidArgumentError: It is a text that is no URL, or a command without items.
    """
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


def _is_command(server: Any) -> bool:
    return isinstance(server, list | tuple) or hasattr(server, "command")


def _find_cause(error: BaseException) -> BaseException:
    """Return the first exception of a group that is none itself."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _create_client(server: Any) -> Any:
    try:
        from mcp import Client, StdioServerParameters
    except ImportError:
        raise ConfigurationError(
            "tools of MCP servers need the package mcp, version 2 or later; run pip install 'openrouterkit[mcp]'"
        ) from None
    if isinstance(server, list | tuple):
        command, *arguments = server
        server = StdioServerParameters(command=command, args=arguments)
    return Client(server)
