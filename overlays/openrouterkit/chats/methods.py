"""The methods of chat namespaces beside `send` and `stream`: `ChatMethods` and `AsyncChatMethods`."""

from __future__ import annotations

from .flows import ChatFlows

__all__ = ["AsyncChatMethods", "ChatMethods"]


class ChatMethods(ChatFlows):
    """What a chat namespace of a sync client offers beside `send` and `stream`."""


class AsyncChatMethods(ChatFlows):
    """What a chat namespace of an async client offers beside `send` and `stream`."""
