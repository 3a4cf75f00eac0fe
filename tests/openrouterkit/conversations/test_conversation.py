"""Conversations keep their messages and what they have used, in sync and async code."""

from __future__ import annotations

import gc
import threading
from typing import Any

import anyio
import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, content, system, tool, user
from openrouterkit.errors import APIError, ConfigurationError, IncompleteStreamError, InvalidArgumentError, SDKError
from openrouterkit.middleware import Usage
from openrouterkit.mistral import Mistral
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script, completion, connection_error, error, pause, stream, tool_call

USAGE = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
PARIS = completion("Paris", usage=USAGE, cost=0.25)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def send(caller: ScriptCaller, script: Script, *messages: Any, **settings: Any) -> Any:
    """Return a conversation that has sent some messages."""

    def use(client: Any) -> Any:
        conversation = Conversation(client, **{"model": "a/b", **settings})
        for message in messages:
            conversation.send(message)
        return conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, **{"model": "a/b", **settings})
        for message in messages:
            await conversation.send(message)
        return conversation

    return caller.run(script, use, use_async, retries=0)


def read(caller: ScriptCaller, script: Script, *messages: Any, **settings: Any) -> Any:
    """Return a conversation that has read the streams of the answers to some messages."""

    def use(client: Any) -> Any:
        conversation = Conversation(client, **{"model": "a/b", **settings})
        for message in messages:
            conversation.stream(message).read_all()
        return conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, **{"model": "a/b", **settings})
        for message in messages:
            await conversation.stream(message).read_all()
        return conversation

    return caller.run(script, use, use_async, retries=0)


@pytest.mark.parametrize("way", [send, read])
def test_each_request_contains_the_whole_conversation(caller: ScriptCaller, way: Any) -> None:
    script = Script([PARIS, "Rome"])
    conversation = way(caller, script, "Capital of France?", "And of Italy?", system="Be terse.", temperature=0)
    roles = [message["role"] for message in conversation.messages]
    assert roles == ["system", "user", "assistant", "user", "assistant"]
    assert [request.json["messages"] for request in script.requests] == [
        conversation.messages[:2],
        conversation.messages[:4],
    ]
    assert script.requests[1].json["temperature"] == 0
    assert script.requests[1].json["model"] == "a/b"
    assert conversation.text == "Rome"


@pytest.mark.parametrize("way", [send, read])
def test_usage_and_cost_are_added_up(caller: ScriptCaller, way: Any) -> None:
    conversation = way(caller, Script(default=PARIS), "1", "2")
    assert conversation.usage == Usage(20, 10, cost=0.5)
    assert conversation.cost == 0.5


def test_a_failed_call_leaves_the_messages_unchanged(caller: ScriptCaller) -> None:
    conversations: list[Any] = []

    def use(client: Any) -> None:
        conversations.append(Conversation(client, model="a/b"))
        conversations[0].send("Hello")

    async def use_async(client: Any) -> None:
        conversations.append(AsyncConversation(client, model="a/b"))
        await conversations[0].send("Hello")

    with pytest.raises(APIError):
        caller.run(Script([503]), use, use_async, retries=0)
    assert conversations[0].messages == []
    assert conversations[0].cost is None


def test_a_stream_that_fails_or_is_closed_or_dropped_adds_no_messages() -> None:
    usage = {"choices": [], "usage": {**USAGE, "cost": 0.25}}
    script = Script([stream("Hel", usage, error(502)), stream("Hel", "lo", pause(30)), "Hello", "Hello"])
    with script.client(retries=0) as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(APIError):
            conversation.stream("Hi").read_all()
        assert conversation.cost == 0.25
        with conversation.stream("Hi") as opened:
            next(opened)
        with pytest.raises(IncompleteStreamError):
            opened.read_all()
        dropped = conversation.stream("Hi")
        next(dropped)
        del dropped
        gc.collect()
        assert conversation.messages == []
        assert conversation.stream("Hi").read_all().text == "Hello"
        assert len(conversation.messages) == 2


def test_a_stream_that_is_left_after_its_last_chunk_is_part_of_the_conversation(caller: ScriptCaller) -> None:
    def use(client: Any) -> Any:
        conversation = Conversation(client, model="a/b")
        with conversation.stream("Hi") as opened:
            for chunk in opened:
                if chunk.is_last:
                    break
        assert "".join(conversation.stream("Hi").texts()) == "Hello"
        return conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b")
        async with conversation.stream("Hi") as opened:
            async for chunk in opened:
                if chunk.is_last:
                    break
        assert "".join([text async for text in conversation.stream("Hi").texts()]) == "Hello"
        return conversation

    conversation = caller.run(Script(default=stream("Hel", "lo")), use, use_async)
    assert [message["content"] for message in conversation.messages] == ["Hi", "Hello", "Hi", "Hello"]


