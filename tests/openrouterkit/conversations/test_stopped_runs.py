"""Runs of conversations that a limit has stopped."""

from __future__ import annotations

from typing import Any

import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, function_tool
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.runs import max_cost, tool_called
from openrouterkit.testing import Script, completion, pause, stream, tool_call

SLOW = 60
"""Seconds that no test waits for."""


@function_tool
def pay(amount: int) -> str:
    """Pay."""
    return f"paid {amount}"


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


LIMITS: list[dict[str, Any]] = [
    {"max_steps": 1, "final_turn": False},
    {"stop_when": tool_called("pay")},
    {"stop_when": max_cost(0.1), "final_turn": False},
]


@pytest.mark.parametrize("limit", LIMITS, ids=["steps", "tool", "cost"])
@pytest.mark.parametrize("method", ["", "_stream"])
@pytest.mark.parametrize("is_saved", [False, True])
def test_a_run_that_a_limit_has_stopped_is_resumed(
    caller: ScriptCaller, limit: dict[str, Any], method: str, is_saved: bool
) -> None:
    script = Script([completion(tool_calls=[tool_call("pay", {"amount": 1})], cost=0.25), completion("Done", cost=0.5)])

    def use(client: Any) -> Any:
        conversation = Conversation(client, model="a/b", tools=[pay])
        run = getattr(conversation, f"run{method}")("Hi", **limit)
        stopped = run.read_all() if method else run
        if is_saved:
            conversation = Conversation.from_json(client, conversation.to_json(), tools=[pay])
        run = getattr(conversation, f"resume{method}")()
        return stopped, run.read_all() if method else run, conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b", tools=[pay])
        run = getattr(conversation, f"run{method}")("Hi", **limit)
        stopped = await (run.read_all() if method else run)
        if is_saved:
            conversation = AsyncConversation.from_json(client, conversation.to_json(), tools=[pay])
        run = getattr(conversation, f"resume{method}")()
        return stopped, await (run.read_all() if method else run), conversation

    stopped, run, conversation = caller.run(script, use, use_async)
    assert stopped.stopped_by != "answer"
    assert (run.stopped_by, conversation.open_run, conversation.cost) == ("answer", None, 0.75)
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool", "assistant"]
    assert script.requests[1].json["messages"] == conversation.messages[:3]


@pytest.mark.parametrize("further", [None, "Go on"])
def test_a_run_that_a_limit_has_stopped_can_be_left(further: str | None) -> None:
    with Script([tool_call("pay", {"amount": 1}), "Done"]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        conversation.run("Hi", max_steps=1, final_turn=False)
        assert conversation.open_run is not None
        assert conversation.run(further).text == "Done"
        assert conversation.open_run is None
    added = [] if further is None else ["user"]
    roles = [message["role"] for message in conversation.messages]
    assert roles == ["user", "assistant", "tool", *added, "assistant"]


def test_a_run_whose_last_turn_was_an_answer_is_not_open() -> None:
    with Script([tool_call("pay", {"amount": 1}), "I cannot go on."]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        assert conversation.run("Hi", max_steps=1).stopped_by == "max_steps"
        assert conversation.open_run is None
        with pytest.raises(InvalidArgumentError, match="no run of this conversation is open"):
            conversation.resume()


@pytest.mark.parametrize("method", ["", "_stream"])
def test_a_run_whose_time_is_over_before_its_first_answer_adds_nothing(caller: ScriptCaller, method: str) -> None:
    script = Script([stream("a", pause(SLOW), "b"), "Fine"])

    def use(client: Any) -> Any:
        conversation = Conversation(client, model="a/b")
        run = getattr(conversation, f"run{method}")("Hi", max_seconds=1)
        stopped = run.read_all() if method else run
        assert (stopped.stopped_by, conversation.messages) == ("max_seconds", [])
        conversation.run("Hi")
        return conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b")
        run = getattr(conversation, f"run{method}")("Hi", max_seconds=1)
        stopped = await (run.read_all() if method else run)
        assert (stopped.stopped_by, conversation.messages) == ("max_seconds", [])
        await conversation.run("Hi")
        return conversation

    conversation = caller.run(script, use, use_async)
    assert [message["content"] for message in conversation.messages] == ["Hi", "Fine"]
    assert conversation.open_run is None


def test_a_run_without_an_answer_leaves_an_open_one_as_it_is() -> None:
    script = Script([tool_call("pay", {"amount": 1}), stream("a", pause(SLOW)), "Done"])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        conversation.run("Hi", max_steps=1, final_turn=False)
        conversation.run("What is this?", max_seconds=1)
        assert conversation.resume().text == "Done"
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool", "assistant"]


def test_messages_can_be_added_after_a_run_that_a_limit_has_stopped() -> None:
    with Script([tool_call("pay", {"amount": 1}), "Done"]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        conversation.run("Hi", max_steps=1, final_turn=False)
        conversation.add("Be quick.")
        assert conversation.open_run is None
        assert conversation.run().text == "Done"
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool", "user", "assistant"]
