"""Chat streams of every making, cut in every way: nothing is raised but our errors, and no text is lost."""

from __future__ import annotations

import json
import pickle
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from parsers import chat_parser

from openrouterkit._streaming.parser import AccumulatingParser
from openrouterkit.errors import APIError, ConnectionFailedError, IncompleteStreamError, StreamError, TimedOutError

UNTIMED = settings(deadline=None)


def state_of(reads: list[bytes], **how: Any) -> AccumulatingParser:
    """The state of a stream that came in these reads and ended."""
    state = chat_parser(**how)
    fed(state, reads)
    state.end(float(len(reads)))
    return state


def fed(state: AccumulatingParser, reads: list[bytes]) -> None:
    for number, read in enumerate(reads):
        if not state.done:
            state.feed(read, float(number))


def texts(state: AccumulatingParser) -> str:
    return "".join(chunk.text for chunk in state.ready)


def event(value: Any, line_end: str = "\n") -> bytes:
    return f"data: {json.dumps(value)}{line_end}{line_end}".encode()


def choice(delta: Any, finish: str | None = None, index: int = 0) -> dict[str, Any]:
    return {"index": index, "delta": delta, "finish_reason": finish}


def said(text: str | None, **more: Any) -> dict[str, Any]:
    return {"id": "gen-1", "choices": [choice({"role": "assistant", "content": text})], **more}


STOP = {"id": "gen-1", "choices": [choice({}, "stop")]}
USAGE = {"id": "gen-1", "choices": [], "usage": {"total_tokens": 3}}


def cut(stream: bytes, places: list[int]) -> list[bytes]:
    ends = sorted(place % (len(stream) + 1) for place in places)
    return [stream[start:end] for start, end in zip([0, *ends], [*ends, len(stream)], strict=True)]


ODD = ["", "a", "\u20ac", "\ud83d", "\ude00", "\ufeff", "\n\n", "\r", "data: x", "[DONE]", "\0", "\u2028", "\\u0041"]
PIECES = st.lists(st.sampled_from(ODD) | st.text(st.characters(exclude_categories=())), max_size=10)
PLACES = st.lists(st.integers(0, 5000), max_size=20)
BETWEEN = st.lists(
    st.sampled_from([b"", b": OPENROUTER PROCESSING\n\n", b":\r", b"\n", b"\r\n", b"event: x\n\n"]), min_size=1
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def stream_of(chunks: list[Any], between: list[bytes], line_end: str) -> bytes:
    """The chunks as events, with something between them that says nothing."""
    return b"".join(between[number % len(between)] + event(chunk, line_end) for number, chunk in enumerate(chunks))


# ----------------------------------------------------------------------------------------------- streams that are whole


@UNTIMED
@given(PIECES, BETWEEN, LINE_ENDS, PLACES, st.booleans(), st.booleans())
def test_a_whole_stream_gives_its_text_and_one_last_chunk_however_it_is_cut(
    pieces: list[str], between: list[bytes], line_end: str, places: list[int], usage: bool, sentinel: bool
) -> None:
    chunks = [*(said(piece) for piece in pieces), STOP, *([USAGE] if usage else [])]
    stream = stream_of(chunks, between, line_end) + (f"data: [DONE]{line_end}".encode() if sentinel else b"")
    state = state_of(cut(stream, places))
    assert (state.failure, state.incomplete) == (None, False)
    assert texts(state) == state.partial().text == "".join(pieces)
    assert [chunk.is_last for chunk in state.ready] == [False] * (len(chunks) - 1) + [True]
    assert [chunk.to_dict() for chunk in state.ready] == chunks


@UNTIMED
@given(PIECES, PIECES, PIECES, st.integers(0, 2), PLACES)
def test_texts_reasoning_and_arguments_of_several_choices_come_whole_however_they_are_cut(
    contents: list[str], thoughts: list[str], arguments: list[str], index: int, places: list[int]
) -> None:
    call = {"index": 0, "id": "call-1", "type": "function", "function": {"name": "f", "arguments": ""}}
    deltas = [
        {"role": "assistant", "content": "", "tool_calls": [call]},
        *({"reasoning": piece} for piece in thoughts),
        *({"content": piece} for piece in contents),
        *({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]} for piece in arguments),
    ]
    chunks = [{"choices": [choice(delta, None, which)]} for delta in deltas for which in (index, index + 1)]
    chunks.append({"choices": [choice({}, "tool_calls", which) for which in (index, index + 1)]})
    state = state_of(cut(b"".join(map(event, chunks)), places))
    assert state.failure is None
    for each in state.partial().to_dict()["choices"]:
        message = each["message"]
        assert (message["content"] or "") == "".join(contents)
        assert message.get("reasoning", "") == "".join(thoughts)
        assert message["tool_calls"][0]["function"]["arguments"] == "".join(arguments)


# ------------------------------------------------------------------------------------------------ streams that are not


