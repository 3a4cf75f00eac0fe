"""Random chat streams, split into random reads: only OpenRouterErrors are set, and no text is lost."""

from __future__ import annotations

import json
import pickle
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from parsers import make_chat_parser

from openrouterkit._streaming.accumulating_parser import AccumulatingParser
from openrouterkit.errors import APIError, ConnectionFailedError, IncompleteStreamError, StreamError, TimedOutError

UNTIMED = settings(deadline=None)


def parse(reads: list[bytes], **settings: Any) -> AccumulatingParser:
    """Return a parser that received these reads and the end of the connection."""
    parser = make_chat_parser(**settings)
    feed(parser, reads)
    parser.end(float(len(reads)))
    return parser


def feed(parser: AccumulatingParser, reads: list[bytes]) -> None:
    for number, read in enumerate(reads):
        if not parser.done:
            parser.feed(read, float(number))


def join_texts(parser: AccumulatingParser) -> str:
    return "".join(chunk.text for chunk in parser.ready)


def event(value: Any, line_end: str = "\n") -> bytes:
    return f"data: {json.dumps(value)}{line_end}{line_end}".encode()


def choice(delta: Any, finish: str | None = None, index: int = 0) -> dict[str, Any]:
    return {"index": index, "delta": delta, "finish_reason": finish}


def content(text: str | None, **members: Any) -> dict[str, Any]:
    return {"id": "gen-1", "choices": [choice({"role": "assistant", "content": text})], **members}


STOP = {"id": "gen-1", "choices": [choice({}, "stop")]}
USAGE = {"id": "gen-1", "choices": [], "usage": {"total_tokens": 3}}


def split(stream: bytes, positions: list[int]) -> list[bytes]:
    ends = sorted(position % (len(stream) + 1) for position in positions)
    return [stream[start:end] for start, end in zip([0, *ends], [*ends, len(stream)], strict=True)]


