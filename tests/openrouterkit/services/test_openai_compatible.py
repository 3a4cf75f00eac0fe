"""Clients of services that are compatible with the API of OpenAI."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterator
from typing import Any, TypedDict

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import ConfigurationError, DecodeError, NotFoundResponseError, function_tool, json_object, user
from openrouterkit.client import (
    AsyncClient,
    AsyncClientOptions,
    AsyncClientOptionsExceptURL,
    Client,
    ClientOptions,
    ClientOptionsExceptURL,
)
from openrouterkit.openrouter import AsyncOpenRouter, AsyncOpenRouterOptions, OpenRouter, OpenRouterOptions
from openrouterkit.services import AsyncOpenAICompatible, OpenAICompatible

TINY = {"id": "tiny", "object": "model", "created": 7, "owned_by": "me", "meta": {"n": 1}}
MODELS = {"object": "list", "data": [TINY]}
VECTORS = {"object": "list", "model": "tiny", "data": [{"object": "embedding", "index": 0, "embedding": [0.5, 1.0]}]}


class Sampling(TypedDict, total=False):
    """The parameters that only one service knows."""

    top_k: int


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback([http_response(completion()), "repeat"]) as loopback:
        yield loopback


def test_a_completion_is_requested_with_common_and_own_parameters(server: Loopback) -> None:
    with OpenAICompatible[Sampling](base_url=server.url) as client:
        tool = function_tool("ring", "Ring.", {"type": "object", "properties": {}})
        result = client.chat.send(
            model="tiny",
            messages=[user("hi")],
            temperature=0,
            tools=[tool],
            response_format=json_object(),
            extra_body={"top_k": 40},
        )
    assert (result.text, result.latency is not None) == ("Hello", True)
    body = server.requests[0].json()
    assert (server.requests[0].path, body["top_k"], body["temperature"]) == ("/api/v1/chat/completions", 40, 0)
    assert {*body} <= {"model", "messages", "temperature", "tools", "response_format", "top_k", "stream"}


def test_no_key_is_sent_or_needed_unless_one_is_passed(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "of-openrouter")
    for options in ({}, {"api_key": "own"}):
        with OpenAICompatible(base_url=server.url, **options) as client:  # type: ignore[arg-type]  # a dict of options
            client.chat.send(model="tiny", messages=[user("hi")])
    assert [request.headers.get("authorization") for request in server.requests] == [None, "Bearer own"]


def test_the_key_of_the_environment_is_required_if_its_variable_is_named(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = OpenAICompatible(base_url=server.url, key_env="LOCAL_KEY")
    calls = [
        lambda: client.chat.send(model="tiny", messages=[user("hi")]),
        lambda: client.embeddings.create(model="tiny", input="hi"),
        client.models.list,
        lambda: client.models.get("tiny"),
    ]
    for call in calls:
        with pytest.raises(ConfigurationError, match="LOCAL_KEY"):
            call()
    monkeypatch.setenv("LOCAL_KEY", "from-environment")
    with OpenAICompatible(base_url=server.url, key_env="LOCAL_KEY") as other:
        other.chat.send(model="tiny", messages=[user("hi")])
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer from-environment"]


def test_a_completion_is_streamed() -> None:
    script = [STREAM_HEAD, piece(event(chunk("Hel"))), piece(event(chunk("lo", "stop"))), piece(DONE), END]
    with Loopback(script) as server, OpenAICompatible(base_url=server.url) as client:
        with client.chat.stream(model="tiny", messages=[user("hi")], stream_options={"include_usage": True}) as stream:
            assert [item.text for item in stream] == ["Hel", "lo"]
        assert stream.result().text == "Hello"
    assert server.requests[0].json()["stream"] is True


def test_models_are_listed_and_found_with_all_their_members() -> None:
    server = Loopback([http_response(MODELS)], [http_response(TINY)])
    with server, OpenAICompatible(base_url=server.url) as client:
        (model,) = client.models.list()
        assert client.models.get("a/tiny") == model
    assert (model.id, model.created, model.owned_by, model.details["meta"]) == ("tiny", 7, "me", {"n": 1})
    assert [request.path for request in server.requests] == ["/api/v1/models", "/api/v1/models/a%2Ftiny"]


@pytest.mark.parametrize("body", [{"data": None}, [], {"data": [{"name": "tiny"}]}, {"data": [7]}])
def test_a_list_of_models_of_another_shape_is_an_error(body: Any) -> None:
    server = Loopback([http_response(body)])
    client = OpenAICompatible(base_url=server.url, retries=0)
    with server, client, pytest.raises(DecodeError):
        client.models.list()


def test_texts_are_embedded() -> None:
    with Loopback([http_response(VECTORS)]) as server, OpenAICompatible[Sampling](base_url=server.url) as client:
        result = client.embeddings.create(model="tiny", input=["a"], dimensions=2, extra_body={"top_k": 1})
    assert result.data[0].embedding == [0.5, 1.0]
    assert server.requests[0].json() == {"model": "tiny", "input": ["a"], "dimensions": 2, "top_k": 1}


def test_the_async_client_does_the_same() -> None:
    async def call(url: str) -> list[Any]:
        async with AsyncOpenAICompatible[Sampling](base_url=url) as client:
            sent = await client.chat.send(model="tiny", messages=[user("hi")], extra_body={"top_k": 40})
            async with client.chat.stream(model="tiny", messages=[user("hi")]) as stream:
                texts = [item.text async for item in stream]
            (model,) = await client.models.list()
            found = await client.models.get("tiny")
            vectors = await client.embeddings.create(model="tiny", input="a")
            return [sent.text, texts, model.id, found.id, vectors.data[0].embedding]

    stream = [STREAM_HEAD, piece(event(chunk("Hello", "stop"))), piece(DONE), END]
    plain = [http_response(body) for body in (MODELS, TINY, VECTORS)]
    with Loopback([http_response(completion())], stream, *([each] for each in plain)) as server:
        assert anyio.run(call, server.url) == ["Hello", ["Hello"], "tiny", "tiny", [0.5, 1.0]]


def test_errors_of_the_service_are_the_usual_ones_and_do_not_name_openrouter() -> None:
    failure = http_response({"error": {"message": "no model", "type": "not_found_error", "code": None}}, 404)
    with Loopback([failure]) as server, OpenAICompatible(base_url=server.url, retries=0) as client:
        with pytest.raises(NotFoundResponseError) as caught:
            client.chat.send(model="huge", messages=[user("hi")])
        assert str(caught.value).endswith("check the model's name, and whether base_url needs a path such as /v1")
        for text in (str(caught.value), repr(client), inspect.getdoc(OpenAICompatible) or ""):
            assert "openrouter" not in text.lower()


def test_the_service_has_the_same_name_at_every_url() -> None:
    for options, name in (({}, "OpenAI-compatible service"), ({"name": "vLLM"}, "vLLM")):
        for kind in (OpenAICompatible, AsyncOpenAICompatible):
            client = kind(base_url="http://one.example/v1", **options)  # type: ignore[arg-type]  # a dict of options
            assert client.service.name == client.with_options(base_url="http://two.example/v1").service.name == name


@pytest.mark.parametrize("derive", [OpenAICompatible.with_options, copy.copy, copy.deepcopy])
def test_a_derived_client_calls_the_same_service(derive: Any, server: Loopback) -> None:
    with OpenAICompatible[Sampling](base_url=server.url, api_key="k", headers={"X-A": "1"}) as client:
        client.chat.send(model="tiny", messages=[user("hi")])
        with derive(client) as derived:
            derived.chat.send(model="tiny", messages=[user("hi")])
            assert derived.service is client.service
    assert server.requests[1].headers["x-a"] == "1"


def test_an_unknown_parameter_or_setting_is_rejected(server: Loopback) -> None:
    with OpenAICompatible(base_url=server.url) as client, pytest.raises(TypeError, match="temprature"):
        client.chat.send(model="tiny", messages=[user("hi")], temprature=0)  # type: ignore[call-arg]  # misspelt
    with pytest.raises(TypeError, match=r"^OpenAICompatible\(\) got an unexpected keyword argument 'max_retries'"):
        OpenAICompatible(base_url=server.url, max_retries=2)  # type: ignore[call-arg]  # of another package


@pytest.mark.parametrize(
    ("kind", "options", "without_url"),
    [
        (Client, ClientOptions, ClientOptionsExceptURL),
        (AsyncClient, AsyncClientOptions, AsyncClientOptionsExceptURL),
        (OpenRouter, OpenRouterOptions, None),
        (AsyncOpenRouter, AsyncOpenRouterOptions, None),
    ],
)
def test_the_options_of_subclasses_are_those_of_the_clients(kind: Any, options: Any, without_url: Any) -> None:
    parameters = {*inspect.signature(kind).parameters} - {"service"}
    assert {*options.__optional_keys__} == parameters
    if without_url is not None:
        assert {*without_url.__optional_keys__} == parameters - {"base_url"}
