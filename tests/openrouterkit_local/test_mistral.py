"""The local server as Mistral: its paths, formats and errors."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest
from contract import CONTRACTS

from openrouterkit import ConfigurationError
from openrouterkit.local import LocalServer
from openrouterkit_local.command import main

CONTRACT = next(each for each in CONTRACTS if each.project.name == "mistral")
HELLO = [{"role": "user", "content": "one two three"}]
TOOL = {"function": {"name": "clock", "parameters": {"type": "object"}}}


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer(service="mistral") as server:
        yield server


def post(server: LocalServer, path: str = "chat/completions", **body: Any) -> httpx.Response:
    return httpx.post(f"{server.base_url}/v1/{path}", json={"model": "local/echo", "messages": HELLO, **body})


def read_chunks(response: httpx.Response) -> list[Any]:
    """Return the chunks of a stream, after checking each against the contract."""
    lines = [line.removeprefix("data: ") for line in response.text.splitlines() if line]
    return [check(json.loads(line), "CompletionChunk") for line in lines if line != "[DONE]"]


def check(value: Any, schema: str) -> Any:
    """Return a value after checking it against a schema of the contract."""
    components = CONTRACT.normal["components"]
    jsonschema.validate(value, {"$ref": f"#/components/schemas/{schema}", "components": components})
    return value


@pytest.mark.parametrize("model", ["local/echo", "local/reasoning", "local/json", "local/tools", "any-model"])
def test_completions_whole_and_streamed_have_the_shape_of_the_contract(server: LocalServer, model: str) -> None:
    whole = check(post(server, model=model, tools=[TOOL], n=2).json(), "ChatCompletionResponse")
    assert [choice["index"] for choice in whole["choices"]] == [0, 1]
    response = post(server, model=model, tools=[TOOL], n=2, stream=True)
    assert response.text.endswith("data: [DONE]\n\n")
    chunks = read_chunks(response)
    assert {choice["index"] for chunk in chunks for choice in chunk["choices"]} == {0, 1}
    assert [chunk["usage"] for chunk in chunks if "usage" in chunk] == [whole["usage"]]
    assert "usage" in chunks[-1]


def test_reasoning_is_a_part_of_the_content(server: LocalServer) -> None:
    (choice,) = post(server, model="local/reasoning").json()["choices"]
    thinking, text = choice["message"]["content"]
    assert (thinking["type"], text) == ("thinking", {"type": "text", "text": "one two three"})
    chunks = read_chunks(post(server, model="local/reasoning", stream=True))
    parts = [part for chunk in chunks for part in chunk["choices"][0]["delta"]["content"] if isinstance(part, dict)]
    streamed = "".join(text["text"] for part in parts for text in part["thinking"])
    assert streamed == thinking["thinking"][0]["text"]
    assert post(server, model="local/reasoning", reasoning_effort="none").json()["choices"][0]["message"][
        "content"
    ] == ("one two three")


def test_tool_calls_have_no_type_and_tools_need_none(server: LocalServer) -> None:
    for choice in ("any", "required", "auto", {"function": {"name": "clock"}}):
        message = post(server, model="local/tools", tools=[TOOL], tool_choice=choice).json()["choices"][0]["message"]
        (call,) = message["tool_calls"]
        assert (call.keys(), call["function"]) == ({"id", "index", "function"}, {"name": "clock", "arguments": "{}"})
        assert message["content"] == ""
    result = {"role": "tool", "tool_call_id": call["id"], "content": "noon"}
    history = [*HELLO, {**message, "tool_calls": [{**call, "function": {"name": "clock", "arguments": {}}}]}, result]
    answer = post(server, model="local/tools", tools=[TOOL], messages=history).json()
    assert answer["choices"][0]["message"]["content"] == "The tool clock says: noon"


def test_models_of_mistral_call_fitting_tools_and_reject_schemas_in_words_of_their_own(server: LocalServer) -> None:
    city = {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
    sent: Any = {
        "tools": [TOOL, {"function": city}],
        "messages": [{"role": "user", "content": "Weather in Oslo, Rome?"}],
    }
    message = post(server, model="mistral-small-latest", **sent).json()["choices"][0]["message"]
    assert [call["function"]["arguments"] for call in message["tool_calls"]] == ['{"city": "Oslo"}', '{"city": "Rome"}']
    schema = {"type": "json_schema", "json_schema": {"name": "a", "schema": {"type": "object"}}}
    rejected = post(server, model="local/no-schemas", response_format=schema)
    assert rejected.status_code == 400
    assert "'response_format' of type 'json_schema' is not supported" in rejected.json()["message"]


def test_scripted_replies_are_sent_in_the_format_of_mistral(server: LocalServer) -> None:
    server.script("Paris.", {"tool_calls": [{"function": {"name": "clock"}}]})
    assert post(server).json()["choices"][0]["message"]["content"] == "Paris."
    call = post(server, stream=True)
    assert read_chunks(call)[-1]["choices"][0]["delta"]["tool_calls"][0]["function"]["name"] == "clock"


def test_embeddings_have_the_requested_dimension(server: LocalServer) -> None:
    sent = {"model": "local/embed", "input": ["a", "b"], "output_dimension": 4}
    created = check(httpx.post(f"{server.base_url}/v1/embeddings", json=sent).json(), "EmbeddingResponse")
    assert [len(each["embedding"]) for each in created["data"]] == [4, 4]


def test_models_are_listed_and_found_by_their_id(server: LocalServer) -> None:
    listed = check(httpx.get(f"{server.base_url}/v1/models").json(), "ModelList")
    found = check(httpx.get(f"{server.base_url}/v1/models/local%2Fecho").json(), "ModelCard")
    assert found in listed["data"]
    assert httpx.get(f"{server.base_url}/v1/models/local/echo").json() == found  # as the package mistralai requests it
    other = check(httpx.get(f"{server.base_url}/v1/models/mistral-small-latest").json(), "ModelCard")
    assert (other["id"], other["type"]) == ("mistral-small-latest", "base")
    assert httpx.get(f"{server.base_url}/v1/models/no%2Fmodel").json() == {"detail": "Model no/model not found"}


@pytest.mark.parametrize(
    ("changes", "status", "member"),
    [
        ({"messages": []}, 422, "detail"),
        ({"messages": [{"role": "usr", "content": "x"}]}, 422, "detail"),
        ({"model": "no/model"}, 404, "detail"),
        ({"model": "local/error-401"}, 401, "detail"),
        ({"model": "local/error-429"}, 429, "object"),
        ({"model": "local/error-403"}, 403, "request_id"),
        ({"model": "local/error-418"}, 418, "object"),
        ({"tool_choice": "any"}, 422, "object"),
        ({"n": 1000}, 400, "object"),
        ({"model": "local/error-in-200"}, 200, "object"),
    ],
)
def test_errors_have_the_shapes_of_the_service(
    server: LocalServer, changes: dict[str, Any], status: int, member: str
) -> None:
    response = post(server, **changes)
    assert response.status_code == status
    assert member in check(response.json(), "ErrorResponse")


def test_an_invalid_member_is_named_in_the_list_of_details(server: LocalServer) -> None:
    (detail,) = post(server, messages=[{"role": "user", "content": 1}]).json()["detail"]
    assert detail["loc"] == ["body", "messages", 0, "content"]
    (detail,) = httpx.post(f"{server.base_url}/v1/embeddings").json()["detail"]
    assert detail["loc"] == ["body"]


def test_failing_models_fail_in_streams_too(server: LocalServer) -> None:
    assert read_chunks(post(server, model="local/error-mid-stream", stream=True))[-1]["choices"][0][
        "finish_reason"
    ] == ("error")
    cut = post(server, model="local/truncated", stream=True)
    assert "[DONE]" not in cut.text
    assert all(choice["finish_reason"] is None for chunk in read_chunks(cut) for choice in chunk["choices"])
    assert "capacity" in post(server, model="local/error-in-200", stream=True).text


def test_base_url_and_environment_are_those_of_mistral(server: LocalServer) -> None:
    assert httpx.URL(server.base_url).path == "/"
    assert server.environment == {"MISTRAL_BASE_URL": server.base_url, "MISTRAL_API_KEY": "local"}


def test_an_unknown_service_is_rejected_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ConfigurationError, match="invalid service 'mistrel': use one of 'openrouter', 'mistral'"):
        LocalServer(service="mistrel")
    assert main(["--service", "mistrel"]) == 2
    assert "invalid service" in capsys.readouterr().err
