"""Streams of a conversation whose answer is a value: `Conversation.parse_stream`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation
from openrouterkit.errors import InvalidArgumentError, InvalidOutputError
from openrouterkit.testing import Script


@dataclass
class City:
    name: str


CITIES = ['{"value": [{"na', 'me": "Ulm"}, ', '{"name": "Bonn"}', "]}"]
VALUES = [City("Ulm"), City("Bonn")]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def read(caller: ScriptCaller, method: str) -> tuple[Any, Any]:
    """Return what a method of the stream yields or returns, and the conversation after it."""
    script = Script([CITIES])

    def run(client: Any) -> Any:
        conversation = Conversation(client, model="a/b")
        stream = conversation.parse_stream("Where?", response_type=list[City])
        found = getattr(stream, method)()
        return (found if isinstance(found, list) else list(found)), conversation

    async def arun(client: Any) -> Any:
        conversation = AsyncConversation(client, model="a/b")
        stream = conversation.parse_stream("Where?", response_type=list[City])
        found: Any = getattr(stream, method)()
        return (await found if method == "read_value" else [each async for each in found]), conversation

    found, conversation = caller.run(script, run, arun)
    return found, conversation


@pytest.mark.parametrize("method", ["items", "read_value"])
def test_the_items_and_the_value_are_those_of_the_type(caller: ScriptCaller, method: str) -> None:
    found, conversation = read(caller, method)
    assert found == VALUES
    assert conversation.messages[1]["content"] == "".join(CITIES)


def test_the_values_that_grow_are_plain_data(caller: ScriptCaller) -> None:
    found, conversation = read(caller, "partial_values")
    assert found[-1] == [{"name": "Ulm"}, {"name": "Bonn"}]
    assert len(conversation.messages) == 2


def test_the_items_of_an_answer_that_does_not_fit_raise_the_error_at_the_end() -> None:
    with Script([["[", '{"name": "Ulm"}, ', '{"name": 1.5}]']]).client() as client:
        conversation = Conversation(client, model="a/b")
        items = conversation.parse_stream("Where?", response_type=list[City]).items()
        assert next(items) == City("Ulm")
        with pytest.raises(InvalidOutputError):
            next(items)
    assert conversation.messages == []


def test_only_a_list_has_items() -> None:
    with Script([]).client() as client:
        stream: Any = Conversation(client, model="a/b").parse_stream("Where?", response_type=City)
        with pytest.raises(InvalidArgumentError, match=r"such as list\[City\], not City"):
            stream.items()
