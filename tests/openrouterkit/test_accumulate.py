"""The accumulator: the result of the chunks of a stream."""

from __future__ import annotations

import copy
import gc
import itertools
import sys
import time
import tracemalloc
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openrouterkit.accumulate import (
    Accumulator,
    ConcatText,
    KeepFirst,
    KeepLast,
    MergeItems,
    MergeObject,
    ObjectAccumulator,
    StreamAccumulator,
)


def chunk(delta: Any, index: Any = 0, finish_reason: str | None = None, **members: Any) -> dict[str, Any]:
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return {
        "id": "gen-1",
        "model": "a/b",
        "object": "chat.completion.chunk",
        "created": 1,
        "choices": [choice],
        **members,
    }


def result(*chunks: dict[str, Any]) -> dict[str, Any]:
    accumulator = Accumulator()
    for data in chunks:
        accumulator.add(data)
    return accumulator.result_dict()


def message(*deltas: Any) -> dict[str, Any]:
    """Return the message of a choice with these deltas."""
    (choice,) = result(*(chunk(delta) for delta in deltas))["choices"]
    merged: dict[str, Any] = choice["message"]
    return merged


def tool_calls(*entries: dict[str, Any]) -> list[tuple[str | None, str | None, str]]:
    """Return (id, name, arguments) of the merged tool calls, with each entry in its own delta."""
    calls = message(*({"tool_calls": [entry]} for entry in entries))["tool_calls"]
    return [(call.get("id"), call["function"].get("name"), call["function"]["arguments"]) for call in calls]


def entry(
    arguments: str | None = None,
    *,
    index: int | None = None,
    id: str | None = None,  # noqa: A002 - the name of the member
    name: str | None = None,
) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    members = {
        "index": index,
        "id": id,
        "function": {key: value for key, value in function.items() if value is not None},
    }
    return {key: value for key, value in members.items() if value is not None}


# ------------------------------------------------------------------------------------------------------ the result


def test_result_equals_the_response_without_streaming() -> None:
    head = {"id": "gen-1", "provider": "X", "model": "a/b", "object": "chat.completion.chunk", "created": 7}
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5, "cost": 1e-05}
    chunks = [
        {**head, "choices": [{"index": 0, "delta": {"role": "assistant", "content": "Hel"}, "finish_reason": None}]},
        {**head, "choices": [{"index": 0, "delta": {"role": "assistant", "content": "lo"}, "finish_reason": None}]},
        {**head, "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": "stop"}]},
        {**head, "choices": [], "usage": usage},
    ]
    assert result(*chunks) == {
        "id": "gen-1",
        "provider": "X",
        "model": "a/b",
        "object": "chat.completion",
        "created": 7,
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
        "usage": usage,
    }


def test_result_is_a_chat_result_or_the_class_passed_as_into() -> None:
    from openrouterkit_api import models

    class MyResult(models.ChatResult):
        __slots__ = ()

    accumulator = Accumulator()
    accumulator.add(models.ChatStreamChunk.from_dict(chunk({"content": "Hi"}, finish_reason="stop")))
    assert type(accumulator.result()) is models.ChatResult
    assert accumulator.result().to_dict() == accumulator.result_dict()
    assert accumulator.result().choices[0].message.content == "Hi"
    assert type(accumulator.result(MyResult)) is MyResult


def test_reading_attributes_of_a_chunk_does_not_change_the_result() -> None:
    from openrouterkit_api import models

    data = chunk(
        {
            "content": "Hi",
            "tool_calls": [entry("{}", index=0, id="a", name="f")],
            "reasoning_details": [text("a", index=0)],
        },
        finish_reason="stop",
        usage={"cost": 1, "cost_details": {"upstream_inference_cost": 1}},
        error={"code": 502},
    )
    used_chunk = models.ChatStreamChunk.from_dict(data)
    assert "cost_details" in repr(used_chunk)  # converts its members to models
    accumulator = Accumulator()
    accumulator.add(used_chunk)
    assert accumulator.result_dict() == result(data)
    assert accumulator.usage == data["usage"]


def test_result_without_chunks_has_no_choices() -> None:
    assert result() == {"object": "chat.completion", "choices": []}


