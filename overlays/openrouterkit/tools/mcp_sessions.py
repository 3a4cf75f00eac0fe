"""Sessions with MCP servers, which leave the code that uses them alone: its exceptions, and its task.

The package `mcp` runs task groups. They wrap what is raised inside them in exception groups, and cancel the code inside
them when a connection breaks. So each session has a task of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError, ConnectionFailedError, SDKError
from .mcp_servers import McpServer, find_cause
from .mcp_tools import call_session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType

__all__: list[str] = []


class McpSession:
    """An async context manager that opens a session with a server.

    Args:
        server: The server.
        prepare: An async function that receives the open session and returns the value of the context.
    """

    def __init__(self, server: McpServer, prepare: Callable[[Any], Awaitable[Any]]) -> None:
        self._server = server
        self._prepare = prepare
        self._is_open = False
        self._failure: SDKError | None = None
        self._session: Any = None
        self._value: Any = None
        self._tasks: Any = None
        self._closing: Any = None
        self._calls: set[Any] = set()  # the cancel scopes of the calls that wait for the server

    async def __aenter__(self) -> Any:
        from anyio import Event, create_task_group

        self._failure = None
        self._closing = Event()
        self._tasks = create_task_group()
        await self._tasks.__aenter__()
        try:
            await self._tasks.start(self._serve)
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise
        if self._failure is not None:
            failure = self._failure
            await self.__aexit__(None, None, None)
            raise failure
        return self._value

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        from anyio import get_cancelled_exc_class

        self._is_open = False
        self._closing.set()
        # A task group needs to know of a cancellation, which may be its own; it wraps all other exceptions.
        is_cancelled = isinstance(error, get_cancelled_exc_class())
        await self._tasks.__aexit__(*((kind, error, traceback) if is_cancelled else (None, None, None)))

    async def _serve(self, *, task_status: Any) -> None:
        """Open the session, and keep it open until the context is left or the connection breaks."""
        problem = "cannot connect to"
        is_started = False
        try:
            async with self._server.open() as session:
                self._session = session
                problem = "cannot list the tools of"
                self._value = await self._prepare(session)
                self._is_open = is_started = True
                task_status.started()
                await self._closing.wait()
        except Exception as error:  # noqa: BLE001 - whatever transports and servers raise
            cause = find_cause(error)
            if isinstance(cause, SDKError):
                self._failure = cause
            else:
                server = self._server
                self._failure = server.build_loss(error) if is_started else server.build_opening_error(problem, error)
        finally:
            self._is_open = False
            for scope in self._calls:
                scope.cancel()
        if not is_started:
            task_status.started()

    async def call(self, name: str, arguments: Any, timeout: float | None = None) -> Any:
        """Return the result of a tool.

        Args:
            name: The name of the tool on the server.
            arguments: Its arguments.
            timeout: How many seconds to wait for the result, None for no limit.

        Raises:
            ToolError: The server reports that the call failed.
            ConnectionFailedError: The connection is broken.
            ConfigurationError: The block of the connection was left.
            TimeoutError: There is no result in time.
        """
        from anyio import move_on_after

        self.check_open()
        with move_on_after(timeout) as scope:
            self._calls.add(scope)
            try:
                return await call_session(self._session, name, arguments)
            except ConnectionFailedError as error:
                raise self._server.build_loss(error.__cause__) from error.__cause__
            finally:
                self._calls.discard(scope)
        self.check_open()
        raise TimeoutError(f"it did not finish within {timeout:g} s")

    def check_open(self) -> None:
        """Check that tools can be called.

        Raises:
            ConfigurationError: The block of the connection was left.
            ConnectionFailedError: The connection is broken.
        """
        if self._failure is not None:
            raise self._server.build_loss(self._failure.__cause__)
        if not self._is_open:
            raise ConfigurationError(
                f"the connection to the MCP server {self._server.name} is closed; call its tools inside the block of "
                f"connect_mcp"
            )
