"""Conversations: messages that are sent again and again, with every answer, and what they cost.

conversation = Conversation(client, model="openai/gpt-4o-mini", system="Be terse.", trim=TokenLimit(8000))
conversation.send("Capital of France?")
conversation.model = "anthropic/claude-sonnet-4.5"
print(conversation.send("And of Italy?").text, conversation.cost)

Conversation, AsyncConversation       send, stream, parse, run, resume, fork, save, load
TokenLimit, TrimmingRule              which messages are sent
CLEANING_RULES, CleaningRule,
clean_messages                        what is changed in messages before they are sent, and why
find_family                           which models understand each other's reasoning
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._conversations.async_conversation import AsyncConversation as AsyncConversation
    from .._conversations.cleaning import CLEANING_RULES as CLEANING_RULES
    from .._conversations.cleaning import CleaningRule as CleaningRule
    from .._conversations.cleaning import clean_messages as clean_messages
    from .._conversations.conversation import Conversation as Conversation
    from .._conversations.families import find_family as find_family
    from .._conversations.trimming import TokenLimit as TokenLimit
    from .._conversations.trimming import TrimmingRule as TrimmingRule

# The modules of the names that are imported on first use.
_HOMES = {
    "CLEANING_RULES": "cleaning",
    "AsyncConversation": "async_conversation",
    "CleaningRule": "cleaning",
    "Conversation": "conversation",
    "TokenLimit": "trimming",
    "TrimmingRule": "trimming",
    "clean_messages": "cleaning",
    "find_family": "families",
}

__all__ = [
    "CLEANING_RULES",
    "AsyncConversation",
    "CleaningRule",
    "Conversation",
    "TokenLimit",
    "TrimmingRule",
    "clean_messages",
    "find_family",
]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".._conversations.{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, whether or not they are imported yet."""
    return __all__