def test_intermediate_results_are_independent_objects() -> None:
    accumulator = Accumulator()
    accumulator.add(chunk({"content": "a", "annotations": [1]}))
    first = accumulator.result_dict()
    accumulator.add(chunk({"content": "b", "annotations": [2]}))
    first["choices"][0]["message"]["annotations"].append(9)
    assert first["choices"][0]["message"]["content"] == "a"
    assert accumulator.result_dict()["choices"][0]["message"]["annotations"] == [1, 2]


def test_chunks_are_not_changed() -> None:
    chunks = [
        chunk({"content": "a", "tool_calls": [entry("{", index=0, name="f")]}),
        chunk({"content": [{"type": "x"}]}),
    ]
    before = copy.deepcopy(chunks)
    result(*chunks)
    assert chunks == before


# ------------------------------------------------------------------------------------------------- chunk and choice


def test_members_of_chunks_keep_their_last_value_that_is_not_blank() -> None:
    merged = result(
        {"id": "", "model": "alias", "choices": [], "usage": None, "service_tier": "flex", "debug": {"a": 1}},
        {"id": "gen-1", "model": "a/b", "choices": [], "usage": {"cost": 1}, "service_tier": None, "p": "xx"},
        {"id": "gen-1", "model": "", "choices": [], "usage": None, "system_fingerprint": None, "p": "yyy"},
    )
    assert merged == {
        "id": "gen-1",
        "model": "a/b",
        "choices": [],
        "usage": {"cost": 1},
        "service_tier": "flex",
        "debug": {"a": 1},
        "p": "yyy",
        "system_fingerprint": None,
        "object": "chat.completion",
    }


def test_choices_are_merged_and_sorted_by_index() -> None:
    chunks = [chunk({"content": text}, index=index) for index, text in [(1, "X"), (0, "A"), (1, "Y"), (0, "B")]]
    choices = result(*chunks, chunk({}, index=10**9, finish_reason="stop"))["choices"]
    assert [(choice["index"], choice["message"]["content"]) for choice in choices] == [
        (0, "AB"),
        (1, "XY"),
        (10**9, None),
    ]


def test_choices_without_a_valid_index_are_merged_by_position() -> None:
    two = [{"delta": {"content": "a"}}, {"index": "1", "delta": {"content": "b"}}]
    choices = result({"choices": two}, {"choices": two})["choices"]
    assert [(choice["index"], choice["message"]["content"]) for choice in choices] == [(0, "aa"), (1, "bb")]


def test_first_finish_reason_and_last_native_finish_reason_are_kept() -> None:
    (choice,) = result(
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls", "native_finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop", "native_finish_reason": "STOP"}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": None, "native_finish_reason": None}]},
    )["choices"]
    assert (choice["finish_reason"], choice["native_finish_reason"]) == ("tool_calls", "STOP")


def test_unknown_members_of_choice_and_delta_keep_their_last_value() -> None:
    (choice,) = result(
        {"choices": [{"index": 0, "new": 1, "error": {"code": 503}, "delta": {"mood": "a", "seen": None}}]},
        {"choices": [{"index": 0, "new": 2, "delta": {"mood": "b"}}]},
    )["choices"]
    assert (choice["new"], choice["error"]) == (2, {"code": 503})
    assert choice["message"] == {"role": "assistant", "content": None, "mood": "b", "seen": None}


def test_logprobs_are_concatenated_and_null_is_kept() -> None:
    def with_logprobs(logprobs: Any) -> dict[str, Any]:
        return {"choices": [{"index": 0, "delta": {}, "logprobs": logprobs}]}

    pieces = [{"content": [1], "refusal": None}, None, {"content": [2], "refusal": [3]}, {"content": [2]}]
    (choice,) = result(*map(with_logprobs, pieces))["choices"]
    assert choice["logprobs"] == {"content": [1, 2, 2], "refusal": [3]}
    assert result(with_logprobs(None), with_logprobs(None))["choices"][0]["logprobs"] is None


