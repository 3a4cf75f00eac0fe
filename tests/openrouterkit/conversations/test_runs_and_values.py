"""Runs of tools and answers as values, as parts of a conversation."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, TooManyRequestsResponseError, function_tool, tool, user
from openrouterkit.conversations import clean_messages
from openrouterkit.errors import (
    ConfigurationError,
    IncompleteStreamError,
    InvalidArgumentError,
    InvalidOutputError,
    ServiceUnavailableResponseError,
)
from openrouterkit.events import TextDelta, ToolFinished, ToolStarted
from openrouterkit.runs import max_steps
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
    name: str
    population: int


CALL = completion(tool_calls=[tool_call("weather", {"city": "Rome"})], cost=0.25)
DELETE = completion(tool_calls=[tool_call("delete", {"name": "a"})], cost=0.25)
BOTH = completion(tool_calls=[tool_call("delete", {"name": "a"}), tool_call("weather", {"city": "Rome"})])
WARM = completion("It is warm.", cost=0.5)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def use(caller: ScriptCaller, script: Script, *calls: tuple[Any, ...], **settings: Any) -> tuple[Any, list[Any]]:
    """Return a conversation and what its methods have returned.

    Args:
        caller: The world of the client.
        script: The service.
        calls: For each use of a method its name, its arguments, and its keyword arguments as a dict at the end.
        settings: Those of the conversation.
    """
    returned: list[Any] = []

    def call(conversation: Any, name: str, *arguments: Any) -> Any:
        *positional, keywords = arguments if arguments and isinstance(arguments[-1], dict) else (*arguments, {})
        return getattr(conversation, name)(*positional, **keywords)

    def run(client: Any) -> Any:
        conversation = Conversation(client, **{"model": "a/b", **settings})
        for each in calls:
            result = call(conversation, *each)
            returned.append(result.read_all() if each[0].endswith("stream") else result)
        return conversation

    async def arun(client: Any) -> Any:
        conversation = AsyncConversation(client, **{"model": "a/b", **settings})
        for each in calls:
            result = call(conversation, *each)
            returned.append(await (result.read_all() if each[0].endswith("stream") else result))
        return conversation

    return caller.run(script, run, arun, retries=0), returned


@pytest.mark.parametrize("method", ["run", "run_stream"])
def test_the_answers_and_tool_results_of_a_run_become_part_of_the_conversation(
    caller: ScriptCaller, method: str
) -> None:
    script = Script([CALL, WARM, "Bye"])
    conversation, (run, _) = use(caller, script, (method, "Warm?"), ("send", "Thanks"), tools=[weather])
    roles = [message["role"] for message in conversation.messages]
    assert roles == ["user", "assistant", "tool", "assistant", "user", "assistant"]
    assert conversation.messages[:4] == run.messages
    assert script.requests[2].json["messages"] == conversation.messages[:5]
    assert script.requests[2].json["tools"] == [weather.to_dict()]
    assert conversation.cost == 0.75
    assert conversation.open_run is None


def test_each_answer_of_a_run_has_its_model(caller: ScriptCaller) -> None:
    conversation, _ = use(caller, Script([CALL, WARM]), ("run", "Warm?"), tools=[weather], model="deepseek/r1")
    for message in conversation.messages:
        message["reasoning"] = "Hm."
    assert all("reasoning" in each for each in conversation.list_requested())
    cleaned = conversation.list_requested(model="openai/gpt-5")
    assert ["reasoning" in each for each in cleaned] == [each["role"] != "assistant" for each in cleaned]


@pytest.mark.parametrize("method", ["", "_stream"])
def test_a_run_that_pauses_is_resumed(caller: ScriptCaller, method: str) -> None:
    script = Script([DELETE, WARM])
    conversation, (paused, resumed) = use(
        caller, script, (f"run{method}", "Delete a"), (f"resume{method}", {"approve": True}), tools=[delete]
    )
    assert paused.is_paused
    assert resumed.text == "It is warm."
    assert conversation.messages == resumed.messages
    assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool", "assistant"]
    assert conversation.cost == 0.75
    assert conversation.open_run is None


def test_a_paused_run_is_saved_and_resumed_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "conversation.json"
    with Script([DELETE]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[delete])
        assert conversation.run("Delete a").pending[0].arguments == {"name": "a"}
        conversation.save(path)
    program = f"""
from openrouterkit import Conversation, function_tool
from openrouterkit.testing import Script

@function_tool(requires_approval=True)
def delete(name: str) -> str:
    return "deleted " + name

