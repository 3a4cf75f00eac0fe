"""Tools of MCP servers: a connection yields them as a list, and a run calls them like functions.

    from openrouterkit.tools.mcp import connect_mcp

    with connect_mcp(["python", "weather_server.py"]) as tools:
        run = client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=[*tools, clock])

    async with connect_mcp("https://example.com/mcp") as tools:
        run = await async_client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=tools)

It needs the extra `mcp`: `pip install 'openrouterkit[mcp]'`.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET
from openrouterkit_api.models import ChatFunctionToolFunction

from ..errors import ConfigurationError
from ..messages import content
from .arguments import check_required, decode_arguments
from .mcp_sessions import McpSession
from .protocol import ToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from types import TracebackType

    from .protocol import ToolContext

__all__ = ["McpConnection", "McpTool", "connect_mcp", "list_mcp_tools"]

_INVALID = re.compile(r"[^A-Za-z0-9_-]")


class McpTool(ChatFunctionToolFunction):
    """A tool of an MCP server. `connect_mcp` and `list_mcp_tools` create it.

    Args:
        listed: The tool as the server lists it.
        call_tool: The function that calls it with its name on the server and the arguments.
        is_async: Whether that function returns an awaitable.
        prefix: A text before the name, so that the tools of several servers have different names.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
    """

    def __init__(
        self,
        listed: Any,
        call_tool: Callable[[str, Any], Any],
        *,
        is_async: bool,
        prefix: str = "",
        requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
        timeout: float | None = None,
    ) -> None:
        self._listed = listed
        self._call_tool = call_tool
        self._is_async = is_async
        self._requires_approval = requires_approval
        self._timeout = timeout
        # Servers may use other characters than services accept.
        name = _INVALID.sub("_", f"{prefix}{listed.name}")[:64]
        super().__init__(
            function=api.models.ChatFunctionToolDefinition(
                name=name, description=listed.description or UNSET, parameters=listed.input_schema
            )
        )

    @property
    def name(self) -> str:
        """The name by which the model calls the tool."""
        return self.function.name

    @property
    def server_name(self) -> str:
        """The name of the tool on the server."""
        name: str = self._listed.name
        return name

    @property
    def description(self) -> str:
        """What the tool does, for the model; "" without a description."""
        return self.function.description or ""

    @property
    def parameters(self) -> dict[str, Any]:
        """The JSON Schema of the arguments."""
        return self.function.parameters or {}

    @property
    def is_async(self) -> bool:
        """Whether `call` returns an awaitable: for a connection opened with `async with`."""
        return self._is_async

    @property
    def needs_answer(self) -> bool:
        """False, because the server answers."""
        return False

    @property
    def requires_approval(self) -> bool | Callable[[Mapping[str, Any]], bool]:
        """Whether a run asks before each call; or the function of the arguments that decides it."""
        return self._requires_approval

    @property
    def timeout(self) -> float | None:
        """How many seconds a call may take in a run, None for no limit."""
        return self._timeout

    def read_arguments(self, arguments: str | Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the arguments that a model wrote, as a JSON object. The server validates them further.

        Args:
            arguments: JSON text, or the decoded object.

        Raises:
            InvalidValueError: They are not a JSON object, or a required one is missing.
        """
        return check_required(self.name, self.parameters, decode_arguments(self.name, arguments))

    def call(self, arguments: Mapping[str, Any], context: ToolContext[Any] | None = None) -> Any:  # noqa: ARG002 - of the protocol
        """Return the result of the server: text, or a list of text, images and audio; an awaitable if `is_async`.

        Args:
            arguments: What `read_arguments` returned.
            context: Unused.

        Raises:
            ToolError: The server reports that the call failed.
        """
        return self._call_tool(self.server_name, dict(arguments))


class McpConnection:
    """A connection to an MCP server, which `with` and `async with` open. The value is the list of its tools.

    Args:
        server: See `connect_mcp`.
        only: See `connect_mcp`.
        settings: The settings of the tools; see `McpTool`.
    """

    def __init__(self, server: Any, only: Collection[str] | None, settings: Mapping[str, Any]) -> None:
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
        portal = self._portal

        async def call_now(name: str, arguments: Any) -> Any:
            self._session.check_open()
            return await _call(session, name, arguments)

        def call_in_portal(name: str, arguments: Any) -> Any:
            self._session.check_open()
            return portal.call(_call, session, name, arguments)

        call_tool: Callable[[str, Any], Any] = call_now if portal is None else call_in_portal
        settings = {**self._settings, "is_async": portal is None}
        return _build_tools(await _list_all(session), call_tool, self._only, settings)


def connect_mcp(
    server: str | Sequence[str] | Any,
    *,
    prefix: str = "",
    only: Collection[str] | None = None,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
) -> McpConnection:
    """Return a connection to an MCP server; `with` or `async with` opens it, and yields the list of its tools.

    In `with`, the connection runs in a thread of its own, and the tools are sync; in `async with` they are async.

    Args:
        server: The URL of the server, the command that starts it with its arguments, or anything that `mcp.Client`
            accepts, such as `mcp.StdioServerParameters`.
        prefix: A text before the names, so that the tools of several servers have different names.
        only: The names of the tools on the server to use. Defaults to all.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.

    Exceptions of the code in the block arrive as they are.

    Raises:
        InvalidArgumentError: The server is neither a URL nor a command as a list.
        ConfigurationError: The extra `mcp` is not installed, or the server has no tool of a name in `only`. Raised when
            the connection is opened.
        ConnectionFailedError: The server does not start, cannot be reached, or the connection broke. Raised when the
            connection is opened or closed.
    """
    return McpConnection(server, only, {"prefix": prefix, "requires_approval": requires_approval, "timeout": timeout})


async def list_mcp_tools(
    session: Any,
    *,
    prefix: str = "",
    only: Collection[str] | None = None,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
) -> list[McpTool]:
    """Return the tools of an open session as async tools.

    Args:
        session: An open `mcp.Client` or `mcp.ClientSession`. The tools work as long as it is open.
        prefix: A text before the names, so that the tools of several servers have different names.
        only: The names of the tools on the server to use. Defaults to all.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.

    Raises:
        ConfigurationError: The server has no tool of a name in `only`.
    """

    def call_tool(name: str, arguments: Any) -> Any:
        return _call(session, name, arguments)

    settings = {"prefix": prefix, "requires_approval": requires_approval, "timeout": timeout, "is_async": True}
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


async def _call(session: Any, name: str, arguments: Any) -> Any:
    result = await session.call_tool(name, arguments)
    parts = [_convert_part(each) for each in result.content]
    texts = [each for each in parts if isinstance(each, str)]
    if result.is_error:
        raise ToolError("\n".join(texts) or f"the tool {name} failed")
    if not parts and result.structured_content is not None:
        return result.structured_content
    return "\n".join(texts) if len(texts) == len(parts) else parts


def _convert_part(part: Any) -> Any:
    """Return a part of a result: text, or an image or audio as a part of a message."""
    if part.type == "text":
        return part.text
    if part.type == "image":
        return content.image(f"data:{part.mime_type};base64,{part.data}")
    if part.type == "audio":
        return content.audio(f"data:{part.mime_type};base64,{part.data}")
    resource = getattr(part, "resource", part)  # embedded, or a link
    text = getattr(resource, "text", None)
    return text if isinstance(text, str) else f"{getattr(resource, 'name', 'resource')}: {resource.uri}"