@pytest.mark.parametrize("choices", [None, [], [None], "x", {}, [[]], 0])
def test_chunks_without_valid_choices_are_ignored(choices: Any) -> None:
    accumulator = Accumulator()
    for data in (chunk({"content": "a"}), {"choices": choices}, {}, chunk(None), chunk([]), chunk({"content": "b"})):
        accumulator.add(data)
    assert [choice["message"]["content"] for choice in accumulator.result_dict()["choices"]] == ["ab"]


# -------------------------------------------------------------------------------------------------- its properties


def test_complete_is_true_once_every_choice_has_a_finish_reason() -> None:
    accumulator = Accumulator()
    complete = [accumulator.complete]
    for index, reason in [(0, None), (0, ""), (0, "stop"), (1, None), (1, "length")]:
        accumulator.add(chunk({}, index=index, finish_reason=reason))
        complete.append(accumulator.complete)
    assert complete == [False, False, False, True, False, True]


def test_usage_and_generation_id_are_available_once_received() -> None:
    accumulator = Accumulator()
    assert (accumulator.usage, accumulator.generation_id) == (None, None)
    accumulator.add(chunk({"content": "a"}, usage=None))
    accumulator.add(chunk({"content": "a"}, usage={"cost": 1}))
    assert (accumulator.usage, accumulator.generation_id) == ({"cost": 1}, "gen-1")


# ----------------------------------------------------------------------------------------------------- the message


@pytest.mark.parametrize(
    ("contents", "content"),
    [
        (["a", None, "b", ""], "ab"),
        (["", None], None),
        ([None, ""], None),
        (["", ""], ""),
        ([None, None], None),
        ([], None),
        ([[]], []),
        ([{"odd": 1}, None], {"odd": 1}),
        ([{"odd": 1}, "a"], "a"),
    ],
)
def test_content_is_null_or_empty_only_without_text(contents: list[Any], content: Any) -> None:
    assert message({}, *({"content": piece} for piece in contents))["content"] == content


def test_content_is_null_beside_tool_calls() -> None:
    merged = message({"role": "assistant", "content": ""}, {"tool_calls": [entry("{}", index=0, id="a", name="f")]})
    assert merged == {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "a", "function": {"name": "f", "arguments": "{}"}, "type": "function"}],
    }


@pytest.mark.parametrize("value", [None, [], [None], "x"])
def test_a_message_without_valid_tool_calls_has_no_tool_calls_member(value: Any) -> None:
    assert message({"content": "a", "tool_calls": value}) == {"role": "assistant", "content": "a"}


@pytest.mark.parametrize(
    ("roles", "role"), [([None, "assistant"], "assistant"), (["tool", None], "tool"), ([], "assistant")]
)
def test_role_defaults_to_assistant(roles: list[str | None], role: str) -> None:
    assert message({}, *({"role": value, "content": "a"} for value in roles))["role"] == role


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content", "refusal"])
def test_strings_of_a_message_are_concatenated_even_if_a_piece_repeats(name: str) -> None:
    deltas = [{"content": "", name: piece} for piece in ("ha", "ha", None, "ha", "!")]
    assert message(*deltas) == {"role": "assistant", "content": "", name: "hahaha!"}
    assert message({name: None}, {name: None})[name] is None


@pytest.mark.parametrize("name", ["annotations", "images"])
def test_annotations_and_images_are_appended_in_order_of_arrival(name: str) -> None:
    assert message({name: [{"a": 1}]}, {name: None}, {name: [{"a": 1}, {"b": 2}]})[name] == [
        {"a": 1},
        {"a": 1},
        {"b": 2},
    ]
    assert message({name: []}, {name: []})[name] == []


def test_audio_concatenates_data_and_transcript_and_sets_other_members() -> None:
    deltas = [{"id": "x", "data": "AA", "transcript": "He"}, {"data": "AA"}, {"transcript": "y"}, {"expires_at": 9}]
    assert message(*({"audio": delta} for delta in deltas))["audio"] == {
        "id": "x",
        "data": "AAAA",
        "transcript": "Hey",
        "expires_at": 9,
    }


