"""Runs whose answer is a value of a type: `response_type`."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from run_callers import RunCaller

from openrouterkit import OpenRouter, function_tool, json_schema, user
from openrouterkit.errors import InvalidArgumentError, ParseError
from openrouterkit.mistral import Mistral
from openrouterkit.parsing import InvalidOutputError, RefusalError, TruncatedError
from openrouterkit.runs import Run, RunHooks, max_cost, max_steps
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script, completion, error, tool_call


@dataclass
class City:
    """A city."""

    name: str
    people: int


ROME = '{"name": "Rome", "people": 3}'
CALL = tool_call("weather", {"city": "Rome"})
SERVICES: list[Any] = [OpenRouter, Mistral, lambda **options: OpenAICompatible(base_url="http://x.test/v1", **options)]


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


def test_the_answer_after_the_tools_is_a_value_of_the_type(caller: RunCaller) -> None:
    script = Script([CALL, ROME])
    run = caller.run(script, tools=[weather], response_type=City)
    assert run.value == City("Rome", 3)
    assert run.value is run.value
    assert run.stopped_by == "answer"
    sent = [request.json["response_format"]["json_schema"] for request in script.requests]
    assert [schema["name"] for schema in sent] == ["city", "city"]
    assert sent[0]["strict"] is True
    assert [len(request.json["tools"]) for request in script.requests] == [1, 1]


def test_a_run_without_a_type_has_no_value(caller: RunCaller) -> None:
    assert caller.run(Script([CALL, ROME]), tools=[weather]).value is None


def test_a_type_that_is_no_object_is_wrapped(caller: RunCaller) -> None:
    run = caller.run(Script(['{"value": "yes"}']), response_type=Literal["yes", "no"])
    assert run.value == "yes"


@pytest.mark.parametrize("kind", SERVICES, ids=["openrouter", "mistral", "compatible"])
def test_every_service_has_typed_runs(kind: Any) -> None:
    with Script([CALL, ROME]).client(kind) as client:
        run = client.chat.run(model="m", messages=[user("Rome?")], tools=[weather], response_type=City)
    assert run.value == City("Rome", 3)


def test_an_answer_that_does_not_fit_is_corrected_once(caller: RunCaller) -> None:
    script = Script([CALL, '{"name": "Rome"}', ROME])
    run = caller.run(script, tools=[weather], response_type=City)
    assert run.value == City("Rome", 3)
    assert [turn.number for turn in run.turns] == [1, 2, 3]
    asked = script.requests[2].json["messages"][-2:]
    assert asked[0] == {"role": "assistant", "content": '{"name": "Rome"}'}
    assert asked[1]["role"] == "user"
    assert "people" in asked[1]["content"]


EMPTY = [{"role": "assistant", "content": None}, {"role": "assistant", "content": ""}]


@pytest.mark.parametrize("message", [*EMPTY, {"role": "assistant", "content": "", "tool_calls": [None, {}]}])
def test_an_empty_answer_is_not_sent_back_with_the_request_for_a_correction(caller: RunCaller, message: Any) -> None:
    script = Script([CALL, {"choices": [{"index": 0, "finish_reason": "stop", "message": message}]}, ROME])
    run = caller.run(script, tools=[weather], response_type=City)
    assert run.value == City("Rome", 3)
    roles = ["user", "assistant", "tool", "user"]
    assert [message["role"] for message in script.requests[2].json["messages"]] == roles
    assert [message["role"] for message in run.messages] == [*roles, "assistant"]


def test_no_correction_of_a_response_without_an_answer_is_requested(caller: RunCaller) -> None:
    script = Script([{"id": "g", "model": "a/b", "choices": []}])
    with pytest.raises(InvalidOutputError, match="has no choices"):
        caller.run(script, response_type=City)
    assert len(script.requests) == 1


def test_an_answer_that_never_fits_raises_the_error_of_parse_with_the_run(caller: RunCaller) -> None:
    with pytest.raises(InvalidOutputError, match="after 2 answers, the answer does not have the") as caught:
        caller.run(Script([CALL, "Rome", "Rome!"]), tools=[weather], response_type=City)
    assert len(caught.value.errors) == 2
    assert len(caught.value.results) == 3
    assert caught.value.usage.total_tokens == caught.value.run.usage.total_tokens
    assert caught.value.run.turns[0].outputs[0].output == "sunny in Rome"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (completion('{"name": "Ro', finish_reason="length"), TruncatedError),
        (completion('{"name": "Rome", "people": 3', finish_reason="content_filter"), RefusalError),
        ([{"content": None, "refusal": "No."}], RefusalError),
    ],
    ids=["cut", "filtered", "refused"],
)
def test_a_cut_or_refused_answer_raises_the_error_of_parse(caller: RunCaller, answer: Any, kind: Any) -> None:
    with pytest.raises(kind) as caught:
        caller.run(Script([answer]), response_type=City)
    assert len(caught.value.run.turns) == 1


def test_a_run_that_has_stopped_before_its_answer_has_no_value(caller: RunCaller) -> None:
    run = caller.run(Script([CALL]), tools=[weather], response_type=City, stop_when=max_steps(1), final_turn=False)
    with pytest.raises(ParseError, match="stopped before the model answered: max_steps") as caught:
        _ = run.value
    assert len(caught.value.results) == 1


def test_the_last_turn_after_a_limit_is_corrected_too(caller: RunCaller) -> None:
    script = Script([CALL, "Rome", ROME])
    run = caller.run(script, tools=[weather], response_type=City, stop_when=max_steps(1))
    assert run.value == City("Rome", 3)
    assert run.stopped_by == "max_steps"
    assert [request.json.get("tool_choice") for request in script.requests] == [None, "none", "none"]


def test_a_resumed_run_keeps_its_type(caller: RunCaller) -> None:
    careful = function_tool(requires_approval=True)(weather.__wrapped__)
    script = Script([CALL, ROME])
    run = caller.run(script, tools=[careful], response_type=City)
    assert run.is_paused
    assert caller.resume(script, run, tools=[careful], approve=True).value == City("Rome", 3)


@pytest.mark.parametrize("passed", ["from_json", "resume"])
def test_a_saved_run_gets_its_type_again(caller: RunCaller, passed: str) -> None:
    careful = function_tool(requires_approval=True)(weather.__wrapped__)
    script = Script([CALL, ROME])
    text = caller.run(script, tools=[careful], response_type=City).to_json()
    if passed == "from_json":
        run = caller.resume(script, Run.from_json(text, response_type=City), tools=[careful], approve=True)
    else:
        run = caller.resume(script, Run.from_json(text), response_type=City, tools=[careful], approve=True)
    assert run.value == City("Rome", 3)
    assert script.requests[1].json["response_format"] == script.requests[0].json["response_format"]
    assert Run.from_json(run.to_json(), response_type=City).value == City("Rome", 3)
    assert Run.from_json(run.to_json()).value is None


def test_a_copy_of_a_run_has_the_value() -> None:
    with Script([ROME]).client() as client:
        run = client.chat.run(model="m", messages=[user("Hi")], response_type=City, timeout=3)
    assert copy.deepcopy(run).value == pickle.loads(pickle.dumps(run)).value == run.value
    assert pickle.loads(pickle.dumps(run)) == run


def test_a_type_and_a_format_exclude_each_other(caller: RunCaller) -> None:
    with pytest.raises(InvalidArgumentError, match="response_type and response_format exclude each other"):
        caller.run(Script([]), response_type=City, response_format=json_schema(City))


def test_a_type_without_a_schema_is_rejected_before_anything_is_sent(caller: RunCaller) -> None:
    script = Script([])
    with pytest.raises(InvalidArgumentError, match="JSON Schema"):
        caller.run(script, response_type=Script)
    assert not script.requests


@pytest.mark.parametrize("kind", SERVICES, ids=["openrouter", "mistral", "compatible"])
@pytest.mark.parametrize("method", ["run", "run_stream"])
def test_a_response_format_may_be_a_type(kind: Any, method: str) -> None:
    script = Script([CALL, ROME])
    with script.client(kind) as client:
        given: dict[str, Any] = {"model": "m", "messages": [user("Hi")], "tools": [weather], "response_format": City}
        called = getattr(client.chat, method)(**given)
        run: Run[Any] = called if method == "run" else called.read_all()
    assert run.text == ROME
    assert script.requests[1].json["response_format"]["json_schema"]["name"] == "city"
    assert Run.from_json(run.to_json()).parameters == run.parameters


def test_a_failed_correction_leads_to_a_run_that_is_resumed(caller: RunCaller) -> None:
    script = Script(["Rome", error(402, "No credits."), ROME])
    with pytest.raises(Exception, match="credits") as caught:
        caller.run(script, response_type=City)
    failed: Any = caught.value
    assert caller.resume(script, failed.run).value == City("Rome", 3)


def test_the_hooks_see_the_turns_of_corrections(caller: RunCaller) -> None:
    seen: list[int] = []
    hooks = RunHooks(after_turn=lambda turn: seen.append(turn.number))
    caller.run(Script(["Rome", ROME]), response_type=City, hooks=hooks)
    assert seen == [1, 2]


def test_conditions_are_not_checked_before_a_correction_which_has_no_tool_calls(caller: RunCaller) -> None:
    def has_paid(progress: Any) -> bool:
        return bool(progress.last.tool_calls[-1].name == "pay")  # each turn that it receives has tool calls

    run = caller.run(Script(["nope", ROME]), response_type=City, stop_when=has_paid)
    assert (run.value, run.stopped_by) == (City("Rome", 3), "answer")


@pytest.mark.parametrize("limit", [{"max_steps": 1}, {"stop_when": max_cost(0.1)}])
def test_limits_are_checked_before_a_correction(caller: RunCaller, limit: dict[str, Any]) -> None:
    run = caller.run(Script([completion("nope", cost=0.5), ROME]), response_type=City, final_turn=False, **limit)
    assert run.stopped_by in ("max_steps", "max_cost")
    assert len(run.turns) == 1
