"""Event streams, as returned by `client.stream(...)`, `client.request_stream(...)` and `client.chat.stream(...)`.

    EventStream     iterates over the items of a stream
    ResultStream    also builds the result that the items add up to
    ChatStream      a stream with a result, and its text and usage
    FlowStream      a stream for flows; see `client.build_stream`

Each of the first three has an async twin, such as `AsyncEventStream`.
"""

from __future__ import annotations

from ._streaming.chat_stream import AsyncChatStream, ChatStream
from ._streaming.event_stream import AsyncEventStream, EventStream
from ._streaming.flow_stream import FlowStream
from ._streaming.result_stream import AsyncResultStream, ResultStream

__all__ = [
    "AsyncChatStream",
    "AsyncEventStream",
    "AsyncResultStream",
    "ChatStream",
    "EventStream",
    "FlowStream",
    "ResultStream",
]
