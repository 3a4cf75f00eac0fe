"""`chat.parse`: the answer of a model as a value of a type."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

import anyio
import msgspec
import pytest

from openrouterkit import (
    InvalidOutputError,
    ParseError,
    RefusalError,
    RequestOptions,
    Service,
    TruncatedError,
    developer,
    errors,
    function_tool,
    system,
    user,
)
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.parsing import Parsed
from openrouterkit.services import AsyncOpenAICompatible, OpenAICompatible
from openrouterkit.testing import Script, Step, completion, error, reply, tool_call

QUESTION = [user("Capital of France?")]
PARIS = '{"name": "Paris", "population": 2100000}'
NO_SCHEMA = error(400, "This model does not support response_format json_schema")
NO_FORMAT = error(400, "'response_format.type' must be 'text'")
NO_TOOLS = error(404, "No endpoints found that support tool use.")


@dataclass
class City:
    """A city.

    Attributes:
        name: Its English name.
        population: How many live there.
    """

    name: str
    population: int = 0


def parse(steps: list[Step], kind: Any = City, **options: Any) -> tuple[Parsed[Any, Any], Script]:
    """Return what a sync client parses, and the script with its requests."""
    script = Script(steps)
    given = {"model": "a/b", "messages": QUESTION, **options}
    with script:
        return script.client().chat.parse(response_type=kind, **given), script


def read_formats(script: Script) -> list[Any]:
    """Return the type of the response format of each request; "tool" for a forced tool, None without both."""
    bodies = [request.json for request in script.requests]
    return [
        (body.get("response_format") or {}).get("type") or ("tool" if body.get("tool_choice") else None)
        for body in bodies
    ]


def test_the_answer_is_a_value_of_the_type_and_the_completion_is_unchanged() -> None:
    parsed, script = parse([completion(PARIS, cost=0.5)])
    assert parsed.value == City("Paris", 2_100_000)
    assert (parsed.method, parsed.repairs, parsed.text, parsed.cost) == ("json_schema", (), PARIS, 0.5)
    assert parsed.result.text == PARIS
    assert parsed.results == (parsed.result,)
    assert parsed.usage.output_tokens == parsed.result.usage.completion_tokens
    sent = script.requests[0].json["response_format"]["json_schema"]
    assert (sent["name"], sent["strict"], sent["description"]) == ("city", True, "A city.")
    assert sent["schema"]["required"] == ["name", "population"]
    assert sent["schema"]["additionalProperties"] is False
    assert sent["schema"]["properties"]["name"]["description"] == "Its English name."


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_clients_parse_the_same(backend: str) -> None:
    async def run() -> None:
        script = Script([NO_SCHEMA, '{"name": 1}', PARIS])
        async with script.async_client() as client:
            parsed = await client.chat.parse(response_type=City, model="a/b", messages=QUESTION)
        assert parsed.value == City("Paris", 2_100_000)
        assert (parsed.method, len(parsed.results)) == ("json_object", 2)

    anyio.run(run, backend=backend)


class Point(TypedDict):
    x: int


class Answer(msgspec.Struct):
    yes: bool


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        pytest.param(Point, '{"x": 1}', {"x": 1}, id="typed dict"),
        pytest.param(Answer, '{"yes": true}', Answer(yes=True), id="struct"),
        pytest.param(list[int], '{"value": [1, 2]}', [1, 2], id="list"),
        pytest.param(list[int], "[1, 2]", [1, 2], id="list that is not wrapped"),
        pytest.param(list[City], '{"value": [{"name": "Ulm", "population": null}]}', [City("Ulm")], id="objects"),
        pytest.param(Literal["yes", "no"], '{"value": "no"}', "no", id="literal"),
        pytest.param(int | None, '{"value": null}', None, id="optional"),
        pytest.param(dict[str, int], '{"a": 1}', {"a": 1}, id="dict, which strict mode does not have"),
    ],
)
def test_values_that_are_no_objects_are_a_member_of_the_answer(kind: Any, text: str, value: Any) -> None:
    parsed, script = parse([text], kind)
    assert parsed.value == value
    schema = script.requests[0].json["response_format"]["json_schema"]
    assert schema["schema"]["type"] == "object"
    assert schema["strict"] is (kind != dict[str, int])


def test_a_pydantic_model_is_parsed() -> None:
    import pydantic

    class Town(pydantic.BaseModel):
        name: str

    parsed, _ = parse(['{"name": "Ulm"}'], Town)
    assert parsed.value == Town(name="Ulm")


def test_strict_mode_is_rejected_for_a_type_that_it_cannot_express_if_it_is_required() -> None:
    with pytest.raises(errors.InvalidArgumentError, match="strict"):
        parse([], dict[str, int], strict=True)
    _, script = parse([PARIS], strict=False)
    assert "additionalProperties" not in script.requests[0].json["response_format"]["json_schema"]["schema"]


@pytest.mark.parametrize("kind", [list[int], int | None])
def test_an_answer_without_the_member_of_the_value_does_not_fit(kind: Any) -> None:
    with pytest.raises(InvalidOutputError, match='the object has no member "value"'):
        parse(["{}"], kind, max_corrections=0)


# The ladder.


def test_the_ladder_steps_down_to_what_the_service_accepts() -> None:
    parsed, script = parse([NO_SCHEMA, NO_FORMAT, NO_TOOLS, PARIS])
    assert parsed.value == City("Paris", 2_100_000)
    assert parsed.method == "prompt"
    assert read_formats(script) == ["json_schema", "json_object", "tool", None]
    assert len(parsed.results) == 1


@pytest.mark.parametrize(
    "rejection",
    [
        pytest.param(error(400, "Invalid parameter: 'response_format' of this type is not supported"), id="openai"),
        pytest.param(error(400, "This response_format type is unavailable now"), id="deepseek"),
        pytest.param(error(404, "No endpoints found that can handle the requested parameters."), id="openrouter"),
        pytest.param(error(422, "structured outputs are not available for this model"), id="422"),
        pytest.param(
            reply({"error": {"message": "Invalid value", "param": "response_format.type"}}, status=400), id="param"
        ),
        pytest.param(
            reply({"detail": [{"loc": ["body", "response_format", "type"], "msg": "unexpected value"}]}, status=422),
            id="validation",
        ),
        pytest.param(error(400, "Provider returned error", metadata={"raw": "guided_json is not supported"}), id="raw"),
    ],
)
def test_a_rejected_schema_is_recognized_by_the_words_of_services(rejection: Step) -> None:
    assert parse([rejection, PARIS])[0].method == "json_object"


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "This endpoint's maximum context length is 8192 tokens"),
        (400, "The maximum context length is 8192 tokens; reduce the messages, tools or response_format"),
        (400, "max_tokens is too large for response_format json_schema"),
        (404, "No endpoints found for a/b."),
        (404, "No endpoints found that support image input"),
        (401, "response_format needs a key"),
        (402, "response_format needs credits"),
    ],
)
def test_other_errors_are_raised_at_once(status: int, message: str) -> None:
    with pytest.raises(errors.APIError) as caught:
        parse([error(status, message)])
    assert caught.value.status_code == status


def test_a_service_declares_its_own_words() -> None:
    from openrouterkit.client import Client
    from openrouterkit.namespaces.chat import Chat

    service = Service("Acme", base_url="https://acme.test", parse_rejections={"json_schema": ["Constrained Decoding"]})
    client = Script([error(400, "no constrained decoding here"), PARIS]).client(service)
    assert isinstance(client, Client)
    parsed = Chat(client).parse(response_type=City, model="a/b", messages=QUESTION)
    assert parsed.method == "json_object"
    with pytest.raises(errors.ConfigurationError, match="parse_rejections"):
        Service("Acme", parse_rejections={"json_schema": "words"})


def test_the_step_that_worked_is_remembered_for_the_model_of_the_client() -> None:
    script = Script([NO_SCHEMA, PARIS, PARIS, PARIS, PARIS])
    client = script.client()
    for model in ("a/b", "a/b"):
        client.chat.parse(response_type=City, model=model, messages=QUESTION)
    for each, model in [(client.with_options(timeout=3), "a/b"), (client, "c/d")]:
        each.chat.parse(response_type=City, model=model, messages=QUESTION)
    assert read_formats(script) == ["json_schema", "json_object", "json_object", "json_object", "json_schema"]


@pytest.mark.parametrize(
    "message",
    [
        "Invalid schema for response_format 'city': In context=(), 'required' must contain every property",
        "response_format: the schema is nested too deeply",
        "The specified response_schema produces a constraint that has too many states for serving",
    ],
)
def test_a_rejected_schema_does_not_change_the_method_for_other_types(message: str) -> None:
    script = Script([error(400, message), PARIS, '{"x": 1}', PARIS])
    client = script.client()
    for kind in (City, Point, City):
        client.chat.parse(response_type=kind, model="a/b", messages=QUESTION)
    assert read_formats(script) == ["json_schema", "json_object", "json_schema", "json_object"]


def test_the_error_of_the_last_method_notes_why_the_others_were_rejected() -> None:
    with pytest.raises(errors.APIError, match="prompt too long") as caught:
        parse([NO_SCHEMA, NO_FORMAT, NO_TOOLS, error(400, "prompt too long")])
    notes = caught.value.__notes__
    assert [note.split('"')[1] for note in notes] == ["json_schema", "json_object", "tool"]
    assert "does not support response_format" in notes[0]


def test_the_memory_of_steps_is_bounded() -> None:
    script = Script([], default=PARIS)
    client = script.client()
    vars(client)["_parse_methods"] = {("u", str(number), "None"): "prompt" for number in range(1000)}
    script.add(NO_SCHEMA)
    client.chat.parse(response_type=City, model="a/b", messages=QUESTION)
    assert len(vars(client)["_parse_methods"]) <= 256


@pytest.mark.parametrize("method", ["json_schema", "json_object", "tool", "prompt"])
def test_a_named_method_is_the_only_one(method: str) -> None:
    answer: Step = tool_call("city", PARIS) if method == "tool" else PARIS
    parsed, _ = parse([answer], method=method)
    assert (parsed.value.name, parsed.method, parsed.text) == ("Paris", method, PARIS)
    with pytest.raises(errors.APIError):
        parse([error(400, "response_format and tools are not supported")], method=method)


def test_an_unknown_method_is_rejected_before_anything_is_sent() -> None:
    with pytest.raises(errors.InvalidArgumentError, match="method must be 'auto', 'json_schema'"):
        parse([], method="xml")


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (QUESTION, ["system", "user"]),
        ([system("Be brief."), *QUESTION], ["system", "user"]),
        ([developer("Be brief."), *QUESTION], ["developer", "user"]),
        ([{"role": "system", "content": [{"type": "text", "text": "Be brief."}]}, *QUESTION], ["system", "user"]),
    ],
)
def test_instructions_are_in_the_only_system_message(messages: Any, expected: list[str]) -> None:
    before = copy.deepcopy([getattr(each, "to_dict", lambda each=each: each)() for each in messages])
    _, script = parse([PARIS], method="prompt", messages=messages)
    sent = script.requests[0].json["messages"]
    assert [message["role"] for message in sent] == expected
    content = sent[0]["content"]
    parts = content if isinstance(content, str) else "".join(part["text"] for part in content)
    assert '"population"' in parts
    assert ("Be brief." in parts) is (len(messages) == 2)
    assert [getattr(each, "to_dict", lambda each=each: each)() for each in messages] == before


def test_tools_of_the_caller_are_kept_beside_the_forced_one() -> None:
    tools = [function_tool("city", "Look up a city.", {"type": "object"})]
    _, script = parse([tool_call("answer_city", PARIS)], method="tool", tools=tools)
    body = script.requests[0].json
    assert [tool["function"]["name"] for tool in body["tools"]] == ["city", "answer_city"]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "answer_city"}}


def test_a_model_that_calls_other_tools_gets_an_error_that_names_run() -> None:
    tools = [function_tool("clock", "The time.", {"type": "object"})]
    with pytest.raises(InvalidOutputError, match=r"calls clock in place of an answer; run tools with chat\.run\(\)"):
        parse([tool_call("clock")], tools=tools)


# Repairs.


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        pytest.param(f"```json\n{PARIS}\n```", ["removed the code fence"], id="fence"),
        pytest.param(f"Here you are:\n```\n{PARIS}\n```\nAnything?", ["removed the code fence"], id="fence in text"),
        pytest.param(f"Sure [1]! {PARIS} That is {{all}}.", ["removed the text around the JSON"], id="text"),
        pytest.param(f"<think>{{}} hm</think>{PARIS}", ["removed the reasoning before the JSON"], id="thinking"),
        pytest.param("{'name': 'Paris', population: 2100000,}", ["repaired damaged JSON"], id="quotes"),
        pytest.param('{"name": "Paris", "population": 2100000', ["repaired damaged JSON"], id="bracket"),
        pytest.param(
            '```json\n{"name": "Paris" "population": 2100000}',
            ["removed the code fence", "repaired damaged JSON"],
            id="comma",
        ),
    ],
)
def test_json_is_found_in_text_and_small_damage_is_repaired(text: str, repairs: list[str]) -> None:
    parsed, _ = parse([text], max_corrections=0)
    assert parsed.value == City("Paris", 2_100_000)
    assert [*parsed.repairs] == repairs
    with pytest.raises(InvalidOutputError):
        parse([text], max_corrections=0, repair=False)


def test_without_the_extra_the_error_says_what_would_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "json_repair", None)
    with pytest.raises(InvalidOutputError, match=r"pip install 'openrouterkit\[tools\]'"):
        parse(["{'name': 'Paris'}"], max_corrections=0)
    assert parse([f"```{PARIS}```"])[0].repairs  # needs no extra


# Corrections.


def test_the_model_is_told_what_is_wrong_and_corrects_it() -> None:
    wrong = '{"name": "Paris", "population": "many"}'
    parsed, script = parse([completion(wrong, cost=1), completion(PARIS, cost=2)])
    assert parsed.value == City("Paris", 2_100_000)
    assert [result.text for result in parsed.results] == [wrong, PARIS]
    assert parsed.cost == 3
    question, answer, correction = script.requests[1].json["messages"]
    assert question["role"] == "user"
    assert (answer["role"], answer["content"]) == ("assistant", wrong)
    assert "population" in correction["content"]
    assert '"required"' in correction["content"]  # a service that ignores the format has not shown it to the model


def test_a_forced_tool_is_corrected_by_the_result_of_its_call() -> None:
    parsed, script = parse([tool_call("city", '{"name": '), tool_call("city", PARIS)], method="tool", repair=False)
    assert parsed.value.name == "Paris"
    answer, correction = script.requests[1].json["messages"][1:]
    assert answer["tool_calls"][0]["function"]["arguments"] == "{}"  # services reject invalid JSON in a conversation
    assert (correction["role"], correction["tool_call_id"]) == ("tool", answer["tool_calls"][0]["id"])
    assert """'{"name": '""" in correction["content"]


def test_the_paid_answer_is_kept_if_its_correction_fails() -> None:
    with pytest.raises(InvalidOutputError, match=r"population.*; the request for a correction failed: .*401") as caught:
        parse([completion('{"name": "Paris", "population": []}', cost=0.5), error(401, "expired")])
    assert isinstance(caught.value.__cause__, errors.APIError)
    assert caught.value.__cause__.status_code == 401
    assert (caught.value.usage.cost, len(caught.value.results)) == (0.5, 1)


def test_malformed_tool_calls_are_not_sent_back() -> None:
    own = {"id": "y", "type": "function", "function": {"name": "city", "arguments": None}}
    custom = {"id": "z", "type": "custom", "custom": {"name": "sql", "input": "select"}}
    calls = [None, "x", {"id": "x", "type": "function"}, {"function": {"arguments": "{}"}}, own, custom]
    message = {"role": "assistant", "content": None, "tool_calls": calls}
    first = reply({"id": "g", "choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}]})
    parsed, script = parse([first, PARIS], method="tool")
    assert parsed.value.name == "Paris"
    answer, *results = script.requests[1].json["messages"][1:]
    assert answer["tool_calls"] == [{**own, "function": {"name": "city", "arguments": "{}"}}, custom]
    assert [result["tool_call_id"] for result in results] == ["y", "z"]


def test_an_empty_answer_is_not_sent_back_and_no_answer_is_not_corrected() -> None:
    parsed, script = parse(["", PARIS])
    assert parsed.value.name == "Paris"
    assert [message["role"] for message in script.requests[1].json["messages"]] == ["user", "user"]
    with pytest.raises(InvalidOutputError, match="has no choices"):
        parse([reply({"id": "g", "model": "a/b", "choices": []})])


def test_what_still_does_not_fit_is_an_error_with_all_answers() -> None:
    with pytest.raises(InvalidOutputError) as caught:
        parse([completion("no", cost=1), completion('{"name": []}', cost=2)])
    found = caught.value
    assert found.text == '{"name": []}'
    assert found.result.text == found.text
    assert [result.text for result in found.results] == ["no", '{"name": []}']
    assert found.usage.cost == 3
    assert [type(each) for each in found.errors] == [errors.DecodeError, errors.InvalidValueError]
    assert "after 2 answers, the answer does not have the requested type: " in str(found)
    assert "name" in str(found)
    assert found.attempts


def test_the_number_of_corrections_is_limited() -> None:
    with pytest.raises(InvalidOutputError) as caught:
        parse(["no", "no", "no"], max_corrections=2)
    assert len(caught.value.errors) == 3


# Refusals and cut answers.


def test_a_refusal_is_an_error_of_its_own() -> None:
    with pytest.raises(RefusalError, match="the model refused to answer: I cannot") as caught:
        parse([[{"content": None, "refusal": "I cannot help"}]])
    assert caught.value.text == "I cannot help"
    with pytest.raises(RefusalError, match=r"to answer: I cannot; change") as caught:
        parse([[{"content": "Sorry: {}", "refusal": "I cannot."}]])
    assert caught.value.text == "I cannot."
    with pytest.raises(RefusalError, match="a filter of the service"):
        parse([completion("", finish_reason="content_filter")])


def test_a_cut_answer_is_an_error_with_what_is_complete() -> None:
    with pytest.raises(TruncatedError, match="raise max_tokens") as caught:
        parse([completion('{"name": "Paris", "population": 21', finish_reason="length", cost=1)])
    found = caught.value
    assert found.partial_value == {"name": "Paris"}
    assert found.text == '{"name": "Paris", "population": 21'
    assert (found.result.finish_reason, found.usage.cost) == ("length", 1)


def test_an_answer_that_is_whole_although_it_was_cut_is_a_value() -> None:
    assert parse([completion(f"{PARIS}\n\n", finish_reason="length")])[0].value.name == "Paris"


@pytest.mark.parametrize("reasons", [("content_filter", None), ("stop", "SAFETY")])
def test_an_answer_whose_end_a_filter_removed_is_not_repaired(reasons: tuple[str, str | None]) -> None:
    message = {"role": "assistant", "content": '{"name": "Paris", "population": 21'}
    choice = {"index": 0, "finish_reason": reasons[0], "native_finish_reason": reasons[1], "message": message}
    with pytest.raises(RefusalError, match="a filter of the service") as caught:
        parse([{"choices": [choice]}])
    assert caught.value.text == message["content"]


def test_a_cut_tool_call_is_recognized() -> None:
    with pytest.raises(TruncatedError):
        parse([completion(tool_calls=[tool_call("city", '{"name": "Par')], finish_reason="length")], method="tool")


@pytest.mark.parametrize("kind", [RefusalError, TruncatedError, InvalidOutputError])
def test_the_errors_can_be_pickled(kind: type[ParseError]) -> None:
    steps: dict[Any, Step] = {
        RefusalError: [{"content": None, "refusal": "no"}],
        TruncatedError: completion('{"name": "P', finish_reason="length"),
        InvalidOutputError: "no",
    }
    with pytest.raises(kind) as caught:
        parse([steps[kind]], max_corrections=0)
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is kind
    assert isinstance(again, errors.SDKError)
    assert (str(again), again.text, again.usage) == (str(caught.value), caught.value.text, caught.value.usage)
    assert again.result.text == caught.value.result.text
    assert kind("made by hand").result is None


# Arguments.


def test_options_and_further_parameters_reach_every_request() -> None:
    options = RequestOptions(headers={"X-Tenant": "ada"})
    _, script = parse([NO_SCHEMA, "no", PARIS], temperature=0, options=options, timeout=5, extra_body={"top_k": 1})
    for request in script.requests:
        assert (request.json["temperature"], request.json["top_k"]) == (0, 1)
        assert request.headers["x-tenant"] == "ada"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"response_format": {"type": "text"}}, r"parse\(\) does not accept response_format; pass response_type"),
        ({"stream": True}, "use parse_stream"),
        ({"messages": "Hello"}, "expects a list for messages"),
        ({"messages": [object()]}, "messages|object"),
        ({"modle": "a/b"}, "modle"),
    ],
)
def test_an_invalid_argument_is_rejected_before_anything_is_sent(arguments: Any, message: str) -> None:
    with pytest.raises(errors.InvalidArgumentError, match=message):
        parse([], **arguments)
    with pytest.raises(errors.InvalidArgumentError, match="requires a type"):
        parse([], "City")


def test_a_generator_of_messages_is_read_once() -> None:
    assert parse([NO_SCHEMA, "no", PARIS], messages=iter(QUESTION))[0].value.name == "Paris"


def test_every_service_parses() -> None:
    def compatible(**options: Any) -> OpenAICompatible[Any]:
        return OpenAICompatible(base_url="http://local.test/v1", **options)

    for kind in (Mistral, compatible):
        client: Any = Script([NO_SCHEMA, PARIS]).client(kind)
        parsed = client.chat.parse(response_type=City, model="m", messages=QUESTION)
        assert (parsed.method, parsed.value.name) == ("json_object", "Paris")


def test_every_async_service_parses() -> None:
    def compatible(**options: Any) -> AsyncOpenAICompatible[Any]:
        return AsyncOpenAICompatible(base_url="http://local.test/v1", **options)

    async def run() -> None:
        for kind in (AsyncMistral, compatible):
            async with Script([PARIS]).async_client(kind) as client:
                parsed = await client.chat.parse(response_type=City, model="m", messages=QUESTION)
                assert parsed.value.name == "Paris"

    anyio.run(run)
