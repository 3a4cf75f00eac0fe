"""`chat.parse_stream`, and `partial_value` of every chat stream."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, assert_type

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouterkit import InvalidOutputError, RefusalError, RequestOptions, TruncatedError, errors, user
from openrouterkit.events import StreamEnded, TextDelta
from openrouterkit.parsing import AsyncParsedStream, ParsedStream
from openrouterkit.streams import AsyncChatStream, ChatStream
from openrouterkit.testing import Script, Step, completion, error, stream, tool_call
from openrouterkit.testing import events as chunk_events

QUESTION = [user("Capital of France?")]
PIECES = ['{"name": "Pa', 'ris", "popula', 'tion": 21', "00000}"]
NO_SCHEMA = error(400, "response_format json_schema is not supported")


@dataclass
class City:
    name: str
    population: int = 0


def open_stream(steps: list[Step], kind: Any = City, **options: Any) -> ParsedStream[Any]:
    given = {"model": "a/b", "messages": QUESTION, **options}
    return Script(steps).client().chat.parse_stream(response_type=kind, **given)


def test_the_value_grows_while_the_stream_is_read() -> None:
    with open_stream([PIECES]) as parsed:
        assert isinstance(parsed, ChatStream)
        assert parsed.partial_value is None
        values = [parsed.partial_value for _ in parsed]
    assert values[:3] == [{"name": "Pa"}, {"name": "Paris"}, {"name": "Paris"}]
    assert values[3] == {"name": "Paris", "population": 2_100_000}
    found = parsed.parsed()
    assert found.value == City("Paris", 2_100_000)
    assert (found.method, found.result.text, found.repairs) == ("json_schema", "".join(PIECES), ())
    assert found.usage.output_tokens == parsed.usage.completion_tokens


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_streams_are_the_same(backend: str) -> None:
    async def run() -> None:
        async with Script([NO_SCHEMA, PIECES]).async_client() as client:
            parsed = client.chat.parse_stream(response_type=City, model="a/b", messages=QUESTION)
            assert isinstance(parsed, AsyncParsedStream)
            assert isinstance(parsed, AsyncChatStream)
            values = [parsed.partial_value async for _ in parsed]
            assert values[0] == {"name": "Pa"}
            assert await parsed.read_value() == City("Paris", 2_100_000)
            assert parsed.parsed().method == "json_object"

    anyio.run(run, backend=backend)


def test_the_stream_opens_at_the_first_method_that_the_service_accepts() -> None:
    script = Script([NO_SCHEMA, error(400, "bad response_format"), stream(tool_call("city", "".join(PIECES)))])
    client = script.client()
    parsed = client.chat.parse_stream(response_type=City, model="a/b", messages=QUESTION)
    values = [parsed.partial_value for _ in parsed]
    assert {"name": "Paris", "population": 2100000} in values
    assert parsed.parsed().value.name == "Paris"
    script.add(stream(tool_call("city", "".join(PIECES))))
    assert client.chat.parse_stream(response_type=City, model="a/b", messages=QUESTION).read_value().name == "Paris"
    assert len(script.requests) == 4  # the method is remembered
    assert all(request.is_stream for request in script.requests)


def test_events_of_the_stream_are_those_of_every_chat() -> None:
    parsed = open_stream([PIECES])
    events = list(parsed.events())
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "".join(PIECES)
    assert isinstance(events[-1], StreamEnded)
    assert parsed.parsed().value.name == "Paris"


def test_a_wrapped_value_grows_too() -> None:
    parsed = open_stream([['{"value": [1, 2', "0, 30", "]}"]], list[int])
    assert [parsed.partial_value for _ in parsed][:3] == [[1], [1, 20], [1, 20, 30]]
    assert parsed.parsed().value == [1, 20, 30]


def test_the_value_of_a_stream_that_is_not_read_to_its_end_is_an_error() -> None:
    parsed = open_stream([PIECES])
    with pytest.raises(errors.IncompleteStreamError):
        parsed.parsed()
    next(parsed)
    with pytest.raises(errors.IncompleteStreamError):
        parsed.parsed()
    parsed.close()
    assert parsed.partial_value == {"name": "Pa"}


def test_answers_without_a_value_raise_the_errors_of_parse() -> None:
    with pytest.raises(InvalidOutputError, match="does not have the requested type") as caught:
        open_stream(['{"name": []}']).read_value()
    assert len(caught.value.errors) == 1
    with pytest.raises(TruncatedError) as cut:
        open_stream([completion('{"name": "Pa', finish_reason="length")]).read_value()
    assert cut.value.partial_value == {"name": "Pa"}
    with pytest.raises(RefusalError):
        open_stream([[{"content": None, "refusal": "no"}]]).read_value()
    with pytest.raises(errors.APIError):
        open_stream([error(400, "too long")]).read_value()


def write_chunk(text: str) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
    return {"id": "g", "object": "chat.completion.chunk", "created": 1, "model": "a/b", "choices": [choice]}


def test_an_incomplete_stream_that_the_caller_accepts_is_a_cut_answer() -> None:
    steps: list[Step] = [chunk_events(write_chunk('[{"name": "Ulm"}, {"name": "Bo'))]
    parsed = open_stream(steps, list[City], options=RequestOptions(on_incomplete="return"))
    items = parsed.items()
    assert next(items) == City("Ulm")
    with pytest.raises(TruncatedError, match="the stream has ended before the answer did") as caught:
        next(items)
    assert caught.value.partial_value == [{"name": "Ulm"}, {"name": "Bo"}]
    assert parsed.result().response.is_complete is False


def test_a_stream_that_was_closed_early_is_a_cut_answer() -> None:
    parsed = open_stream([PIECES], options=RequestOptions(on_incomplete="return"))
    next(parsed)
    parsed.close()
    with pytest.raises(TruncatedError):
        parsed.parsed()


def test_every_chat_stream_has_a_partial_value() -> None:
    client = Script([["Sure: ```json\n[1, ", '{"a": tr', "ue}]\n```"], ["Hello"]]).client()
    stream = client.chat.stream(model="a/b", messages=QUESTION)
    assert stream.partial_value is None
    assert [stream.partial_value for _ in stream][:3] == [[1], [1, {}], [1, {"a": True}]]
    stream = client.chat.stream(model="a/b", messages=QUESTION)
    stream.read_all()
    assert stream.partial_value is None


def test_partial_values_are_yielded_when_they_change() -> None:
    with open_stream([PIECES]) as parsed:
        values = list(parsed.partial_values())
    assert values == [{"name": "Pa"}, {"name": "Paris"}, {"name": "Paris", "population": 2_100_000}]
    assert parsed.parsed().value == City("Paris", 2_100_000)
    stream = (
        Script([["Sure: [", "1", ", 2", "]", " That", " is all."]]).client().chat.stream(model="a", messages=QUESTION)
    )
    assert list(stream.partial_values()) == [[], [1], [1, 2]]
    assert list(stream.partial_values()) == [[1, 2]]  # of a new iterator, all is new


TOWNS = ['{"value": [{"na', 'me": "Ulm"}, ', '{"name": "Bonn", "population": null}', ', {"name": "K', 'iel"}', "]}"]


def test_items_of_a_list_are_yielded_as_values_when_they_are_complete() -> None:
    with open_stream([TOWNS], list[City]) as parsed:
        items = parsed.items()
        assert next(items) == City("Ulm")
        assert "Kiel" not in parsed.text
        assert list(items) == [City("Bonn"), City("Kiel")]
        assert list(parsed.items()) == []
    assert parsed.parsed().value == [City("Ulm"), City("Bonn"), City("Kiel")]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_streams_yield_changes_and_items(backend: str) -> None:
    async def run() -> None:
        async with Script([TOWNS, PIECES]).async_client() as client:
            towns = client.chat.parse_stream(response_type=list[City], model="a/b", messages=QUESTION)
            items = assert_type(towns.items(), AsyncIterator[City])
            assert [town.name async for town in items] == ["Ulm", "Bonn", "Kiel"]
            parsed = client.chat.parse_stream(response_type=City, model="a/b", messages=QUESTION)
            assert len([value async for value in parsed.partial_values()]) == 3

    anyio.run(run, backend=backend)


def test_items_after_other_text_are_yielded_at_the_end_because_a_better_value_may_follow() -> None:
    draft = ["```json\n[1, 2, 3]\n", "```\nBetter: ```json\n[4, 5]", "\n```"]
    assert list(open_stream([draft], list[int]).items()) == [4, 5]
    assert list(open_stream([["As [1, 2] say: ", '{"value": [3]}']], list[int]).items()) == [3]


def test_items_that_do_not_fit_raise_the_error_at_the_end() -> None:
    parsed = open_stream([['{"value": [{"name": "Ulm"}, ', '{"name": 1.5}, {"name": "Kiel"}]}']], list[City])
    items = parsed.items()
    assert next(items) == City("Ulm")
    with pytest.raises(InvalidOutputError, match=r"\[1\]\.name: expected `str`, got `float` 1\.5"):
        next(items)
    with pytest.raises(errors.InvalidArgumentError, match=r"requires a response_type such as list\[City\], not City"):
        open_stream([PIECES]).items()


def count_calls(function: Any) -> int:
    """Return how many functions a function calls, also those that are written in C: its work."""
    count = 0

    def note(_: Any, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("method", ["items", "partial_values"])
def test_the_work_for_an_answer_grows_linearly_with_its_length(method: str) -> None:
    def read(count: int) -> None:
        text = json.dumps([{"name": f"city {number}"} for number in range(count)])
        pieces = [text[place : place + 10] for place in range(0, len(text), 10)]
        found = list(getattr(open_stream([pieces], list[City]), method)())
        assert len(found) >= count

    read(1)  # imports
    assert count_calls(lambda: read(120)) < 2.6 * count_calls(lambda: read(60))


@pytest.mark.parametrize(
    "value", ["x" * 3000, ["word"] * 500, {"a": {"b": list(range(800))}}], ids=["text", "list", "tree"]
)
def test_each_part_of_a_growing_value_is_decoded_once(monkeypatch: pytest.MonkeyPatch, value: Any) -> None:
    from openrouterkit._streaming import partial_json

    decoded: list[int] = []

    def decode(text: str) -> Any:
        decoded.append(len(text))
        return json.loads(text)

    monkeypatch.setattr(partial_json, "decode", decode)
    text = json.dumps({"value": value})
    growing = partial_json.PartialJson()
    for end in range(1, len(text) + 1):
        growing.read(text[:end])
    assert growing.read(text) == {"value": value}
    assert sum(decoded) < 4 * len(text)  # with the quotes of each piece


@settings(deadline=None)
@given(st.text(alphabet='{}[]:,"\\ u1ad8e-tn', max_size=25), st.integers(1, 5))
def test_a_text_in_pieces_has_the_value_of_the_whole_text(text: str, size: int) -> None:
    from openrouterkit._streaming.partial_json import PartialJson, read_partial_json

    growing = PartialJson()
    for end in range(size, len(text) + size, size):
        assert growing.read(text[:end]) == read_partial_json(text[:end])
    whole = json_or_none(text)
    if isinstance(whole, dict | list):
        assert growing.read(text) == whole


def json_or_none(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def test_another_text_begins_anew() -> None:
    from openrouterkit._streaming.partial_json import PartialJson

    growing = PartialJson()
    assert growing.read('{"a": [1, 2') == {"a": [1]}
    assert growing.read('{"b": "') == {"b": ""}
    assert growing.read('[1] "and"') == [1]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e300, 1e300) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def read_partial(text: str) -> Any:
    client = Script([[text]]).client()
    stream = client.chat.stream(model="a/b", messages=QUESTION)
    stream.read_all()
    return stream.partial_value


@settings(deadline=None)
@given(st.dictionaries(st.text(), JSON, max_size=4), st.booleans())
def test_every_beginning_of_a_value_is_a_part_of_it(value: Any, ascii_only: bool) -> None:
    from openrouterkit._streaming.partial_json import read_partial_json

    text = json.dumps(value, ensure_ascii=ascii_only)
    for end in range(1, len(text)):
        assert is_beginning(read_partial_json(text[:end]), value), text[:end]
    assert read_partial_json(text) == value


def is_beginning(part: Any, whole: Any) -> bool:
    """Return True if a value is the beginning of another: a prefix of a text, some of the members or items."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and is_beginning(each, whole[name]) for name, each in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(map(is_beginning, part, whole))
    if isinstance(part, str) and isinstance(whole, str):
        return whole.startswith(part)
    return bool(part == whole) and type(part) is type(whole)


@pytest.mark.parametrize(
    "text",
    ["{]", "}{", '{"a" 1', "[,", '[1 "a', '{"a" "b', "[1 2, ", "[1,]", '{"a": }', "{\\", '{"a": nul}', "[" * 200_000],
)
def test_broken_json_has_no_partial_value_or_what_is_certain(text: str) -> None:
    assert read_partial(text) in ({}, [], None) or text.startswith("[[")
