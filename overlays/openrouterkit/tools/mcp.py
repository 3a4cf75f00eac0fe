"""Tools of MCP servers: a connection yields them as a list, and a run calls them like functions.

    from openrouterkit.tools.mcp import connect_mcp

    with connect_mcp(["python", "weather_server.py"]) as tools:
        run = client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=[*tools, clock])

    async with connect_mcp("https://example.com/mcp") as tools:
        run = await async_client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=tools)

It needs the extra `mcp`: `pip install 'openrouterkit[mcp]'`.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

from openrouterkit_api import UNSET

from ..errors import ConfigurationError
from .mcp_servers import McpServer
from .mcp_sessions import McpSession
from .mcp_tools import McpTool, call_session

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from types import TracebackType

__all__ = ["McpConnection", "McpTool", "connect_mcp", "list_mcp_tools"]


class McpConnection:
    """A connection to an MCP server, which `with` and `async with` open. The value is the list of its tools.

    Args:
        server: The server.
        only: See `connect_mcp`.
        settings: The settings of the tools; see `McpTool`.
    """

    def __init__(self, server: McpServer, only: Collection[str] | None, settings: Mapping[str, Any]) -> None:
        self._only = only
        self._settings = settings
        self._session = McpSession(server, self._list_tools)
        self._portal: Any = None  # runs the session of `with` in its thread
        self._threads = ExitStack()

    async def __aenter__(self) -> list[McpTool]:
        tools: list[McpTool] = await self._session.__aenter__()
        return tools

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._session.__aexit__(kind, error, traceback)

    def __enter__(self) -> list[McpTool]:
        try:
            from anyio.from_thread import start_blocking_portal

            with ExitStack() as stack:
                self._portal = stack.enter_context(start_blocking_portal())
                tools = stack.enter_context(self._portal.wrap_async_context_manager(self._session))
                self._threads = stack.pop_all()
        except BaseException:
            self._portal = None
            raise
        listed: list[McpTool] = tools
        return listed

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._threads.__exit__(kind, error, traceback)

    async def _list_tools(self, session: Any) -> list[McpTool]:
        """Return the tools of the open session."""
        portal, opened, timeout = self._portal, self._session, self._settings["timeout"]

        def call_in_portal(name: str, arguments: Any) -> Any:
            opened.check_open()
            # A run abandons the thread that waits here after the timeout; the call itself ends, too.
            return portal.call(opened.call, name, arguments, timeout)

        call_tool: Callable[[str, Any], Any] = opened.call if portal is None else call_in_portal
        settings = {**self._settings, "is_async": portal is None}
        return _build_tools(await _list_all(session), call_tool, self._only, settings)


def connect_mcp(
    server: str | Sequence[str] | Any,
    *,
    prefix: str = "",
    only: Collection[str] | None = None,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
    repeat_limit: int | None = UNSET,
    headers: Mapping[str, str] | None = None,
    stderr: TextIO | None = None,
) -> McpConnection:
    """Return a connection to an MCP server; `with` or `async with` opens it, and yields the list of its tools.

    In `with`, the connection runs in a thread of its own, and the tools are sync; in `async with` they are async.
    Exceptions of the code in the block arrive unchanged. If the connection breaks, the block goes on, and calls of the
    tools raise `ConnectionFailedError`.

    Args:
        server: The URL of the server, the command that starts it with its arguments, or anything that `mcp.Client`
            accepts, such as `mcp.StdioServerParameters`, which has the environment and the folder of a command.
        prefix: A text before the names, so that the tools of several servers have different names.
        only: The names of the tools on the server to use. Defaults to all.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which a call with equal arguments no longer runs in a run; None for no limit.
            Defaults to that of the run.
        headers: For a URL: headers of all requests, such as `{"Authorization": "Bearer ..."}`.
        stderr: For a command: the open file, such as `sys.stderr`, to which the server writes its standard error. By
            default, its lines are logged at DEBUG, and the last ones are in the error if the server ends.

    Raises:
        InvalidArgumentError: The server is neither a URL nor a command as a list, or an argument is not for it.
        ConfigurationError: The extra `mcp` is not installed, or the server has no tool of a name in `only`. Raised when
            the connection is opened.
        ConnectionFailedError: The server does not start, or cannot be reached. Raised when the connection is opened.
    """
    settings = {
        "prefix": prefix,
        "requires_approval": requires_approval,
        "timeout": timeout,
        "repeat_limit": repeat_limit,
    }
    return McpConnection(McpServer(server, headers, stderr), only, settings)


async def list_mcp_tools(
    session: Any,
    *,
    prefix: str = "",
    only: Collection[str] | None = None,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
    repeat_limit: int | None = UNSET,
) -> list[McpTool]:
    """Return the tools of an open session as async tools.

    Args:
        session: An open `mcp.Client` or `mcp.ClientSession`. The tools work as long as it is open.
        prefix: A text before the names, so that the tools of several servers have different names.
        only: The names of the tools on the server to use. Defaults to all.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which a call with equal arguments no longer runs in a run; None for no limit.
            Defaults to that of the run.

    Raises:
        ConfigurationError: The server has no tool of a name in `only`.
    """

    def call_tool(name: str, arguments: Any) -> Any:
        return call_session(session, name, arguments)

    settings = {
        "prefix": prefix,
        "requires_approval": requires_approval,
        "timeout": timeout,
        "repeat_limit": repeat_limit,
        "is_async": True,
    }
    return _build_tools(await _list_all(session), call_tool, only, settings)


def _build_tools(
    listed: Sequence[Any],
    call_tool: Callable[[str, Any], Any],
    only: Collection[str] | None,
    settings: Mapping[str, Any],
) -> list[McpTool]:
    missing = [name for name in only or () if name not in {each.name for each in listed}]
    if missing:
        known = ", ".join(sorted(each.name for each in listed)) or "none"
        raise ConfigurationError(f"the MCP server has no tool {missing[0]!r}; its tools are: {known}")
    return [McpTool(each, call_tool, **settings) for each in listed if only is None or each.name in only]


async def _list_all(session: Any) -> list[Any]:
    """Return the tools of all pages."""
    from mcp import ClientSession
    from mcp.types import PaginatedRequestParams

    found: list[Any] = []
    cursor: str | None = None
    while True:
        if isinstance(session, ClientSession):
            page: Any = await session.list_tools(params=PaginatedRequestParams(cursor=cursor) if cursor else None)
        else:
            page = await session.list_tools(cursor=cursor)
        found += page.tools
        cursor = page.next_cursor
        if not cursor:
            return found
