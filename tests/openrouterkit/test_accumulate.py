"""The accumulator: what the chunks of a stream add up to."""

from __future__ import annotations

import copy
import sys
import time
import tracemalloc
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouterkit import accumulate
from openrouterkit.accumulate import Accumulator


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
    for one in chunks:
        accumulator.add(one)
    return accumulator.result_dict()


def message(*deltas: Any) -> dict[str, Any]:
    """The message of a choice with these deltas."""
    (choice,) = result(*(chunk(delta) for delta in deltas))["choices"]
    found: dict[str, Any] = choice["message"]
    return found


def tool_calls(*entries: dict[str, Any]) -> list[tuple[str | None, str | None, str]]:
    """(id, name, arguments) of the calls that these entries give, each entry in a delta of its own."""
    calls = message(*({"tool_calls": [entry]} for entry in entries))["tool_calls"]
    return [(call.get("id"), call["function"].get("name"), call["function"]["arguments"]) for call in calls]


def entry(
    arguments: str | None = None,
    *,
    index: int | None = None,
    id: str | None = None,  # noqa: A002
    name: str | None = None,
) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    stated = {
        "index": index,
        "id": id,
        "function": {key: value for key, value in function.items() if value is not None},
    }
    return {key: value for key, value in stated.items() if value is not None}


# ------------------------------------------------------------------------------------------------------ the result


def test_a_stream_adds_up_to_the_answer_that_the_plain_call_gives() -> None:
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


def test_the_result_is_the_generated_model_or_the_class_asked_for() -> None:
    from openrouterkit_api import models

    class Mine(models.ChatResult):
        __slots__ = ()

    accumulator = Accumulator()
    accumulator.add(models.ChatStreamChunk.from_dict(chunk({"content": "Hi"}, finish_reason="stop")))
    assert type(accumulator.result()) is models.ChatResult
    assert accumulator.result().to_dict() == accumulator.result_dict()
    assert accumulator.result().choices[0].message.content == "Hi"
    assert type(accumulator.result(Mine)) is Mine


def test_a_chunk_adds_the_same_whether_somebody_has_looked_at_it_or_not() -> None:
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
    looked_at = models.ChatStreamChunk.from_dict(data)
    assert "cost_details" in repr(looked_at)
    accumulator = Accumulator()
    accumulator.add(looked_at)
    assert accumulator.result_dict() == result(data)
    assert accumulator.usage == data["usage"]


def test_a_stream_without_a_chunk_gives_a_result_without_choices() -> None:
    assert result() == {"object": "chat.completion", "choices": []}


def test_a_result_may_be_taken_in_between_and_is_new_each_time() -> None:
    accumulator = Accumulator()
    accumulator.add(chunk({"content": "a", "annotations": [1]}))
    first = accumulator.result_dict()
    accumulator.add(chunk({"content": "b", "annotations": [2]}))
    first["choices"][0]["message"]["annotations"].append(9)
    assert first["choices"][0]["message"]["content"] == "a"
    assert accumulator.result_dict()["choices"][0]["message"]["annotations"] == [1, 2]


def test_chunks_are_left_as_they_are() -> None:
    chunks = [
        chunk({"content": "a", "tool_calls": [entry("{", index=0, name="f")]}),
        chunk({"content": [{"type": "x"}]}),
    ]
    before = copy.deepcopy(chunks)
    result(*chunks)
    assert chunks == before


# ------------------------------------------------------------------------------------------------- chunk and choice