with Script(["Done."]).client() as client:
    conversation = Conversation.load(client, {str(path)!r}, tools=[delete])
    conversation.resume(deny={{conversation.open_run.pending[0].id: "keep it"}})
    conversation.save({str(path)!r})
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=300)
    state = json.loads(path.read_text())
    assert [message["role"] for message in state["messages"]] == ["user", "assistant", "tool", "assistant"]
    assert "keep it" in state["messages"][2]["content"]
    assert state["open_run"] is None


def test_another_message_in_place_of_a_decision_ends_the_run(caller: ScriptCaller) -> None:
    script = Script([DELETE, "Fine."])
    conversation, _ = use(caller, script, ("run", "Delete a"), ("send", "Never mind"), tools=[delete])
    sent = script.requests[1].json["messages"]
    assert [message["role"] for message in sent] == ["user", "assistant", "tool", "user"]
    assert "no result" in sent[2]["content"]
    assert conversation.open_run is None


def list_results(messages: list[dict[str, Any]]) -> list[str]:
    """Return the content of the tool messages."""
    return [message["content"] for message in messages if message["role"] == "tool"]


@pytest.mark.parametrize("method", ["send", "stream", "run", "run_stream"])
def test_another_message_in_place_of_a_decision_is_sent_with_the_outputs_of_the_tools_that_have_run(
    caller: ScriptCaller, method: str
) -> None:
    script = Script([BOTH, "Fine."])
    conversation, _ = use(caller, script, ("run", "Go"), (method, "Never mind"), tools=[weather, delete])
    unanswered, output = list_results(script.requests[1].json["messages"])
    assert output == "sunny in Rome"
    assert "no result" in unanswered
    assert list_results(conversation.messages) == ["sunny in Rome"]


def test_a_saved_conversation_keeps_the_outputs_of_a_paused_run(tmp_path: Path) -> None:
    script = Script([BOTH, "Fine."])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather, delete])
        conversation.run("Go")
        conversation.save(tmp_path / "conversation.json")
        loaded = Conversation.load(client, tmp_path / "conversation.json", tools=[weather, delete])
        loaded.send("Never mind")
    assert "sunny in Rome" in list_results(script.requests[1].json["messages"])


@pytest.mark.parametrize("method", ["", "_stream"])
def test_the_outputs_of_a_resumed_run_are_in_the_order_of_the_calls(caller: ScriptCaller, method: str) -> None:
    script = Script([BOTH, WARM])
    conversation, (_, resumed) = use(
        caller, script, (f"run{method}", "Go"), (f"resume{method}", {"approve": True}), tools=[weather, delete]
    )
    assert list_results(script.requests[1].json["messages"]) == ["deleted a", "sunny in Rome"]
    assert conversation.messages == resumed.messages


def test_a_run_that_is_resumed_step_by_step_adds_each_output_once() -> None:
    calls = [tool_call("delete", {"name": name}) for name in "ab"]
    with Script([completion(tool_calls=calls), WARM]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[delete])
        conversation.run("Go")
        paused = conversation.resume(approve=["call_2"])
        assert list_results(conversation.messages) == ["deleted b"]
        assert conversation.messages == paused.messages
        assert conversation.resume(approve=True).messages == conversation.messages
    assert list_results(conversation.messages) == ["deleted a", "deleted b"]


@pytest.mark.parametrize("method", ["run", "run_stream"])
def test_a_run_that_fails_adds_the_complete_answers_and_can_be_resumed(method: str) -> None:
    script = Script([CALL, 503, WARM])
    with script.client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[weather], system="Be terse.")
        with pytest.raises(ServiceUnavailableResponseError):
            conversation.run("Warm?") if method == "run" else conversation.run_stream("Warm?").read_all()
        assert [m["role"] for m in conversation.messages] == ["system", "user", "assistant", "tool"]
        assert conversation.cost == 0.25
        restored = Conversation.from_json(client, conversation.to_json(), tools=[weather])
        for each in (restored,):
            assert each.resume().text == "It is warm."
            assert [m["role"] for m in each.messages] == ["system", "user", "assistant", "tool", "assistant"]
            assert each.cost == 0.75
            assert each.open_run is None


