"""Answers of a conversation that are interrupted, and what a conversation allows while it receives one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import anyio
import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, user
from openrouterkit.errors import APIError, ConfigurationError, InvalidOutputError
from openrouterkit.mistral import Mistral
from openrouterkit.testing import Script, completion, error, pause, stream, tool_call

USAGE = {"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15, "cost": 0.25}}


@dataclass
class City:
    name: str


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def test_a_stream_that_is_left_keeps_the_text_so_far_if_the_conversation_does(caller: ScriptCaller) -> None:
    script = Script([stream("Hel", USAGE, "lo", pause(30)), "Bye"])

    def use(client: Any) -> Any:
        conversation = Conversation(client, model="a/b", keep_partial=True)
        with conversation.stream("Hi") as opened:
            while opened.usage is None:
                next(opened)
        conversation.send("Go on")
        return conversation

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b", keep_partial=True)
        async with conversation.stream("Hi") as opened:
            while opened.usage is None:
                await anext(opened)
        await conversation.send("Go on")
        return conversation

    conversation = caller.run(script, use, use_async)
    assert [message["content"] for message in conversation.messages] == ["Hi", "Hel", "Go on", "Bye"]
    assert [message["role"] for message in script.requests[1].json["messages"]] == ["user", "assistant", "user"]
    assert conversation.cost == 0.25


def test_a_keyboard_interrupt_keeps_the_text_so_far() -> None:
    with Script([stream("Hel", "lo", pause(30))]).client() as client:
        conversation = Conversation(client, model="a/b")
        conversation.keep_partial = True
        with suppress(KeyboardInterrupt), conversation.stream("Hi") as opened:
            for _ in opened.texts():
                raise KeyboardInterrupt
        assert conversation.text == "Hel"


def test_a_cancelled_stream_keeps_the_text_so_far() -> None:
    async def main() -> None:
        async with Script([stream("Hel", pause(60), "lo")]).async_client() as client:
            conversation = AsyncConversation(client, model="a/b", keep_partial=True)
            with anyio.CancelScope() as scope:
                async with conversation.stream("Hi") as opened:
                    async for _ in opened.texts():
                        scope.cancel()
            assert conversation.text == "Hel"

    for backend in ("asyncio", "trio"):
        anyio.run(main, backend=backend)


def test_a_stream_that_is_left_without_text_adds_nothing() -> None:
    script = Script([stream("Hello"), stream(tool_call("look", {"a": 1}), pause(30))])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", keep_partial=True)
        with conversation.stream("Hi"):
            pass
        with conversation.stream("Hi") as opened:
            next(opened)
        assert conversation.messages == []


def test_thoughts_alone_are_no_partial_answer() -> None:
    thoughts = {"content": [{"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}]}
    with Script([stream(thoughts, thoughts, "x")]).client(Mistral) as client:
        conversation = Conversation(client, model="m", keep_partial=True)
        with conversation.stream("Hi") as opened:
            next(opened)
        assert conversation.messages == []


def test_a_stream_that_fails_adds_nothing_even_if_the_conversation_keeps_partial_answers() -> None:
    with Script([stream("Hel", error(502)), "Hello"]).client(retries=0) as client:
        conversation = Conversation(client, model="a/b", keep_partial=True)
        with pytest.raises(APIError):
            conversation.stream("Hi").read_all()
        assert conversation.messages == []
        assert conversation.fork().keep_partial


def test_messages_cannot_change_while_an_answer_is_received() -> None:
    with Script([stream("Hel", "lo")]).client() as client:
        conversation = Conversation(client, model="a/b")
        opened = conversation.stream("Hi")
        next(opened)
        with pytest.raises(ConfigurationError, match="in progress"):
            conversation.add("there")
        with pytest.raises(ConfigurationError, match="in progress"):
            conversation.messages = [user("there")]
        with pytest.raises(ConfigurationError, match="in progress"):
            conversation.system = "Be terse."
        opened.read_all()
        conversation.add("there")
    assert [message["content"] for message in conversation.messages] == ["Hi", "Hello", "there"]


def test_a_streamed_value_becomes_part_of_the_conversation(caller: ScriptCaller) -> None:
    script = Script([stream('{"name": ', '"Rome"}', USAGE), "Bye"])

    def use(client: Any) -> Any:
        conversation = Conversation(client, model="a/b")
        opened = conversation.parse_stream("Capital?", response_type=City)
        partial = [opened.partial_value for _ in opened]
        conversation.send("Thanks")
        return conversation, partial, opened.parsed()

    async def use_async(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b")
        opened = conversation.parse_stream("Capital?", response_type=City)
        partial = [opened.partial_value async for _ in opened]
        await conversation.send("Thanks")
        return conversation, partial, opened.parsed()

    conversation, partial, parsed = caller.run(script, use, use_async)
    assert partial[-1] == {"name": "Rome"}
    assert parsed.value == City("Rome")
    assert [each["content"] for each in conversation.messages] == ["Capital?", '{"name": "Rome"}', "Thanks", "Bye"]
    assert "response_format" in script.requests[0].json
    assert "response_format" not in script.requests[1].json
    assert conversation.cost == 0.25


def test_a_streamed_value_of_a_forced_tool_is_text_in_the_conversation() -> None:
    with Script([stream(tool_call("city", {"name": "Rome"}))]).client() as client:
        conversation = Conversation(client, model="a/b")
        assert conversation.parse_stream("Capital?", response_type=City, method="tool").read_value() == City("Rome")
    assert conversation.text.replace(" ", "") == '{"name":"Rome"}'


def test_a_streamed_answer_that_does_not_fit_adds_no_messages() -> None:
    with Script([stream("{}", USAGE)]).client() as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidOutputError):
            conversation.parse_stream("Capital?", response_type=City).read_value()
        assert conversation.messages == []
        assert conversation.cost == 0.25


def test_what_a_parse_has_paid_before_its_correction_failed_is_counted() -> None:
    with Script([completion("{}", cost=0.5), 401]).client(retries=0) as client:
        conversation = Conversation(client, model="a/b")
        with pytest.raises(InvalidOutputError):
            conversation.parse("Capital?", response_type=City)
        assert conversation.cost == 0.5
        assert conversation.messages == []
