"""Messages of a conversation and their content: `system`, `developer`, `user`, `assistant`, `tool`.

    from openrouterkit import Message, content, system, user

    messages: list[Message] = [system("Be terse."), user([content.text("What is this?"), content.image(pixel)])]

`constructors` builds messages, `content` their parts, `media` finds out what kind of file a part is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .constructors import assistant, developer, from_dict, system, tool, user

if TYPE_CHECKING:
    from typing import TypeAlias

    from openrouterkit_api.models import ChatMessages, ChatMessagesDict

    Message: TypeAlias = ChatMessages | ChatMessagesDict
    """An item of a list of messages: a model, such as a result's `assistant_message`, or a dict."""

__all__ = ["Message", "assistant", "developer", "from_dict", "system", "tool", "user"]


def __getattr__(name: str) -> Any:
    if name != "Message":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from openrouterkit_api import models  # not before it is asked for: it loads every kind of message

    return models.ChatMessages | models.ChatMessagesDict
