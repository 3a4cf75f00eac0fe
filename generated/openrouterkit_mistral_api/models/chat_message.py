# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A message of a conversation; `role` selects the kind."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import AssistantMessageDict, SystemMessageDict, ToolMessageDict, UserMessageDict
from ._unions import DECODERS
from .assistant_message import AssistantMessage
from .system_message import SystemMessage
from .tool_message import ToolMessage
from .user_message import UserMessage

ChatMessage: TypeAlias = SystemMessage | UserMessage | AssistantMessage | ToolMessage | UnknownVariant
"""A message of a conversation; `role` selects the kind."""

ChatMessageDict: TypeAlias = SystemMessageDict | JsonObject | UserMessageDict | AssistantMessageDict | ToolMessageDict
"""The values that arguments accept for a `ChatMessage`, in addition to its models."""


def read_chat_message(data: Any) -> ChatMessage:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatMessage", DECODERS["ChatMessage"](owned(data)))
