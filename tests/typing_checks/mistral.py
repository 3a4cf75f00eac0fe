"""The types that type checkers infer from the clients of Mistral. Checked by `make types`, never run."""

from __future__ import annotations

from typing import assert_type

from openrouterkit import (
    AsyncChatStream,
    ChatStream,
    ToolCall,
    function_tool,
    json_object,
    json_schema,
    named_tool,
    text_format,
    user,
)
from openrouterkit.mistral import AsyncMistral, Mistral, MistralChunk, MistralCompletion
from openrouterkit_mistral_api import models


def calls_return_the_models_of_mistral(client: Mistral) -> None:
    """Results have the members of the contract, and the shortcuts of every chat."""
    result = client.chat.send(model="m", messages=[user("Hello")], random_seed=1, tool_choice="any")
    assert_type(result, MistralCompletion)
    assert_type(result.text, str)
    assert_type(result.usage, models.UsageInfo)
    assert_type(result.assistant_message, models.AssistantMessage | None)
    for call in result.tool_calls:
        named: ToolCall = call
        assert_type(named.name, str)
    stream = client.chat.stream(model="m", messages=[{"role": "user", "content": "Hello"}])
    assert_type(stream, ChatStream[MistralChunk, MistralCompletion, models.UsageInfo])
    with stream as chunks:
        for chunk in chunks:
            assert_type(chunk, MistralChunk)
            assert_type(chunk.delta_message, models.DeltaMessage | None)
            assert_type((chunk.text, chunk.is_last, chunk.latency), tuple[str, bool, float])
    assert_type(stream.result(), MistralCompletion)
    assert_type(stream.partial, MistralCompletion | None)
    assert_type(stream.usage, models.UsageInfo | None)


def constructors_of_openrouter_are_accepted(client: Mistral) -> None:
    """Formats and tools are the same objects for both services."""
    messages = [user("Hello")]
    tool = function_tool(name="look_up", parameters={"type": "object", "properties": {}})
    for response_format in (json_object(), json_schema("place", {"type": "object"}), text_format()):
        client.chat.send(model="m", messages=messages, response_format=response_format)
    client.chat.stream(model="m", messages=messages, response_format=json_schema("place", {"type": "object"}))
    client.chat.send(model="m", messages=messages, tools=[tool], tool_choice=named_tool("look_up"))
    client.chat.send(model="m", messages=messages, response_format={"type": "json_object"})
    client.chat.send(model="m", messages=messages, response_format={"typ": "text"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]


def models_are_cards(client: Mistral) -> None:
    """Models of the service and fine-tuned ones have the same type."""
    assert_type(client.models.get("mistral-small-latest"), models.ModelCard)
    assert_type(client.models.search("vision"), list[models.ModelCard])
    assert_type(client.models.list().data, list[models.ModelCard] | None)
    assert_type(client.embeddings.create(model="m", input="text"), models.EmbeddingResponse)


async def the_async_client_returns_the_same_types(client: AsyncMistral) -> None:
    """The async methods have the same signatures."""
    assert_type(await client.chat.send(model="m", messages=[user("Hello")]), MistralCompletion)
    stream = client.chat.stream(model="m", messages=[user("Hello")])
    assert_type(stream, AsyncChatStream[MistralChunk, MistralCompletion, models.UsageInfo])
    async with stream as chunks:
        async for chunk in chunks:
            assert_type(chunk, MistralChunk)
    assert_type(await client.models.search(["vision"]), list[models.ModelCard])
