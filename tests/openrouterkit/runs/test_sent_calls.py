"""Tool calls as runs send them back."""

from __future__ import annotations

import json

import pytest

from openrouterkit import Conversation, function_tool, user
from openrouterkit.testing import Script


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


def answer(*ids, signatures=(), arguments='{"city": "Rome"}'):
    function = {"name": "weather", "arguments": arguments}
    calls = [{"type": "function", "function": function} | ({"id": each} if each else {}) for each in ids]
    details = [
        {"type": "reasoning.encrypted", "id": each, "data": f"of {each} {n}"} for n, each in enumerate(signatures)
    ]
    reasoning = {"reasoning_details": details} if details else {}
    message = {"role": "assistant", "content": None, **reasoning, "tool_calls": calls}
    return {"choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}]}


def run_tools(script, place):
    """Return the messages of the last request: of a run, or of a conversation whose caller sends the results."""
    with script.client() as client:
        if place == "run":
            client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
        else:
            conversation = Conversation(client, model="a/b", tools=[weather])
            conversation.run("Hello")
            conversation.send("Thanks")
    return script.requests[-1].json["messages"]


@pytest.mark.parametrize("place", ["run", "conversation"])
def test_signatures_have_the_ids_of_their_calls(place):
    steps = [answer("a", "b", signatures="ab"), answer("a", "a", signatures="aa"), answer("a", "b", signatures="aa")]
    messages = [m for m in run_tools(Script([*steps, "Done", "Bye"]), place) if m["role"] == "assistant"]
    ids = [[call["id"] for call in message["tool_calls"]] for message in messages[:3]]
    assert ids == [["a", "b"], ["a_2", "a_3"], ["a_4", "b_2"]]
    assert [[detail["id"] for detail in m["reasoning_details"]] for m in messages[:3]] == [*ids[:2], ["a_4", "a_4"]]
    assert [detail["data"] for detail in messages[1]["reasoning_details"]] == ["of a 0", "of a 1"]


@pytest.mark.parametrize("place", ["run", "conversation"])
@pytest.mark.parametrize("arguments", [{"city": "Rome"}, None, "", "[1]", '{"city": ', '{ "city": "Oslo" }'])
def test_arguments_are_sent_back_as_the_text_of_an_object(place, arguments):
    messages = run_tools(Script([answer("a", arguments=arguments), "Done", "Bye"]), place)
    sent = messages[1]["tool_calls"][0]["function"]["arguments"]
    assert isinstance(json.loads(sent), dict)
    assert not isinstance(arguments, dict) or json.loads(sent) == arguments
    assert messages[2]["tool_call_id"] == "a"
    if arguments == '{ "city": "Oslo" }':
        assert sent == arguments


NAMELESS = [None, "x", {}, {"id": "k"}, {"id": "k", "type": "function", "function": {"name": None, "arguments": "{}"}}]


@pytest.mark.parametrize("nameless", NAMELESS)
def test_tool_calls_without_a_name_are_not_sent_back(nameless):
    step = answer("a")
    step["choices"][0]["message"]["tool_calls"].insert(0, nameless)
    messages = run_tools(Script([step, "Done"]), "run")
    assert [call["id"] for call in messages[1]["tool_calls"]] == ["a"]
    assert [message.get("tool_call_id") for message in messages] == [None, None, "a"]
    message = {"role": "assistant", "content": "Hm.", "tool_calls": [nameless]}
    with Script([{"choices": [{"index": 0, "message": message}]}]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
    assert run.messages[1] == {"role": "assistant", "content": "Hm."}
