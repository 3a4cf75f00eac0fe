"""What a run has used, if the stream of an answer ends before its end, in any turn and in any way."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import anyio
import pytest

from openrouterkit import AsyncConversation, Conversation, function_tool, user
from openrouterkit.errors import SDKError
from openrouterkit.events import TextDelta
from openrouterkit.runs import Run, find_run
from openrouterkit.testing import Script, completion, connection_error, pause, stream, tool_call

USAGE = {"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15, "cost": 0.5}}
TEXT = {"choices": [{"index": 0, "delta": {"content": "x"}, "finish_reason": None}]}
SLOW = 60
"""Seconds that no test waits for."""


@function_tool
def pay() -> str:
    """Pay."""
    return "paid"


def build_script(turns: int, *end: Any) -> Script:
    """Return a script whose last stream reports usage, and then has an end."""
    return Script([*[completion(tool_calls=[tool_call("pay")], cost=0.125)] * turns, stream(USAGE, TEXT, *end)])


TURNS = pytest.mark.parametrize("turns", [0, 1, 2])
FAILURE = connection_error(when="read")


def check(run: Any, conversation: Any, turns: int) -> None:
    expected = 0.125 * turns + 0.5
    assert (run.cost, len(run.turns), conversation.cost) == (expected, turns, expected)
    assert Run.from_json(run.to_json()).usage == run.usage


@TURNS
def test_a_stream_that_fails_counts(turns: int) -> None:
    with build_script(turns, FAILURE).client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        with pytest.raises(SDKError) as caught:
            conversation.run_stream("Hello").read_all()
        check(caught.value.run, conversation, turns)


@TURNS
def test_a_stream_that_is_closed_counts(turns: int) -> None:
    with build_script(turns, pause(SLOW)).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        with conversation.run_stream("Hello") as events:
            next(each for each in events if isinstance(each, TextDelta))
        with pytest.raises(SDKError) as caught:
            events.run()
        check(caught.value.run, conversation, turns)


@TURNS
def test_a_stream_that_outlasts_the_run_counts(turns: int) -> None:
    with build_script(turns, pause(SLOW)).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        run = conversation.run_stream("Hello", max_seconds=1).read_all()
        assert run.stopped_by == "max_seconds"
        check(run, conversation, turns)


@TURNS
def test_a_stream_that_a_reader_interrupts_counts(turns: int) -> None:
    with build_script(turns, pause(SLOW)).client() as client:
        conversation = Conversation(client, model="a/b", tools=[pay])
        with suppress(KeyboardInterrupt), conversation.run_stream("Hello") as events:
            for each in events:
                if isinstance(each, TextDelta):
                    raise KeyboardInterrupt
        with pytest.raises(SDKError) as caught:
            events.run()
        check(caught.value.run, conversation, turns)


@TURNS
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("way", ["fails", "closed", "cancelled", "outlasts"])
def test_an_async_stream_that_ends_early_counts(turns: int, backend: str, way: str) -> None:
    async def main() -> None:
        script = build_script(turns, FAILURE if way == "fails" else pause(SLOW))
        async with script.async_client(retries=0) as client:
            conversation = AsyncConversation(client, model="a/b", tools=[pay])
            limit = {"max_seconds": 1} if way == "outlasts" else {}
            events = conversation.run_stream("Hello", **limit)
            try:
                with anyio.CancelScope() as scope:
                    async for each in events:
                        if isinstance(each, TextDelta) and way == "cancelled":
                            scope.cancel()
                        if isinstance(each, TextDelta) and way == "closed":
                            await events.aclose()
                run = events.run()
            except SDKError as error:
                run = error.run
            check(run, conversation, turns)

    anyio.run(main, backend=backend)


def test_stop_conditions_count_what_interrupted_answers_have_used() -> None:
    script = Script([stream(USAGE, TEXT, FAILURE), tool_call("pay"), "Done"])
    seen: list[float | None] = []

    def look(progress: Any) -> bool:
        seen.append(progress.cost)
        return False

    with script.client(retries=0) as client:
        with pytest.raises(SDKError) as caught:
            client.chat.run_stream(model="a/b", messages=[user("Hello")], tools=[pay]).read_all()
        failed = find_run(caught.value)
        assert failed is not None
        run = client.chat.resume(failed, tools=[pay], stop_when=look)
    assert (run.text, run.cost, seen) == ("Done", 0.5, [0.5])
