"""Runs that pause at tool calls, and are resumed with decisions, also in another process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from openrouterkit import ChatCompletion, function_tool, tool, user
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.events import ApprovalRequested, RunEnded, ToolFinished, TurnStarted
from openrouterkit.mistral import Mistral
from openrouterkit.mistral.results import MistralCompletion
from openrouterkit.runs import Run, max_steps
from openrouterkit.testing import Script, completion, tool_call
from openrouterkit.tools import FunctionTool, Tool

deleted: list[str] = []


@function_tool
def read(path: str) -> str:
    """Read a file."""
    return f"content of {path}"


def delete(path: str) -> str:
    """Delete a file."""
    deleted.append(path)
    return f"deleted {path}"


careful = FunctionTool(delete, requires_approval=True)
ask = Tool("ask", "Ask the user.", {"type": "object", "properties": {"question": {"type": "string"}}})


@pytest.fixture(autouse=True)
def forget():
    deleted.clear()


def pause(caller, *, tools=(careful, read), calls=None, steps=(), **more):
    calls = calls or [tool_call("delete", {"path": "a"}), tool_call("read", {"path": "b"})]
    script = Script([completion(tool_calls=calls), *steps])
    return script, caller.run(script, tools=tools, **more)


def test_a_run_pauses_at_a_call_that_needs_approval_after_the_others_have_run(caller):
    script, run = pause(caller)
    assert run.stopped_by == "approval"
    assert run.is_paused
    (call,) = run.pending
    assert (call.id, call.name, call.arguments, call.reason) == ("call_1", "delete", {"path": "a"}, "approval")
    assert [output.name for output in run.turns[0].outputs] == ["read"]
    assert run.messages[-1] == {"role": "tool", "tool_call_id": "call_2", "name": "read", "content": "content of b"}
    assert deleted == []
    script.assert_done()


def test_an_approved_call_runs_and_the_run_goes_on(caller):
    script, run = pause(caller, steps=["Done"])
    run = caller.call(script, "resume", run, tools=[careful, read], approve=["call_1"])
    assert (run.text, run.stopped_by, deleted) == ("Done", "answer", ["a"])
    assert [message["content"] for message in run.messages[2:4]] == ["deleted a", "content of b"], "in order"
    assert [turn.number for turn in run.turns] == [1, 2]
    assert script.requests[1].model == "a/b"


def test_a_denied_call_does_not_run_and_the_model_reads_why(caller):
    script, run = pause(caller, steps=["Done"])
    run = caller.call(script, "resume", run, tools=[careful, read], deny={"call_1": "it is needed"})
    assert (run.text, deleted) == ("Done", [])
    assert run.turns[0].outputs[0].output == "The user denied this tool call: it is needed"
    assert run.turns[0].outputs[0].error == "denied: it is needed"


def test_an_approved_call_may_run_with_other_arguments(caller):
    script, run = pause(caller, steps=["Done"])
    run = caller.call(script, "resume", run, tools=[careful, read], approve={"call_1": {"path": "c"}})
    assert deleted == ["c"]
    output = run.turns[0].outputs[0].output
    assert output.endswith('\n\n[The user has changed the arguments of this call to {"path":"c"}.]')


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [({"pat": "c"}, "pat: unknown argument"), ({"path": {1}}, "set is not JSON serializable")],
)
def test_arguments_of_a_person_that_the_tool_does_not_accept_raise_before_anything_runs(caller, arguments, reason):
    script, run = pause(caller, steps=["Done"])
    with pytest.raises(InvalidArgumentError, match=f"approve: the tool call 'call_1' cannot run: .*{reason}"):
        caller.call(script, "resume", run, tools=[careful, read], approve={"call_1": arguments})
    assert (deleted, len(script.requests)) == ([], 1)


def test_all_calls_are_approved_or_denied_at_once(caller):
    calls = [tool_call("delete", {"path": path}) for path in "ab"]
    script, run = pause(caller, calls=calls, steps=["Done"])
    assert caller.call(script, "resume", run, tools=[careful], approve=True, deny="call_2").text == "Done"
    assert deleted == ["a"]
    script, run = pause(caller, calls=calls, steps=["Done"])
    outputs = caller.call(script, "resume", run, tools=[careful], deny=True).turns[0].outputs
    assert [output.output for output in outputs] == ["The user denied this tool call."] * 2


def test_calls_without_a_decision_stay_pending(caller):
    calls = [tool_call("delete", {"path": path}) for path in "ab"]
    script, run = pause(caller, calls=calls, steps=["Done"])
    run = caller.call(script, "resume", run, tools=[careful], approve=["call_2"])
    assert [call.id for call in run.pending] == ["call_1"]
    assert deleted == ["b"]
    run = caller.call(script, "resume", run, tools=[careful], approve=["call_1"])
    assert (run.text, deleted) == ("Done", ["b", "a"])
    assert [message["content"] for message in run.messages[2:4]] == ["deleted a", "deleted b"]


def test_a_function_of_the_arguments_decides_whether_approval_is_needed(caller):
    tool = FunctionTool(delete, requires_approval=lambda arguments: arguments["path"].startswith("/"))
    calls = [tool_call("delete", {"path": path}) for path in ("/etc", "tmp")]
    _, run = pause(caller, tools=[tool], calls=calls)
    assert [call.arguments["path"] for call in run.pending] == ["/etc"]
    assert deleted == ["tmp"]


def test_invalid_arguments_need_no_approval(caller):
    _, run = pause(caller, calls=[tool_call("delete", {"file": "a"})], steps=["Sorry"])
    assert (run.text, run.stopped_by) == ("Sorry", "answer")


def test_a_tool_without_a_function_is_answered_by_hand(caller):
    script, run = pause(caller, tools=[ask], calls=[tool_call("ask", {"question": "Which?"})], steps=["Done"])
    assert (run.stopped_by, run.pending[0].reason) == ("answer needed", "answer")
    run = caller.call(script, "resume", run, tools=[ask], answers={"call_1": {"choice": "blue"}})
    assert run.text == "Done"
    assert json.loads(run.messages[2]["content"]) == {"choice": "blue"}


def test_a_question_to_the_user_may_be_denied(caller):
    script, run = pause(caller, tools=[ask], calls=[tool_call("ask", {"question": "Which?"})], steps=["Done"])
    run = caller.call(script, "resume", run, tools=[ask], deny={"call_1": "busy"})
    assert run.turns[0].outputs[0].output == "The user denied this tool call: busy"


def test_the_messages_of_a_paused_run_continue_with_the_outputs_of_the_tools_that_have_run(caller):
    script, run = pause(caller, steps=["Fine"])
    caller.run(script, messages=[*run.messages, user("Never mind")], tools=[careful, read])
    sent = script.requests[1].json["messages"]
    assert [message["role"] for message in sent] == ["user", "assistant", "tool", "tool", "user"]
    results = {message["tool_call_id"]: message["content"] for message in sent[2:4]}
    assert results["call_2"] == "content of b"
    assert "no result" in results["call_1"]


def test_results_that_are_given_by_hand_are_sent_alone(caller):
    script, run = pause(caller, steps=["Fine"])
    given = tool("gone", tool_call_id="call_1").to_dict()
    caller.run(script, messages=[*run.messages, given, user("Thanks")], tools=[careful, read])
    assert script.requests[1].json["messages"][3:] == [given, user("Thanks").to_dict()]


def test_the_limits_of_a_run_count_the_turns_before_its_pause(caller):
    script, run = pause(caller, steps=["Enough"])
    run = caller.call(script, "resume", run, tools=[careful, read], approve=True, stop_when=max_steps(1))
    assert (run.stopped_by, run.text) == ("max_steps", "Enough")


def test_parameters_may_be_replaced_when_a_run_is_resumed(caller):
    script, run = pause(caller, steps=["Done"], temperature=1)
    run = caller.call(script, "resume", run, tools=[careful, read], approve=True, model="a/large")
    assert script.requests[1].model == "a/large"
    assert script.requests[1].json["temperature"] == 1
    assert run.parameters == {"model": "a/large", "temperature": 1}


@pytest.mark.parametrize(
    ("decisions", "problem"),
    [
        ({}, "waits for decisions about 'call_1'"),
        ({"approve": ["call_9"]}, "no tool call 'call_9' is pending; the pending calls are 'call_1'"),
        (
            {"answers": {"call_1": "x"}},
            "answers: the tool call 'call_1' waits for approval, not for an answer; pass approve= or deny=",
        ),
        ({"approve": ["call_1"], "deny": ["call_1"]}, "decide on one"),
        ({"approve": True, "tools": [read]}, "tools= lacks delete"),
    ],
)
def test_a_decision_that_fits_no_pending_call_is_rejected(decisions, problem):
    script = Script([tool_call("delete", {"path": "a"})])
    with script.client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[careful])
        with pytest.raises(InvalidArgumentError, match=problem):
            client.chat.resume(run, **{"tools": [careful], **decisions})


@pytest.mark.parametrize(
    "approve",
    [{"call_1": True}, {"call_1": None}, ["call_1"], "call_1", lambda run: run.pending, lambda run: run.pending[0]],
)
def test_a_call_is_approved_by_its_id_or_itself(approve):
    script = Script([tool_call("delete", {"path": "a"}), "Done"])
    with script.client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[careful])
        decision = approve(run) if callable(approve) else approve
        assert client.chat.resume(run, tools=[careful], approve=decision).text == "Done"
    assert deleted == ["a"]


@pytest.mark.parametrize(
    ("decisions", "problem"),
    [
        ({"approve": {"call_1": False}}, "leave the id out, or pass deny="),
        ({"deny": {"call_1": False}}, "leave the id out, or pass approve="),
        ({"approve": {"call_1": "x"}}, "expects True, or a dict of arguments"),
        ({"approve": [3]}, "approve expects ids of pending calls, or the calls themselves, not 3"),
        ({"approve": ["call_2"]}, "waits for an answer, not for approval; pass answers= or deny="),
        ({"answers": ["call_2"]}, "answers must be a dict"),
    ],
)
def test_a_decision_that_cannot_be_read_names_the_remedy(decisions, problem):
    calls = [tool_call("delete", {"path": "a"}), tool_call("ask", {"question": "Which?"})]
    with Script([completion(tool_calls=calls)]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[careful, ask])
        with pytest.raises(InvalidArgumentError, match=problem):
            client.chat.resume(run, tools=[careful, ask], **decisions)
    assert deleted == []


def test_a_call_may_be_denied_without_a_reason_by_true(caller):
    script, run = pause(caller, steps=["Done"])
    run = caller.call(script, "resume", run, tools=[careful, read], deny={"call_1": True})
    assert run.turns[0].outputs[0].output == "The user denied this tool call."


def test_a_run_and_its_pending_calls_print_shortly(caller):
    _, run = pause(caller, calls=[tool_call("delete", {"path": "a" * 500})])
    assert repr(run.pending[0]).startswith('<PendingCall call_1: delete({"path":"aaa')
    assert repr(run.pending[0]).endswith("...) waits for approval>")
    assert repr(run) == "<Run stopped by 'approval' after 1 turn; 0 dollars; pending: delete>"
    run = caller.run(Script([completion("It is warm.", cost=0.25)]))
    assert repr(run) == "<Run stopped by 'answer' after 1 turn; 0.25 dollars; 'It is warm.'>"


def test_a_run_that_has_ended_cannot_be_resumed(caller):
    script = Script(["Hi"])
    run = caller.run(script)
    with pytest.raises(InvalidArgumentError, match="has ended with an answer"):
        caller.call(script, "resume", run)
    with pytest.raises(InvalidArgumentError, match="the pending calls are none"):
        caller.call(script, "resume", run, approve=["call_1"])


def test_a_run_that_a_limit_has_stopped_can_be_resumed(caller):
    script = Script([tool_call("read", {"path": "a"}), "Done"])
    run = caller.run(script, tools=[read], stop_when=max_steps(1), final_turn=False)
    assert caller.call(script, "resume", run, tools=[read]).text == "Done"


def test_the_events_of_a_paused_and_resumed_run(caller):
    script = Script([tool_call("delete", {"path": "a"}), "Done"])
    run, events = caller.stream(script, tools=[careful])
    assert isinstance(events[-2], ApprovalRequested)
    assert events[-2].tool_call.id == "call_1"
    assert events[-1] == RunEnded(run)
    run, events = caller.call(script, "resume_stream", run, tools=[careful], approve=True)
    assert run.text == "Done"
    assert [event.output for event in events if isinstance(event, ToolFinished)] == ["deleted a"]
    assert [event.number for event in events if isinstance(event, TurnStarted)] == [2]


# ------------------------------------------------------------------------------------------------- saved runs


def test_a_saved_run_is_equal(caller):
    _, run = pause(caller)
    saved = Run.from_json(run.to_json())
    assert saved.to_json() == run.to_json()
    assert saved.messages == run.messages
    assert saved.usage == run.usage
    assert isinstance(saved.results[0], ChatCompletion)
    assert saved.pending[0].arguments == {"path": "a"}
    assert Run.from_json(run.to_json().encode()).id == run.id


def test_the_completions_of_a_saved_run_may_have_the_class_of_their_service():
    with Script(["Hi"]).client(Mistral) as client:
        run = client.chat.run(model="m", messages=[user("Hello")])
    assert isinstance(run.results[0], MistralCompletion)
    assert isinstance(Run.from_json(run.to_json(), result=MistralCompletion).results[0], MistralCompletion)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "openrouterkit.run", "version": 9}', '{"format": "openrouterkit.run", "version": 1}'],
)
def test_text_that_is_no_run_is_rejected(text):
    with pytest.raises(InvalidArgumentError, match=r"this text is not a run \(.+\); pass the text of run\.to_json\(\)"):
        Run.from_json(text)


PROGRAM = """
import sys
from openrouterkit.runs import Run
from openrouterkit.testing import Script, tool_call
from openrouterkit.tools import FunctionTool

