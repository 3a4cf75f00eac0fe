# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Whether the model must use a tool, and which: a mode for all tools, a function by its name, or a
server tool by its type.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ChatNamedToolChoiceDict, ChatServerToolChoiceDict
from ._enumerations import ChatToolChoiceMode
from ._unions import DECODERS
from .chat_named_tool_choice import ChatNamedToolChoice
from .chat_server_tool_choice import ChatServerToolChoice

ChatToolChoice: TypeAlias = ChatToolChoiceMode | ChatNamedToolChoice | ChatServerToolChoice | UnknownVariant
"""Whether the model must use a tool, and which: a mode for all tools, a function by its name, or a
server tool by its type.
"""

ChatToolChoiceDict: TypeAlias = ChatNamedToolChoiceDict | JsonObject | ChatServerToolChoiceDict
"""The values that arguments accept for a `ChatToolChoice`, in addition to its models."""


def read_chat_tool_choice(data: Any) -> ChatToolChoice:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatToolChoice", DECODERS["ChatToolChoice"](owned(data)))
