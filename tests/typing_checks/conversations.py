"""Conversations accept every client with a chat, and know its results."""

from typing import assert_type

from openrouterkit import AsyncOpenRouter, ChatCompletion, OpenRouter
from openrouterkit.conversations import AsyncConversation, Conversation
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.mistral.results import MistralCompletion
from openrouterkit.services import OpenAICompatible


def check_sync_clients(client: OpenRouter, mistral: Mistral, compatible: OpenAICompatible) -> None:
    assert_type(Conversation(client, model="a/b").send("x"), ChatCompletion)
    assert_type(Conversation(client.chat, model="a/b").send("x"), ChatCompletion)
    assert_type(Conversation(mistral, model="a").send("x"), MistralCompletion)
    assert_type(Conversation(compatible, model="a").send("x"), ChatCompletion)
    assert_type(Conversation.load(client, "file.json").send("x"), ChatCompletion)


async def check_async_clients(client: AsyncOpenRouter, mistral: AsyncMistral) -> None:
    assert_type(await AsyncConversation(client, model="a/b").send("x"), ChatCompletion)
    assert_type(await AsyncConversation(mistral, model="a").send("x"), MistralCompletion)
