"""Which tool a model must use, for the keyword `tool_choice`.

The words need no function: "auto" leaves it to the model, "none" forbids tools, "required" demands at least one call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import openrouterkit_api as api

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatNamedToolChoice, ChatServerToolChoice


def named_tool(name: str) -> ChatNamedToolChoice:
    """Makes the model call one particular function of yours.

    Args:
        name: of the function, as declared in `tools`.
    """
    models = api.models
    return models.ChatNamedToolChoice(function=models.ChatNamedToolChoiceFunction(name=name))


def server_tool(tool_type: str) -> ChatServerToolChoice:
    """Makes the model use one particular server tool.

    Args:
        tool_type: the type of the tool, such as openrouter:web_search.
    """
    return api.models.ChatServerToolChoice(type=tool_type)