def test_members_of_a_chunk_have_their_last_value_that_says_something() -> None:
    found = result(
        {"id": "", "model": "alias", "choices": [], "usage": None, "service_tier": "flex", "debug": {"a": 1}},
        {"id": "gen-1", "model": "a/b", "choices": [], "usage": {"cost": 1}, "service_tier": None, "p": "xx"},
        {"id": "gen-1", "model": "", "choices": [], "usage": None, "system_fingerprint": None, "p": "yyy"},
    )
    assert found == {
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


def test_choices_are_told_apart_by_index_and_come_in_its_order() -> None:
    chunks = [chunk({"content": text}, index=index) for index, text in [(1, "X"), (0, "A"), (1, "Y"), (0, "B")]]
    found = result(*chunks, chunk({}, index=10**9, finish_reason="stop"))["choices"]
    assert [(choice["index"], choice["message"]["content"]) for choice in found] == [
        (0, "AB"),
        (1, "XY"),
        (10**9, None),
    ]


def test_choices_without_a_usable_index_go_by_their_place() -> None:
    two = [{"delta": {"content": "a"}}, {"index": "1", "delta": {"content": "b"}}]
    found = result({"choices": two}, {"choices": two})["choices"]
    assert [(choice["index"], choice["message"]["content"]) for choice in found] == [(0, "aa"), (1, "bb")]


def test_the_first_finish_reason_and_the_last_native_one_stay() -> None:
    (choice,) = result(
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls", "native_finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop", "native_finish_reason": "STOP"}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": None, "native_finish_reason": None}]},
    )["choices"]
    assert (choice["finish_reason"], choice["native_finish_reason"]) == ("tool_calls", "STOP")


def test_unknown_members_of_choice_and_delta_have_their_last_value() -> None:
    (choice,) = result(
        {"choices": [{"index": 0, "new": 1, "error": {"code": 503}, "delta": {"mood": "a", "seen": None}}]},
        {"choices": [{"index": 0, "new": 2, "delta": {"mood": "b"}}]},
    )["choices"]
    assert (choice["new"], choice["error"]) == (2, {"code": 503})
    assert choice["message"] == {"role": "assistant", "content": None, "mood": "b", "seen": None}


def test_logprobs_extend_list_by_list_and_null_is_kept() -> None:
    def with_logprobs(logprobs: Any) -> dict[str, Any]:
        return {"choices": [{"index": 0, "delta": {}, "logprobs": logprobs}]}

    pieces = [{"content": [1], "refusal": None}, None, {"content": [2], "refusal": [3]}, {"content": [2]}]
    (choice,) = result(*map(with_logprobs, pieces))["choices"]
    assert choice["logprobs"] == {"content": [1, 2, 2], "refusal": [3]}
    assert result(with_logprobs(None), with_logprobs(None))["choices"][0]["logprobs"] is None


@pytest.mark.parametrize("choices", [None, [], [None], "x", {}, [[]], 0])
def test_chunks_without_usable_choices_change_nothing(choices: Any) -> None:
    accumulator = Accumulator()
    for one in (chunk({"content": "a"}), {"choices": choices}, {}, chunk(None), chunk([]), chunk({"content": "b"})):
        accumulator.add(one)
    assert [choice["message"]["content"] for choice in accumulator.result_dict()["choices"]] == ["ab"]


# -------------------------------------------------------------------------------------------------- what is asked of it


def test_a_stream_is_complete_when_every_choice_seen_has_a_finish_reason() -> None:
    accumulator = Accumulator()
    seen = [accumulator.complete]
    for index, reason in [(0, None), (0, ""), (0, "stop"), (1, None), (1, "length")]:
        accumulator.add(chunk({}, index=index, finish_reason=reason))
        seen.append(accumulator.complete)
    assert seen == [False, False, False, True, False, True]


def test_usage_and_generation_id_are_there_as_soon_as_they_came() -> None:
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
def test_content_is_the_text_and_null_or_empty_only_where_none_came(contents: list[Any], content: Any) -> None:
    assert message({}, *({"content": piece} for piece in contents))["content"] == content


def test_content_is_null_beside_tool_calls() -> None:
    found = message({"role": "assistant", "content": ""}, {"tool_calls": [entry("{}", index=0, id="a", name="f")]})
    assert found == {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "a", "function": {"name": "f", "arguments": "{}"}, "type": "function"}],
    }


