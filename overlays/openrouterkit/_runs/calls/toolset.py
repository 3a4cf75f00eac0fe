"""The tools of a run: what requests contain, and which tool a call of the model means."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.plain import to_plain
from openrouterkit_runtime.unset import UNSET, is_unset

from ...errors import ConfigurationError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...tool_calls import ToolCall


class Toolset:
    """The tools of a run.

    Args:
        tools: Tools with a function; those that are only a schema, which are answered by hand; server tools, which the
            service runs; and plain functions.

    Attributes:
        items: The tools, as they were passed.
        definitions: The tools as JSON, for requests.

    Raises:
        InvalidArgumentError: Two tools have the same name, an item is not a tool, or there is no list of tools.
    """

    def __init__(self, tools: Iterable[Any]) -> None:
        if callable(tools) or hasattr(tools, "to_dict") or hasattr(tools, "keys"):
            name = getattr(tools, "__name__", None) or getattr(tools, "name", None) or "..."
            raise InvalidArgumentError(f"run() expects a list for tools, got one tool; pass tools=[{name}]")
        if isinstance(tools, str | bytes) or not hasattr(tools, "__iter__"):
            raise InvalidArgumentError(f"run() expects a list for tools, got {type(tools).__name__}; pass tools=[...]")
        self.items: list[Any] = []
        self.definitions: list[Any] = []
        self._tools: dict[str, Any] = {}
        for item in tools:
            tool = _read_tool(item)
            definition = to_plain(tool)
            name = _find_name(definition)
            if name is not None and name in self._tools:
                raise InvalidArgumentError(f"two tools are named {name!r}; give each tool of a run a name of its own")
            self.items.append(item)
            self.definitions.append(definition)
            if name is not None:
                self._tools[name] = tool if is_runnable(tool) else None

    @property
    def names(self) -> list[str]:
        """The names of the tools that the model can call, except server tools."""
        return list(self._tools)

    def __contains__(self, name: str) -> bool:
        return name in self._tools

    def find(self, name: str) -> Any:
        """Return the tool with this name; None if it has no function, so that its calls are answered by hand."""
        return self._tools[name]

    def bind(self, call: ToolCall) -> ToolCall:
        """Bind a tool call to its tool, if that has a function, and return the call; see `ToolCall.bind`."""
        tool = self._tools.get(call.name)
        return call if tool is None else call.bind(tool)

    def find_repeat_limit(self, name: str, default: int | None) -> int | None:
        """Return the count at which equal calls of a tool no longer run; None for no limit.

        Args:
            name: The name of the tool.
            default: The limit of tools that have none of their own.
        """
        limit: int | None = getattr(self._tools.get(name), "repeat_limit", UNSET)
        return default if is_unset(limit) else limit

    def check_sync(self) -> None:
        """Raise ConfigurationError if a tool, or its `requires_approval`, is async; for sync clients."""
        for name, tool in self._tools.items():
            if tool is None:
                continue
            if tool.is_async:
                raise ConfigurationError(f"the tool {name!r} is async: use an async client, or make the tool sync")
            if inspect.iscoroutinefunction(tool.requires_approval):
                raise ConfigurationError(
                    f"requires_approval of the tool {name!r} is async: use an async client, or a sync function"
                )


def is_runnable(tool: Any) -> bool:
    """Return True if a tool has a function; False for a schema that is answered by hand, and for server tools."""
    return getattr(tool, "needs_answer", True) is False


def _read_tool(item: Any) -> Any:
    """Return a tool; a plain function becomes one."""
    if hasattr(item, "to_dict") or hasattr(item, "keys"):
        return item
    if callable(item):
        from ...tools import FunctionTool

        return FunctionTool(item)
    raise InvalidArgumentError(
        f"{item!r:.100} is not a tool; pass functions, function_tool(...), Tool(...), server tools or their JSON"
    )


def _find_name(definition: Any) -> str | None:
    """Return the name of a function tool; None for other tools, which the service runs."""
    function = definition.get("function") if isinstance(definition, dict) else None
    name = function.get("name") if isinstance(function, dict) else None
    return name if isinstance(name, str) else None