def test_text_and_thinking_parts_are_merged_and_other_parts_are_appended() -> None:
    def thinking(*parts: Any, closed: bool) -> dict[str, Any]:
        return {"type": "thinking", "thinking": list(parts), "closed": closed}

    def text(piece: str) -> dict[str, Any]:
        return {"type": "text", "text": piece}

    contents = [
        "",
        [thinking(text("Let "), closed=False)],
        [thinking(text("me "), {"type": "reference", "ids": [1]}, closed=False)],
        [thinking(closed=False), thinking(text("see"), closed=True)],
        "The ",
        [text("answer")],
        [{"type": "reference", "ids": [2]}, {"type": "reference", "ids": [3]}],
        "",
        "!",
        None,
    ]
    assert message(*({"content": content} for content in contents))["content"] == [
        thinking(text("Let me "), {"type": "reference", "ids": [1]}, text("see"), closed=True),
        text("The answer"),
        {"type": "reference", "ids": [2]},
        {"type": "reference", "ids": [3]},
        text("!"),
    ]


def test_text_before_a_list_of_parts_becomes_the_first_part() -> None:
    empty = {"type": "thinking", "thinking": []}
    assert message({"content": "a"}, {"content": "b"}, {"content": [empty]})["content"] == [
        {"type": "text", "text": "ab"},
        empty,
    ]


# ------------------------------------------------------------------------------------------------------- tool calls


@pytest.mark.parametrize(
    ("entries", "calls"),
    [
        pytest.param(
            [entry("", index=0, id="a", name="f"), entry('{"x"', index=0), entry(":1}", index=0)],
            [("a", "f", '{"x":1}')],
            id="arguments are concatenated",
        ),
        pytest.param([entry("", index=0, id="a", name="f")], [("a", "f", "")], id="empty arguments"),
        pytest.param([entry(index=0, id="a", name="f")], [("a", "f", "")], id="missing arguments become empty"),
        pytest.param(
            [entry("1", index=1, id="a", name="f"), entry("2", index=2, id="b", name="g"), entry("1", index=1)],
            [("a", "f", "11"), ("b", "g", "2")],
            id="interleaved indexes from 1",
        ),
        pytest.param(
            [entry("2", index=1, id="b", name="g"), entry("1", index=0, id="a", name="f")],
            [("a", "f", "1"), ("b", "g", "2")],
            id="sorted by index",
        ),
        pytest.param(
            [entry("1", index=0, id="a", name="f"), entry("2", index=0, id="b", name="f"), entry("2", index=0)],
            [("a", "f", "1"), ("b", "f", "22")],
            id="a new id at the same index starts a call",
        ),
        pytest.param(
            [entry("1", index=0, name="f"), entry("1", index=0, name="f"), entry("2", index=0, name="g")],
            [(None, "f", "11"), (None, "g", "2")],
            id="a new name at the same index starts a call",
        ),
        pytest.param(
            [entry("1", id="a", name="f"), entry("1"), entry("2", id="b", name="g"), entry("2"), entry("1", id="a")],
            [("a", "f", "111"), ("b", "g", "22")],
            id="without index: found by id, else the latest call",
        ),
        pytest.param(
            [entry("1", name="f"), entry("1"), entry("2", name="f")],
            [(None, "f", "11"), (None, "f", "2")],
            id="without id and index: a name starts a call",
        ),
        pytest.param(
            [entry(index=3), entry(index=3, name="f"), entry("1", index=3, id="a")],
            [("a", "f", "1")],
            id="late name and id",
        ),
        pytest.param([entry("1", name="f"), entry("1", id="a")], [("a", "f", "11")], id="late id, no index"),
        pytest.param([entry("1", id="a", name="f"), entry("1", index=0)], [("a", "f", "11")], id="late index"),
        pytest.param(
            [entry("1", id="a", name="f"), entry("2", index=0, id="b", name="g")],
            [("a", "f", "1"), ("b", "g", "2")],
            id="index for some calls: order of arrival",
        ),
        pytest.param([entry("1", index=10**9, id="a", name="f")], [("a", "f", "1")], id="huge index"),
        pytest.param(
            [entry("1", index=0, id="a", name="f"), entry("1", index=0, id="", name="")],
            [("a", "f", "11")],
            id="empty id and name",
        ),
        pytest.param(
            [
                entry("1", index=0, id="a", name="f"),
                entry("2", index=1, id="a", name="f"),
                entry("1", index=0, id="a"),
                entry("2", index=1, id="a"),
                entry("1", index=0),
            ],
            [("a", "f", "111"), ("a", "f", "22")],
            id="equal ids with different indexes are parallel calls",
        ),
        pytest.param(
            [entry("1", id="a", name="f"), entry("1", index=0, id="a", name="f"), entry("1", index=5, id="a")],
            [("a", "f", "111")],
            id="an id continues its call at another index, without a name, or if the call has no index yet",
        ),
    ],
)
def test_tool_calls_are_merged_by_id_then_index_then_latest_call(
    entries: list[dict[str, Any]], calls: list[tuple[str | None, str | None, str]]
) -> None:
    assert tool_calls(*entries) == calls


