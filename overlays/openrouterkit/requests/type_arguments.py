"""Types that are passed where a request has a schema, and tools in the forms of other APIs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.invalid_argument import InvalidArgumentError as InvalidValue

from ..errors import InvalidArgumentError
from .remedies import is_type
from .response_formats import json_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__: list[str] = []


def convert_arguments(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the arguments of a call, with the type in `response_format` as a format.

    Args:
        arguments: The arguments by name.

    Raises:
        InvalidArgumentError: The type has no JSON Schema that strict mode supports, or a tool has the form of another
            API.
    """
    tools = arguments.get("tools")
    if isinstance(tools, list | tuple):
        _check_tools(tools)
    kind = arguments.get("response_format")
    if kind is None or not is_type(kind):
        return arguments
    try:
        return {**arguments, "response_format": json_schema(kind)}
    except InvalidArgumentError as error:
        raise _locate(str(error), "response_format") from None


def _check_tools(tools: Sequence[Any]) -> None:
    """Check that no tool is one for the Messages API of Anthropic or the Responses API, which services reject."""
    for number, tool in enumerate(tools):
        if not isinstance(tool, dict) or "name" not in tool or "function" in tool:
            continue
        if "input_schema" in tool and tool.get("type") in (None, "custom"):
            form, member = "the Messages API of Anthropic", "input_schema"
        elif tool.get("type") == "function":
            form, member = "the Responses API", "parameters"
        else:
            continue
        name = str(tool["name"])[:64]
        raise _locate(
            f'this is a tool for {form}; write function_tool("{name}", tool.get("description", ""), tool["{member}"])',
            "tools",
            number,
        )


def _locate(text: str, *path: str | int) -> InvalidValue:
    """Return an error of the runtime, to which the name of the operation is added."""
    located = InvalidValue(text)
    for part in reversed(path):
        located.at(part)
    return located
