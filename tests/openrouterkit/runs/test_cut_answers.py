"""Answers that are not whole: no tool runs because of them, and the run says so."""

from __future__ import annotations

import pytest

from openrouterkit import ChatCompletion, RequestOptions, function_tool, user
from openrouterkit.testing import Script, completion, events
from openrouterkit.tools import Tool

ran: list[str] = []


@function_tool
def delete_files(pattern: str = "*") -> str:
    """Delete files."""
    ran.append(pattern)
    return f"deleted {pattern}"


@pytest.fixture(autouse=True)
def forget():
    ran.clear()


def write_call(arguments, number=0):
    return {
        "id": f"k{number}",
        "index": number,
        "type": "function",
        "function": {"name": "delete_files", "arguments": arguments},
    }


def answer(*calls, text=None, **choice):
    message = {"role": "assistant", "content": text, **({"tool_calls": list(calls)} if calls else {})}
    return {"choices": [{"index": 0, "message": message, **choice}]}


def chunk(delta, finish_reason=None):
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    head = {"id": "g", "object": "chat.completion.chunk", "created": 1, "model": "a/b"}
    return {**head, "choices": [choice]}


@pytest.mark.parametrize(
    ("choice", "cause"),
    [
        ({"finish_reason": "length"}, "reached its limit of tokens"),
        ({"finish_reason": "tool_calls", "native_finish_reason": "MAX_TOKENS"}, "reached its limit of tokens"),
        ({"finish_reason": "content_filter"}, "a content filter ended your answer"),
    ],
)
@pytest.mark.parametrize("arguments", ["", "{}", '{"pattern": "*.tmp"}', '{"pattern": "*.t'])
def test_no_tool_runs_on_arguments_of_an_answer_that_is_not_whole(choice, cause, arguments):
    calls = [write_call(arguments, number) for number in range(2)]
    with Script([answer(*calls, **choice), "Done"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Delete *.tmp")], tools=[delete_files])
    assert ran == []
    assert all(cause in output.output for output in run.turns[0].outputs)


def test_no_tool_runs_on_arguments_of_a_stream_that_was_cut_off(caller):
    script = Script([events(chunk({"tool_calls": [write_call("")]}), chunk({}, "length"), "[DONE]"), "Done"])
    run, _ = caller.stream(script, tools=[delete_files])
    assert ran == []
    assert run.text == "Done"


def test_no_tool_runs_on_arguments_of_an_incomplete_stream_that_the_caller_accepts(caller):
    script = Script([events(chunk({"tool_calls": [write_call("")]})), "Done"])
    caller.stream(script, tools=[delete_files], options=RequestOptions(on_incomplete="return"))
    assert ran == []


def test_nobody_is_asked_to_answer_a_call_that_was_cut_off(caller):
    run = caller.run(Script([answer(write_call(""), finish_reason="length"), "Done"]), tools=[Tool("delete_files")])
    assert run.stopped_by == "answer"


def test_a_call_without_arguments_in_a_whole_answer_runs(caller):
    caller.run(Script([answer(write_call(""), finish_reason="tool_calls"), "Done"]), tools=[delete_files])
    assert ran == ["*"]


@pytest.mark.parametrize(
    ("step", "stopped_by"),
    [
        (completion("It is", finish_reason="length"), "cut off"),
        (completion("It is", finish_reason="content_filter"), "filtered"),
        ({"choices": [{"index": 0, "message": {"role": "assistant", "content": None, "refusal": "No."}}]}, "refused"),
        (answer(text=" \n", finish_reason="stop"), "empty"),
        (answer(text=None, finish_reason="stop"), "empty"),
        ({"choices": []}, "empty"),
        (answer(text=[{"type": "thinking", "thinking": []}], finish_reason="stop"), "empty"),
        (answer(text="It is warm.", finish_reason="stop"), "answer"),
        (answer(text="It is warm."), "answer"),
        (answer(text=[{"type": "image_url", "image_url": {"url": "x"}}], finish_reason="stop"), "answer"),
    ],
)
def test_a_run_tells_whether_its_last_answer_is_whole(step, stopped_by):
    with Script([step]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")])
    assert run.stopped_by == stopped_by
    assert isinstance(run.result, ChatCompletion)


def test_a_run_tells_that_the_stream_of_its_answer_was_incomplete(caller):
    script = Script([events(chunk({"role": "assistant", "content": "half of"}))])
    run, _ = caller.stream(script, options=RequestOptions(on_incomplete="return"))
    assert run.stopped_by == "cut off"
    assert run.text == "half of"


def test_an_answer_without_a_finish_reason_is_whole_if_its_stream_was(caller):
    script = Script([events(chunk({"role": "assistant", "content": "all"}), "[DONE]")])
    run, _ = caller.stream(script, options=RequestOptions(on_incomplete="return"))
    assert run.stopped_by == "answer"
