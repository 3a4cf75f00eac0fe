"""Which tool a model must use: constructors of the argument `tool_choice`.

The argument also accepts strings: "auto" lets the model decide, "none" disables tools, "required" requires at least one
tool call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import openrouterkit_api as api

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatNamedToolChoice, ChatServerToolChoice

__all__ = ["named_tool", "server_tool"]


def named_tool(name: str) -> ChatNamedToolChoice:
    """Return the choice of one of your functions, which the model must then call.

        client.chat.send(..., tools=[clock], tool_choice=named_tool("clock"))

    Args:
        name: The name of the function, as in `tools`.
    """
    models = api.models
    return models.ChatNamedToolChoice(function=models.ChatNamedToolChoiceFunction(name=name))


def server_tool(tool_type: str) -> ChatServerToolChoice:
    """Return the choice of a server tool, which the model must then use.

    Args:
        tool_type: The type of the tool, such as "openrouter:web_search".
    """
    return api.models.ChatServerToolChoice(type=tool_type)
