"""The types that type checkers infer from the clients. Checked by `make types`, never run."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

import httpx
import httpx2

from openrouterkit import (
    AsyncChatStream,
    AsyncOpenRouter,
    ChatCompletion,
    ChatCompletionChunk,
    ChatStream,
    ConnectionLimits,
    Message,
    OpenRouter,
    RequestOptions,
    TimeoutOptions,
    ToolCall,
    assistant,
    content,
    json_object,
    plugins,
    provider,
    server_tools,
    system,
    tool,
    user,
)
from openrouterkit.local import LocalServer
from openrouterkit_api import models


def send_returns_a_completion_and_stream_a_stream(client: OpenRouter) -> None:
    """Neither is overloaded, so that type checkers name the argument that is wrong."""
    messages = [system("Be terse."), user("Hello")]
    assert_type(client.chat.send(model="m", messages=messages), ChatCompletion)
    assert_type(client.chat.send(model="m", messages=messages, stream=False), ChatCompletion)
    assert_type(client.chat.stream(model="m", messages=messages), ChatStream)


async def the_async_client_returns_the_same_types(client: AsyncOpenRouter) -> None:
    """The async methods have the same signatures."""
    messages = [user("Hello")]
    assert_type(await client.chat.send(model="m", messages=messages), ChatCompletion)
    assert_type(client.chat.stream(model="m", messages=messages), AsyncChatStream)
    async with client.chat.stream(model="m", messages=messages) as chunks:
        async for chunk in chunks:
            assert_type(chunk, ChatCompletionChunk)
            assert_type(chunk.text, str)
    assert_type(chunks.result(), ChatCompletion)
    assert_type(chunks.partial, ChatCompletion | None)
    assert_type(await client.models.list().first(), models.ModelsListResponse)
    async for model in client.models.list():
        assert_type(model, models.Model)


def results_are_typed(client: OpenRouter, result: ChatCompletion) -> None:
    """Members that may be absent have the type T | None."""
    assert_type(result.text, str)
    assert_type((result.reasoning, result.finish_reason, result.cost), tuple[str, str | None, float | None])
    assert_type(result.assistant_message, models.ChatAssistantMessage)
    assert_type(result.tool_calls, list[ToolCall])
    for call in result.tool_calls:
        assert_type(call.arguments, dict[str, Any])
        assert_type(call.name, str)
    if result.usage is not None:
        assert_type(result.usage.cost, float | None)
    listing = client.models.list(sort="newest")
    assert_type(listing.first(), models.ModelsListResponse)
    assert_type(listing.response.request_id, str | None)
    for model in listing:
        assert_type(model.id, str)
        assert_type(model.pricing.prompt_decimal, Decimal | None)
    assert_type(client.models.count(), models.ModelsCountResponse)


def isinstance_and_match_narrow_a_union(message: models.ChatMessages) -> None:
    """A union is narrowed by the class of the model."""
    if isinstance(message, models.ChatToolMessage):
        assert_type(message.tool_call_id, str)
    match message:
        case models.ChatUserMessage(role=role):
            assert_type(role, str) if False else None
        case _:
            pass


def arguments_may_mix_dicts_models_and_constructors(client: OpenRouter, whole: Mapping[str, Any]) -> None:
    """One list contains every form of a message; a whole request is passed as keywords."""
    client.chat.send(
        model="m",
        messages=[
            {"role": "system", "content": "Be terse."},
            user([content.text("Look"), content.image("https://example.com/a.png")]),
            models.ChatUserMessage(content="Hello"),
        ],
        response_format=json_object(),
        provider=provider(sort="price"),
        temperature=None,
        options=RequestOptions(retries=0),
        timeout=3,
        extra_body={"new": True},
    )
    client.chat.send(**whole)
    client.chat.send(**models.ChatRequest(messages=[user("Hello")]))


def a_history_is_a_list_of_messages(client: OpenRouter, loaded: dict[str, Any], rest: list[dict[str, Any]]) -> None:
    """Models, dict literals and dicts typed `dict[str, Any]` are messages, alone or mixed."""
    messages: list[Message] = [system("Be terse."), {"role": "user", "content": "Hello"}]
    result = client.chat.send(model="m", messages=messages)
    messages.append(result.assistant_message)
    messages += [tool("18 degrees", tool_call_id=call.id) for call in result.tool_calls]
    messages.append(user("Look", content.image("https://example.com/a.png"), "and answer"))
    client.chat.send(model="m", messages=messages)
    client.chat.send(model="m", messages=[*messages, loaded])
    client.chat.send(model="m", messages=rest)
    inferred = [system("Be terse."), user("Hello")]
    inferred.append(user("Again"))
    client.chat.send(model="m", messages=inferred)


def constructors_return_models() -> None:
    """Constructors accept strings, numbers and plain dicts, and return models."""
    assert_type(
        plugins.web(max_results=3, user_location={"type": "approximate", "city": "Berlin"}), models.WebSearchPlugin
    )
    assert_type(server_tools.advisor(model="a/b", reasoning={"effort": "high"}), models.AdvisorServerToolOpenRouter)
    assert_type(provider(sort="price", preferred_max_latency=2), models.ProviderPreferences)


def limits_are_numbers_or_none() -> None:
    """None switches a limit off, and a limit that is not passed reads as its default."""
    assert_type(TimeoutOptions(first_token=None, idle=5).first_token, float | None)
    assert_type(TimeoutOptions().idle, float | None)
    TimeoutOptions(idle="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - deliberately invalid


def settings_of_connections_have_the_types_of_httpx() -> None:
    """Certificates are paths or contexts, and proxies are URLs."""
    OpenRouter(
        proxy="http://localhost:3128", verify=Path("ca.pem"), cert=("client.pem", Path("client.key"), "password")
    )
    OpenRouter(proxy=httpx.Proxy("http://localhost:3128"), verify=ssl.create_default_context(), limits=httpx.Limits())
    AsyncOpenRouter(proxy=httpx.URL("http://localhost"), verify=False, cert="both.pem", limits=ConnectionLimits())
    OpenRouter(cert=("a", "b", "c", "d"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - deliberately invalid


def start_returns_the_local_server() -> None:
    """Scripts accept texts, dicts and messages."""
    server = LocalServer().start()
    assert_type(server, LocalServer)
    server.script("Paris.", {"content": "Paris."}, assistant("Paris."))
    server.settings.rate_limit = 2
    with LocalServer(rate_limit=20, rate_window=1) as entered:
        assert_type(entered, LocalServer)


def clients_of_httpx_and_httpx2_can_be_passed() -> None:
    OpenRouter(http_client=httpx.Client())
    OpenRouter(http_client=httpx2.Client())
    AsyncOpenRouter(http_client=httpx.AsyncClient())
    AsyncOpenRouter(http_client=httpx2.AsyncClient())
    OpenRouter(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    AsyncOpenRouter(http_client=httpx2.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