ODD = ["", "a", "\u20ac", "\ud83d", "\ude00", "\ufeff", "\n\n", "\r", "data: x", "[DONE]", "\0", "\u2028", "\\u0041"]
PIECES = st.lists(st.sampled_from(ODD) | st.text(st.characters(exclude_categories=())), max_size=10)
POSITIONS = st.lists(st.integers(0, 5000), max_size=20)
BETWEEN = st.lists(
    st.sampled_from([b"", b": OPENROUTER PROCESSING\n\n", b":\r", b"\n", b"\r\n", b"event: x\n\n"]), min_size=1
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def build_stream(chunks: list[Any], between: list[bytes], line_end: str) -> bytes:
    """Return the chunks as events, with blank lines, comments or events without data before each."""
    return b"".join(between[number % len(between)] + event(chunk, line_end) for number, chunk in enumerate(chunks))


# ----------------------------------------------------------------------------------------------- complete streams


@UNTIMED
@given(PIECES, BETWEEN, LINE_ENDS, POSITIONS, st.booleans(), st.booleans())
def test_a_complete_stream_has_its_whole_text_and_one_last_chunk(
    pieces: list[str], between: list[bytes], line_end: str, positions: list[int], usage: bool, sentinel: bool
) -> None:
    chunks = [*(content(piece) for piece in pieces), STOP, *([USAGE] if usage else [])]
    stream = build_stream(chunks, between, line_end) + (f"data: [DONE]{line_end}".encode() if sentinel else b"")
    parser = parse(split(stream, positions))
    assert (parser.failure, parser.incomplete) == (None, False)
    assert join_texts(parser) == parser.partial().text == "".join(pieces)
    assert [chunk.is_last for chunk in parser.ready] == [False] * (len(chunks) - 1) + [True]
    assert [chunk.to_dict() for chunk in parser.ready] == chunks


@UNTIMED
@given(PIECES, PIECES, PIECES, st.integers(0, 2), POSITIONS)
def test_content_reasoning_and_arguments_of_two_choices_are_complete(
    contents: list[str], thoughts: list[str], arguments: list[str], index: int, positions: list[int]
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
    parser = parse(split(b"".join(map(event, chunks)), positions))
    assert parser.failure is None
    for each in parser.partial().to_dict()["choices"]:
        message = each["message"]
        assert (message["content"] or "") == "".join(contents)
        assert message.get("reasoning", "") == "".join(thoughts)
        assert message["tool_calls"][0]["function"]["arguments"] == "".join(arguments)


# ------------------------------------------------------------------------------------------------ incomplete streams


@UNTIMED
@given(PIECES, st.integers(0, 5000), POSITIONS, st.sampled_from(["ended", "reset", "idle"]), st.booleans())
@example(["a"], 0, [], "ended", False)
@example(["a"], len(event(content("a")) + event(STOP)), [], "ended", False)
@example(["a"], len(event(content("a")) + event(STOP)), [], "reset", True)
@example(["a"], len(event(content("a")) + event(STOP)) + 9, [], "ended", False)
def test_an_interrupted_stream_keeps_the_text_received_and_is_incomplete(
    pieces: list[str], position: int, positions: list[int], ending: str, keeps_incomplete: bool
) -> None:
    events = [event(content(piece)) for piece in pieces]
    finished = b"".join(events) + event(STOP)
    whole = finished + event(USAGE)
    received = whole[: position % len(whole)]
    if ending == "ended" and received == finished:
        received = received[:-1]  # a body that ends after the finish reason, between two events, is complete
    parser = make_chat_parser(keeps_incomplete=keeps_incomplete)
    feed(parser, split(received, positions))
    if ending == "ended":
        parser.end(2.0)
    else:
        parser.abort(ConnectionFailedError("reset") if ending == "reset" else TimedOutError("late", "idle"), 2.0)
    complete = [piece for number, piece in enumerate(pieces) if len(b"".join(events[: number + 1])) <= len(received)]
    assert join_texts(parser) == parser.partial().text == "".join(complete)
    assert (parser.done, parser.incomplete) == (True, True)
    assert not any(chunk.is_last for chunk in parser.ready)
    if keeps_incomplete and ending != "idle":
        assert parser.failure is None
    else:
        assert type(parser.failure) is (TimedOutError if ending == "idle" else IncompleteStreamError)
        assert parser.failure.partial.text == "".join(complete)
        assert pickle.loads(pickle.dumps(parser.failure)).partial.text == "".join(complete)


FAILURES = [
    *({"error": {"code": 502, "message": "no"}}, {"error": {"code": 502, "message": "no"}, "choices": []}),
    {"choices": [{**choice({"content": ""}, "error"), "error": {"code": "502", "message": "no"}}]},
    {"error": {"message": "no", "code": 502, "metadata": {"raw": "\ud800"}}, "choices": [choice({"content": ""})]},
]


@UNTIMED
@given(PIECES, PIECES, st.sampled_from(FAILURES), POSITIONS)
def test_an_error_event_keeps_the_text_before_it_and_ends_the_stream(
    before: list[str], after: list[str], failure: dict[str, Any], positions: list[int]
) -> None:
    stream = b"".join(map(event, [*map(content, before), failure, *map(content, after), STOP]))
    parser = parse(split(stream, positions))
    assert isinstance(parser.failure, APIError)
    assert (parser.failure.status_code, parser.failure.message[:2]) == (502, "no")
    assert join_texts(parser) == parser.failure.partial.text == "".join(before)
    assert not any(chunk.is_last for chunk in parser.ready)


# --------------------------------------------------------------------------------------------------------- any stream

WORDS = """id index role type content reasoning text tool_calls function name arguments reasoning_details data
    annotations audio delta choices finish_reason logprobs new error code message usage created signature images
    refusal object"""
NAMES = st.sampled_from(WORDS.split())
SCALARS = st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | st.sampled_from([*ODD, "text", "stop"])
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=15
)
CHOICES = st.builds(lambda members, delta: {**members, "delta": delta}, st.dictionaries(NAMES, JSON, max_size=3), JSON)
CHUNKS = JSON | st.builds(
    lambda members, choices: {**members, "choices": choices},
    st.dictionaries(NAMES, JSON, max_size=3),
    st.lists(CHOICES, max_size=3),
)
RANDOM_STREAMS = st.lists(
    st.binary(max_size=20)
    | st.sampled_from([b"data: ", b"\n", b"\n\n", b"data: [DONE]", b"event: error\n", b"id: 7\n", b'{"error":', b"{}"])
    | CHUNKS.map(event),
    max_size=12,
).map(b"".join)


@UNTIMED
@given(RANDOM_STREAMS, POSITIONS)
def test_random_bytes_yield_chunks_and_at_most_one_openrouter_error(stream: bytes, positions: list[int]) -> None:
    parser = parse(split(stream, positions))
    outcome = (parser.failure, len(parser.ready), parser.incomplete)
    parser.abort(ConnectionFailedError("reset"), 1.0)  # a failure after the end changes nothing
    parser.end(1.0)
    assert (parser.failure, len(parser.ready), parser.incomplete) == outcome
    assert parser.done
    if parser.failure is not None:
        assert isinstance(parser.failure, (APIError, StreamError))
        assert len(str(parser.failure)) < 1500
        assert str(pickle.loads(pickle.dumps(parser.failure))) == str(parser.failure)
    last_flags = [chunk.is_last for chunk in parser.ready]
    assert last_flags.count(True) <= (parser.failure is None)
    assert not any(last_flags[:-1])
    for chunk in parser.ready:
        assert isinstance(chunk.text, str)
        repr(chunk)
    assert isinstance(parser.partial().text, str)
    repr(parser.partial())


@UNTIMED
@given(RANDOM_STREAMS, POSITIONS)
def test_chunks_and_failure_do_not_depend_on_the_split(stream: bytes, positions: list[int]) -> None:
    whole, in_pieces = parse([stream]), parse(split(stream, positions))
    assert repr([chunk.to_dict() for chunk in in_pieces.ready]) == repr([chunk.to_dict() for chunk in whole.ready])
    assert repr(in_pieces.partial().to_dict()) == repr(whole.partial().to_dict())
    assert (type(in_pieces.failure), str(in_pieces.failure)) == (type(whole.failure), str(whole.failure))


@UNTIMED
@given(st.lists(st.tuples(PIECES, st.dictionaries(NAMES, JSON, max_size=4)), max_size=5), POSITIONS)
def test_text_is_kept_with_random_members_beside_it(
    stream: list[tuple[list[str], dict[str, Any]]], positions: list[int]
) -> None:
    mixed = []
    for pieces, members in stream:
        without_error = {name: value for name, value in members.items() if name != "error"}
        mixed += [{**without_error, "choices": [choice({**members, "content": piece})]} for piece in pieces]
    parser = parse(split(b"".join(map(event, [*mixed, STOP])), positions))
    text = "".join(piece for pieces, _ in stream for piece in pieces)
    assert parser.failure is None
    assert join_texts(parser) == parser.partial().text == text
