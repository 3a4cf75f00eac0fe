"""Invalid arguments of public functions and methods: every value is accepted or raises an error of this package.

The values are of every kind, in every place; a bare ValueError, KeyError, UnicodeError and so on escapes nowhere.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from loopback import completion

from openrouterkit import (
    UNSET,
    OpenRouter,
    OpenRouterError,
    RequestOptions,
    RetryOptions,
    TimeoutOptions,
    assistant,
    content,
    function_tool,
    json_schema,
    messages,
    routing,
    tool,
    user,
)
from openrouterkit.testing import Script


class Keys:
    """An object with keys that are not text."""

    def keys(self) -> list[int]:
        return [1]

    def __getitem__(self, key: int) -> int:
        return key


def make_values() -> list[Any]:
    """Return values of every kind; new ones, because some can be read only once."""
    numbers = [0, -1, 1.5, float("nan"), float("inf"), 10**400, True, 1j]
    texts = ["", "x", "\u00e9", "\ud800", "\0", "a\nb", "..", "/", b"x", b"\xff", bytearray(b"x"), memoryview(b"x")]
    lists = [[], [1], [[]], [None], (), ("a", "b"), {1}, range(3), [b"x"], ["a"], iter([1])]
    objects = [{}, {1: 2}, {None: 1}, {(): 1}, {"a": object()}, {"\ud800": "b"}, {"a\n": "b"}, {"a": "b\n"}, {"a": {1}}]
    files = [Path("x"), io.BytesIO(b"x"), io.StringIO("x")]
    others = [None, UNSET, Keys(), object(), Exception(), int, len, io, lambda: 1, datetime.now(UTC)]
    return [*numbers, *texts, *lists, *objects, *files, *others]


MESSAGES: Any = [user("Hello")]
CALLS: dict[str, Callable[[OpenRouter, Any], Any]] = {
    "request(method)": lambda client, value: client.request(value, "/x"),
    "request(path)": lambda client, value: client.request("GET", value),
    "request(json)": lambda client, value: client.request("POST", "/x", json=value),
    "request(json item)": lambda client, value: client.request("POST", "/x", json=[value]),
    "request(content)": lambda client, value: client.request("POST", "/x", content=value),
    "request(query)": lambda client, value: client.request("GET", "/x", query=value),
    "request(query value)": lambda client, value: client.request("GET", "/x", query={"a": value}),
    "request(headers)": lambda client, value: client.request("GET", "/x", headers=value),
    "request(header)": lambda client, value: client.request("GET", "/x", headers={"X-A": value}),
    "request(timeout)": lambda client, value: client.request("GET", "/x", timeout=value),
    "request(options)": lambda client, value: client.request("GET", "/x", options=value),
    "send(messages)": lambda client, value: client.chat.send(messages=value),
    "send(message)": lambda client, value: client.chat.send(messages=[value]),
    "send(model)": lambda client, value: client.chat.send(messages=MESSAGES, model=value),
    "send(temperature)": lambda client, value: client.chat.send(messages=MESSAGES, temperature=value),
    "send(models)": lambda client, value: client.chat.send(messages=MESSAGES, models=value),
    "send(tools)": lambda client, value: client.chat.send(messages=MESSAGES, tools=value),
    "send(tool)": lambda client, value: client.chat.send(messages=MESSAGES, tools=[value]),
    "send(response_format)": lambda client, value: client.chat.send(messages=MESSAGES, response_format=value),
    "send(provider)": lambda client, value: client.chat.send(messages=MESSAGES, provider=value),
    "send(x_session_id)": lambda client, value: client.chat.send(messages=MESSAGES, x_session_id=value),
    "send(extra_body)": lambda client, value: client.chat.send(messages=MESSAGES, extra_body=value),
    "send(extra_query)": lambda client, value: client.chat.send(messages=MESSAGES, extra_query=value),
    "send(extra_headers)": lambda client, value: client.chat.send(messages=MESSAGES, extra_headers=value),
    "send(extra header)": lambda client, value: client.chat.send(messages=MESSAGES, extra_headers={"X-A": value}),
    "stream(messages)": lambda client, value: client.chat.stream(messages=value),
    "models.get(id)": lambda client, value: client.models.get(value),
    "models.get(slug)": lambda client, value: client.models.get("a", value),
    "models.list(limit)": lambda client, value: list(islice(client.models.list(limit=value), 2)),
    "models.list(q)": lambda client, value: list(islice(client.models.list(q=value), 2)),
    "api_keys.get(hash)": lambda client, value: client.api_keys.get(value),
    "api_keys.create(expires_at)": lambda client, value: client.api_keys.create(name="a", expires_at=value),
    "embeddings(input)": lambda client, value: client.embeddings.generate(model="a", input=value),
    "with_options(headers)": lambda client, value: client.with_options(headers=value),
    "with_options(timeout)": lambda client, value: client.with_options(timeout=value),
    "with_options(retries)": lambda client, value: client.with_options(retries=value),
    "with_options(base_url)": lambda client, value: client.with_options(base_url=value),
    "RequestOptions(headers)": lambda client, value: client.request("GET", "/", options=RequestOptions(headers=value)),
    "RequestOptions(query)": lambda client, value: client.request("GET", "/", options=RequestOptions(query=value)),
    "RetryOptions(max_attempts)": lambda _, value: RetryOptions(value),
    "RetryOptions(statuses)": lambda _, value: RetryOptions(statuses=value),
    "TimeoutOptions(total)": lambda _, value: TimeoutOptions(total=value),
    "user": lambda _, value: user(value),
    "user(part)": lambda _, value: user("a", value),
    "assistant": lambda _, value: assistant(value),
    "tool": lambda _, value: tool(value, tool_call_id="1"),
    "messages.from_dict": lambda _, value: messages.from_dict(value),
    "content.image": lambda _, value: content.image(value),
    "content.image(media_type)": lambda _, value: content.image(b"x", media_type=value),
    "content.audio": lambda _, value: content.audio(value),
    "content.file": lambda _, value: content.file(value),
    "json_schema(name)": lambda _, value: json_schema(value, {}),
    "json_schema(schema)": lambda _, value: json_schema("a", value),
    "function_tool(name)": lambda _, value: function_tool(value),
    "function_tool(parameters)": lambda _, value: function_tool("a", "b", value),
    "routing.max_price": lambda _, value: routing.max_price(prompt=value),
}


@pytest.fixture(scope="module")
def client() -> OpenRouter:
    return Script(default=completion()).client()


@pytest.mark.parametrize("name", CALLS)
def test_an_invalid_argument_raises_an_error_of_this_package(client: OpenRouter, name: str) -> None:
    raised: list[str] = []
    for value in make_values():
        try:
            CALLS[name](client, value)
        except OpenRouterError as error:
            raised.append(str(error))
        except Exception as error:
            raise AssertionError(f"{name} with {value!r:.60} raised {error!r:.200}") from error
    assert raised
    assert all(raised)
