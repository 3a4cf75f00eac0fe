"""The methods of chat namespaces beside `send` and `stream`: `ChatMethods` and `AsyncChatMethods`."""

from __future__ import annotations

from .parse_methods import AsyncParseMethods, ParseMethods
from .run_methods import AsyncRunMethods, RunMethods

__all__ = ["AsyncChatMethods", "ChatMethods"]


class ChatMethods(ParseMethods, RunMethods):
    """What a chat namespace of a sync client offers beside `send` and `stream`."""


class AsyncChatMethods(AsyncParseMethods, AsyncRunMethods):
    """What a chat namespace of an async client offers beside `send` and `stream`."""