@UNTIMED
@given(PIECES, st.integers(0, 5000), PLACES, st.sampled_from(["ended", "reset", "idle"]), st.booleans())
@example(["a"], 0, [], "ended", False)
def test_a_stream_cut_off_anywhere_keeps_all_text_that_came_and_says_that_it_is_incomplete(
    pieces: list[str], place: int, places: list[int], ending: str, keeps: bool
) -> None:
    events = [event(said(piece)) for piece in pieces]
    whole = b"".join(events) + event(STOP)
    came = whole[: place % len(whole)]
    state = chat_parser(keeps_incomplete=keeps)
    fed(state, cut(came, places))
    if ending == "ended":
        state.end(2.0)
    else:
        state.abort(ConnectionFailedError("reset") if ending == "reset" else TimedOutError("late", "idle"), 2.0)
    arrived = [piece for number, piece in enumerate(pieces) if len(b"".join(events[: number + 1])) <= len(came)]
    assert texts(state) == state.partial().text == "".join(arrived)
    assert (state.done, state.incomplete) == (True, True)
    assert not any(chunk.is_last for chunk in state.ready)
    if keeps and ending != "idle":
        assert state.failure is None
    else:
        assert type(state.failure) is (TimedOutError if ending == "idle" else IncompleteStreamError)
        assert state.failure.partial.text == "".join(arrived)
        assert pickle.loads(pickle.dumps(state.failure)).partial.text == "".join(arrived)


FAILURES = [
    *({"error": {"code": 502, "message": "no"}}, {"error": {"code": 502, "message": "no"}, "choices": []}),
    {"choices": [{**choice({"content": ""}, "error"), "error": {"code": "502", "message": "no"}}]},
    {"error": {"message": "no", "code": 502, "metadata": {"raw": "\ud800"}}, "choices": [choice({"content": ""})]},
]


@UNTIMED
@given(PIECES, PIECES, st.sampled_from(FAILURES), PLACES)
def test_an_error_in_the_middle_keeps_the_text_before_it_and_nothing_after(
    before: list[str], after: list[str], failure: dict[str, Any], places: list[int]
) -> None:
    stream = b"".join(map(event, [*map(said, before), failure, *map(said, after), STOP]))
    state = state_of(cut(stream, places))
    assert isinstance(state.failure, APIError)
    assert (state.failure.status_code, state.failure.message[:2]) == (502, "no")
    assert texts(state) == state.failure.partial.text == "".join(before)
    assert not any(chunk.is_last for chunk in state.ready)


# --------------------------------------------------------------------------------------------------------- any stream

WORDS = """id index role type content reasoning text tool_calls function name arguments reasoning_details data
    annotations audio delta choices finish_reason logprobs new error code message usage created signature images
    refusal object"""
NAMES = st.sampled_from(WORDS.split())
SCALARS = st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | st.sampled_from([*ODD, "text", "stop"])
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=15
)
CHOICES = st.builds(lambda more, delta: {**more, "delta": delta}, st.dictionaries(NAMES, JSON, max_size=3), JSON)
CHUNKS = JSON | st.builds(
    lambda more, choices: {**more, "choices": choices},
    st.dictionaries(NAMES, JSON, max_size=3),
    st.lists(CHOICES, max_size=3),
)
SOUP = st.lists(
    st.binary(max_size=20)
    | st.sampled_from([b"data: ", b"\n", b"\n\n", b"data: [DONE]", b"event: error\n", b"id: 7\n", b'{"error":', b"{}"])
    | CHUNKS.map(event),
    max_size=12,
).map(b"".join)


@UNTIMED
@given(SOUP, PLACES)
def test_any_bytes_end_in_chunks_and_at_most_one_of_our_errors(stream: bytes, places: list[int]) -> None:
    state = state_of(cut(stream, places))
    end = (state.failure, len(state.ready), state.incomplete)
    state.abort(ConnectionFailedError("reset"), 1.0)  # nothing that comes after the end changes it
    state.end(1.0)
    assert (state.failure, len(state.ready), state.incomplete) == end
    assert state.done
    if state.failure is not None:
        assert isinstance(state.failure, (APIError, StreamError))
        assert len(str(state.failure)) < 1500
        assert str(pickle.loads(pickle.dumps(state.failure))) == str(state.failure)
    lasts = [chunk.is_last for chunk in state.ready]
    assert lasts.count(True) <= (state.failure is None)
    assert not any(lasts[:-1])
    for chunk in state.ready:
        assert isinstance(chunk.text, str)
        repr(chunk)
    assert isinstance(state.partial().text, str)
    repr(state.partial())


@UNTIMED
@given(SOUP, PLACES)
def test_any_bytes_give_the_same_chunks_and_the_same_end_however_they_are_cut(stream: bytes, places: list[int]) -> None:
    whole, pieces = state_of([stream]), state_of(cut(stream, places))
    assert repr([chunk.to_dict() for chunk in pieces.ready]) == repr([chunk.to_dict() for chunk in whole.ready])
    assert repr(pieces.partial().to_dict()) == repr(whole.partial().to_dict())
    assert (type(pieces.failure), str(pieces.failure)) == (type(whole.failure), str(whole.failure))


@UNTIMED
@given(st.lists(st.tuples(PIECES, st.dictionaries(NAMES, JSON, max_size=4)), max_size=5), PLACES)
def test_text_is_kept_whatever_stands_beside_it(
    stream: list[tuple[list[str], dict[str, Any]]], places: list[int]
) -> None:
    mixed = []
    for pieces, beside in stream:
        harmless = {name: value for name, value in beside.items() if name != "error"}
        mixed += [{**harmless, "choices": [choice({**beside, "content": piece})]} for piece in pieces]
    state = state_of(cut(b"".join(map(event, [*mixed, STOP])), places))
    spoken = "".join(piece for pieces, _ in stream for piece in pieces)
    assert state.failure is None
    assert texts(state) == state.partial().text == spoken
