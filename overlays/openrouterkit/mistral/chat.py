"""The namespace `client.chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openrouterkit_mistral_api.namespaces import chat as generated

from ..chats import AsyncChatMethods, ChatMethods

if TYPE_CHECKING:
    from openrouterkit_mistral_api.models import UsageInfo  # noqa: F401 - used in base classes

    from ..streams import AsyncChatStream, ChatStream  # noqa: F401 - used in base classes
    from .results import MistralChunk, MistralCompletion  # noqa: F401 - used in base classes

__all__ = ["AsyncChat", "Chat"]

_SEND: Final = "openrouterkit_mistral_api.operations.chat:send"


class Chat(
    ChatMethods,
    generated.Chat["MistralCompletion", "ChatStream[MistralChunk, MistralCompletion, UsageInfo]"],
):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND


class AsyncChat(
    AsyncChatMethods,
    generated.AsyncChat["MistralCompletion", "AsyncChatStream[MistralChunk, MistralCompletion, UsageInfo]"],
):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND
