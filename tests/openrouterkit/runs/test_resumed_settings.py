"""What a run keeps when it is resumed, with and without a conversation, and what it needs."""

from __future__ import annotations

from typing import Any

import pytest
from run_callers import RunCaller

from openrouterkit import Conversation, RequestOptions, function_tool, user
from openrouterkit.errors import APIError, InvalidArgumentError
from openrouterkit.middleware import Budget
from openrouterkit.runs import Run, RunHooks, max_steps
from openrouterkit.testing import Script, completion, error, tool_call
from openrouterkit.tools import ToolContext

CALL = tool_call("pay", {"amount": 1})
RISKY = tool_call("remove", {"amount": 2})


@function_tool
def pay(amount: int, context: ToolContext[Any]) -> str:
    """Pay."""
    return f"paid {amount} for {context.value}"


@function_tool(requires_approval=True)
def remove(amount: int, context: ToolContext[Any]) -> str:
    """Remove."""
    return f"removed {amount} for {context.value}"


def list_tools(request: Any) -> list[str]:
    return [tool["function"]["name"] for tool in request.json.get("tools", [])]


def test_a_run_goes_on_with_its_tools_hooks_and_context(caller: RunCaller) -> None:
    seen: list[str] = []
    hooks = RunHooks(after_tool=lambda finished: seen.append(finished.output))
    script = Script([RISKY, CALL, "Done"])
    run = caller.run(script, tools=iter([pay, remove]), hooks=hooks, context="Ada")
    assert caller.resume(script, run, approve=True).text == "Done"
    assert seen == ["removed 2 for Ada", "paid 1 for Ada"]
    assert [list_tools(request) for request in script.requests] == [["pay", "remove"]] * 3


def test_a_paused_run_goes_on_with_its_conditions(caller: RunCaller) -> None:
    script = Script([RISKY, CALL, "Done"])
    run = caller.run(script, tools=[pay, remove], max_steps=2, final_turn=False)
    assert caller.resume(script, run, approve=True).stopped_by == "max_steps"


@pytest.mark.parametrize("replaced", [{"max_steps": 5}, {"stop_when": max_steps(5)}])
def test_conditions_that_are_passed_replace_those_of_the_run(caller: RunCaller, replaced: dict[str, Any]) -> None:
    for original in ({"max_steps": 1}, {"stop_when": max_steps(1)}):
        script = Script([RISKY, CALL, "Done"])
        run = caller.run(script, tools=[pay, remove], final_turn=False, **original)
        assert caller.resume(script, run, approve=True, **replaced).text == "Done"


def test_a_run_that_a_condition_has_stopped_goes_on_without_it(caller: RunCaller) -> None:
    script = Script([CALL, CALL, "Done"])
    run = caller.run(script, tools=[pay], max_steps=1, final_turn=False)
    assert run.stopped_by == "max_steps"
    assert caller.resume(script, run).text == "Done"


def test_a_run_that_has_failed_after_a_tool_goes_on_with_its_tools() -> None:
    script = Script([CALL, error(402), "Done"])
    with script.client(retries=0) as client:
        with pytest.raises(APIError) as caught:
            client.chat.run(model="a/b", messages=[user("Hi")], tools=[pay])
        assert client.chat.resume(caught.value.run).text == "Done"
        saved = Run.from_json(caught.value.run.to_json())
        with pytest.raises(InvalidArgumentError, match="tools= lacks pay, which the run needs to go on"):
            client.chat.resume(saved)
    assert list_tools(script.requests[-1]) == ["pay"]


def test_a_saved_run_needs_the_tools_of_its_open_calls() -> None:
    calls = [CALL, RISKY, tool_call("invented")]
    hooks = RunHooks(before_tool=fail)
    script = Script([completion(tool_calls=calls), "Done"])
    with script.client() as client:
        with pytest.raises(LookupError) as caught:
            client.chat.run(model="a/b", messages=[user("Hi")], tools=[pay, remove], hooks=hooks, tool_errors="raise")
        saved = Run.from_json(find(caught.value).to_json())
        with pytest.raises(InvalidArgumentError, match="tools= lacks pay, which"):
            client.chat.resume(saved, tools=[remove])
        run = client.chat.resume(saved, tools=[pay, remove], context="Bob")
        assert [output.output for output in run.turns[0].outputs][:1] == ["paid 1 for Bob"]
        assert [call.name for call in run.pending] == ["remove"]


def fail(_: object) -> None:
    raise LookupError("hook")


def find(error: BaseException) -> Run[Any]:
    from openrouterkit.runs import find_run

    run = find_run(error)
    assert run is not None
    return run


def test_a_run_of_a_conversation_goes_on_with_its_own_tools_and_options() -> None:
    first, second = Budget(usd=9), Budget(usd=9)
    options, own = RequestOptions(middleware=[first]), RequestOptions(middleware=[second])
    script = Script([completion(tool_calls=[RISKY], cost=0.25), completion("Done", cost=0.5)])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", options=options)
        conversation.run("Hi", tools=[remove], options=own, extra_headers={"x-a": "1"}, tool_choice="auto")
        assert conversation.resume(approve=True).text == "Done"
    assert (first.report().usd, second.report().usd) == (0, 0.75)
    assert [list_tools(request) for request in script.requests] == [["remove"]] * 2
    assert [request.headers["x-a"] for request in script.requests] == ["1", "1"]


def test_settings_of_a_run_apply_until_it_has_ended() -> None:
    own = Budget(usd=9)
    calls = [RISKY, tool_call("remove", {"amount": 3})]
    script = Script([completion(tool_calls=calls, cost=0.25), CALL, RISKY, completion("Done", cost=0.5)])
    with script.client() as client:
        conversation = Conversation(client, model="a/b")
        conversation.run("Hi", tools=[remove, pay], options=RequestOptions(middleware=[own]))
        while (run := conversation.open_run) is not None:
            conversation.resume(approve=[run.pending[0].id])
    assert own.report().usd == 0.75
    assert conversation.text == "Done"


def test_a_conversation_and_its_fork_may_change_what_is_theirs() -> None:
    @function_tool(name="remove")
    def remove_better(amount: int) -> str:
        return f"removed {amount} better"

    script = Script([RISKY, "Done", "Done", "Done"])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[remove])
        conversation.run("Hi")
        fork, other = conversation.fork(), conversation.fork(tools=[remove_better])
        conversation.tools = [remove_better]
        outputs = [each.resume(approve=True).turns[0].outputs[0].output for each in (conversation, fork, other)]
    assert outputs == ["removed 2 better", "removed 2 for None", "removed 2 better"]


def test_a_fork_may_replace_the_own_settings_of_a_run() -> None:
    @function_tool(name="remove")
    def remove_better(amount: int) -> str:
        return f"removed {amount} better"

    with Script([RISKY, "Done"]).client() as client:
        conversation = Conversation(client, model="a/b")
        conversation.run("Hi", tools=[remove])
        run = conversation.fork(tools=[remove_better]).resume(approve=True)
    assert run.turns[0].outputs[0].output == "removed 2 better"
