"""Messages of a conversation: `system`, `developer`, `user`, `assistant`, `tool` and `from_dict`.

    from openrouterkit import Message, content, system, user

    messages: list[Message] = [system("Be terse."), user([content.text("What is this?"), content.image(pixel)])]

Messages are built by `messages.constructors` and their parts by `messages.content`; `messages.media` reads files and
detects their media types. `estimate_tokens` returns about how many tokens messages have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .constructors import assistant, developer, from_dict, system, tool, user
from .token_estimates import estimate_tokens

if TYPE_CHECKING:
    from typing import TypeAlias

    from openrouterkit_api.models import ChatMessages, ChatMessagesDict

    Message: TypeAlias = ChatMessages | ChatMessagesDict
    """A message of a conversation: a model, such as `result.assistant_message`, or a dict."""

__all__ = ["Message", "assistant", "developer", "estimate_tokens", "from_dict", "system", "tool", "user"]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Build the type `Message` on first use."""
        if name != "Message":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from openrouterkit_api import models  # on first use only: it imports the models of all messages

        return models.ChatMessages | models.ChatMessagesDict
