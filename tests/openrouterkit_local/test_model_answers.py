"""What the local models make of a request: tools, schemas, reasoning, files, searches, log probabilities, prices."""

from __future__ import annotations

import datetime as dt
import decimal
import json
import uuid
import zlib
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import pytest

from openrouterkit import (
    BadRequestResponseError,
    NotFoundResponseError,
    OpenRouter,
    content,
    function_tool,
    json_object,
    json_schema,
    messages,
    plugins,
    system,
    tool,
    user,
)
from openrouterkit.local import LocalServer
from openrouterkit.services import OpenAICompatible

MODEL = "openai/gpt-4o-mini"
CITY = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
WEATHER = function_tool("get_weather", description="The weather in a city.", parameters=CITY)
POPULATION = function_tool("count_people", description="The inhabitants of a city.", parameters=CITY)
DELETE = function_tool(
    "delete_file",
    parameters={"type": "object", "properties": {"path": {"type": "string"}, "days": {"type": "integer"}}},
)
TOOLS = [WEATHER, POPULATION, DELETE]
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nstream\nBT(Invoice 42: \\(three\\) chairs) Tj ET\nendstream\nendobj\n%%EOF\n"


@pytest.fixture
def client(openrouterkit_server: LocalServer) -> Iterator[OpenRouter]:
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client:
        yield client


def call_tools(client: OpenRouter, text: str, **parameters: Any) -> list[tuple[str, Any]]:
    result = client.chat.send(model=MODEL, messages=[user(text)], **{"tools": TOOLS, **parameters})
    return [(call.name, call.arguments) for call in result.tool_calls]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("What is the weather in Oslo?", [("get_weather", {"city": "Oslo"})]),
        ("Weather in Rome and Oslo?", [("get_weather", {"city": "Rome"}), ("get_weather", {"city": "Oslo"})]),
        ("How many inhabitants has Rome?", [("count_people", {"city": "Rome"})]),
        ("Please delete old/notes.txt after 3 days", [("delete_file", {"path": "old/notes.txt", "days": 3})]),
        (
            "Delete a.txt, and tell me the weather",
            [("get_weather", {"city": "Paris"}), ("delete_file", {"path": "a.txt", "days": 1})],
        ),
        ("Hello", [("get_weather", {"city": "Paris"})]),
        ("What is the capital of France?", []),
    ],
)
def test_the_tools_that_fit_are_called_with_the_values_of_the_text(
    client: OpenRouter, text: str, calls: list[Any]
) -> None:
    assert call_tools(client, text) == calls


def test_tools_that_must_be_called_one_after_the_other_are_called_in_several_turns(client: OpenRouter) -> None:
    history: list[Any] = [user("Delete a.txt, and tell me the weather in Rome")]
    names = []
    for _ in range(3):
        result = client.chat.send(model=MODEL, messages=history, tools=TOOLS, parallel_tool_calls=False)
        history.append(result.assistant_message)
        for call in result.tool_calls:
            names.append(call.name)
            history.append(tool(f"done {len(names)}", tool_call_id=call.id))
    assert names == ["get_weather", "delete_file"]
    assert result.text == "The tool get_weather says: done 1 The tool delete_file says: done 2"


