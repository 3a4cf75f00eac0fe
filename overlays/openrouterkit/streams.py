"""Event streams, as returned by `client.stream(...)` and `client.chat.stream(...)`."""

from __future__ import annotations

from ._streaming.chat_stream import AsyncChatStream, ChatStream
from ._streaming.event_stream import AsyncEventStream, EventStream

__all__ = ["AsyncChatStream", "AsyncEventStream", "ChatStream", "EventStream"]
