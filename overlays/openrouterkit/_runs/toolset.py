"""The tools of a run: what requests contain, and which tool a call of the model means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.plain import to_plain

from ..errors import ConfigurationError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Toolset:
    """The tools of a run.

    Args:
        tools: Tools with a function; those that are only a schema, which are answered by hand; server tools, which the
            service runs; and plain functions.

    Raises:
        InvalidArgumentError: Two tools have the same name, or an item is not a tool.
    """

    def __init__(self, tools: Iterable[Any]) -> None:
        self.definitions: list[Any] = []
        self._tools: dict[str, Any] = {}
        for item in tools:
            tool = _read_tool(item)
            definition = to_plain(tool)
            name = _find_name(definition)
            if name is not None and name in self._tools:
                raise InvalidArgumentError(f"two tools are named {name!r}; give each tool of a run a name of its own")
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

    def check_sync(self) -> None:
        """Raise ConfigurationError if a tool is async; for sync clients."""
        for name, tool in self._tools.items():
            if tool is not None and tool.is_async:
                raise ConfigurationError(f"the tool {name!r} is async: use an async client, or make the tool sync")


def is_runnable(tool: Any) -> bool:
    """Return True if a tool has a function; False for a schema that is answered by hand, and for server tools."""
    return getattr(tool, "needs_answer", True) is False


def _read_tool(item: Any) -> Any:
    """Return a tool; a plain function becomes one."""
    if hasattr(item, "to_dict") or hasattr(item, "keys"):
        return item
    if callable(item):
        from ..tools import FunctionTool

        return FunctionTool(item)
    raise InvalidArgumentError(
        f"{item!r:.100} is not a tool; pass functions, function_tool(...), Tool(...), server tools or their JSON"
    )


def _find_name(definition: Any) -> str | None:
    """Return the name of a function tool; None for other tools, which the service runs."""
    function = definition.get("function") if isinstance(definition, dict) else None
    name = function.get("name") if isinstance(function, dict) else None
    return name if isinstance(name, str) else None
