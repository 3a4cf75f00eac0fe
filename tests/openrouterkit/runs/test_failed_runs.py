"""Runs that end with an exception: what has happened until then is not lost."""

from __future__ import annotations

import asyncio
import pickle
from typing import Any

import anyio
import pytest
from run_callers import RunCaller

from openrouterkit import AsyncConversation, Conversation, RequestOptions, function_tool, user
from openrouterkit.errors import ServiceUnavailableResponseError
from openrouterkit.runs import Run, RunHooks, find_run
from openrouterkit.testing import Script, completion, tool_call


class LimitError(Exception):
    """An exception of a user's code."""


PAY = completion(tool_calls=[tool_call("pay", {"amount": 9})], cost=0.5)
FAIL = completion(tool_calls=[tool_call("fail")], cost=0.25)


class Tools:
    """Tools that count their calls.

    Attributes:
        paid: The amounts that were paid.
        error: What the tool `fail` raises; None to return.
    """

    def __init__(self, error: BaseException | None = None) -> None:
        self.paid: list[int] = []
        self.error = error

    def build(self) -> list[Any]:
        @function_tool
        def pay(amount: int) -> str:
            self.paid.append(amount)
            return "paid"

        @function_tool
        def fail() -> str:
            if self.error is not None:
                raise self.error
            return "fine"

        return [pay, fail]


def raise_in_hook(started: Any) -> None:
    if started.tool_call.name == "fail":
        raise LimitError("hook")


def build_options() -> RequestOptions:
    """Return options with a middleware that fails at the second request."""
    calls: list[Any] = []

    def limit(request: Any, call: Any) -> Any:
        calls.append(request)
        if len(calls) > 1:
            raise LimitError("middleware")
        return (yield from call(request))

    return RequestOptions(middleware=[limit])


FAILURES: dict[str, tuple[Any, int]] = {  # the arguments of the run, and its turns
    "tool": ({"tool_errors": "raise"}, 2),
    "hook": ({"hooks": RunHooks(before_tool=raise_in_hook)}, 2),
    "middleware": ({}, 1),
}


def build_failure(kind: str) -> tuple[dict[str, Any], int]:
    settings, turns = FAILURES[kind]
    return ({"options": build_options()} if kind == "middleware" else settings), turns


@pytest.mark.parametrize("method", ["run", "stream"])
@pytest.mark.parametrize("kind", FAILURES)
def test_any_exception_of_a_run_leads_to_the_run_so_far(caller: RunCaller, kind: str, method: str) -> None:
    tools, (settings, turns) = Tools(LimitError("tool")), build_failure(kind)
    with pytest.raises(LimitError, match=kind) as caught:
        getattr(caller, method)(Script([PAY, FAIL]), tools=tools.build(), **settings)
    run = find_run(caught.value)
    assert isinstance(run, Run)
    assert (tools.paid, run.stopped_by, len(run.turns)) == ([9], "error", turns)
    assert run.cost == (0.75 if turns == 2 else 0.5)
    assert run.messages[2]["content"] == "paid"


@pytest.mark.parametrize("is_saved", [False, True])
def test_a_run_that_an_exception_has_ended_is_resumed(caller: RunCaller, is_saved: bool) -> None:
    tools = Tools(LimitError("tool"))
    both = completion(tool_calls=[tool_call("pay", {"amount": 9}), tool_call("fail")])
    with pytest.raises(LimitError) as caught:
        caller.run(Script([both]), tools=tools.build(), tool_errors="raise", concurrency=1)
    run = find_run(caught.value)
    assert run is not None
    assert len(run.turns[0].outputs) == len(tools.paid)  # on trio, either tool may be the first
    tools.error = None
    again = Run.from_json(run.to_json()) if is_saved else run
    resumed = caller.call(Script(["Done"]), "resume", again, tools=tools.build())
    assert [message.get("content") for message in resumed.messages[2:]] == ["paid", "fine", "Done"]
    assert tools.paid == [9]


