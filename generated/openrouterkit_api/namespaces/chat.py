# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Chat: Have a model continue a conversation, whole or as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncEventStream,
        AsyncSender,
        EventStream,
        Options,
        Sender,
        Timeout,
    )

    from ..models.chat_result import ChatResult
    from ..models.chat_stream_chunk import ChatStreamChunk
    from ..operations.chat import (
        SendParams,
    )


class Chat:
    """Have a model continue a conversation, whole or as a stream."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def send(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SendParams]
    ) -> ChatResult:
        """Complete a chat.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.
        """
        from ..operations import chat as operations

        return self._sender.send(operations.send(**params), timeout=timeout, options=options)

    def stream(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SendParams]
    ) -> EventStream[ChatStreamChunk]:
        """Complete a chat, as an event stream.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.
        """
        from ..operations import chat as operations

        return self._sender.stream(operations.stream(**params), timeout=timeout, options=options)


class AsyncChat:
    """Have a model continue a conversation, whole or as a stream."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def send(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SendParams]
    ) -> ChatResult:
        """Complete a chat.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.
        """
        from ..operations import chat as operations

        return await self._sender.send(operations.send(**params), timeout=timeout, options=options)

    def stream(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SendParams]
    ) -> AsyncEventStream[ChatStreamChunk]:
        """Complete a chat, as an event stream.

        Has a model continue a conversation. The answer comes whole, or, if `stream` is true, as server-sent
        events. White space before the JSON, and comment lines between events, only keep the connection
        alive. A failure after the answer has begun comes with status 200, as `error` in the body, in a
        choice or in a chunk.
        """
        from ..operations import chat as operations

        return self._sender.stream(operations.stream(**params), timeout=timeout, options=options)
