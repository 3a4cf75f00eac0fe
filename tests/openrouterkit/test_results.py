"""The shortcuts of chat results, for valid and invalid JSON."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from loopback import chunk, completion

from openrouterkit.results import ChatCompletion, ChatCompletionChunk
from openrouterkit.tool_calls import ToolCall
from openrouterkit_api import models

EMPTY_MESSAGE = models.ChatAssistantMessage(content=None)
INVALID: list[Any] = [None, True, 7, "x", [], ["x"], [None], [[]], {}, {"a": 1}]


def build_completion(message: Any) -> ChatCompletion:
    return ChatCompletion.from_dict({"choices": [{"index": 0, "message": message}]})


@pytest.mark.parametrize("value", INVALID, ids=repr)
def test_shortcuts_have_their_types_for_invalid_choices(value: Any) -> None:
    for choices in (value, [value]):
        result = ChatCompletion.from_dict({"choices": choices})
        assert (result.text, result.tool_calls, result.assistant_message) == ("", [], EMPTY_MESSAGE)
        piece = ChatCompletionChunk.from_dict({"choices": choices})
        assert (piece.text, piece.delta_message) == ("", None)


@pytest.mark.parametrize("value", [each for each in INVALID if not isinstance(each, dict)], ids=repr)
def test_invalid_message_is_an_empty_message(value: Any) -> None:
    result = build_completion(value)
    assert (result.text, result.tool_calls, result.assistant_message) == ("", [], EMPTY_MESSAGE)
    piece = ChatCompletionChunk.from_dict({"choices": [{"delta": value}]})
    assert (piece.text, piece.delta_message) == ("", None)
    assert piece.choices is not None  # reading it converts the choice to a model
    assert (piece.text, piece.delta_message) == ("", None)


@pytest.mark.parametrize("value", [each for each in INVALID if each != "x"], ids=repr)
def test_invalid_content_has_no_text(value: Any) -> None:
    assert build_completion({"content": value}).text == ""
    piece = ChatCompletionChunk.from_dict(chunk(value))
    assert piece.text == ""
    assert piece.delta_message is not None
    assert piece.text == ""


@pytest.mark.parametrize("value", [*INVALID, {"id": "1"}], ids=repr)
def test_tool_calls_are_a_list_of_models(value: Any) -> None:
    assert build_completion({"tool_calls": value}).tool_calls == []
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    mixed = build_completion({"tool_calls": [value if not isinstance(value, dict) else None, call]})
    assert [type(item) for item in mixed.tool_calls] == [ToolCall]
    assert mixed.tool_calls[0].function.name == "f"


@pytest.mark.parametrize("value", INVALID, ids=repr)
def test_is_empty_never_raises(value: Any) -> None:
    for choice in ({"message": {"content": None}}, {"message": value}):
        assert ChatCompletion.from_dict({"usage": value, "choices": [choice]}).is_empty
    deep = b'{"choices": [{"message": {"content": null, "x": ' + b"[" * 500 + b"]" * 500 + b"}}]}"
    assert ChatCompletion.from_json(deep).is_empty


def test_completion_built_from_data_has_no_response() -> None:
    result = ChatCompletion.from_dict(completion())
    with pytest.raises(AttributeError, match="built from data, not returned by a call"):
        _ = result.response
    assert getattr(result, "response", None) is None
    assert result.latency is None
    with pytest.raises(AttributeError, match="built from data"):
        _ = copy.copy(result).response


def build_details(*details: Any) -> dict[str, Any]:
    return {"content": "x", "reasoning_details": list(details)}


THOUGHT = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}, {"type": "text", "text": "m."}]}


@pytest.mark.parametrize(
    ("message", "reasoning"),
    [
        ({"reasoning": "Hmm.", "reasoning_content": "other"}, "Hmm."),
        ({"reasoning": None, "reasoning_content": "Hmm."}, "Hmm."),
        ({"reasoning": "", "reasoning_content": "", **build_details({"text": "Hmm."})}, "Hmm."),
        (
            build_details({"type": "reasoning.text", "text": "Hm"}, {"type": "reasoning.summary", "summary": "m."}),
            "Hmm.",
        ),
        (build_details({"type": "reasoning.encrypted", "data": "eA=="}), ""),
        (build_details(None, 7, {"text": 7}, {"text": None, "summary": "Hmm."}), "Hmm."),
        ({"reasoning_details": {"text": "x"}}, ""),
        ({"content": [THOUGHT, {"type": "text", "text": "4"}]}, "Hmm."),
        ({"content": [{"type": "thinking", "thinking": "Hmm."}]}, "Hmm."),
        ({"content": "4"}, ""),
        ({}, ""),
    ],
)
def test_reasoning_is_the_text_of_the_first_choice(message: Any, reasoning: str) -> None:
    assert build_completion(message).reasoning == reasoning
    assert ChatCompletionChunk.from_dict({"choices": [{"delta": message}]}).reasoning == reasoning


@pytest.mark.parametrize("value", INVALID, ids=repr)
def test_reasoning_finish_reason_and_cost_have_their_types_for_invalid_json(value: Any) -> None:
    for choices in (value, [value], [{"message": value, "delta": value, "finish_reason": value}]):
        result = ChatCompletion.from_dict({"choices": choices, "usage": value})
        assert result.reasoning == ""
        assert result.finish_reason in (None, "x")
        assert result.cost is None
        assert ChatCompletionChunk.from_dict({"choices": choices}).reasoning == ""


@pytest.mark.parametrize("cost", [0, 0.25, 3])
def test_cost_and_finish_reason_are_those_that_the_service_reports(cost: float) -> None:
    result = ChatCompletion.from_dict(completion(usage={"cost": cost}))
    assert (result.cost, type(result.cost), result.finish_reason) == (cost, type(cost), "stop")
    assert ChatCompletion.from_dict(completion(usage={})).cost is None
    assert ChatCompletion.from_dict(completion(usage=None)).cost is None
    assert ChatCompletion.from_dict(completion(usage={"cost": True})).cost is None
