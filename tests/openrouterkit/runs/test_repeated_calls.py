"""Tool calls that a model makes again and again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from openrouterkit import function_tool
from openrouterkit.runs import max_steps
from openrouterkit.testing import Script, completion, tool_call
from openrouterkit.tools import Tool


@dataclass
class Query:
    """What is looked for."""

    text: str = ""
    limit: float = 0


@function_tool
def look(text: str = "", limit: float = 0) -> str:
    """Look for a text."""
    return "same"


search = Tool("look", "Look for a text.", Query, answer=lambda query: "same")
SPELLINGS = ['{"limit": 0}', '{"text": ""}', "{}", "", '{"limit": 0.0, "text": ""}']


@pytest.mark.parametrize("tool", [look, search], ids=["function", "class"])
def test_calls_are_equal_if_their_arguments_with_defaults_are(caller, tool):
    script = Script([*(tool_call("look", text) for text in SPELLINGS), "I give up."])
    run = caller.run(script, tools=[tool], max_steps=50)
    assert (run.stopped_by, run.text) == ("repeated calls", "I give up.")
    assert run.repeated[0].count == 5


def test_a_tool_may_be_called_again_and_again_if_it_allows_it(caller):
    polled = [function_tool(repeat_limit=None)(look.__wrapped__), Tool("look", answer=lambda: "", repeat_limit=None)]
    for tool in polled:
        steps = [tool_call("look")] * 8
        run = caller.run(Script([*steps, "Done"]), tools=[tool])
        assert (run.stopped_by, run.text, run.repeated) == ("answer", "Done", ())


def test_calls_of_such_a_tool_are_no_progress_of_others(caller):
    @function_tool(repeat_limit=None)
    def poll(number: int) -> str:
        return "running"

    steps = [completion(tool_calls=[tool_call("poll", {"number": n}), tool_call("look")]) for n in range(5)]
    run = caller.run(Script([*steps, "Done"]), tools=[poll, look])
    assert (run.stopped_by, [call.name for call in run.repeated]) == ("repeated calls", ["look"])


def test_a_tool_may_have_a_limit_of_its_own(caller):
    strict = function_tool(repeat_limit=2)(look.__wrapped__)
    run = caller.run(Script([*[tool_call("look")] * 2, "Done"]), tools=[strict], repeat_limit=None)
    assert (run.stopped_by, len(run.turns)) == ("repeated calls", 3)


def test_invalid_arguments_that_are_repeated_count_too(caller):
    script = Script([*[tool_call("look", '{"limit": "x"}')] * 5, "Done"])
    assert caller.run(script, tools=[look], stop_when=max_steps(20)).stopped_by == "repeated calls"
