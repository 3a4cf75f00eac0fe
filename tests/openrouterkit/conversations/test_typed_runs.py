"""Runs of a conversation whose answer is a value of a type: `response_type`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, function_tool, json_schema
from openrouterkit.errors import InvalidArgumentError, InvalidOutputError, ParseError
from openrouterkit.testing import Script, completion, tool_call


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


@function_tool(requires_approval=True)
def delete(name: str) -> str:
    """Delete a file."""
    return f"deleted {name}"


@dataclass
class City:
    """A city."""

    name: str
    people: int


CALL = completion(tool_calls=[tool_call("weather", {"city": "Rome"})], cost=0.25)
DELETE = completion(tool_calls=[tool_call("delete", {"name": "a"})], cost=0.25)
ROME = completion('{"name": "Rome", "people": 3}', cost=0.25)
TOOLS = [weather, delete]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def use(caller: ScriptCaller, script: Script, *calls: tuple[str, str, dict[str, Any]], **settings: Any) -> list[Any]:
    """Return a conversation and the runs that its methods have returned.

    Args:
        caller: The world of the client.
        script: The service.
        calls: The method, the message or "" for none, and the keyword arguments of each run.
        settings: Those of the conversation.
    """

    def run(client: Any) -> list[Any]:
        conversation = Conversation(client, model="a/b", tools=TOOLS, **settings)
        found: list[Any] = [conversation]
        for method, message, given in calls:
            called: Any = getattr(conversation, method)(*filter(None, [message]), **given)
            found.append(called.read_all() if method.endswith("stream") else called)
        return found

    async def arun(client: Any) -> list[Any]:
        conversation = AsyncConversation(client, model="a/b", tools=TOOLS, **settings)
        found: list[Any] = [conversation]
        for method, message, given in calls:
            called: Any = getattr(conversation, method)(*filter(None, [message]), **given)
            found.append(await (called.read_all() if method.endswith("stream") else called))
        return found

    result: list[Any] = caller.run(script, run, arun, retries=0)
    return result


@pytest.mark.parametrize("method", ["run", "run_stream"])
def test_the_answer_of_a_run_is_a_value(caller: ScriptCaller, method: str) -> None:
    script = Script([CALL, ROME, "Bye"])
    conversation, run = use(caller, script, (method, "Rome?", {"response_type": City}))
    assert run.value == City("Rome", 3)
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool", "assistant"]
    assert script.requests[0].json["response_format"]["json_schema"]["name"] == "city"


def test_the_type_applies_to_one_run(caller: ScriptCaller) -> None:
    script = Script([ROME, "Bye"])
    _, _, second = use(caller, script, ("run", "Rome?", {"response_type": City}), ("run", "Thanks", {}))
    assert second.value is None
    assert "response_format" not in script.requests[1].json


def test_the_type_replaces_the_format_of_the_conversation(caller: ScriptCaller) -> None:
    script = Script([ROME, "{}"])
    other = json_schema("other", {"type": "object"})
    use(
        caller,
        script,
        ("run", "Rome?", {"response_type": City}),
        ("run", "Thanks", {}),
        response_format=other,
    )
    names = [request.json["response_format"]["json_schema"]["name"] for request in script.requests]
    assert names == ["city", "other"]


def test_a_type_and_a_format_of_one_run_exclude_each_other() -> None:
    with Script([]).client() as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidArgumentError, match="response_type and response_format exclude each other"):
            conversation.run("Rome?", response_type=City, response_format=City)


@pytest.mark.parametrize("method", ["", "_stream"])
def test_a_run_that_is_resumed_keeps_its_type(caller: ScriptCaller, method: str) -> None:
    _, paused, resumed = use(
        caller,
        Script([DELETE, ROME]),
        (f"run{method}", "Delete", {"response_type": City}),
        (f"resume{method}", "", {"approve": True}),
    )
    assert paused.is_paused
    assert resumed.value == City("Rome", 3)


@pytest.mark.parametrize("method", ["", "_stream"])
def test_a_loaded_conversation_resumes_its_run_with_the_type(caller: ScriptCaller, method: str, tmp_path: Path) -> None:
    path = tmp_path / "conversation.json"
    script = Script([DELETE, ROME])
    conversation, _ = use(caller, script, ("run", "Delete", {"response_type": City}))
    conversation.save(path)
    given: Any = {"response_type": City, "approve": True}

    def resume(client: Any) -> Any:
        loaded = Conversation.load(client, path, tools=TOOLS)
        resumed = loaded.resume_stream(**given).read_all() if method else loaded.resume(**given)
        return loaded, resumed

    async def aresume(client: Any) -> Any:
        loaded = AsyncConversation.load(client, path, tools=TOOLS)
        resumed = await (loaded.resume_stream(**given).read_all() if method else loaded.resume(**given))
        return loaded, resumed

    loaded, resumed = caller.run(script, resume, aresume)
    assert resumed.value == City("Rome", 3)
    assert loaded.messages == resumed.messages
    assert loaded.cost == 0.5
    assert script.requests[1].json["response_format"] == script.requests[0].json["response_format"]


def test_a_corrected_answer_is_in_the_conversation_with_the_correction(caller: ScriptCaller) -> None:
    script = Script([completion("Rome", cost=0.25), ROME])
    conversation, run = use(caller, script, ("run", "Rome?", {"response_type": City}))
    assert run.value == City("Rome", 3)
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "user", "assistant"]
    assert conversation.cost == 0.5


BAD: list[Any] = [
    ["Rome", "Rome!"],
    [completion('{"name": "Ro', finish_reason="length")],
    [[{"content": None, "refusal": "No."}]],
]


@pytest.mark.parametrize("steps", BAD, ids=["invalid", "cut", "refused"])
def test_after_an_answer_without_a_value_no_run_is_open(caller: ScriptCaller, steps: list[Any]) -> None:
    found: list[Any] = []

    def run(client: Any) -> Any:
        found.append(Conversation(client, model="a/b"))
        return found[0].run("Rome?", response_type=City)

    async def arun(client: Any) -> Any:
        found.append(AsyncConversation(client, model="a/b"))
        return await found[0].run("Rome?", response_type=City)

    with pytest.raises(ParseError) as caught:
        caller.run(Script(steps), run, arun)
    assert caught.value.run is not None
    assert found[0].open_run is None
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match="ended with an answer"):
        client.chat.resume(caught.value.run)


def test_an_answer_that_never_fits_is_kept_and_can_be_continued() -> None:
    script = Script(["Rome", "Rome!", ROME])
    with script.client() as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidOutputError):
            conversation.run("Rome?", response_type=City)
        assert [message["role"] for message in conversation.messages] == ["user", "assistant", "user", "assistant"]
        assert conversation.run("As JSON, please.", response_type=City).value == City("Rome", 3)
