"""What chat calls return, whatever JSON it was made of."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from loopback import chunk, completion

from openrouterkit.results import ChatCompletion, ChatCompletionChunk
from openrouterkit_api import models

NOTHING = models.ChatAssistantMessage(content=None)
ODD: list[Any] = [None, True, 7, "x", [], ["x"], [None], [[]], {}, {"a": 1}]


def saying(message: Any) -> ChatCompletion:
    return ChatCompletion.from_dict({"choices": [{"index": 0, "message": message}]})


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_shortcuts_have_their_kinds_whatever_stands_for_the_choices(odd: Any) -> None:
    for choices in (odd, [odd]):
        result = ChatCompletion.from_dict({"choices": choices})
        assert (result.text, result.tool_calls, result.assistant_message) == ("", [], NOTHING)
        piece = ChatCompletionChunk.from_dict({"choices": choices})
        assert (piece.text, piece.delta_message) == ("", None)


@pytest.mark.parametrize("odd", [value for value in ODD if not isinstance(value, dict)], ids=repr)
def test_a_message_that_is_no_object_says_nothing(odd: Any) -> None:
    assert (saying(odd).text, saying(odd).tool_calls, saying(odd).assistant_message) == ("", [], NOTHING)
    piece = ChatCompletionChunk.from_dict({"choices": [{"delta": odd}]})
    assert (piece.text, piece.delta_message) == ("", None)
    assert piece.choices is not None  # looked at, the choice is a model
    assert (piece.text, piece.delta_message) == ("", None)


@pytest.mark.parametrize("odd", [value for value in ODD if value != "x"], ids=repr)
def test_content_that_is_neither_text_nor_parts_is_no_text(odd: Any) -> None:
    assert saying({"content": odd}).text == ""
    piece = ChatCompletionChunk.from_dict(chunk(odd))
    assert piece.text == ""
    assert piece.delta_message is not None
    assert piece.text == ""


@pytest.mark.parametrize("odd", [*ODD, {"id": "1"}], ids=repr)
def test_tool_calls_are_a_list_of_models(odd: Any) -> None:
    assert saying({"tool_calls": odd}).tool_calls == []
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    mixed = saying({"tool_calls": [odd if not isinstance(odd, dict) else None, call]})
    assert [type(item) for item in mixed.tool_calls] == [models.ChatToolCall]
    assert mixed.tool_calls[0].function.name == "f"


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_whether_a_completion_is_empty_can_be_said_of_any(odd: Any) -> None:
    for choice in ({"message": {"content": None}}, {"message": odd}):
        assert ChatCompletion.from_dict({"usage": odd, "choices": [choice]}).is_empty
    deep = b'{"choices": [{"message": {"content": null, "x": ' + b"[" * 500 + b"]" * 500 + b"}}]}"
    assert ChatCompletion.from_json(deep).is_empty


def test_a_completion_made_from_data_says_that_it_has_no_response() -> None:
    result = ChatCompletion.from_dict(completion())
    with pytest.raises(AttributeError, match="built from data, not returned by a call"):
        _ = result.response
    assert getattr(result, "response", None) is None
    assert result.latency is None
    with pytest.raises(AttributeError, match="built from data"):
        _ = copy.copy(result).response
