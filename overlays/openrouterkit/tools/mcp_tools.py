"""`McpTool`, a tool of an MCP server, and calls of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConnectionFailedError
from ..messages import content
from .arguments import check_required, decode_arguments
from .callable_tools import CallableTool
from .protocol import ToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .protocol import ToolContext

__all__: list[str] = []

_INVALID = re.compile(r"[^A-Za-z0-9_-]")


class McpTool(CallableTool):
    """A tool of an MCP server. `connect_mcp` and `list_mcp_tools` create it.

    Args:
        listed: The tool as the server lists it.
        call_tool: The function that calls it with its name on the server and the arguments.
        is_async: Whether that function returns an awaitable.
        prefix: A text before the name, so that the tools of several servers have different names.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which a call with equal arguments no longer runs in a run; None for no limit.
            Defaults to that of the run.
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
        repeat_limit: int | None = UNSET,
    ) -> None:
        self._listed = listed
        self._call_tool = call_tool
        self._is_async = is_async
        # Servers may use other characters than services accept.
        name = _INVALID.sub("_", f"{prefix}{listed.name}")[:64]
        definition = api.models.ChatFunctionToolDefinition(
            name=name, description=listed.description or UNSET, parameters=listed.input_schema
        )
        super().__init__(definition, requires_approval=requires_approval, timeout=timeout, repeat_limit=repeat_limit)

    @property
    def server_name(self) -> str:
        """The name of the tool on the server."""
        name: str = self._listed.name
        return name

    @property
    def is_async(self) -> bool:
        """Whether `call` returns an awaitable: for a connection opened with `async with`."""
        return self._is_async

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


async def call_session(session: Any, name: str, arguments: Any) -> Any:
    """Return the result of a tool: text, JSON, or a list of text, images and audio.

    Args:
        session: An open `mcp.Client` or `mcp.ClientSession`.
        name: The name of the tool on the server.
        arguments: Its arguments.

    Raises:
        ToolError: The server reports that the call failed.
        ConnectionFailedError: The connection is broken.
    """
    from anyio import BrokenResourceError, ClosedResourceError
    from mcp import MCPError
    from mcp.types import CONNECTION_CLOSED

    try:
        result = await session.call_tool(name, arguments)
    except MCPError as error:
        if error.code != CONNECTION_CLOSED:
            raise ToolError(f"the server rejects the call of {name}: {error.message}") from error
        raise _build_closed(name) from error
    except (BrokenResourceError, ClosedResourceError) as error:
        raise _build_closed(name) from error
    parts = [_convert_part(each) for each in result.content]
    texts = [each for each in parts if isinstance(each, str)]
    if result.is_error:
        raise ToolError("\n".join(texts) or f"the tool {name} failed")
    if not parts and result.structured_content is not None:
        return result.structured_content
    return "\n".join(texts) if len(texts) == len(parts) else parts


def _build_closed(name: str) -> ConnectionFailedError:
    return ConnectionFailedError(f"the connection to the MCP server was closed; {name} has no result")


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
