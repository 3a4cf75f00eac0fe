# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A message of a conversation; `role` selects the kind."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    ChatAssistantMessageDict,
    ChatDeveloperMessageDict,
    ChatSystemMessageDict,
    ChatToolMessageDict,
    ChatUserMessageDict,
)
from ._unions import DECODERS
from .chat_assistant_message import ChatAssistantMessage
from .chat_developer_message import ChatDeveloperMessage
from .chat_system_message import ChatSystemMessage
from .chat_tool_message import ChatToolMessage
from .chat_user_message import ChatUserMessage

ChatMessages: TypeAlias = (
    ChatSystemMessage | ChatUserMessage | ChatDeveloperMessage | ChatAssistantMessage | ChatToolMessage | UnknownVariant
)
"""A message of a conversation; `role` selects the kind."""

ChatMessagesDict: TypeAlias = (
    ChatSystemMessageDict
    | JsonObject
    | ChatUserMessageDict
    | ChatDeveloperMessageDict
    | ChatAssistantMessageDict
    | ChatToolMessageDict
)
"""The values that arguments accept for a `ChatMessages`, in addition to its models."""


def read_chat_messages(data: Any) -> ChatMessages:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatMessages", DECODERS["ChatMessages"](owned(data)))