def test_a_cancelled_call_leaves_the_messages_unchanged() -> None:
    async def main() -> None:
        async with Script([stream(pause(30), "Hello"), "Hello"]).async_client() as client:
            conversation = AsyncConversation(client, model="a/b")
            with anyio.move_on_after(0.2):
                await conversation.send("Hi")
            assert conversation.messages == []
            await conversation.send("Hi")
            assert len(conversation.messages) == 2

    for backend in ("asyncio", "trio"):
        anyio.run(main, backend=backend)


def test_an_async_stream_that_is_closed_adds_no_messages() -> None:
    async def main() -> None:
        async with Script([stream("Hel", "lo", pause(30)), "Hello"]).async_client() as client:
            conversation = AsyncConversation(client, model="a/b")
            async with conversation.stream("Hi") as opened:
                await anext(opened)
            assert conversation.messages == []
            await conversation.send("Hi")
            assert len(conversation.messages) == 2

    anyio.run(main)


def test_a_conversation_has_one_request_at_a_time() -> None:
    with Script(default=stream("Hel", "lo")).client() as client:
        conversation = Conversation(client, model="a/b")
        first = conversation.stream("Hi")
        next(first)
        with pytest.raises(ConfigurationError, match=r"in progress.*fork"):
            conversation.send("Hi")
        first.read_all()
        late = conversation.stream("1")
        conversation.send("2")
        with pytest.raises(ConfigurationError, match="went on since this stream was created"):
            late.read_all()
        conversation.send("3")
        assert len(conversation.messages) == 6


def test_two_threads_cannot_send_at_the_same_time() -> None:
    started, finish = threading.Event(), threading.Event()

    def wait(_: Any) -> str:
        started.set()
        assert finish.wait(30)
        return "Hello"

    with Script([wait]).client() as client:
        conversation = Conversation(client, model="a/b")
        thread = threading.Thread(target=conversation.send, args=("Hi",))
        thread.start()
        assert started.wait(30)
        try:
            with pytest.raises(ConfigurationError, match="in progress"):
                conversation.send("Hi")
        finally:
            finish.set()
            thread.join()
    assert len(conversation.messages) == 2


def test_answers_are_kept_and_sent_back_unchanged() -> None:
    message = {
        "role": "assistant",
        "content": None,
        "reasoning": "Look it up.",
        "reasoning_details": [
            {"type": "reasoning.text", "text": "Look it up.", "signature": "s1", "format": "anthropic-claude-v1"}
        ],
        "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"city": "Rome"}'}}],
        "provider_member": 1,
    }
    second = {"role": "assistant", "content": "Warm", "reasoning_details": []}
    bodies = [
        {"id": "1", "model": "anthropic/x", "choices": [{"index": 0, "message": each}]} for each in (message, second)
    ]
    script = Script([*bodies, "Bye"])
    with script.client() as client:
        conversation = Conversation(client, model="anthropic/x")
        result = conversation.send("Weather?")
        image = content.image("https://example.com/a.png")
        conversation.send([tool(["See", image], tool_call_id=call.id) for call in result.tool_calls])
        conversation.send("Bye")
    assert script.requests[2].json["messages"][1] == message
    assert script.requests[2].json["messages"][2]["content"][1]["type"] == "image_url"
    assert script.requests[2].json["messages"][3] == second


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Hi", [{"role": "user", "content": "Hi"}]),
        (user("Hi"), [{"role": "user", "content": "Hi"}]),
        ({"role": "user", "content": "Hi"}, [{"role": "user", "content": "Hi"}]),
        ([user("Hi"), user("there")], [{"role": "user", "content": "Hi"}, {"role": "user", "content": "there"}]),
        (
            ["Hi", content.text("there")],
            [{"role": "user", "content": [{"type": "text", "text": "Hi"}, {"type": "text", "text": "there"}]}],
        ),
        (content.text("Hi"), [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]),
    ],
)
def test_a_message_is_a_text_or_parts_or_messages(value: Any, expected: Any) -> None:
    script = Script(default="Hello")
    with script.client() as client:
        Conversation(client, model="a/b").send(value)
    assert script.requests[0].json["messages"] == expected


def test_messages_can_be_added_and_changed_without_a_request() -> None:
    script = Script(default="Hello")
    with script.client() as client:
        conversation = Conversation(client, model="a/b", system=system("Be terse."), messages=[user("1")])
        conversation.add("2", {"role": "assistant", "content": "3"})
        conversation.messages.append({"role": "user", "content": "4"})
        conversation.send()
        assert [message["content"] for message in script.requests[0].json["messages"]] == [
            "Be terse.",
            "1",
            "2",
            "3",
            "4",
        ]
        conversation.messages = conversation.messages[:1]
        assert conversation.send("5", model="c/d").text == "Hello"
        assert script.requests[1].json["model"] == "c/d"
        assert conversation.model == "a/b"
        assert len(script.requests[1].json["messages"]) == 2


