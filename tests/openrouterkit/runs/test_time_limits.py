"""Runs with a limit of time."""

from __future__ import annotations

import threading
import time

import anyio
import pytest

from openrouterkit import RequestOptions, TimedOutError, TimeoutOptions, function_tool, user
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.events import RunEnded, ToolFinished
from openrouterkit.runs import NotRunError, RunHooks, max_steps
from openrouterkit.testing import Script, completion, pause, stream, tool_call

SLOW = 60
"""Seconds that no test waits for."""


@pytest.fixture
def release():
    """Let the threads of abandoned tools end with the test."""
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("tool_errors", ["report", "raise"])
def test_tools_end_with_the_time_of_the_run(caller, release, count, tool_errors):
    @function_tool
    def slow() -> str:
        release.wait(SLOW)
        return "late"

    began = time.monotonic()
    script = Script([completion(tool_calls=[tool_call("slow")] * count)])
    run = caller.run(script, tools=[slow], max_seconds=1, tool_errors=tool_errors)
    assert time.monotonic() - began < SLOW / 2
    assert (run.stopped_by, len(run.turns), run.pending) == ("max_seconds", 1, ())
    assert [output.output for output in run.turns[0].outputs] == [
        "Error: slow failed: TimeoutError: it did not finish within the 1 s of the whole run"
    ] * count
    assert run.messages[-1]["role"] == "tool"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_tools_are_cancelled_when_the_time_of_the_run_is_over(backend):
    @function_tool
    async def slow() -> str:
        await anyio.sleep(SLOW)
        return "late"

    async def main():
        async with Script([tool_call("slow")]).async_client() as client:
            return await client.chat.run(model="a/b", messages=[user("Hello")], tools=[slow], max_seconds=0.3)

    began = time.monotonic()
    assert anyio.run(main, backend=backend).stopped_by == "max_seconds"
    assert time.monotonic() - began < SLOW / 2


NOT_BEGUN = "Error: charge did not run: it could not begin within the 1 s of the whole run."


@pytest.mark.parametrize("is_async_tool", [False, True])
@pytest.mark.parametrize("tool_errors", ["report", "raise"])
def test_a_tool_that_waits_for_its_place_does_not_begin_after_the_time_of_the_run(
    caller, release, is_async_tool, tool_errors
):
    begun: list[int] = []
    hooked: list[object] = []

    def charge(x: int) -> str:
        begun.append(x)
        release.wait(SLOW)
        return "charged"

    async def charge_async(x: int) -> str:
        begun.append(x)
        await anyio.sleep(SLOW)
        return "charged"

    if is_async_tool and not caller.is_async:
        pytest.skip("a sync client rejects async tools")
    tool = function_tool(name="charge")(charge_async if is_async_tool else charge)
    calls = [tool_call("charge", {"x": number}) for number in range(4)]
    run = caller.run(
        Script([completion(tool_calls=calls)]),
        tools=[tool],
        max_seconds=1,
        concurrency=2,
        tool_errors=tool_errors,
        hooks=RunHooks(before_tool=hooked.append, after_tool=hooked.append),
    )
    release.set()
    time.sleep(0.2)  # a thread that was about to begin would do so now
    assert (len(begun), len(hooked)) == (2, 4)
    for number, output in enumerate(run.turns[0].outputs):  # trio begins them in any order
        assert ("did not finish" in output.output) == (number in begun)
        assert (output.output == NOT_BEGUN) == isinstance(output.exception, NotRunError) == (number not in begun)


def test_a_sync_tool_that_gets_no_worker_thread_in_time_never_begins():
    begun: list[int] = []

    @function_tool(timeout=0.2)
    def charge() -> str:
        begun.append(1)
        return "charged"

    async def main():
        limiter = anyio.to_thread.current_default_thread_limiter()
        async with Script([tool_call("charge"), "Done"]).async_client() as client:
            borrowers = [object() for _ in range(int(limiter.available_tokens))]
            for each in borrowers:
                limiter.acquire_on_behalf_of_nowait(each)
            run = await client.chat.run(model="a/b", messages=[user("Hello")], tools=[charge])
            for each in borrowers:
                limiter.release_on_behalf_of(each)
            await anyio.sleep(0.1)
            return run

    output = anyio.run(main).turns[0].outputs[0]
    assert (begun, output.output) == ([], "Error: charge did not run: it could not begin within 0.2 s.")


def test_a_hook_that_outlasts_the_run_keeps_its_tool_from_beginning(caller):
    begun: list[int] = []

    @function_tool
    def charge() -> str:
        begun.append(1)
        return "charged"

    hooks = RunHooks(before_tool=lambda _: time.sleep(1.2))
    run = caller.run(Script([tool_call("charge")]), tools=[charge], max_seconds=1, hooks=hooks)
    assert (begun, run.stopped_by, run.turns[0].outputs[0].output) == ([], "max_seconds", NOT_BEGUN)


@pytest.mark.parametrize("method", ["run", "stream"])
def test_requests_end_with_the_time_of_the_run(caller, method):
    began = time.monotonic()
    result = getattr(caller, method)(Script([stream("a", pause(SLOW), "b")], default="x"), max_seconds=0.3)
    run = result if method == "run" else result[0]
    assert time.monotonic() - began < SLOW / 2
    assert (run.stopped_by, run.turns) == ("max_seconds", ())
    if method == "stream":
        assert result[1][-1] == RunEnded(run)


def test_a_run_whose_time_is_over_has_no_further_turn(caller):
    @function_tool(timeout=SLOW)
    def nap(seconds: float) -> str:
        time.sleep(seconds)
        return "rested"

    script = Script([tool_call("nap", {"seconds": 0.6}), "Done"])
    run = caller.run(script, tools=[nap], max_seconds=0.3)
    assert (run.stopped_by, len(script.requests)) == ("max_seconds", 1)
    assert caller.call(script, "resume", run, tools=[nap], max_seconds=SLOW).text == "Done"


def test_a_shorter_timeout_stays_in_force_and_raises():
    script = Script([stream("a", pause(SLOW), "b")])
    limits = {"timeout": TimeoutOptions(total=0.2)}
    for more in (limits, {"options": RequestOptions(**limits)}):
        with script.client(retries=0) as client, pytest.raises(TimedOutError) as caught:
            client.chat.run_stream(model="a/b", messages=[user("Hi")], max_seconds=SLOW, **more).read_all()
        assert caught.value.run.stopped_by == "error"
        script = Script([stream("a", pause(SLOW), "b")])


def test_a_run_that_ends_in_time_is_as_any_other(caller):
    run, events = caller.stream(Script([tool_call("nap"), "Done"]), tools=[nap_shortly], max_seconds=SLOW)
    assert (run.stopped_by, run.text) == ("answer", "Done")
    assert [event.output for event in events if isinstance(event, ToolFinished)] == ["rested"]


@function_tool(name="nap")
def nap_shortly() -> str:
    return "rested"


@pytest.mark.parametrize("seconds", [0, -1, "3", True, float("nan")])
def test_a_limit_of_time_is_a_positive_number(seconds):
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match="max_seconds must be a positive"):
        client.chat.run(model="a/b", messages=[user("Hello")], max_seconds=seconds)


def test_the_last_turn_of_another_limit_ends_in_time(caller):
    script = Script([tool_call("nap"), stream(pause(SLOW), "b")])
    run, _ = caller.stream(script, tools=[nap_shortly], stop_when=max_steps(1), max_seconds=1)
    assert (run.stopped_by, len(run.turns)) == ("max_steps", 1)