@pytest.mark.parametrize("method", ["run", "run_stream"])
@pytest.mark.parametrize("following", ["send", "stream", "run"])
def test_a_message_after_a_run_that_failed_is_sent_with_what_happened(method: str, following: str) -> None:
    script = Script([CALL, 503, WARM])
    with script.client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        with pytest.raises(ServiceUnavailableResponseError):
            conversation.run("Warm?") if method == "run" else conversation.run_stream("Warm?").read_all()
        answer: Any = getattr(conversation, following)("What now?")
        if following == "stream":
            answer.read_all()
    sent = script.requests[2].json["messages"]
    assert [message["role"] for message in sent] == ["user", "assistant", "tool", "user"]
    assert list_results(sent) == ["sunny in Rome"]
    assert conversation.messages[:4] == sent
    assert conversation.open_run is None
    assert conversation.cost == 0.75


def test_a_run_that_fails_after_a_decision_keeps_its_outputs_once() -> None:
    script = Script([BOTH, 503, WARM])
    with script.client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[weather, delete])
        conversation.run("Go")
        with pytest.raises(ServiceUnavailableResponseError):
            conversation.resume(approve=True)
        assert list_results(conversation.messages) == ["deleted a", "sunny in Rome"]
        assert conversation.resume().messages == conversation.messages
    assert list_results(script.requests[2].json["messages"]) == ["deleted a", "sunny in Rome"]


def test_a_run_whose_first_request_fails_adds_nothing() -> None:
    with Script([503]).client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        with pytest.raises(ServiceUnavailableResponseError):
            conversation.run("Warm?")
        assert conversation.messages == []
        assert conversation.open_run is None


def test_a_run_that_fails_twice_can_be_resumed() -> None:
    script = Script([CALL, 503, 429, WARM])
    with script.client(retries=0) as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        with pytest.raises(ServiceUnavailableResponseError):
            conversation.run("Warm?")
        with pytest.raises(TooManyRequestsResponseError):
            conversation.resume()
        assert conversation.resume().text == "It is warm."
        assert len(conversation.messages) == 4
        assert conversation.cost == 0.75


def test_a_run_stream_that_is_closed_adds_the_complete_answers() -> None:
    script = Script([CALL, "Hello"])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        with conversation.run_stream("Warm?") as events:
            for event in events:
                if isinstance(event, ToolFinished):
                    break
        assert [message["role"] for message in conversation.messages] == ["user", "assistant", "tool"]
        with pytest.raises(IncompleteStreamError):
            events.run()
        assert conversation.send("Hi").text
    assert list_results(script.requests[1].json["messages"]) == ["sunny in Rome"]


def test_an_async_run_stream_that_is_closed_adds_the_complete_answers() -> None:

    async def main() -> None:
        async with Script([CALL, WARM, "Hello"]).async_client() as client:
            conversation = AsyncConversation(client, model="a/b", tools=[weather])
            async with conversation.run_stream("Warm?") as events:
                async for event in events:
                    if isinstance(event, ToolFinished):
                        break
            await conversation.send("Hi")
            assert list_results(conversation.messages) == ["sunny in Rome"]
            assert len(conversation.messages) == 5

    anyio.run(main)


def test_a_run_stream_that_is_closed_before_its_tools_run_adds_no_result_and_can_be_resumed() -> None:
    script = Script([CALL, WARM])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        with conversation.run_stream("Warm?") as events:
            for event in events:
                if isinstance(event, ToolStarted):
                    break
        assert [message["role"] for message in conversation.messages] == ["user", "assistant"]
        other = conversation.fork()
        assert conversation.resume().text == "It is warm."
        assert list_results(script.requests[1].json["messages"]) == ["sunny in Rome"]
        assert "no result" in other.list_requested()[-1]["content"]


def test_a_run_stream_in_progress_excludes_other_requests() -> None:
    with Script([CALL, WARM]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        events = conversation.run_stream("Warm?")
        next(events)
        with pytest.raises(ConfigurationError, match="in progress"):
            conversation.send("Hi")
        assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "It is warm."
        assert len(conversation.messages) == 4


def test_settings_of_runs_are_passed_on() -> None:
    script = Script(default=CALL)
    with script.client() as client:
        conversation = Conversation(client, model="a/b", temperature=0)
        run = conversation.run("Warm?", tools=[weather], stop_when=max_steps(1), final_turn=False)
    assert run.stopped_by == "max_steps"
    assert script.requests[0].json["temperature"] == 0
    assert conversation.messages[-1]["role"] == "tool"


@pytest.mark.parametrize("method", ["run", "run_stream", "send", "stream"])
def test_calls_without_results_and_without_a_message_are_rejected_with_what_to_write(
    caller: ScriptCaller, method: str
) -> None:
    script = Script([CALL, WARM])
    with pytest.raises(InvalidArgumentError, match=r"calls tools without results: weather; .+ run\(message\) in place"):
        use(caller, script, ("send", "Warm?"), (method,), tools=[weather])
    assert len(script.requests) == 1


def test_calls_whose_results_were_added_are_sent_without_a_message() -> None:
    script = Script([CALL, WARM])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather])
        result = conversation.send("Warm?")
        conversation.add(tool("sunny", tool_call_id=result.tool_calls[0].id))
        assert conversation.run().text == "It is warm."
    assert list_results(script.requests[1].json["messages"]) == ["sunny"]


