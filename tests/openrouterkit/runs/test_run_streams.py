"""Runs whose events are read as they happen."""

from __future__ import annotations

import gc
import threading
import time
import weakref

import anyio
import pytest

from openrouterkit import BadGatewayResponseError, IncompleteStreamError, function_tool, user
from openrouterkit.errors import ConfigurationError, InvalidArgumentError
from openrouterkit.events import (
    AnswerRequested,
    RunEnded,
    StreamEnded,
    TextDelta,
    ToolCallArguments,
    ToolCallCompleted,
    ToolCallStarted,
    ToolFinished,
    ToolStarted,
    TurnEnded,
    TurnStarted,
    UsageReported,
)
from openrouterkit.runs import AsyncRunStream, RunStream, max_steps
from openrouterkit.testing import Script, completion, pause, stream, tool_call
from openrouterkit.tools import FunctionTool, Tool

REQUEST = {"model": "a/b", "messages": [user("Hello")]}


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    if city == "Atlantis":
        raise ValueError("it has sunk")
    return f"sunny in {city}"


def test_a_run_has_the_events_of_its_streams_turns_and_tools(caller):
    script = Script([stream("Let me ", "see.", tool_call("weather", {"city": "Rome"}), cost=0.5), "Warm."])
    run, events = caller.stream(script, tools=[weather])
    kinds = [type(event) for event in events if not isinstance(event, ToolCallArguments)]
    assert kinds == [
        *(TurnStarted, TextDelta, TextDelta, ToolCallStarted, UsageReported, ToolCallCompleted, StreamEnded),
        *(ToolStarted, ToolFinished, TurnEnded),
        *(TurnStarted, TextDelta, UsageReported, StreamEnded, TurnEnded),
        RunEnded,
    ]
    assert events[0] == TurnStarted(1, "a/b")
    started = next(event for event in events if isinstance(event, ToolStarted))
    finished = next(event for event in events if isinstance(event, ToolFinished))
    assert (started.arguments, started.turn) == ({"city": "Rome"}, 1)
    assert (finished.output, finished.error, finished.turn) == ("sunny in Rome", None, 1)
    assert events[-1].run is run
    assert (run.text, run.cost, run.stopped_by) == ("Warm.", 0.5, "answer")
    assert all(request.is_stream for request in script.requests)


def test_a_stream_and_a_plain_run_end_in_the_same_run(caller):
    def make():
        return Script([completion("Hm.", tool_calls=[tool_call("weather", {"city": "Rome"})]), "Warm."])

    plain, (streamed, _) = caller.run(make(), tools=[weather]), caller.stream(make(), tools=[weather])
    assert streamed.messages == plain.messages
    assert streamed.usage == plain.usage
    assert [turn.outputs[0].output for turn in streamed.turns[:1]] == [plain.turns[0].outputs[0].output]


def test_calls_that_fail_or_do_not_run_have_an_event(caller):
    calls = [tool_call("weather", {"city": "Atlantis"}), tool_call("whether"), tool_call("ask")]
    _, events = caller.stream(Script([completion(tool_calls=calls)]), tools=[weather, Tool("ask")])
    finished = [event for event in events if isinstance(event, ToolFinished)]
    assert isinstance(finished[0].error, ValueError)
    assert "no tool named 'whether'" in str(finished[1].error)
    assert [event.tool_call.name for event in events if isinstance(event, AnswerRequested)] == ["ask"]
    assert isinstance(events[-1], RunEnded)


def test_the_first_request_is_sent_when_the_first_event_is_read():
    script = Script(["Hi"])
    with script.client() as client:
        opened = client.chat.run_stream(**REQUEST)
        assert isinstance(opened, RunStream)
        assert script.requests == []
        assert next(opened) == TurnStarted(1, "a/b")
        assert script.requests == []
        assert next(opened) == TextDelta("Hi")
        assert opened.read_all().text == "Hi"
        assert list(opened) == []


def test_a_tool_runs_only_once_the_event_that_announces_it_was_read():
    ran = []

    @function_tool
    def act() -> str:
        ran.append(True)
        return "ok"

    with (
        Script([tool_call("act"), "Done"]).client() as client,
        client.chat.run_stream(**REQUEST, tools=[act]) as opened,
    ):
        for event in opened:
            if isinstance(event, ToolStarted):
                break
        assert ran == []
        assert isinstance(next(opened), ToolFinished)
        assert ran == [True]


