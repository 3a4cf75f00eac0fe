"""The decoder of server-sent events: the rules of the WHATWG format, for every split of the bytes into reads."""

from __future__ import annotations

import copy
import pickle
import re
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openrouterkit.sse import Decoder, ServerSentEvent

Fields: TypeAlias = tuple[str, str, str | None, int | None]


def decode(*reads: bytes) -> list[Fields]:
    """Return the events of a stream in these reads, as (data, event, id, retry)."""
    decoder = Decoder()
    events = [event for read in reads for event in decoder.feed(read)]
    return [(event.data, event.event, event.id, event.retry) for event in events + decoder.end()]


def decode_data(*reads: bytes) -> list[str]:
    return [data for data, _, _, _ in decode(*reads)]


def decode_by_standard(stream: bytes) -> tuple[list[Fields], list[str]]:
    """Return events and comments by the steps of the standard, applied to the whole text."""
    text = stream.decode("utf-8", "replace")
    lines = re.split("\r\n|\n|\r", text.removeprefix("\ufeff"))[:-1]
    events: list[Fields] = []
    comments: list[str] = []
    data, event_type, last_id, retry = "", "", None, None
    for line in lines:
        if line == "":
            if data:
                events.append((data[:-1], event_type or "message", last_id, retry))
            data, event_type, retry = "", "", None
        elif line.startswith(":"):
            comments.append(line[1:].removeprefix(" "))
        else:
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "data":
                data += value + "\n"
            elif field == "event":
                event_type = value
            elif field == "id" and "\0" not in value:
                last_id = value
            elif field == "retry" and re.fullmatch("[0-9]+", value):
                retry = int(value)
    return events, comments


# ---------------------------------------------------------------------------------------------- events