@pytest.mark.parametrize("nothing", [None, [], [None], "x"])
def test_a_message_without_tool_calls_has_no_such_member(nothing: Any) -> None:
    assert message({"content": "a", "tool_calls": nothing}) == {"role": "assistant", "content": "a"}


@pytest.mark.parametrize(
    ("roles", "role"), [([None, "assistant"], "assistant"), (["tool", None], "tool"), ([], "assistant")]
)
def test_the_role_is_the_one_stated_and_else_assistant(roles: list[str | None], role: str) -> None:
    assert message({}, *({"role": stated, "content": "a"} for stated in roles))["role"] == role


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content", "refusal"])
def test_other_texts_of_a_message_join_even_where_a_piece_repeats(name: str) -> None:
    deltas = [{"content": "", name: piece} for piece in ("ha", "ha", None, "ha", "!")]
    assert message(*deltas) == {"role": "assistant", "content": "", name: "hahaha!"}
    assert message({name: None}, {name: None})[name] is None


@pytest.mark.parametrize("name", ["annotations", "images"])
def test_annotations_and_images_are_appended_in_the_order_they_came(name: str) -> None:
    assert message({name: [{"a": 1}]}, {name: None}, {name: [{"a": 1}, {"b": 2}]})[name] == [
        {"a": 1},
        {"a": 1},
        {"b": 2},
    ]
    assert message({name: []}, {name: []})[name] == []


def test_audio_joins_data_and_transcript_and_sets_the_rest() -> None:
    deltas = [{"id": "x", "data": "AA", "transcript": "He"}, {"data": "AA"}, {"transcript": "y"}, {"expires_at": 9}]
    assert message(*({"audio": delta} for delta in deltas))["audio"] == {
        "id": "x",
        "data": "AAAA",
        "transcript": "Hey",
        "expires_at": 9,
    }


def test_a_list_of_parts_joins_text_and_thinking_with_their_like_and_appends_the_rest() -> None:
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


def test_text_before_a_list_of_parts_is_the_first_part_and_an_empty_thinking_is_kept() -> None:
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
            id="arguments join",
        ),
        pytest.param([entry("", index=0, id="a", name="f")], [("a", "f", "")], id="no arguments stay empty"),
        pytest.param([entry(index=0, id="a", name="f")], [("a", "f", "")], id="absent arguments are empty"),
        pytest.param(
            [entry("1", index=1, id="a", name="f"), entry("2", index=2, id="b", name="g"), entry("1", index=1)],
            [("a", "f", "11"), ("b", "g", "2")],
            id="indexes from 1, interleaved",
        ),
        pytest.param(
            [entry("2", index=1, id="b", name="g"), entry("1", index=0, id="a", name="f")],
            [("a", "f", "1"), ("b", "g", "2")],
            id="out of order: the indexes decide",
        ),
        pytest.param(
            [entry("1", index=0, id="a", name="f"), entry("2", index=0, id="b", name="f"), entry("2", index=0)],
            [("a", "f", "1"), ("b", "f", "22")],
            id="an index reused: the id decides, then the later call goes on",
        ),
        pytest.param(
            [entry("1", index=0, name="f"), entry("1", index=0, name="f"), entry("2", index=0, name="g")],
            [(None, "f", "11"), (None, "g", "2")],
            id="an index reused without ids: another name begins a call, the same one repeats it",
        ),
        pytest.param(
            [entry("1", id="a", name="f"), entry("1"), entry("2", id="b", name="g"), entry("2"), entry("1", id="a")],
            [("a", "f", "111"), ("b", "g", "22")],
            id="no indexes: the id, else the call in progress",
        ),
        pytest.param(
            [entry("1", name="f"), entry("1"), entry("2", name="f")],
            [(None, "f", "11"), (None, "f", "2")],
            id="neither ids nor indexes: a name begins a call",
        ),
        pytest.param(
            [entry(index=3), entry(index=3, name="f"), entry("1", index=3, id="a")],
            [("a", "f", "1")],
            id="name and id come late",
        ),
        pytest.param([entry("1", name="f"), entry("1", id="a")], [("a", "f", "11")], id="the id comes late, no index"),
        pytest.param(
            [entry("1", id="a", name="f"), entry("1", index=0)], [("a", "f", "11")], id="the index comes late"
        ),
        pytest.param(
            [entry("1", id="a", name="f"), entry("2", index=0, id="b", name="g")],
            [("a", "f", "1"), ("b", "g", "2")],
            id="an index for some of them: as they began",
        ),
        pytest.param([entry("1", index=10**9, id="a", name="f")], [("a", "f", "1")], id="a huge index pads nothing"),
        pytest.param(
            [entry("1", index=0, id="a", name="f"), entry("1", index=0, id="", name="")], [("a", "f", "11")], id="empty"
        ),
    ],
)
def test_tool_calls_are_assembled_by_id_then_index_then_the_call_in_progress(
    entries: list[dict[str, Any]], calls: list[tuple[str | None, str | None, str]]
) -> None:
    assert tool_calls(*entries) == calls