def test_tools_of_a_sync_run_are_reported_as_each_of_them_finishes():
    release = threading.Event()

    @function_tool
    def slow() -> str:
        release.wait(60)
        return "slow"

    @function_tool
    def fast() -> str:
        return "fast"

    calls = [tool_call("slow"), tool_call("fast")]
    with (
        Script([completion(tool_calls=calls), "Done"]).client() as client,
        client.chat.run_stream(**REQUEST, tools=[slow, fast]) as opened,
    ):
        finished = []
        for event in opened:
            if isinstance(event, ToolFinished):
                finished.append(event.output)
                release.set()
        run = opened.run()
    assert finished == ["fast", "slow"]
    assert [output.output for output in run.turns[0].outputs] == ["slow", "fast"]


def test_tools_that_run_at_once_begin_when_the_event_that_announces_the_last_was_read():
    ran = []

    @function_tool
    def act() -> str:
        ran.append(True)
        return "ok"

    with (
        Script([completion(tool_calls=[tool_call("act"), tool_call("act")]), "Done"]).client() as client,
        client.chat.run_stream(**REQUEST, tools=[act]) as opened,
    ):
        started = 0
        for event in opened:
            started += isinstance(event, ToolStarted)
            if started == 2:
                break
        time.sleep(0.1)
        assert ran == []
        assert opened.read_all().text == "Done"


def test_the_run_of_a_stream_needs_its_end(caller):
    with Script(["Hi"]).client() as client:
        opened = client.chat.run_stream(**REQUEST)
        next(opened)
        with pytest.raises(IncompleteStreamError, match="read the rest with read_all"):
            opened.run()


def test_a_failed_call_raises_from_the_stream_with_the_run_so_far(caller):
    with pytest.raises(BadGatewayResponseError) as caught:
        caller.stream(Script([tool_call("weather", {"city": "Rome"}), stream("War", 502)]), tools=[weather])
    assert (caught.value.run.stopped_by, len(caught.value.run.turns)) == ("error", 1)


def test_the_error_of_a_stream_is_raised_again():
    with Script([502]).client(retries=0) as client:
        opened = client.chat.run_stream(**REQUEST)
        next(opened)
        for read in (lambda: next(opened), lambda: next(opened), opened.run):
            with pytest.raises(BadGatewayResponseError):
                read()
        opened.close()


def test_a_stream_that_is_closed_early_sends_nothing_further():
    script = Script([stream("a", "b", pause(30), "c")])
    started = time.monotonic()
    with script.client() as client, client.chat.run_stream(**REQUEST) as opened:
        for event in opened:
            if event == TextDelta("b"):
                break
    assert time.monotonic() - started < 20
    with pytest.raises(IncompleteStreamError, match="closed before its end") as caught:
        next(opened)
    assert caught.value.run.stopped_by == "closed"
    with pytest.raises(IncompleteStreamError):
        opened.run()
    opened.close()


def test_a_stream_can_be_closed_before_it_is_read():
    script = Script([])
    with script.client() as client:
        opened = client.chat.run_stream(**REQUEST)
        opened.close()
        with pytest.raises(IncompleteStreamError) as caught:
            next(opened)
        assert caught.value.run.messages == [{"role": "user", "content": "Hello"}]


def test_another_thread_closes_a_stream_that_waits_for_its_next_event():
    with Script([stream("a", pause(60), "b")]).client() as client:
        opened = client.chat.run_stream(**REQUEST)
        reached = threading.Event()
        errors = []

        def read():
            try:
                for event in opened:
                    if isinstance(event, TextDelta):
                        reached.set()
            except IncompleteStreamError as error:
                errors.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        assert reached.wait(30)
        time.sleep(0.1)
        opened.close()
        thread.join(30)
        assert not thread.is_alive()
        assert errors[0].run.stopped_by == "closed"


