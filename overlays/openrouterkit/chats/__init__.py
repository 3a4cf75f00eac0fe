"""Methods for the chat namespace of any service: `ChatMethods` for sync clients, `AsyncChatMethods` for async ones.

They need the operation that sends a chat, and are added to a generated namespace:

    class AcmeChat(ChatMethods, acme_api.namespaces.chat.Chat):
        send_operation = "acme_api.operations.chat:send"
"""

from __future__ import annotations

from .flows import ChatFlows
from .methods import AsyncChatMethods, ChatMethods

__all__ = ["AsyncChatMethods", "ChatFlows", "ChatMethods"]
