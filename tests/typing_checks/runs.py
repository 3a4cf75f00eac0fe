"""The types that type checkers infer from runs and events. Checked by `make types`, never run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_type

from openrouterkit import AsyncOpenRouter, ChatCompletion, OpenRouter, ToolCall, events, function_tool, user
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.mistral.results import MistralCompletion
from openrouterkit.runs import AsyncRunStream, Run, RunHooks, RunProgress, RunStream, Turn, max_cost, max_steps
from openrouterkit.services import OpenAICompatible


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


def is_slow(progress: RunProgress) -> bool:
    """A condition of one's own."""
    return progress.steps > 3


def note(event: events.ToolFinished) -> None:
    """A hook."""
    assert_type(event.tool_call, ToolCall)
    assert_type(event.error, BaseException | None)


def runs_have_the_completions_of_their_service(client: OpenRouter, mistral: Mistral) -> None:
    """The class is that which `send` returns."""
    run = client.chat.run(
        model="m",
        messages=[user("Hello")],
        tools=[weather],
        stop_when=[max_steps(3), max_cost(0.1), is_slow],
        hooks=RunHooks(after_tool=note),
        temperature=0.5,
    )
    assert_type(run, Run[ChatCompletion, None])
    assert_type(run.text, str)
    assert_type(run.cost, float | None)
    assert_type(run.turns, tuple[Turn[ChatCompletion], ...])
    assert_type(run.results, list[ChatCompletion])
    assert_type(client.chat.resume(run, tools=[weather], approve=True), Run[ChatCompletion, None])
    assert_type(client.chat.run_stream(model="m", messages=[]), RunStream[ChatCompletion, None])
    assert_type(client.chat.resume_stream(run, deny={"a": "why"}).read_all(), Run[ChatCompletion, None])
    assert_type(mistral.chat.run(model="m", messages=[user("Hello")]), Run[MistralCompletion, None])
    assert_type(mistral.chat.run_stream(model="m", messages=[]).run(), Run[MistralCompletion, None])


@dataclass
class City:
    """The type of an answer."""

    name: str


def the_value_of_a_run_has_the_type_of_its_answer(client: OpenRouter, mistral: Mistral, acme: OpenAICompatible) -> None:
    """Without a type, it is None."""
    messages = [user("Hello")]
    run = client.chat.run(model="m", messages=messages, tools=[weather], response_type=City)
    assert_type(run, Run[ChatCompletion, City])
    assert_type(run.value, City)
    assert_type(client.chat.run(model="m", messages=messages).value, None)
    assert_type(client.chat.resume(run).value, City)
    assert_type(client.chat.resume_stream(run, approve=run.pending).run().value, City)
    assert_type(client.chat.resume(Run.from_json("", response_type=City), approve=True, timeout=3).value, City)
    assert_type(client.chat.run_stream(messages=messages, response_type=list[City]).read_all().value, list[City])
    assert_type(mistral.chat.run(model="m", messages=messages, response_type=City).value, City)
    assert_type(acme.chat.run(model="m", messages=messages, response_type=City).value, City)


async def the_value_of_an_async_run_has_the_type_of_its_answer(client: AsyncOpenRouter, mistral: AsyncMistral) -> None:
    """The async methods infer the same types."""
    run = await client.chat.run(model="m", messages=[user("Hello")], response_type=City)
    assert_type(run.value, City)
    assert_type((await client.chat.resume(run)).value, City)
    assert_type((await mistral.chat.run_stream(model="m", messages=[], response_type=City).read_all()).value, City)


async def the_async_clients_have_the_same_types(client: AsyncOpenRouter, mistral: AsyncMistral) -> None:
    """The async methods have the same signatures."""
    run = await client.chat.run(model="m", messages=[user("Hello")], tools=[weather])
    assert_type(run, Run[ChatCompletion, None])
    assert_type(await client.chat.resume(run, answers={"a": 1}), Run[ChatCompletion, None])
    assert_type(client.chat.run_stream(model="m", messages=[]), AsyncRunStream[ChatCompletion, None])
    assert_type(await mistral.chat.run(model="m", messages=[]), Run[MistralCompletion, None])


def events_are_narrowed_by_match(client: OpenRouter) -> None:
    """Each class of an event has its own attributes."""
    for event in client.chat.stream(model="m", messages=[]).events():
        match event:
            case events.TextDelta(text=text):
                assert_type(text, str)
            case events.ToolCallCompleted(tool_call=call):
                assert_type(call, ToolCall)
            case events.UsageReported():
                assert_type(event.usage.cost, float | None)
            case events.StreamEnded():
                assert_type(event.finish_reason, str | None)
            case _:
                pass
    for text in client.chat.stream(model="m", messages=[]).texts():
        assert_type(text, str)


async def events_of_async_runs_are_narrowed_by_match(client: AsyncOpenRouter) -> None:
    """The events of a run are those of its streams, and its own."""
    async with client.chat.run_stream(model="m", messages=[], tools=[weather]) as opened:
        async for event in opened:
            match event:
                case events.TextDelta(text=text):
                    assert_type(text, str)
                case events.ToolFinished(seconds=seconds):
                    assert_type(seconds, float)
                case events.TurnStarted(number=number):
                    assert_type(number, int)
                case events.RunEnded():
                    assert_type(event.run.text, str)
                case _:
                    pass
    async for each in client.chat.stream(model="m", messages=[]).texts():
        assert_type(each, str)