def test_every_chat_service_has_conversations() -> None:
    with Script(default="Hello").client(Mistral) as client:
        mistral = Conversation(client.chat, model="m")
        mistral.send("Hi")
        mistral.stream("Hi").read_all()
        assert len(mistral.messages) == 4
    with Script(default="Hello").client(OpenAICompatible, base_url="http://localhost/v1") as other:
        compatible = Conversation(other, model="m")
        compatible.send("Hi")
        assert compatible.text == "Hello"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"messages": "Hi"}, "must be a list"),
        ({"messages": [1]}, "object with a role"),
        ({"stream": True}, "use stream"),
        ({"trim": 8000}, "trim must be a function"),
    ],
)
def test_invalid_settings_are_rejected(settings: dict[str, Any], message: str) -> None:
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match=message):
        Conversation(client, model="a/b", **settings)


def test_invalid_messages_and_chats_are_rejected() -> None:
    with Script([]).client() as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidArgumentError, match="no messages yet"):
            conversation.send()
        with pytest.raises(InvalidArgumentError, match="expects a text"):
            conversation.send({"a": 1})
        with pytest.raises(InvalidArgumentError, match="does not accept messages"):
            conversation.send("Hi", messages=[])
        with pytest.raises(InvalidArgumentError, match="needs a client with a chat"):
            Conversation(client.models)  # type: ignore[arg-type]  # the test


def test_a_fork_continues_on_its_own() -> None:
    with Script(default=PARIS).client() as client:
        conversation = Conversation(client, model="a/b", temperature=0, system="Be terse.")
        conversation.send("Hi")
        fork = conversation.fork(model="c/d")
        fork.send("Hi")
        fork.messages[1]["content"] = "changed"
        assert (len(conversation.messages), len(fork.messages)) == (3, 5)
        assert conversation.messages[1]["content"] == "Hi"
        assert (conversation.cost, fork.cost) == (0.25, 0.25)  # together, what both have used
        assert (fork.model, fork.parameters) == ("c/d", {"temperature": 0})


def test_a_conversation_is_saved_and_loaded(caller: ScriptCaller, tmp_path: Any) -> None:
    script = Script(default=PARIS)
    conversation = send(caller, script, "Hi", temperature=0, timeout=5, system="Be terse.")
    path = tmp_path / "conversation.json"
    conversation.save(path)
    conversation.save(path)
    assert [each.name for each in tmp_path.iterdir()] == ["conversation.json"]
    with script.client() as client:
        loaded = Conversation.load(client, path, top_p=1)
        assert (loaded.messages, loaded.usage, loaded.model) == (conversation.messages, conversation.usage, "a/b")
        assert loaded.parameters == {"temperature": 0, "top_p": 1}
        loaded.send("Hi")
        assert loaded.cost == 0.5
        assert Conversation.from_json(client, loaded.to_json()).messages == loaded.messages


@pytest.mark.parametrize(
    ("text", "message"),
    [("[]", "not a conversation"), ("{}", "no format"), ("nonsense", "not a conversation")],
)
def test_a_text_that_is_no_conversation_is_rejected(text: str, message: str) -> None:
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match=message):
        Conversation.from_json(client, text)


def test_tools_are_sent_with_every_request() -> None:
    script = Script([tool_call("look", {}), "Fine"])
    definition = {"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {}}}}
    with script.client() as client:
        conversation = Conversation(client, model="a/b", tools=[definition])
        call = conversation.send("Look").tool_calls[0]
        conversation.send(tool("Nothing", tool_call_id=call.id))
    assert [request.json["tools"] for request in script.requests] == [[definition], [definition]]


@pytest.mark.parametrize(
    "step",
    [pytest.param(503, id="not opened"), pytest.param(stream("Hel", connection_error()), id="broken off")],
)
def test_a_stream_that_fails_adds_no_messages_and_the_message_can_be_sent_again(step: Any) -> None:
    with Script([step, "Hello"]).client(retries=0) as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(SDKError):
            conversation.stream("Hi").read_all()
        assert conversation.messages == []
        assert conversation.send("Hi").text == "Hello"
        assert len(conversation.messages) == 2


def test_a_stream_that_is_closed_before_it_was_opened_sends_nothing() -> None:
    script = Script(["Hello"])
    with script.client() as client:
        conversation = Conversation(client, model="a/b")
        conversation.stream("Hi").close()
        assert script.requests == []
        conversation.send("Hi")
        assert len(conversation.messages) == 2
