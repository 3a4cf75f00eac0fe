"""Functions of yours that a model may ask to be called, for the keyword `tools`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..messages.content import cache_control

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ChatFunctionToolFunction

    from ..messages.content import Cache


def function_tool(
    name: str,
    description: str = UNSET,
    parameters: Mapping[str, Any] = UNSET,
    *,
    strict: bool | None = UNSET,
    cache: Cache = UNSET,
) -> ChatFunctionToolFunction:
    """A function as the model sees it.

    The model asks for calls in `tool_calls`; your program makes them and answers each with a `tool` message.

    Args:
        name: letters, digits, underscores and dashes, at most 64 characters.
        description: what it does and when to use it; the model decides by this text.
        parameters: JSON Schema of the arguments, an object schema; absent for a function without parameters.
        strict: whether the arguments must follow the schema exactly, where the provider can enforce that. Default
            False.
        cache: a cache breakpoint after this tool, so that the definitions up to here can be cached; see
            `content.cache_control`.
    """
    models = api.models
    return models.ChatFunctionToolFunction(
        function=models.ChatFunctionToolDefinition(
            name=name, description=description, parameters=parameters, strict=strict
        ),
        cache_control=cache_control(cache),
    )
