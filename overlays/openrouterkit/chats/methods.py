"""The methods of chat namespaces beside `send` and `stream`: `ChatMethods` and `AsyncChatMethods`."""

from __future__ import annotations

from .run_methods import AsyncRunMethods, RunMethods

__all__ = ["AsyncChatMethods", "ChatMethods"]


class ChatMethods(RunMethods):
    """What a chat namespace of a sync client offers beside `send` and `stream`."""


class AsyncChatMethods(AsyncRunMethods):
    """What a chat namespace of an async client offers beside `send` and `stream`."""