@pytest.mark.parametrize("odd", ["", "1", [], {}, 1.5, True, None])
def test_an_index_of_an_odd_kind_is_none(odd: Any) -> None:
    calls = message(
        {"tool_calls": [{"index": odd, **entry("1", id="a", name="f")}, entry("2", index=0, id="b", name="g")]}
    )
    assert [call["id"] for call in calls["tool_calls"]] == ["a", "b"]


def test_two_entries_of_one_delta_without_id_and_index_are_two_calls() -> None:
    calls = message({"tool_calls": [entry("1", name="f"), entry("2", name="f")]})["tool_calls"]
    assert [call["function"]["arguments"] for call in calls] == ["1", "2"]


def test_nulls_on_a_later_delta_take_nothing_away() -> None:
    first = {"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": "{"}}
    later = {"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": "}"}}
    (call,) = message(
        {"tool_calls": [first]}, {"tool_calls": [later]}, {"tool_calls": [{"index": 0, "function": None}]}
    )["tool_calls"]
    assert call == {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def test_arguments_after_the_finish_reason_still_count() -> None:
    first = chunk({"tool_calls": [entry("{", index=0, id="a", name="f")]}, finish_reason="tool_calls")
    (choice,) = result(first, chunk({"tool_calls": [entry("}", index=0)]}))["choices"]
    assert choice["message"]["tool_calls"][0]["function"]["arguments"] == "{}"


def test_the_input_of_a_custom_tool_joins_too() -> None:
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
            [text("a"), encrypted("q"), text("b")], [text("ab"), encrypted("q")], id="neither: the latest of the type"
        ),
        pytest.param(
            [text("a", index=0), encrypted("q", index=0), text("b", index=0)],
            [text("ab", index=0), encrypted("q", index=0)],
            id="one index, two types",
        ),
        pytest.param(
            [encrypted("q", index=0, id="x"), encrypted("r", index=0, id="y"), encrypted("q", index=0, id="x")],
            [encrypted("qq", index=0, id="x"), encrypted("r", index=0, id="y")],
            id="one index, two ids",
        ),
        pytest.param(
            [
                text("a", index=0, signature="", format=None),
                text(index=0, signature="SIG", format="f"),
                text(index=0, signature=None),
            ],
            [text("a", index=0, signature="SIG", format="f")],
            id="signature and format are set, without text as well",
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
            id="the id comes late",
        ),
        pytest.param(
            [text("a", index=0, id="x"), text("b", id="x")],
            [text("ab", index=0, id="x")],
            id="the index is left out later",
        ),
        pytest.param(
            [text("a", id="x", index=0), text("b", id="x", index=1)],
            [text("a", id="x", index=0), text("b", id="x", index=1)],
            id="one id",
        ),
        pytest.param([None, "x", {"type": []}, {"type": {}}], [{"type": {}}], id="odd kinds"),
    ],
)
def test_reasoning_details_merge_by_type_and_index_or_id(entries: list[Any], details: list[dict[str, Any]]) -> None:
    assert message(*({"reasoning_details": [piece]} for piece in entries))["reasoning_details"] == details
    assert message({"reasoning_details": entries})["reasoning_details"] == details


