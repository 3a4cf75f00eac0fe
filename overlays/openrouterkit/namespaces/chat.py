"""The namespace `client.chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openrouterkit_api.namespaces import chat as generated

from ..chats import AsyncChatMethods, ChatMethods

if TYPE_CHECKING:
    from ..results import ChatCompletion  # noqa: F401 - used in a base class
    from ..streams import AsyncChatStream, ChatStream  # noqa: F401 - used in a base class

__all__ = ["AsyncChat", "Chat"]

_SEND: Final = "openrouterkit_api.operations.chat:send"


class _Chat:
    """The error for attributes that the openai package has, shared by both classes."""

    if not TYPE_CHECKING:  # hidden, or type checkers would accept every attribute

        def __getattr__(self, name: str) -> Any:
            # The openai package has chat.completions.create(...).
            hint = ": use chat.send(...) or chat.stream(...)" if name in ("completions", "create") else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}", name=name, obj=self)


class Chat(_Chat, ChatMethods, generated.Chat["ChatCompletion", "ChatStream"]):
    """Send a conversation to a model, and get the completion whole or as a stream.

    `send` returns a `ChatCompletion`; `stream` returns a `ChatStream`.
    """

    send_operation = _SEND


class AsyncChat(_Chat, AsyncChatMethods, generated.AsyncChat["ChatCompletion", "AsyncChatStream"]):
    """Send a conversation to a model, and get the completion whole or as a stream.

    `send` returns a `ChatCompletion`; `stream` returns an `AsyncChatStream`.
    """

    send_operation = _SEND