@pytest.mark.parametrize(
    ("stream", "data"),
    [
        pytest.param(b"data: a\n\ndata: b\n\n", ["a", "b"], id="blocks with one line"),
        pytest.param(b"data: a\ndata: b\n\n", ["a\nb"], id="several data lines"),
        pytest.param(b"data:a\n\ndata:  b\n\n", ["a", " b"], id="one leading space is removed"),
        pytest.param(b"data\n\ndata:\n\ndata: \n\n", ["", "", ""], id="empty data"),
        pytest.param(b"data\ndata\n\n", ["\n"], id="two empty data lines"),
        pytest.param(b"event: x\n\nid: 1\n\n\n\n", [], id="blocks without data"),
        pytest.param(b"data: a\nother: b\nnocolon\n Data: c\n\n", ["a"], id="unknown fields"),
        pytest.param(b"data: a\n\n\n\ndata: b\n\n", ["a", "b"], id="repeated empty lines"),
        pytest.param(b"data: a: b\n\n", ["a: b"], id="colon in the value"),
        pytest.param(b"data: a\r\n\r\ndata: b\r\rdata: c\r\n\n", ["a", "b", "c"], id="CR LF, CR and LF"),
        pytest.param(b"\xef\xbb\xbfdata: a\n\n", ["a"], id="byte order mark"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", [], id="second byte order mark"),
        pytest.param(b"data: \xff\xe2\x82\n\n", ["\ufffd\ufffd"], id="invalid UTF-8 becomes U+FFFD"),
        pytest.param(b"", [], id="empty stream"),
    ],
)
def test_data_is_decoded_as_the_standard_requires(stream: bytes, data: list[str]) -> None:
    assert decode_data(stream) == data


def test_event_name_defaults_to_message_in_each_block() -> None:
    stream = b"event: ping\ndata: a\n\ndata: b\n\nevent:\ndata: c\n\nevent: lost\n\ndata: d\n\n"
    assert [(data, name) for data, name, _, _ in decode(stream)] == [
        ("a", "ping"),
        ("b", "message"),
        ("c", "message"),
        ("d", "message"),
    ]


def test_id_is_kept_until_changed_and_ids_with_nul_are_ignored() -> None:
    stream = b"data: a\n\nid: 7\ndata: b\n\ndata: c\n\nid: 8\0\n\nid: 9\n\ndata: d\n\nid\ndata: e\n\n"
    assert [(data, last_id) for data, _, last_id, _ in decode(stream)] == [
        ("a", None),
        ("b", "7"),
        ("c", "7"),
        ("d", "9"),
        ("e", ""),
    ]


@pytest.mark.parametrize(
    ("value", "milliseconds"),
    [(b"10", 10), (b"0", 0), (b"1.5", None), (b"-1", None), ("٣".encode(), None), (b"", None), (b"9" * 5000, None)],
)
def test_retry_must_consist_of_ascii_digits(value: bytes, milliseconds: int | None) -> None:
    decoder = Decoder()
    first, second = decoder.feed(b"retry: " + value + b"\ndata: a\n\ndata: b\n\n")
    assert (first.retry, second.retry, decoder.retry) == (milliseconds, None, milliseconds)


def test_comments_are_passed_to_on_comment_at_once_and_counted() -> None:
    comments: list[str] = []
    decoder = Decoder(on_comment=comments.append)
    assert decoder.feed(b": OPENROUTER PROCESSING\n") == []
    assert comments == ["OPENROUTER PROCESSING"]
    assert [event.data for event in decoder.feed(b"\ndata: a\n:\n:b\xff\ndata: c\n\n")] == ["a\nc"]
    assert comments == ["OPENROUTER PROCESSING", "", "b\ufffd"]
    assert decoder.comments == 3


# ------------------------------------------------------------------------------------------------- how it is split


def test_cr_lf_may_be_split_between_two_reads() -> None:
    assert decode_data(b"data: a\r", b"\n\r", b"\ndata: b\r", b"\r", b"data: c\r\n", b"\r\n") == ["a", "b", "c"]


def test_a_carriage_return_ends_an_event_without_the_next_read() -> None:
    assert [event.data for event in Decoder().feed(b"data: a\r\r")] == ["a"]


def test_a_byte_order_mark_may_be_split_between_three_reads() -> None:
    assert decode_data(b"\xef", b"", b"\xbb", b"\xbf", b"data: a\n\n") == ["a"]
    assert decode_data(b"\xef", b"\xbb", b"data: a\n\ndata: b\n\n") == ["b"]


FRAGMENTS = [
    *(b"data: {}\n\n", b"data: ", b"data", b"event: x", b"id: 7", b"id: \0", b"retry: 10", b"retry: x", b": note"),
    *(b":", b" ", b"\n", b"\n\n", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xef\xbb", b"\xff", "\u20ac".encode(), b"[DONE]"),
]
STREAMS = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(b"".join)


def split(stream: bytes, positions: list[int]) -> list[bytes]:
    ends = sorted(position % (len(stream) + 1) for position in positions)
    return [stream[start:end] for start, end in zip([0, *ends], [*ends, len(stream)], strict=True)]


@given(STREAMS, st.lists(st.integers(0, 200), max_size=12))
@example(b"data: a\r\n\r\ndata: b\r\r\n\n", list(range(30)))
@example("\ufeffdata: \u20ac\n\n".encode(), list(range(20)))
def test_events_and_comments_follow_the_standard_for_every_split(stream: bytes, positions: list[int]) -> None:
    comments: list[str] = []
    decoder = Decoder(on_comment=comments.append)
    events = [event for read in split(stream, positions) for event in decoder.feed(read)]
    fields = [(event.data, event.event, event.id, event.retry) for event in events]
    assert (fields, comments) == decode_by_standard(stream)


@given(STREAMS, st.lists(st.integers(0, 200), max_size=12))
def test_the_end_does_not_depend_on_the_split(stream: bytes, positions: list[int]) -> None:
    assert decode(*split(stream, positions)) == decode(stream)


# ------------------------------------------------------------------------------------------------------- the end


@pytest.mark.parametrize("rest", [b"data: a", b"data: a\n", b"data: a\r", b"event: x\n", b": note", b"[DONE]", b"data"])
def test_an_unterminated_block_is_not_an_event(rest: bytes) -> None:
    assert decode_data(b"data: first\n\n" + rest) == ["first"]


@pytest.mark.parametrize("rest", [b"data: [DONE]", b"data:[DONE]", b"data: [DONE]\n", b"id: 1\ndata: [DONE]\r"])
def test_an_unterminated_sentinel_is_an_event(rest: bytes) -> None:
    decoder = Decoder()
    decoder.feed(b"data: first\n\n" + rest)
    assert [event.data for event in decoder.end()] == ["[DONE]"]
    assert decoder.end() == []


def test_a_sentinel_after_other_data_in_a_block_is_not_an_event() -> None:
    assert decode_data(b"data: {}\ndata: [DONE]") == []


def test_the_sentinel_can_be_changed_or_disabled() -> None:
    other, none = Decoder(sentinel="bye"), Decoder(sentinel=None)
    assert other.feed(b"data: bye") == none.feed(b"data: [DONE]") == []
    assert [event.data for event in other.end()] == ["bye"]
    assert none.end() == []


def test_an_unterminated_line_sets_neither_id_nor_retry() -> None:
    decoder = Decoder()
    decoder.feed(b"retry: 1")
    decoder.end()
    decoder.feed(b"\xef\xbb\xbfdata: a\n\nid: 7")
    decoder.end()
    assert decoder.retry is None
    assert [event.id for event in decoder.feed(b"data: b\n\n")] == [None]


# ----------------------------------------------------------------------------------------------------- the event


def test_an_event_has_its_data_as_bytes_and_as_text() -> None:
    (event,) = Decoder().feed('data: {"a": "\u20ac"}\n\n'.encode())
    assert event.data_bytes == '{"a": "\u20ac"}'.encode()
    assert event.data == '{"a": "\u20ac"}'


def test_events_can_be_compared_copied_pickled_and_printed() -> None:
    event = ServerSentEvent(b"a", "ping", "7", 10)
    assert repr(event) == "ServerSentEvent(data='a', event='ping', id='7', retry=10)"
    assert copy.copy(event) == event == pickle.loads(pickle.dumps(event))
    assert event != ServerSentEvent(b"a", "ping", "8", 10)
    assert event != "a"


# ------------------------------------------------------------------------------- run time linear in the number of bytes


def test_an_event_of_ten_megabytes_is_decoded_from_small_reads() -> None:
    body = b"x" * 10_000_000
    stream = b"data: " + body + b"\n\n"
    decoder = Decoder()
    reads = (stream[at : at + 16_384] for at in range(0, len(stream), 16_384))
    (event,) = [event for read in reads for event in decoder.feed(read)]
    assert event.data_bytes == body


def test_a_million_reads_of_one_byte_are_decoded_in_linear_time() -> None:
    stream = b"data: " + b"x" * 1_000_000 + b"\n\n"
    decoder = Decoder()
    sizes = [len(event.data_bytes) for at in range(len(stream)) for event in decoder.feed(stream[at : at + 1])]
    assert sizes == [1_000_000]


@pytest.mark.parametrize(
    "event",
    [
        ServerSentEvent(b"one"),
        ServerSentEvent(b""),
        ServerSentEvent(b" two\n\n lines: ", "tick", "7", 1500),
        ServerSentEvent("é ".encode(), "über", ""),
    ],
    ids=repr,
)
def test_an_encoded_event_is_decoded_to_the_same_event(event: ServerSentEvent) -> None:
    assert Decoder().feed(event.encode()) == [event]