@pytest.mark.parametrize(
    ("properties", "text", "value"),
    [
        ({"name": {"type": "string"}, "country": {"type": "string"}}, "Rome?", {"name": "Rome", "country": "Italy"}),
        ({"population": {"type": "integer"}}, "Tell me about Oslo", {"population": 710_000}),
        ({"origin": {"type": "string"}, "destination": {"type": "string"}}, "From Rome to Oslo", ["Rome", "Oslo"]),
        ({"name": {"type": "string"}, "age": {"type": "integer"}}, "I am Grace, 37 years old", ["Grace", 37]),
        ({"mail": {"type": "string", "format": "email"}}, "Write to a@b.example.", ["a@b.example"]),
        ({"unit": {"enum": ["celsius", "fahrenheit"]}}, "in Fahrenheit, please", ["fahrenheit"]),
        ({"page": {"type": "string", "format": "uri"}}, "See https://a.example/b.", ["https://a.example/b"]),
        ({"day": {"type": "string", "format": "date"}, "n": {"type": "number"}}, "2 on 2026-01-02", ["2026-01-02", 2]),
        ({"title": {"type": "string"}}, 'Call it "Notes"', ["Notes"]),
        ({"count": {"type": "integer", "maximum": 5}}, "give me 99", [5]),
        ({"count": {"type": ["integer", "null"], "maximum": 5}}, "give me 99", [None]),
        ({"cities": {"type": "array", "items": {"type": "string"}}}, "Rome and Oslo", [["Rome", "Oslo"]]),
        ({"value": {"type": "array", "items": {"type": "string"}}}, "Norway?", [["Oslo"]]),
        ({"numbers": {"type": "array", "items": {"type": "integer"}, "maxItems": 2}}, "1, 2, 3", [[1, 2]]),
        ({"nickname": {"anyOf": [{"type": "string"}, {"type": "null"}]}}, "Rome", [None]),
        (
            {"found": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}}},
            "Rome, Oslo",
            [[{"name": "Rome"}, {"name": "Oslo"}]],
        ),
    ],
)
def test_answers_for_a_schema_contain_the_values_of_the_text(
    client: OpenRouter, properties: Any, text: str, value: Any
) -> None:
    schema = {"type": "object", "properties": properties, "required": list(properties)}
    result = client.chat.send(model=MODEL, messages=[user(text)], response_format=json_schema("a", schema))
    assert json.loads(result.text) == (value if isinstance(value, dict) else dict(zip(properties, value, strict=True)))


def test_a_model_without_schemas_rejects_them_like_a_provider(client: OpenRouter) -> None:
    with pytest.raises(BadRequestResponseError, match="'response_format' of type 'json_schema' is not supported") as e:
        client.chat.send(model="local/no-schemas", messages=[user("x")], response_format=json_schema("a", CITY))
    assert e.value.provider_name == "Local"
    plain = client.chat.send(model="local/no-schemas", messages=[user("x")], response_format=json_object())
    assert json.loads(plain.text) == {"echo": "x"}


def test_a_plain_model_rejects_formats_and_tools_and_follows_a_schema_in_the_instructions(client: OpenRouter) -> None:
    with pytest.raises(BadRequestResponseError, match="json_object"):
        client.chat.send(model="local/plain", messages=[user("x")], response_format=json_object())
    with pytest.raises(NotFoundResponseError, match="No endpoints found that support tool use"):
        client.chat.send(model="local/plain", messages=[user("x")], tools=TOOLS)
    instructions = system(f"Answer with JSON. It fits this JSON Schema:\n{json.dumps(CITY)}\nNothing else.")
    broken = system("It must fit the JSON Schema {city}.")
    assert client.chat.send(model="local/plain", messages=[broken, user("Rome")]).text == "Rome"
    result = client.chat.send(model="local/plain", messages=[instructions, user("Rome")])
    assert result.text == 'Here you are:\n\n```json\n{"city":"Rome"}\n```'


@pytest.mark.parametrize(
    ("model", "method", "statuses"),
    [
        ("a/b", "json_schema", [200]),
        ("local/no-schemas", "json_object", [400, 200]),
        ("local/plain", "prompt", [400, 400, 404, 200]),
    ],
)
def test_parse_gets_the_same_value_from_models_with_and_without_schemas(
    client: OpenRouter, openrouterkit_server: LocalServer, model: str, method: str, statuses: list[int]
) -> None:
    parsed = client.chat.parse(response_type=list[str], model=model, messages=[user('"one" and "two"')])
    assert (parsed.value, parsed.method) == (["one", "two"], method)
    assert [request.status for request in openrouterkit_server.requests] == statuses


def test_a_long_word_is_streamed_in_pieces_so_that_json_grows(client: OpenRouter) -> None:
    many = json_schema("a", {"type": "object", "properties": {f"member_{n}": {"const": n} for n in range(9)}})
    with client.chat.stream(model=MODEL, messages=[user("Rome")], response_format=many) as stream:
        texts = list(stream.texts())
    assert len(texts) > 5
    assert json.loads("".join(texts))["member_8"] == 8


def test_a_refusal_has_no_text(client: OpenRouter) -> None:
    result = client.chat.send(model="local/refusal", messages=[user("x")])
    assert (result.text, result.choices[0].message.refusal) == ("", "I cannot help with that.")
    with client.chat.stream(model="local/refusal", messages=[user("x")]) as stream:
        assert stream.read_all().choices[0].message.refusal == "I cannot help with that."