def read(path: str) -> str:
    raise OSError("disk on fire")

def look(place: str) -> str:
    return "seen " + place

def delete(path: str) -> str:
    return "deleted " + path

tools = [FunctionTool(read), FunctionTool(look), FunctionTool(delete, requires_approval=True)]
run = Run.from_json(sys.stdin.read())
script = Script(["All done."])
with script.client() as client:
    run = client.chat.resume(run, tools=tools, approve=True)
print([message["content"] for message in run.messages if message["role"] == "tool"], run.text, run.usage.cost)
"""


def test_a_run_with_three_tools_is_resumed_in_another_process():
    @function_tool
    def broken(path: str) -> str:
        raise OSError("disk on fire")

    failing = FunctionTool(broken.__wrapped__, name="read")

    def see(place: str) -> str:
        return f"seen {place}"

    look = FunctionTool(see, name="look")
    calls = [
        tool_call("read", {"path": "a"}),
        tool_call("look", {"place": "b"}),
        tool_call("delete", {"path": "c"}),
    ]
    with Script([completion(tool_calls=calls, cost=0.5)]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[failing, look, careful])
    assert [call.name for call in run.pending] == ["delete"]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=run.to_json(),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == ("['Error: read failed: OSError: disk on fire', 'seen b', 'deleted c'] All done. 0.5")
