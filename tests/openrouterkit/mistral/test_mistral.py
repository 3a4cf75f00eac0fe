"""The clients of Mistral: their methods, results, streams and errors, by public names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import anyio
import pytest
from imports import find_imports, find_modules
from loopback import Loopback, event, http_response

from openrouterkit import (
    APIError,
    BadRequestResponseError,
    ConfigurationError,
    IncompleteStreamError,
    NotFoundResponseError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
    content,
    function_tool,
    json_schema,
    system,
    tool,
    user,
)
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.local import LocalServer
from openrouterkit.mistral import MISTRAL, AsyncMistral, Mistral
from openrouterkit_mistral_api import models

HELLO: Any = {"model": "mistral-small-latest", "messages": [user("Hello")]}
CLOCK = function_tool("clock", parameters={"type": "object", "properties": {}})


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer(service="mistral") as server:
        yield server


@pytest.fixture
def client(server: LocalServer) -> Iterator[Mistral]:
    server.reset()
    with Mistral(base_url=server.base_url, api_key="k", retries=0) as client:
        yield client


def completion(message: dict[str, Any] | None, reason: str = "stop") -> dict[str, Any]:
    choices = [] if message is None else [{"index": 0, "message": message, "finish_reason": reason}]
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
    members = {"id": "c1", "object": "chat.completion", "created": 1790000000, "model": "mistral-small-latest"}
    return {**members, "choices": choices, "usage": usage}


def chunk(delta: dict[str, Any], index: int = 0, reason: str | None = None, **members: Any) -> bytes:
    choice = {"index": index, "delta": delta, "finish_reason": reason}
    data = {"id": "c1", "object": "chat.completion.chunk", "created": 1790000000, "model": "m", "choices": [choice]}
    return event({**data, **members})


def think(text: str | None = None) -> dict[str, Any]:
    texts = [] if text is None else [{"type": "text", "text": text}]
    return {"content": [{"type": "thinking", "thinking": texts}]}


def streamed(*events: bytes) -> bytes:
    return http_response(b"".join(events), content_type="text/event-stream; charset=utf-8")


class TestCalls:
    def test_the_key_and_the_url_are_those_of_the_environment(
        self, server: LocalServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        with Mistral() as client:
            assert client.chat.send(model="local/echo", messages=[user("Hello")]).text == "Hello"
        assert server.requests[-1].headers["authorization"] == "Bearer ***"

    def test_a_missing_key_is_reported_with_its_variable(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("MISTRAL_API_KEY", raising=False)
        with Mistral() as client, pytest.raises(ConfigurationError, match="MISTRAL_API_KEY"):
            client.chat.send(**HELLO)

    def test_all_members_of_a_request_are_sent_by_their_names(self, client: Mistral, server: LocalServer) -> None:
        members: dict[str, Any] = {
            "random_seed": 7,
            "safe_prompt": True,
            "prompt_mode": "reasoning",
            "reasoning_effort": "high",
            "n": 2,
            "min_tokens": 1,
            "max_tokens": 50,
            "stop": ["END"],
            "tool_choice": {"type": "function", "function": {"name": "clock"}},
            "parallel_tool_calls": False,
            "prediction": {"type": "content", "content": "x"},
            "guardrails": [{"block_on_error": True}],
            "service_tier": "auto",
            "prompt_cache_key": "p",
            "metadata": {"app": "test"},
            "presence_penalty": None,
        }
        result = client.chat.send(
            model="local/tools", messages=[system("Be brief."), user("Hello")], tools=[CLOCK], **members
        )
        body = server.requests[-1].body
        assert {name: body[name] for name in members} == members
        assert len(result.choices) == 2

    @pytest.mark.parametrize("choice", ["any", "required", "auto", "none"])
    def test_tool_choices_are_words_or_a_function(self, client: Mistral, server: LocalServer, choice: str) -> None:
        result = client.chat.send(model="local/tools", messages=[user("Hello")], tools=[CLOCK], tool_choice=choice)
        assert server.requests[-1].body["tool_choice"] == choice
        assert [call.name for call in result.tool_calls] == ([] if choice == "none" else ["clock"])

    @pytest.mark.parametrize(
        "response_format",
        [{"type": "text"}, {"type": "json_object"}, json_schema("city", {"type": "object", "properties": {}})],
    )
    def test_response_formats_are_text_json_and_a_schema(self, client: Mistral, response_format: Any) -> None:
        text = client.chat.send(model="any", messages=[user("Hello")], response_format=response_format).text
        assert text == "Hello" or isinstance(json.loads(text), dict)

    def test_content_parts_of_openrouterkit_are_accepted(self, client: Mistral) -> None:
        question = user([content.text("What is this?"), content.image("https://example.com/a.png")])
        assert client.chat.send(model="local/echo", messages=[question]).text == "I see 1 image. What is this?"

    def test_a_conversation_with_tools_continues_with_the_assistant_message(self, client: Mistral) -> None:
        messages: list[Any] = [user("What time is it?")]
        first = client.chat.send(model="local/tools", messages=messages, tools=[CLOCK])
        (call,) = first.tool_calls
        messages += [first.assistant_message, tool("noon", tool_call_id=call.id)]
        assert (
            client.chat.send(model="local/tools", messages=messages, tools=[CLOCK]).text == "The tool clock says: noon"
        )

    def test_embeddings_are_created(self, client: Mistral) -> None:
        created = client.embeddings.create(model="local/embed", input=["a", "b"], output_dimension=4)
        assert [len(each.embedding or ()) for each in created.data] == [4, 4]

    def test_models_are_listed_got_and_searched_by_capabilities(self, client: Mistral) -> None:
        assert "local/echo" in [card.id for card in client.models.list().data or ()]
        card = client.models.get("local/reasoning")
        assert isinstance(card, models.ModelCard)
        assert card.capabilities.reasoning is True
        assert [each.id for each in client.models.search("reasoning")] == ["local/reasoning"]
        assert [each.id for each in client.models.search(["reasoning", "function_calling"])] == ["local/reasoning"]
        assert client.models.search(["fine_tuning"]) == []
        assert len(client.models.search([])) == len(client.models.list().data or ())

    def test_an_unknown_capability_is_rejected_with_the_known_ones(self, client: Mistral) -> None:
        with pytest.raises(InvalidArgumentError, match=r"declares the capability 'visions'; use some of .*vision"):
            client.models.search(["vision", "visions"])

    def test_the_async_client_has_the_same_methods(self, server: LocalServer) -> None:
        async def use() -> None:
            async with AsyncMistral(base_url=server.base_url, api_key="k") as client:
                assert (await client.chat.send(model="local/echo", messages=[user("Hello")])).text == "Hello"
                async with client.chat.stream(model="local/reasoning", messages=[user("Hello")]) as stream:
                    texts = [chunk.text async for chunk in stream]
                assert "".join(texts) == stream.result().text == "Hello"
                assert stream.usage is not None
                assert stream.usage.total_tokens == stream.result().usage.total_tokens
                assert (await client.models.get("local/echo")).id == "local/echo"
                assert [card.id for card in await client.models.search("reasoning")] == ["local/reasoning"]
                assert (await client.embeddings.create(model="local/embed", input="a")).data

        anyio.run(use)


class TestResults:
    def test_a_result_has_shortcuts_to_its_first_choice(self) -> None:
        parts = [*think("Hm.")["content"], {"type": "text", "text": "Hi"}]
        call = {"id": "abc", "function": {"name": "clock", "arguments": {"zone": "utc"}}}
        body = completion({"role": "assistant", "content": parts, "tool_calls": [call]}, "tool_calls")
        with Loopback([http_response(body)]) as loopback, Mistral(base_url=loopback.url, api_key="k") as client:
            result = client.chat.send(**HELLO)
        assert loopback.requests[0].path == "/api/v1/chat/completions"
        assert (result.text, result.reasoning, result.finish_reason) == ("Hi", "Hm.", "tool_calls")
        assert [(each.name, each.arguments) for each in result.tool_calls] == [("clock", {"zone": "utc"})]
        assert result.created_at == datetime.fromtimestamp(1790000000, UTC)
        assert result.latency is not None
        assert result.latency >= 0
        assert isinstance(result.assistant_message, models.AssistantMessage)
        assert isinstance(result, models.ChatCompletionResponse)
        assert result.to_dict() == body

    def test_a_result_without_choices_has_no_assistant_message(self) -> None:
        with (
            Loopback([http_response(completion(None))]) as loopback,
            Mistral(base_url=loopback.url, api_key="k") as client,
        ):
            result = client.chat.send(**HELLO)
        assert (result.assistant_message, result.text, result.tool_calls, result.finish_reason) == (None, "", [], None)

    @pytest.mark.parametrize("reason", ["stop", "length", "model_length", "tool_calls", "a_new_one"])
    def test_every_finish_reason_but_error_is_a_result(self, reason: str) -> None:
        body = completion({"role": "assistant", "content": "Hi", "tool_calls": None}, reason)
        with Loopback([http_response(body)]) as loopback, Mistral(base_url=loopback.url, api_key="k") as client:
            assert client.chat.send(**HELLO).finish_reason == reason


class TestStreams:
    def read(self, *events: bytes) -> tuple[list[Any], Any]:
        """Return the chunks and the stream."""
        with Loopback([streamed(*events)]) as loopback, Mistral(base_url=loopback.url, api_key="k") as client:
            with client.chat.stream(**HELLO) as stream:
                chunks = list(stream)
            assert loopback.requests[0].json()["stream"] is True
        return chunks, stream

    def test_chunks_add_up_to_thinking_and_text(self) -> None:
        usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
        chunks, stream = self.read(
            chunk({"role": "assistant", "content": ""}, p="abc"),
            chunk(think("Let me ")),
            chunk(think("see.")),
            chunk(think()),
            chunk({"content": [{"type": "text", "text": "It"}]}),
            chunk({"content": " is"}),
            chunk({"content": "", "tool_calls": None}, reason="length", usage=usage),
            b"data: [DONE]\n\n",
        )
        assert [each.is_last for each in chunks] == [False] * 6 + [True]
        assert "".join(each.reasoning for each in chunks) == stream.result().reasoning == "Let me see."
        assert "".join(each.text for each in chunks) == stream.text == stream.result().text == "It is"
        assert [each.usage for each in chunks[:-1]] == [None] * 6
        assert chunks[-1].usage.total_tokens == stream.result().usage.total_tokens == 5
        assert chunks[0].latency > 0
        assert all(each.total_latency >= each.latency for each in chunks)
        assert isinstance(chunks[1].delta_message, models.DeltaMessage)
        assert stream.result().finish_reason == "length"
        assert stream.result().assistant_message.to_dict()["content"] == [
            {"type": "thinking", "thinking": [{"type": "text", "text": "Let me see."}]},
            {"type": "text", "text": "It is"},
        ]

    def test_tool_calls_without_type_are_complete(self) -> None:
        calls = [
            {"id": name, "index": index, "function": {"name": name, "arguments": "{}"}}
            for index, name in enumerate("ab")
        ]
        _, stream = self.read(
            chunk({"role": "assistant", "content": ""}),
            chunk({"content": "", "tool_calls": calls}, reason="tool_calls"),
            b"data: [DONE]\n\n",
        )
        assert [(each.id, each.name, each.arguments, each.type) for each in stream.result().tool_calls] == [
            ("a", "a", {}, "function"),
            ("b", "b", {}, "function"),
        ]

    def test_interleaved_choices_are_kept_apart(self) -> None:
        _, stream = self.read(
            *(chunk({"role": "assistant", "content": ""}, index) for index in (0, 1)),
            *(chunk({"content": text}, index) for index, text in ((1, "B"), (0, "A"), (1, "b"), (0, "a"))),
            *(chunk({"content": ""}, index, "stop") for index in (0, 1)),
            b"data: [DONE]\n\n",
        )
        assert [choice.message.content for choice in stream.result().choices] == ["Aa", "Bb"]

    def test_a_stream_that_is_cut_off_raises_with_the_part_received(self) -> None:
        cut = http_response(chunk({"content": "Hel"}), content_type="text/event-stream").replace(
            b"Length: ", b"Length: 9"
        )
        with (
            Loopback([cut]) as loopback,
            Mistral(base_url=loopback.url, api_key="k") as client,
            pytest.raises(IncompleteStreamError) as caught,
            client.chat.stream(**HELLO) as stream,
        ):
            list(stream)
        assert caught.value.partial.text == "Hel"

    def test_an_error_as_finish_reason_raises_with_the_part_received(self) -> None:
        with pytest.raises(APIError) as caught:
            self.read(chunk({"content": "Hel"}), chunk({"content": ""}, reason="error"))
        assert caught.value.partial.text == "Hel"


SHAPES: dict[str, tuple[Any, str, Any]] = {
    "detail as text": ({"detail": "Unauthorized"}, "Unauthorized", None),
    "detail as list": (
        {"detail": [{"type": "missing", "loc": ["body", "messages"], "msg": "Field required", "input": {}}]},
        "body.messages: Field required",
        None,
    ),
    "message and request id": (
        {"message": "Requests rate limit exceeded", "request_id": "r1"},
        "Requests rate limit exceeded",
        None,
    ),
    "code as text": (
        {"object": "error", "message": "Invalid model: x", "type": "invalid_model", "param": None, "code": "1500"},
        "Invalid model: x",
        "1500",
    ),
    "code null": (
        {"object": "error", "message": "No capacity", "type": "capacity", "param": None, "code": None},
        "No capacity",
        None,
    ),
    "message as object": (
        {
            "object": "error",
            "message": {"detail": [{"loc": ["body", "n"], "msg": "too large"}]},
            "type": "invalid_request_error",
            "code": None,
        },
        "body.n: too large",
        None,
    ),
}


class TestErrors:
    @pytest.mark.parametrize("shape", SHAPES)
    def test_each_shape_is_read(self, shape: str) -> None:
        body, message, code = SHAPES[shape]
        with (
            Loopback([http_response(body, 400)]) as loopback,
            Mistral(base_url=loopback.url, api_key="k") as client,
            pytest.raises(BadRequestResponseError) as caught,
        ):
            client.chat.send(**HELLO)
        assert (caught.value.message, caught.value.code) == (message, code)
        assert caught.value.error_type in (body.get("type"), "unprocessable")
        assert caught.value.body == body
        if "request_id" in body:
            assert caught.value.request_id == "r1"

    @pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
    @pytest.mark.parametrize("shape", SHAPES)
    def test_each_shape_is_found_in_a_successful_response(self, shape: str, stream: bool) -> None:
        body, message, _ = SHAPES[shape]
        response = streamed(event(body)) if stream else http_response(body)
        with (
            Loopback([response]) as loopback,
            Mistral(base_url=loopback.url, api_key="k", retries=0) as client,
            pytest.raises(APIError, match=re.escape(message)),
        ):
            client.chat.stream(**HELLO).read_all() if stream else client.chat.send(**HELLO)

    def test_the_status_in_an_error_decides_its_class_and_retries(self) -> None:
        limited = {
            "object": "error",
            "message": "Slow down",
            "type": "rate_limited",
            "code": "1300",
            "raw_status_code": 429,
        }
        answer = completion({"role": "assistant", "content": "Hi"})
        with Loopback([http_response(limited)], [http_response(answer)]) as loopback:
            with (
                Mistral(base_url=loopback.url, api_key="k", retries=0) as client,
                pytest.raises(TooManyRequestsResponseError),
            ):
                client.chat.send(**HELLO)
            with Mistral(base_url=loopback.url, api_key="k", retries=1) as client:
                assert client.chat.send(**HELLO).text == "Hi"

    @pytest.mark.parametrize(
        ("model", "kind", "hint"),
        [
            ("local/error-401", UnauthorizedResponseError, "check the API key (api_key= or MISTRAL_API_KEY)"),
            ("local/error-422", UnprocessableEntityResponseError, "fix the request"),
            ("no/model", NotFoundResponseError, "check the model; client.models.list() returns those"),
            ("local/error-429", TooManyRequestsResponseError, "slow down, or raise the limits of the workspace"),
        ],
    )
    def test_hints_are_those_of_the_service(self, client: Mistral, model: str, kind: type[APIError], hint: str) -> None:
        with pytest.raises(kind) as caught:
            client.chat.send(model=model, messages=[user("Hello")])
        assert hint in str(caught.value)
        assert "OPENROUTER" not in str(caught.value)


def test_the_client_imports_public_names_only() -> None:
    """Everything in it could be written by somebody else, too."""
    for name, path in find_modules("openrouterkit").items():
        if name.startswith("openrouterkit.mistral"):
            private = [each for _, each in find_imports(name, path) if re.search(r"\._", each)]
            assert private == [], path.name


def test_the_description_of_the_service_has_the_url_of_the_contract() -> None:
    assert (MISTRAL.name, MISTRAL.own_base_url) == ("Mistral", "https://api.mistral.ai")