def test_any_model_reasons_if_requested_and_some_always_do(client: OpenRouter) -> None:
    for members in ({"model": MODEL, "reasoning": {"effort": "low"}}, {"model": "deepseek/deepseek-r1"}):
        result = client.chat.send(messages=[user("x")], **members)
        assert (result.text, result.reasoning) == ("x", "The user says: x I shall answer that.")
    assert not client.chat.send(model=MODEL, messages=[user("x")]).reasoning


def test_the_reasoning_of_deepseek_is_not_signed(client: OpenRouter) -> None:
    history: list[Any] = [user("x")]
    for _ in range(2):
        with client.chat.stream(model="deepseek/deepseek-r1", messages=history) as stream:
            result = stream.read_all()
        (detail,) = result.assistant_message.to_dict()["reasoning_details"]
        assert "signature" not in detail
        history += [result.assistant_message, user("y")]
    assert result.reasoning.startswith("Before, I thought: ")


@pytest.mark.parametrize("switch", ["enabled", "disabled"])
def test_the_parameter_of_deepseek_itself_returns_reasoning_content(openrouterkit_server: Any, switch: str) -> None:
    expected = "The user says: x I shall answer that." if switch == "enabled" else ""
    with OpenAICompatible(base_url=openrouterkit_server.base_url) as client:
        parameters: Any = {"model": "deepseek-chat", "messages": [user("x")]}
        result = client.chat.send(**parameters, extra_body={"thinking": {"type": switch}})
        message = result.choices[0].message.to_dict()
        assert (message.get("reasoning_content") or "", message["reasoning"]) == (expected, None)
        with client.chat.stream(**parameters, extra_body={"thinking": {"type": switch}}) as stream:
            assert stream.read_all().reasoning == result.reasoning == expected


def test_a_breakpoint_writes_the_prompt_to_the_cache_and_the_next_request_reads_it(client: OpenRouter) -> None:
    model = "anthropic/claude-sonnet-4.5"
    rules = system([content.text("word " * 2000, cache=True), content.text("Be terse.")])
    counts, costs = [], []
    for question in ("One?", "Two?"):
        usage: Any = client.chat.send(model=model, messages=[rules, user(question)]).usage
        counts.append((usage.prompt_tokens_details.cached_tokens, usage.prompt_tokens_details.cache_write_tokens))
        costs.append(usage.cost)
    assert counts == [(0, 2001), (2001, 0)]
    assert costs[1] < costs[0] / 5
    usage = client.chat.send(model=model, messages=[system("word " * 2000), user("One?")]).usage
    assert usage.prompt_tokens_details.cached_tokens == 2001


def test_a_breakpoint_of_the_request_is_at_the_end_of_the_prompt(client: OpenRouter) -> None:
    rules = system("word " * 2000)
    cached: Any = {"model": "anthropic/claude-sonnet-4.5", "cache_control": {"type": "ephemeral"}}
    counts = []
    for questions in (["One?"], ["One?", "Two?"]):
        usage: Any = client.chat.send(messages=[rules, *map(user, questions)], **cached).usage
        counts.append((usage.prompt_tokens_details.cached_tokens, usage.prompt_tokens_details.cache_write_tokens))
    assert counts == [(0, 2002), (2002, 1)]


def test_long_prompts_of_other_models_are_cached_without_a_breakpoint(client: OpenRouter) -> None:
    counts = []
    for words in (2000, 2000, 100, 100):
        usage: Any = client.chat.send(model=MODEL, messages=[system("word " * words), user("x")]).usage
        counts.append((usage.prompt_tokens_details.cached_tokens, usage.prompt_tokens_details.cache_write_tokens))
    assert counts == [(0, 0), (2002, 0), (0, 0), (0, 0)]