@pytest.mark.parametrize("method", ["run", "send"])
def test_an_open_run_and_no_message_is_rejected_with_resume(method: str) -> None:
    with Script([BOTH]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather, delete])
        conversation.run("Go")
        with pytest.raises(InvalidArgumentError, match=r"calls tools without results: delete; continue .+ resume\("):
            getattr(conversation, method)()
        assert conversation.open_run is not None


def test_messages_are_added_to_no_open_run_and_new_ones_end_it() -> None:
    with Script([BOTH, "Fine."]).client() as client:
        conversation = Conversation(client, model="a/b", tools=[weather, delete])
        conversation.run("Go")
        with pytest.raises(ConfigurationError, match=r"a run of the conversation is open; continue it with resume"):
            conversation.add("A note")
        conversation.messages = []
        assert conversation.open_run is None
        conversation.add("A note")
        assert conversation.send().text == "Fine."


def test_without_an_open_run_there_is_nothing_to_resume() -> None:
    with (
        Script([]).client() as client,
        pytest.raises(InvalidArgumentError, match="no run of this conversation is open"),
    ):
        Conversation(client, model="a/b").resume(approve=True)


def test_a_run_of_a_trimmed_conversation_adds_only_its_own_messages(caller: ScriptCaller) -> None:
    def last(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return messages[-1:]

    script = Script(["1", CALL, WARM])
    conversation, _ = use(caller, script, ("send", "Hi"), ("run", "Warm?"), tools=[weather], trim=last)
    assert len(script.requests[1].json["messages"]) == 1
    roles = [message["role"] for message in conversation.messages]
    assert roles == ["user", "assistant", "user", "assistant", "tool", "assistant"]


def test_an_answer_is_parsed_as_a_value(caller: ScriptCaller) -> None:
    text = '{"name": "Paris", "population": 2}'
    script = Script([completion(text, cost=0.25), "Bye"])
    conversation, (parsed, _) = use(caller, script, ("parse", "Capital?", {"response_type": City}), ("send", "Thanks"))
    assert parsed.value == City("Paris", 2)
    assert conversation.messages[1]["content"] == text
    assert "response_format" not in script.requests[1].json
    assert conversation.cost == 0.25


def test_a_value_of_a_forced_tool_is_text_in_the_conversation() -> None:
    script = Script([tool_call("city", {"name": "Paris", "population": 2})])
    with script.client() as client:
        conversation = Conversation(client, model="a/b")
        assert conversation.parse("Capital?", response_type=City, method="tool").value.name == "Paris"
    assert json.loads(conversation.messages[1]["content"]) == {"name": "Paris", "population": 2}
    assert "tool_calls" not in conversation.messages[1]


def test_corrections_are_not_part_of_the_conversation_and_count_in_the_cost() -> None:
    script = Script([completion("{}", cost=0.25), completion('{"name": "Paris", "population": 2}', cost=0.25)])
    with script.client() as client:
        conversation = Conversation(client, model="a/b")
        conversation.parse("Capital?", response_type=City)
    assert len(conversation.messages) == 2
    assert conversation.cost == 0.5


def test_an_answer_that_does_not_fit_leaves_the_messages_unchanged() -> None:
    with Script(default=completion("{}", cost=0.25)).client() as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidOutputError):
            conversation.parse("Capital?", response_type=City)
    assert conversation.messages == []
    assert conversation.cost == 0.5


def test_the_messages_of_a_paused_run_are_sent_without_a_conversation_once_they_are_cleaned() -> None:
    script = Script([BOTH, "Fine."])
    with script.client() as client:
        run = client.chat.run(model="a/b", messages=[user("Go")], tools=[weather, delete])
        messages: Any = clean_messages([*run.messages, user("Never mind")])
        assert client.chat.send(model="a/b", messages=messages).text == "Fine."
    unanswered, output = list_results(script.requests[1].json["messages"])
    assert "no result" in unanswered
    assert output == "sunny in Rome"
