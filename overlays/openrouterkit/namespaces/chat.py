"""Chat: have a model continue a conversation, whole or as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_api.namespaces import chat as generated

if TYPE_CHECKING:
    from ..results import ChatCompletion  # noqa: F401 - named in a base class
    from ..streams import AsyncChatStream, ChatStream  # noqa: F401 - named in a base class


class _Chat:
    if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt name would pass them

        def __getattr__(self, name: str) -> Any:
            # The habit of everyone who comes from openai: chat.completions.create(...)
            hint = ": use chat.send(...) or chat.stream(...)" if name in ("completions", "create") else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}", name=name, obj=self)


class Chat(_Chat, generated.Chat["ChatCompletion", "ChatStream"]):
    """Have a model continue a conversation, whole or as a stream."""


class AsyncChat(_Chat, generated.AsyncChat["ChatCompletion", "AsyncChatStream"]):
    """Have a model continue a conversation, whole or as a stream."""