def test_two_threads_cannot_read_one_run():
    entered, release = threading.Event(), threading.Event()

    @function_tool
    def wait() -> str:
        entered.set()
        release.wait(30)
        return "ok"

    with Script([tool_call("wait"), "Done"]).client() as client:
        opened = client.chat.run_stream(**REQUEST, tools=[wait])
        thread = threading.Thread(target=opened.read_all)
        thread.start()
        assert entered.wait(30)
        try:
            with pytest.raises(ConfigurationError, match="two threads or tasks read one run"):
                next(opened)
        finally:
            release.set()
            thread.join(30)
        assert opened.run().text == "Done"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_another_task_closes_a_run_and_cancels_its_tools(backend):
    cancelled = []

    async def slow() -> str:
        try:
            await anyio.sleep(60)
        except BaseException:
            cancelled.append(True)
            raise
        return "late"

    async def main():
        script = Script([completion(tool_calls=[tool_call("slow"), tool_call("slow")])])
        async with script.async_client() as client, anyio.create_task_group() as group:
            opened = client.chat.run_stream(**REQUEST, tools=[FunctionTool(slow)])
            assert isinstance(opened, AsyncRunStream)

            async def read():
                with pytest.raises(IncompleteStreamError) as caught:
                    await opened.read_all()
                assert caught.value.run.stopped_by == "closed"

            group.start_soon(read)
            await anyio.sleep(0.2)
            await opened.aclose()
        assert cancelled == [True, True]
        with pytest.raises(IncompleteStreamError):
            opened.run()

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelling_a_run_cancels_its_tools_and_abandons_threads(backend):
    cancelled = []
    release = threading.Event()

    async def slow() -> str:
        try:
            await anyio.sleep(60)
        except BaseException:
            cancelled.append(True)
            raise
        return "late"

    def block() -> str:
        release.wait(60)
        return "late"

    async def main():
        script = Script([completion(tool_calls=[tool_call("slow"), tool_call("block")])])
        started = time.monotonic()
        async with script.async_client() as client:
            with anyio.move_on_after(0.3):
                await client.chat.run(**REQUEST, tools=[FunctionTool(slow), FunctionTool(block)])
        assert time.monotonic() - started < 30
        assert cancelled == [True]
        release.set()

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelling_the_reader_of_a_run_closes_its_stream(backend):
    async def main():
        async with Script([stream("a", pause(60), "b")]).async_client() as client:
            async with client.chat.run_stream(**REQUEST) as opened:
                with anyio.move_on_after(0.3) as scope:
                    await opened.read_all()
                assert scope.cancelled_caught
            with pytest.raises(IncompleteStreamError):
                await opened.read_all()

    anyio.run(main, backend=backend)


def test_a_run_that_goes_out_of_scope_is_freed_with_its_stream():
    with Script([stream("a", pause(0.1), "b")]).client() as client:
        opened = client.chat.run_stream(**REQUEST)
        for event in opened:
            if isinstance(event, TextDelta):
                break
        gc.disable()
        try:
            forgotten = weakref.ref(opened)
            del opened
            assert forgotten() is None
        finally:
            gc.enable()


def test_a_stream_with_a_last_turn(caller):
    script = Script([tool_call("weather", {"city": "Rome"}), "Enough."])
    run, events = caller.stream(script, tools=[weather], stop_when=max_steps(1))
    assert (run.stopped_by, run.text) == ("max_steps", "Enough.")
    assert [event.number for event in events if isinstance(event, TurnStarted)] == [1, 2]


def test_an_invalid_argument_is_rejected_when_the_stream_is_created():
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match="is not a tool"):
        client.chat.run_stream(**REQUEST, tools=[3])


def test_a_run_stream_has_texts_and_events_as_chat_streams_have():
    with Script([["Par", "is"]]).client() as client:
        stream = client.chat.run_stream(model="a/b", messages=[user("Hello")])
        assert stream.events() is stream
        assert list(stream.texts()) == ["Par", "is"]
        assert stream.run().text == "Paris"

    async def read():
        async with Script([["Par", "is"]]).async_client() as client:
            stream = client.chat.run_stream(model="a/b", messages=[user("Hello")])
            assert stream.events() is stream
            return [text async for text in stream.texts()]

    assert anyio.run(read) == ["Par", "is"]