@pytest.mark.parametrize("nothing", [[], None])
def test_reasoning_details_that_say_nothing_are_kept_as_they_came(nothing: Any) -> None:
    assert message({"reasoning_details": nothing}, {"reasoning_details": nothing})["reasoning_details"] == nothing


# -------------------------------------------------------------------------------------------- what holds of any stream

PIECES = st.lists(st.sampled_from(["", "a", "ha", "\u20ac", "\ud83d", "{", '"']), max_size=8)


@given(content=PIECES, reasoning=PIECES, arguments=PIECES)
def test_any_cutting_of_texts_and_arguments_gives_the_same_message(
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
def test_no_kind_of_value_in_any_place_raises(chunks: list[dict[str, Any]]) -> None:
    assert result(*chunks)["object"] == "chat.completion"


@given(STREAMS)
def test_the_short_way_for_chunks_that_repeat_gives_what_the_long_way_gives(stream: list[dict[str, Any]]) -> None:
    found = result(*stream, *stream)
    with mock.patch.object(accumulate, "find_repeated_fields", return_value={"never": "equal"}):
        assert repr(result(*stream, *stream)) == repr(found)


def test_values_as_deep_as_a_parser_takes_them_are_kept() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    assert (
        result(chunk({"content": "a", "new": deep}, new=deep), chunk({"content": "b", "new": deep}, new=deep))["new"]
        is deep
    )


# -------------------------------------------------------------------------------------------------- what a chunk costs


def test_a_usual_chunk_costs_three_calls_of_python_functions() -> None:
    accumulator = Accumulator()
    chunks = [chunk({"role": "assistant", "content": text}) for text in ("a", "b", "c")]
    accumulator.add(chunks[0])
    called: list[str] = []
    sys.setprofile(lambda frame, event, _: called.append(frame.f_code.co_qualname) if event == "call" else None)
    try:
        accumulator.add(chunks[1])
        accumulator.add(chunks[2])
    finally:
        sys.setprofile(None)
    assert called == ["Accumulator.add", "_Choice.add", "_Message.add"] * 2


def test_memory_does_not_grow_with_the_number_of_chunks() -> None:
    accumulator = Accumulator()
    tracemalloc.start()
    for number in range(300_000):
        accumulator.add(chunk({"role": "assistant", "content": str(number)}))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 10_000_000  # the text has 1.7 MB; its pieces, each a string of its own, would have 19 MB


def test_whether_a_stream_is_complete_is_known_at_once_however_many_choices_it_has() -> None:
    accumulator = Accumulator()
    began = time.monotonic()
    for index in range(20_000):
        accumulator.add({"choices": [{"index": index, "delta": {}, "finish_reason": "stop"}]})
        assert accumulator.complete
    assert time.monotonic() - began < 2


def test_what_completes_a_tool_call_is_not_written_into_the_chunks() -> None:
    chunk = {"choices": [{"index": 0, "delta": {"tool_calls": [{"id": "1", "function": {}}]}}]}
    accumulator = Accumulator()
    accumulator.add(chunk)
    assert accumulator.result_dict()["choices"][0]["message"]["tool_calls"][0]["function"] == {"arguments": ""}
    assert chunk == {"choices": [{"index": 0, "delta": {"tool_calls": [{"id": "1", "function": {}}]}}]}