@pytest.mark.parametrize("index", ["", "1", [], {}, 1.5, True, None])
def test_a_tool_call_index_of_a_wrong_type_is_ignored(index: Any) -> None:
    calls = message(
        {"tool_calls": [{"index": index, **entry("1", id="a", name="f")}, entry("2", index=0, id="b", name="g")]}
    )
    assert [call["id"] for call in calls["tool_calls"]] == ["a", "b"]


@pytest.mark.parametrize("identity", [{}, {"id": "a"}])
def test_two_named_entries_of_a_list_without_index_are_two_tool_calls(identity: dict[str, str]) -> None:
    entries = [entry("1", name="f", **identity), entry("2", name="f", **identity)]
    calls = message({"tool_calls": entries})["tool_calls"]
    assert [call["function"]["arguments"] for call in calls] == ["1", "2"]


def test_a_named_entry_with_the_id_of_an_earlier_list_and_no_index_continues_its_call() -> None:
    assert tool_calls(entry("1", id="a", name="f"), entry("1", id="a", name="f")) == [("a", "f", "11")]


def test_null_members_of_later_deltas_do_not_replace_values() -> None:
    first = {"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": "{"}}
    later = {"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": "}"}}
    (call,) = message(
        {"tool_calls": [first]}, {"tool_calls": [later]}, {"tool_calls": [{"index": 0, "function": None}]}
    )["tool_calls"]
    assert call == {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def test_arguments_after_the_finish_reason_are_added() -> None:
    first = chunk({"tool_calls": [entry("{", index=0, id="a", name="f")]}, finish_reason="tool_calls")
    (choice,) = result(first, chunk({"tool_calls": [entry("}", index=0)]}))["choices"]
    assert choice["message"]["tool_calls"][0]["function"]["arguments"] == "{}"


def test_input_of_a_custom_tool_is_concatenated() -> None:
    custom = [
        {"index": 0, "id": "a", "type": "custom", "custom": {"name": "f", "input": "x"}},
        {"index": 0, "custom": {"input": "y"}},
    ]
    assert message(*({"tool_calls": [piece]} for piece in custom))["tool_calls"] == [
        {"id": "a", "type": "custom", "custom": {"name": "f", "input": "xy"}}
    ]


# ------------------------------------------------------------------------------------------------- reasoning details


def text(piece: str | None = None, **members: Any) -> dict[str, Any]:
    return {"type": "reasoning.text", **({} if piece is None else {"text": piece}), **members}


def encrypted(data: str, **members: Any) -> dict[str, Any]:
    return {"type": "reasoning.encrypted", "data": data, **members}


@pytest.mark.parametrize(
    ("entries", "details"),
    [
        pytest.param(
            [text("a", index=0), text("b", index=1), text("a", index=0)],
            [text("aa", index=0), text("b", index=1)],
            id="index",
        ),
        pytest.param(
            [text("a", id="x"), text("b", id="y"), text("a", id="x")], [text("aa", id="x"), text("b", id="y")], id="id"
        ),
        pytest.param(
            [text("a"), encrypted("q"), text("b")],
            [text("ab"), encrypted("q")],
            id="without index and id: the latest of the type",
        ),
        pytest.param(
            [text("a", index=0), encrypted("q", index=0), text("b", index=0)],
            [text("ab", index=0), encrypted("q", index=0)],
            id="same index, two types",
        ),
        pytest.param(
            [encrypted("q", index=0, id="x"), encrypted("r", index=0, id="y"), encrypted("q", index=0, id="x")],
            [encrypted("qq", index=0, id="x"), encrypted("r", index=0, id="y")],
            id="same index, two ids",
        ),
        pytest.param(
            [
                text("a", index=0, signature="", format=None),
                text(index=0, signature="SIG", format="f"),
                text(index=0, signature=None),
            ],
            [text("a", index=0, signature="SIG", format="f")],
            id="signature and format are set",
        ),
        pytest.param(
            [
                {"type": "reasoning.summary", "summary": "a", "index": 0},
                {"type": "reasoning.summary", "summary": "b", "index": 0},
            ],
            [{"type": "reasoning.summary", "summary": "ab", "index": 0}],
            id="summary",
        ),
        pytest.param(
            [text("a", index=0, id=None), text("b", index=0, id="x")],
            [text("ab", index=0, id="x")],
            id="late id",
        ),
        pytest.param(
            [text("a", index=0, id="x"), text("b", id="x")],
            [text("ab", index=0, id="x")],
            id="later entries without index",
        ),
        pytest.param(
            [text("a", id="x", index=0), text("b", id="x", index=1)],
            [text("a", id="x", index=0), text("b", id="x", index=1)],
            id="same id, two indexes",
        ),
        pytest.param([None, "x", {"type": []}, {"type": {}}], [{"type": {}}], id="wrong types"),
    ],
)
def test_reasoning_details_merge_by_type_and_index_or_id(entries: list[Any], details: list[dict[str, Any]]) -> None:
    assert message(*({"reasoning_details": [piece]} for piece in entries))["reasoning_details"] == details
    assert message({"reasoning_details": entries})["reasoning_details"] == details


@pytest.mark.parametrize("blank", [[], None])
def test_blank_reasoning_details_are_kept(blank: Any) -> None:
    assert message({"reasoning_details": blank}, {"reasoning_details": blank})["reasoning_details"] == blank


# -------------------------------------------------------------------------------------------- any stream

PIECES = st.lists(st.sampled_from(["", "a", "ha", "\u20ac", "\ud83d", "{", '"']), max_size=8)


@given(content=PIECES, reasoning=PIECES, arguments=PIECES)
def test_the_message_does_not_depend_on_how_texts_and_arguments_are_split(
    content: list[str], reasoning: list[str], arguments: list[str]
) -> None:
    def deltas(contents: list[str], thoughts: list[str], pieces: list[str]) -> list[dict[str, Any]]:
        first = {
            "role": "assistant",
            "content": "",
            "reasoning": "",
            "tool_calls": [entry("", index=0, id="a", name="f")],
        }
        return [
            first,
            *({"role": "assistant", "content": "", "reasoning": piece} for piece in thoughts),
            *({"role": "assistant", "content": piece} for piece in contents),
            *({"role": "assistant", "content": None, "tool_calls": [entry(piece, index=0)]} for piece in pieces),
        ]

    whole = deltas(["".join(content)], ["".join(reasoning)], ["".join(arguments)])
    assert message(*deltas(content, reasoning, arguments)) == message(*whole)


NAMES = [
    "id",
    "index",
    "role",
    "type",
    "content",
    "reasoning",
    "refusal",
    "text",
    "thinking",
    "tool_calls",
    "function",
    "name",
]
NAMES += [
    "arguments",
    "reasoning_details",
    "data",
    "annotations",
    "audio",
    "delta",
    "choices",
    "finish_reason",
    "logprobs",
    "new",
]


def objects(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(NAMES), values, max_size=5)


SCALARS = st.sampled_from([None, "", "a", "text", "thinking", "reasoning.text", 0, 1, -1, 1.5, True, False])
JSON = st.recursive(SCALARS, lambda values: st.lists(values, max_size=3) | objects(values), max_leaves=12)


DELTAS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from([None, "", "a", []]) for name in ("role", "content", "reasoning", "new")}
)
CHOICES = st.builds(lambda members, delta: {**members, "delta": delta}, objects(JSON), DELTAS | objects(JSON))
CHUNKS = st.builds(
    lambda members, choices: {**members, "choices": choices}, objects(JSON), st.lists(CHOICES, max_size=2)
)
STREAMS = st.lists(CHUNKS, max_size=4) | st.lists(DELTAS.map(chunk), max_size=6)