def test_every_token_has_log_probabilities_whole_and_streamed(client: OpenRouter) -> None:
    parameters: Any = {"model": MODEL, "messages": [user("one two")], "logprobs": True, "top_logprobs": 2}
    whole: Any = client.chat.send(**parameters).choices[0].logprobs
    assert [each.token for each in whole.content] == ["one", " two"]
    assert all(each.logprob < 0 and each.top_logprobs[0].token == each.token for each in whole.content)
    assert [len(each.top_logprobs) for each in whole.content] == [2, 2]
    with client.chat.stream(**parameters) as stream:
        streamed: Any = stream.read_all().choices[0].logprobs
    assert streamed.to_dict()["content"] == whole.to_dict()["content"]
    assert client.chat.send(model=MODEL, messages=[user("x")]).choices[0].logprobs is None


def test_texts_and_pdfs_are_read_and_the_parser_returns_them(client: OpenRouter) -> None:
    notes = content.file(b"Bring chairs.", media_type="text/plain", filename="notes.txt")
    assert client.chat.send(model=MODEL, messages=[user("?", notes)]).text == "notes.txt says: Bring chairs."
    invoice = content.file(PDF, filename="invoice.pdf")
    result: Any = client.chat.send(
        model=MODEL, messages=[user("What is it?", invoice)], plugins=[plugins.file_parser(pdf={"engine": "native"})]
    )
    assert result.text == "invoice.pdf says: Invoice 42: (three) chairs"
    (annotation,) = result.choices[0].message.annotations
    assert (annotation.file.name, annotation.file.content[0].text) == ("invoice.pdf", "Invoice 42: (three) chairs")
    packed = PDF.replace(b"BT(Invoice 42: \\(three\\) chairs) Tj ET", zlib.compress(b"(packed) Tj"))
    packed_part = content.file(packed, filename="packed.pdf")
    assert client.chat.send(model=MODEL, messages=[user("?", packed_part)]).text == "packed.pdf says: packed"
    linked = content.file("https://files.example/a.pdf")
    assert client.chat.send(model=MODEL, messages=[user("?", linked)]).text == "I see 1 file. ?"
    broken = messages.from_dict(
        {"role": "user", "content": [{"type": "file", "file": {"file_data": "data:text/plain;base64,!"}}]}
    )
    assert client.chat.send(model=MODEL, messages=[broken]).text == "I see 1 file."


@pytest.mark.parametrize("members", [{"plugins": [plugins.web(max_results=1)]}, {"model": f"{MODEL}:online"}])
def test_a_web_search_is_cited_counted_and_billed(client: OpenRouter, members: Any) -> None:
    result: Any = client.chat.send(**{"model": MODEL, "messages": [user("Capital of Italy?")], **members})
    (annotation,) = result.choices[0].message.annotations
    citation = annotation.url_citation
    assert citation.url == "https://example.com/rome"
    assert result.text[citation.start_index : citation.end_index].startswith("Rome is the capital of Italy")
    assert result.usage.server_tool_use_details.web_search_requests == 1
    assert result.cost > 0.02


def test_a_disabled_search_is_none_and_a_question_may_follow_another(client: OpenRouter) -> None:
    history = [user("What is the capital of France?"), messages.assistant("Paris."), user("And of Italy?")]
    result = client.chat.send(model=MODEL, messages=history, plugins=[plugins.web(enabled=False)])
    assert result.text == "Rome."


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (dt.date, dt.date(2024, 5, 6)),
        (dt.datetime, dt.datetime(2024, 5, 6, tzinfo=dt.UTC)),
        (dt.timedelta, dt.timedelta(minutes=5)),
        (uuid.UUID, uuid.UUID("6a1d5e0c-2b94-4f0e-8b7c-91d3a4c5e6f7")),
        (decimal.Decimal, decimal.Decimal("1.50")),
        (bytes, b"hello"),
        (tuple[int, str], (3, "Rome")),
        (tuple[str, bool, str], ("Rome", True, "Rome")),
        (list[dt.date], [dt.date(2024, 5, 6)]),
        (Annotated[int, msgspec.Meta(ge=100, lt=200)], 100),
        (Annotated[str, msgspec.Meta(min_length=9)], "valueeeee"),
    ],
)
def test_constraints_that_strict_mode_moves_to_descriptions_are_kept(client: OpenRouter, kind: Any, value: Any) -> None:
    question = [user("Which 3 types on 2024-05-06 in Rome?" if "Meta" not in str(kind) else "Which?")]
    assert client.chat.parse(response_type=kind, model=MODEL, messages=question, max_corrections=0).value == value
