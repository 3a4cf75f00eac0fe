"""Conversations: messages that are sent again and again, with every answer, and what they cost.

conversation = Conversation(client, model="openai/gpt-4o-mini", system="Be terse.", trim=TokenLimit(8000))
conversation.send("Capital of France?")
conversation.model = "anthropic/claude-sonnet-4.5"
print(conversation.send("And of Italy?").text, conversation.cost)

Conversation, AsyncConversation       send, stream, parse, run, resume, fork, save and load
TokenLimit, TrimmingRule              which messages are sent
CLEANING_RULES, CleaningRule,
clean_messages                        what is changed in messages before they are sent, and why
find_family                           which models understand each other's reasoning
"""

from __future__ import annotations

from .._conversations.cleaning import CLEANING_RULES, CleaningRule, clean_messages
from .._conversations.conversation import AsyncConversation, Conversation
from .._conversations.families import find_family
from .._conversations.trimming import TokenLimit, TrimmingRule

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
