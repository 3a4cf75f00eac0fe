"""The types that type checkers infer from `chat.parse` and `chat.parse_stream`. Checked by `make types`, never run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, assert_type

from openrouterkit import AsyncOpenRouter, ChatCompletion, ChatCompletionChunk, InvalidOutputError, OpenRouter, user
from openrouterkit.middleware import Usage
from openrouterkit.mistral import AsyncMistral, Mistral, MistralChunk, MistralCompletion
from openrouterkit.parsing import AsyncParsedStream, Parsed, ParsedStream
from openrouterkit.services import OpenAICompatible
from openrouterkit_api.models import ChatUsage
from openrouterkit_mistral_api.models import UsageInfo

MESSAGES = [user("Capital of France?")]


@dataclass
class City:
    """A city."""

    name: str


def the_value_has_the_type(client: OpenRouter, other: OpenAICompatible) -> None:
    """The completions are those of the service."""
    parsed = client.chat.parse(response_type=City, model="a/b", messages=MESSAGES, temperature=0)
    assert_type(parsed, Parsed[City, ChatCompletion])
    assert_type(parsed.value, City)
    assert_type(parsed.result, ChatCompletion)
    assert_type(parsed.usage, Usage)
    assert_type(parsed.method, Literal["json_schema", "json_object", "tool", "prompt"])
    assert_type(client.chat.parse(response_type=list[City], model="a/b", messages=MESSAGES).value, list[City])
    assert_type(client.chat.parse(response_type=int, model="a/b", messages=MESSAGES, method="tool").value, int)
    assert_type(other.chat.parse(response_type=City, model="a", messages=MESSAGES).value, City)


def mistral_returns_its_own_completions(client: Mistral) -> None:
    """As `send` does."""
    assert_type(
        client.chat.parse(response_type=City, model="m", messages=MESSAGES),
        Parsed[City, MistralCompletion],
    )
    stream = client.chat.parse_stream(response_type=City, model="m", messages=MESSAGES)
    assert_type(stream, ParsedStream[City, MistralChunk, MistralCompletion, UsageInfo])


async def async_clients_have_the_same_types(client: AsyncOpenRouter, mistral: AsyncMistral) -> None:
    """The stream is an async one."""
    assert_type((await client.chat.parse(response_type=City, model="a/b", messages=MESSAGES)).value, City)
    assert_type((await mistral.chat.parse(response_type=City, model="m", messages=MESSAGES)).value, City)
    async with client.chat.parse_stream(response_type=City, model="a/b", messages=MESSAGES) as stream:
        assert_type(stream, AsyncParsedStream[City, ChatCompletionChunk, ChatCompletion, ChatUsage])
        async for chunk in stream:
            assert_type(chunk, ChatCompletionChunk)
            assert_type(stream.partial_value, Any)
    assert_type(stream.parsed().value, City)
    assert_type(await stream.read_value(), City)


def streams_have_the_value_at_the_end(client: OpenRouter) -> None:
    """And plain data before."""
    with client.chat.parse_stream(response_type=City, model="a/b", messages=MESSAGES) as stream:
        for chunk in stream:
            assert_type(chunk, ChatCompletionChunk)
    assert_type(stream.parsed(), Parsed[City, ChatCompletion])
    assert_type(stream.usage, ChatUsage | None)


def errors_have_texts_and_completions(error: InvalidOutputError) -> None:
    """The completions are of any service."""
    assert_type(error.text, str)
    assert_type(error.errors, tuple[Exception, ...])


def wrong_arguments_are_reported(client: OpenRouter) -> None:
    """Before the program runs."""
    client.chat.parse(response_type=City, messages=MESSAGES, method="xml")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType] - deliberately invalid
