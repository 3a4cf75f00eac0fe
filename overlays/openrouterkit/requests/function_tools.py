"""Your functions that a model may call: the constructor of items of the argument `tools`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..messages.content import cache_control
from .remedies import check_name, check_schema, write_function_tool

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ChatFunctionToolFunction

    from ..messages.content import Cache

__all__ = ["function_tool"]


def function_tool(
    name: str,
    description: str = UNSET,
    parameters: Mapping[str, Any] = UNSET,
    *,
    strict: bool | None = UNSET,
    cache: Cache = UNSET,
) -> ChatFunctionToolFunction:
    """Return a function tool: the description of your function for the model.

        clock = function_tool(
            "clock",
            "Return the current time of a city.",
            {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        )
        result = client.chat.send(model="openai/gpt-4o-mini", messages=messages, tools=[clock])

    The model requests calls of the function in `result.tool_calls`. Your program runs the function and sends each
    result back as a `tool` message.

    Args:
        name: The name of the function: letters, digits, underscores and dashes, at most 64 characters.
        description: What the function does and when to use it. The model decides by this text.
        parameters: The JSON Schema of the arguments, an object schema. Omit it for a function without parameters.
        strict: Whether the arguments must follow the schema exactly, if the provider can enforce it. Defaults to
            False.
        cache: A cache breakpoint after this tool, so that the tools up to here can be cached; see
            `content.cache_control`. Defaults to none.

    Raises:
        InvalidArgumentError: The name is a function or another object, or the parameters are not an object.
    """
    check_name(name, "function_tool", f"write {write_function_tool(name)}")
    if parameters is not UNSET and parameters is not None:
        check_schema(parameters, "function_tool")
    models = api.models
    return models.ChatFunctionToolFunction(
        function=models.ChatFunctionToolDefinition(
            name=name, description=description, parameters=parameters, strict=strict
        ),
        cache_control=cache_control(cache),
    )
