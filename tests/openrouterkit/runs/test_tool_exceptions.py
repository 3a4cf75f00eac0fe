"""Exceptions of tools, of their hooks, and of the rules for their approval."""

from __future__ import annotations

import copy
import logging
import pickle
import threading

import pytest

from openrouterkit import function_tool, user
from openrouterkit.errors import ConfigurationError
from openrouterkit.runs import Run, RunHooks, find_run
from openrouterkit.testing import Script, completion, tool_call
from openrouterkit.tools import FunctionTool, ToolError


@function_tool
def broken() -> str:
    """Fail."""
    raise OSError("disk on fire")


@function_tool
def strict() -> str:
    """Tell the model what is wrong."""
    raise ToolError("Ask for a larger city.")


@function_tool
def odd() -> object:
    """Return what JSON cannot represent."""
    return object()


@pytest.fixture
def records(caplog):
    caplog.set_level(logging.DEBUG, "openrouterkit")
    return lambda: [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("tool", [broken, odd], ids=lambda tool: tool.name)
def test_an_exception_that_only_the_model_reads_is_logged_with_its_traceback(caller, records, tool):
    run = caller.run(Script([tool_call(tool.name), "Sorry"]), tools=[tool])
    (output,) = run.turns[0].outputs
    (record,) = records()
    assert record.name == "openrouterkit"
    assert record.exc_info[1] is output.exception
    assert record.getMessage() == f"the tool {tool.name} failed (tool call call_1, turn 1); the model reads the error"


def test_the_exception_of_a_tool_has_its_traceback(caller):
    (output,) = caller.run(Script([tool_call("broken"), "Sorry"]), tools=[broken]).turns[0].outputs
    assert isinstance(output.exception, OSError)
    names, traceback = [], output.exception.__traceback__
    while traceback is not None:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    assert names[-1] == "broken"


def test_what_a_tool_tells_the_model_on_purpose_is_not_logged(caller, records):
    (output,) = caller.run(Script([tool_call("strict"), "Sorry"]), tools=[strict]).turns[0].outputs
    assert isinstance(output.exception, ToolError)
    assert records() == []


def test_an_exception_that_is_raised_is_not_logged(caller, records):
    with pytest.raises(OSError, match="disk on fire"):
        caller.run(Script([tool_call("broken")]), tools=[broken], tool_errors="raise")
    assert records() == []


def test_the_exception_is_no_part_of_the_saved_run(caller):
    run = caller.run(Script([tool_call("broken"), "Sorry"]), tools=[broken])
    output = run.turns[0].outputs[0]
    for copied in (pickle.loads(pickle.dumps(output)), copy.deepcopy(output)):
        assert copied == output
        assert copied.exception is None
    restored = Run.from_json(run.to_json())
    assert restored.turns[0].outputs == run.turns[0].outputs
    assert restored.turns[0].outputs[0].exception is None


def test_a_tool_does_not_run_again_after_its_hook_has_failed(caller):
    ran = []

    @function_tool
    def charge(amount: int) -> str:
        ran.append(amount)
        return "charged"

    def fail(event):
        raise KeyError("log file")

    script = Script([tool_call("charge", {"amount": 5}), "Done"])
    with pytest.raises(KeyError) as caught:
        caller.run(script, tools=[charge], hooks=RunHooks(after_tool=fail))
    run = caller.call(script, "resume", find_run(caught.value), tools=[charge])
    assert (run.text, ran) == ("Done", [5])


def test_an_exception_names_the_tools_that_it_has_interrupted():
    entered, release = threading.Event(), threading.Event()

    @function_tool
    def hang() -> str:
        entered.set()
        release.wait(60)
        return "late"

    @function_tool
    def fail() -> str:
        entered.wait(60)
        raise OSError("disk on fire")

    calls = [tool_call("hang"), tool_call("fail"), tool_call("fail")]
    with Script([completion(tool_calls=calls), "Done"]).client() as client:
        with pytest.raises(OSError, match="disk on fire") as caught:
            client.chat.run(model="a/b", messages=[user("Hi")], tools=[hang, fail], tool_errors="raise", concurrency=2)
        release.set()
    raised_by, interrupted = caught.value.__notes__
    assert "raised by the tool 'fail'" in raised_by
    assert interrupted == (
        "these tool calls had begun, and their outputs are not part of the run, so they run again when it is resumed: "
        "hang (call_1)"
    )


def test_a_call_waits_if_the_rule_for_its_approval_fails(caller, records):
    deleted = []

    def delete(path: str) -> str:
        deleted.append(path)
        return f"deleted {path}"

    tool = FunctionTool(delete, requires_approval=lambda arguments: arguments["nope"])
    script = Script([tool_call("delete", {"path": "a"}), "Done"])
    run = caller.run(script, tools=[tool])
    assert (run.stopped_by, deleted) == ("approval", [])
    assert run.pending[0].problem == "KeyError: 'nope'"
    assert len(records()) == 1
    saved = Run.from_json(run.to_json())
    assert saved.pending == run.pending
    assert caller.call(script, "resume", saved, tools=[tool], approve=True).text == "Done"
    assert deleted == ["a"]


def test_an_async_rule_for_approval_is_rejected_in_a_sync_client_before_anything_is_sent():
    async def rule(arguments):
        return True

    tool = FunctionTool(lambda: "ok", name="act", requires_approval=rule)
    with Script([]).client() as client, pytest.raises(ConfigurationError, match="requires_approval of the tool 'act'"):
        client.chat.run(model="a/b", messages=[user("Hi")], tools=[tool])


def test_any_exception_while_arguments_are_read_is_reported_to_the_model(caller):
    class Tool(FunctionTool):
        def read_arguments(self, arguments):
            raise KeyError("unit")

    run = caller.run(Script([tool_call("act"), "Sorry"]), tools=[Tool(lambda: "ok", name="act")])
    assert run.turns[0].outputs[0].output == (
        "Error: the arguments of act are invalid: KeyError: 'unit'. The tool did not run; call it again with valid "
        "arguments."
    )