@given(st.lists(CHUNKS | objects(JSON), max_size=4))
def test_no_json_value_raises_in_any_place(chunks: list[dict[str, Any]]) -> None:
    assert result(*chunks)["object"] == "chat.completion"


@given(STREAMS)
@example([chunk({"content": "a", "reasoning": "b", "new": "c"})])
@example([chunk({"content": "a"}, finish_reason="stop", new=[])])
def test_chunks_that_repeat_give_the_same_result_as_chunks_that_differ(stream: list[dict[str, Any]]) -> None:
    repeating = [*stream, *stream]
    differing = [add_nonces(data, number) for number, data in enumerate(repeating)]
    assert result(*repeating) == remove_nonces(result(*differing))


def add_nonces(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a chunk with a different unknown member in itself, in each choice and in each delta."""

    def differ(choice: Any) -> Any:
        if not isinstance(choice, dict):
            return choice
        delta = choice.get("delta")
        return {**choice, "nonce": number, **({"delta": {**delta, "nonce": number}} if isinstance(delta, dict) else {})}

    choices = data.get("choices")
    different = {**data, "nonce": number}
    return {**different, "choices": [differ(choice) for choice in choices]} if isinstance(choices, list) else different


def remove_nonces(merged: dict[str, Any]) -> dict[str, Any]:
    for members in [merged, *merged["choices"], *(choice["message"] for choice in merged["choices"])]:
        members.pop("nonce", None)
    return merged


def test_deeply_nested_values_are_kept() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    assert (
        result(chunk({"content": "a", "new": deep}, new=deep), chunk({"content": "b", "new": deep}, new=deep))["new"]
        is deep
    )


# ----------------------------------------------------------------------------------------- time and memory of a chunk


def count_python_calls(function: Callable[[], object]) -> int:
    """Return how many Python functions run while the function runs."""
    count = itertools.count()
    sys.setprofile(lambda _frame, event, _: next(count) if event == "call" else None)
    try:
        function()
    finally:
        sys.setprofile(None)
    return next(count)


def test_a_chunk_that_repeats_the_one_before_runs_at_most_three_python_functions() -> None:
    def add_chunks(number: int) -> int:
        chunks = [chunk({"role": "assistant", "content": str(position)}) for position in range(number)]
        return count_python_calls(lambda: result(*chunks))

    assert (add_chunks(1500) - add_chunks(500)) / 1000 <= 3


def test_memory_does_not_grow_with_the_number_of_chunks() -> None:
    accumulator = Accumulator()
    tracemalloc.start()
    for number in range(100_000):
        accumulator.add(chunk({"role": "assistant", "content": str(number)}))
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 3_000_000  # the text has 0.5 MB; a list of the strings would have 6 MB


def test_complete_takes_constant_time_with_many_choices() -> None:
    def measure() -> list[float]:
        accumulator = Accumulator()
        seconds = []
        for first in range(0, 20_000, 2_000):
            started_at = time.thread_time()
            for index in range(first, first + 2_000):
                accumulator.add({"choices": [{"index": index, "delta": {}, "finish_reason": "stop"}]})
                assert accumulator.complete
            seconds.append(time.thread_time() - started_at)
        return seconds

    gc.collect()
    gc.disable()  # a collection takes time, too: the more, the more objects other tests have left
    try:
        fastest = [min(times) for times in zip(*(measure() for _ in range(3)), strict=True)]
    finally:
        gc.enable()
    # 11 times as many if the time were proportional to the choices.
    assert min(fastest[5:]) < 5 * fastest[0]


@pytest.mark.parametrize(("first", "second"), [(1, True), (True, 1), (0, False), (False, 0), (1.0, True)])
def test_a_number_that_becomes_a_boolean_has_its_last_value(first: Any, second: Any) -> None:
    merged = result(
        *({**chunk({"content": "a", "new": value}), "new": value} for value in (first, first, second)),
    )
    choices = [{"index": 0, "delta": {"content": "a"}, "new": value} for value in (first, first, second)]
    in_choice = result(*({"choices": [choice]} for choice in choices))
    found = [merged["new"], merged["choices"][0]["message"]["new"], in_choice["choices"][0]["new"]]
    assert [(value, type(value)) for value in found] == [(second, type(second))] * 3


def test_a_chunk_can_be_a_subclass_of_dict() -> None:
    assert result(OrderedDict(chunk({"content": "a"})))["choices"][0]["message"]["content"] == "a"


def test_a_copy_of_an_accumulator_is_independent() -> None:
    chunks = [
        chunk({"content": "a", "reasoning": "b", "annotations": [1], "new": [1]}, usage={"cost": 1}),
        chunk({"content": [{"type": "text", "text": "c"}, {"type": "thinking", "thinking": [{"type": "text"}]}]}),
        chunk({"tool_calls": [{"index": 0, "id": "1", "function": {"name": "f", "arguments": "{"}}], "content": "d"}),
        chunk({"reasoning_details": [{"type": "t", "index": 0, "text": "e"}], "audio": {"data": "f"}}, index=1),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": "}"}}], "content": "g"}, finish_reason="stop"),
        chunk({"reasoning_details": [{"type": "t", "index": 0, "text": "h"}], "audio": {"data": "i"}}, index=1),
        chunk({"content": "j"}, index=1, finish_reason="stop"),
    ]
    for number in range(len(chunks) + 1):
        original = Accumulator()
        for each in chunks[:number]:
            original.add(each)
        before = copy.deepcopy(original.result_dict())
        clone = original.copy()
        assert clone.result_dict() == before
        for each in chunks[number:]:
            clone.add(each)
        assert clone.result_dict() == result(*chunks)
        assert (clone.complete, clone.usage, original.result_dict()) == (True, {"cost": 1}, before)
        for each in chunks[number:]:
            original.add(each)
        assert original.result_dict() == result(*chunks)


def test_missing_arguments_are_not_added_to_the_chunks() -> None:
    chunk = {"choices": [{"index": 0, "delta": {"tool_calls": [{"id": "1", "function": {}}]}}]}
    accumulator = Accumulator()
    accumulator.add(chunk)
    assert accumulator.result_dict()["choices"][0]["message"]["tool_calls"][0]["function"] == {"arguments": ""}
    assert chunk == {"choices": [{"index": 0, "delta": {"tool_calls": [{"id": "1", "function": {}}]}}]}


class _Block(MergeObject):
    fields: ClassVar = {"text": ConcatText}


class _Blocks(MergeItems):
    item = _Block


class _Page(ObjectAccumulator):
    fields: ClassVar = {"blocks": _Blocks, "first": KeepFirst, "last": KeepLast}


def test_a_table_merges_items_by_index_or_position() -> None:
    page = _Page()
    page.add({"id": "p", "blocks": [{"index": 1, "text": "b"}], "first": "x", "last": "x", "usage": {"n": 1}})
    earlier = page.copy()
    page.add({"blocks": [{"text": "a"}, {"text": "c"}], "first": "y", "last": "y"})
    page.add("not an object")
    blocks = [{"text": "a"}, {"index": 1, "text": "bc"}]
    assert page.result_dict() == {"id": "p", "blocks": blocks, "first": "x", "last": "y", "usage": {"n": 1}}
    assert earlier.result_dict()["blocks"] == [{"index": 1, "text": "b"}]
    assert (page.usage, page.generation_id) == ({"n": 1}, "p")
    assert (_Page().result_dict(), _Page().usage, _Page().generation_id) == ({}, None, None)


def test_an_incomplete_accumulator_says_what_it_must_define() -> None:
    with pytest.raises(NotImplementedError, match=r"StreamAccumulator must define add\(item\)"):
        StreamAccumulator().add(1)
    with pytest.raises(NotImplementedError, match="result_dict"):
        StreamAccumulator().result_dict()