def test_ctrl_c_leads_to_the_run_so_far() -> None:
    caller, tools = RunCaller("sync"), Tools(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt) as caught:
        caller.run(Script([PAY, FAIL]), tools=tools.build())
    run = find_run(caught.value)
    assert run is not None
    assert run.cost == 0.75


def test_a_timeout_of_asyncio_leads_to_the_run_so_far() -> None:
    @function_tool
    async def fail() -> None:
        await asyncio.sleep(60)

    async def main() -> None:
        async with Script([PAY, FAIL]).async_client() as client:
            with pytest.raises(TimeoutError) as caught:
                async with asyncio.timeout(1):
                    await client.chat.run(model="a/b", messages=[user("Hi")], tools=[Tools().build()[0], fail])
        run = find_run(caught.value)
        assert run is not None
        assert run.cost == 0.75

    asyncio.run(main())


def test_the_run_of_an_exception_is_found_in_groups_and_causes(caller: RunCaller) -> None:
    with pytest.raises(LimitError) as caught:
        caller.run(Script([FAIL]), tools=Tools(LimitError("tool")).build(), tool_errors="raise")
    run = find_run(caught.value)
    outer = ValueError("outer")
    outer.__cause__ = ExceptionGroup("several", [ValueError("other"), caught.value])
    assert run is not None
    assert find_run(outer) is run
    assert find_run(ValueError("other")) is None


def test_an_sdk_error_has_its_run_in_both_places(caller: RunCaller) -> None:
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        caller.run(Script([PAY, 503]), tools=Tools().build())
    assert find_run(caught.value) is caught.value.run


def test_an_exception_stays_as_it_was(caller: RunCaller) -> None:
    class FrozenError(Exception):
        def __setattr__(self, name: str, value: Any) -> None:
            if not name.startswith("__"):
                raise AttributeError(name)
            super().__setattr__(name, value)

    with pytest.raises(LimitError) as caught:
        caller.run(Script([FAIL]), tools=Tools(LimitError("tool")).build(), tool_errors="raise")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert copied.args == ("tool",)
    assert find_run(copied) is None
    with pytest.raises(FrozenError) as frozen:
        caller.run(Script([FAIL]), tools=[], hooks=RunHooks(before_turn=raise_frozen(FrozenError())))
    assert find_run(frozen.value) is not None


def raise_frozen(error: BaseException) -> Any:
    def hook(progress: Any) -> None:
        raise error

    return hook


@pytest.mark.parametrize("kind", FAILURES)
def test_a_conversation_keeps_the_run_and_the_cost_whatever_the_exception(kind: str) -> None:
    tools, (settings, turns) = Tools(LimitError("tool")), build_failure(kind)
    with Script([PAY, FAIL, "Done"]).client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=tools.build())
        with pytest.raises(LimitError):
            conversation.run("Hi", **settings)
        assert conversation.cost == (0.75 if turns == 2 else 0.5)
        tools.error = None
        assert conversation.open_run is not None
        # The options and hooks of a run, here those that have raised, are those of its continuation, too.
        assert conversation.resume(options=None, hooks=None).stopped_by == "answer"
        assert conversation.messages[-1]["content"] == "Done"
        assert tools.paid == [9]


def test_a_conversation_keeps_a_run_that_ctrl_c_ends() -> None:
    tools = Tools(KeyboardInterrupt())
    with Script([PAY, FAIL, "Done"]).client() as client:
        conversation = Conversation(client, model="a/b", tools=tools.build())
        with pytest.raises(KeyboardInterrupt):
            conversation.run("Hi")
        assert conversation.cost == 0.75
        tools.error = None
        assert conversation.resume().text == "Done"
        assert tools.paid == [9]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_conversation_keeps_a_run_that_is_cancelled(backend: str) -> None:
    @function_tool
    async def fail() -> None:
        await anyio.sleep(60)

    async def main() -> None:
        async with Script([PAY, FAIL]).async_client() as client:
            conversation = AsyncConversation(client, model="a/b", tools=[Tools().build()[0], fail])
            with anyio.move_on_after(1):
                await conversation.run("Hi")
            assert conversation.cost == 0.75
            assert conversation.open_run is not None

    anyio.run(main, backend=backend)
