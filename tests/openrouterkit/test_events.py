"""Typed events of chat streams."""

from __future__ import annotations

import gc
import weakref

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouterkit import (
    ChatCompletion,
    IncompleteStreamError,
    RequestOptions,
    user,
)
from openrouterkit.events import (
    AnnotationReceived,
    AudioDelta,
    EventReader,
    ImageReceived,
    ReasoningDelta,
    RefusalDelta,
    StreamEnded,
    TextDelta,
    ToolCallArguments,
    ToolCallCompleted,
    ToolCallStarted,
    UsageReported,
)
from openrouterkit.mistral import Mistral
from openrouterkit.testing import Script, completion, stream, tool_call

REQUEST = {"model": "a/b", "messages": [user("Hello")]}


def delta(index=0, finish_reason=None, **members):
    return {"choices": [{"index": index, "delta": members, "finish_reason": finish_reason}]}


def part(index=None, identity=None, name=None, arguments=None, **more):
    members = {"index": index, "id": identity, "function": {"name": name, "arguments": arguments}, **more}
    return {key: value for key, value in members.items() if value is not None}


def read(*chunks, complete=True):
    reader = EventReader()
    events = [event for chunk in chunks for event in reader.add(chunk)]
    return events + reader.end(complete=complete)


def test_a_stream_with_a_tool_call_has_its_events_in_order():
    script = Script([stream({"reasoning": "Hm"}, "Look", "ing", tool_call("clock", {"city": "Rome"}), cost=0.5)])
    with script.client() as client, client.chat.stream(**REQUEST) as opened:
        events = list(opened.events())
    assert events[:4] == [
        ReasoningDelta("Hm"),
        TextDelta("Look"),
        TextDelta("ing"),
        ToolCallStarted(0, "call_1", "clock"),
    ]
    pieces = [event for event in events if isinstance(event, ToolCallArguments)]
    assert "".join(piece.delta for piece in pieces) == pieces[-1].text
    assert pieces[-1].text.replace(" ", "") == '{"city":"Rome"}'
    assert pieces[0].text == pieces[0].delta
    usage, completed, ended = events[-3:]
    assert isinstance(usage, UsageReported)
    assert usage.usage.cost == usage.details["cost"] == 0.5
    assert isinstance(completed, ToolCallCompleted)
    assert completed.tool_call.arguments == {"city": "Rome"}
    assert completed.index == 0
    assert isinstance(ended, StreamEnded)
    assert ended.finish_reason == "tool_calls"
    assert ended.result == opened.result()
    assert ended.result.response.status == 200


def test_an_async_stream_has_the_same_events_and_texts():
    async def main():
        script = Script([["Par", "is"], ["Ro", "me"]])
        async with script.async_client() as client:
            async with client.chat.stream(**REQUEST) as opened:
                events = [event async for event in opened.events()]
            assert events[:2] == [TextDelta("Par"), TextDelta("is")]
            assert isinstance(events[-1], StreamEnded)
            assert [text async for text in client.chat.stream(**REQUEST).texts()] == ["Ro", "me"]

    anyio.run(main)
    anyio.run(main, backend="trio")


def test_texts_are_those_of_the_first_choice_only():
    chunks = [delta(1, content="no"), delta(0, content="yes"), delta(0, content=""), delta(1, content="no")]
    last = {"choices": [{"index": i, "delta": {}, "finish_reason": "stop"} for i in (0, 1)]}
    with Script([stream(*chunks, last)]).client() as client:
        assert list(client.chat.stream(**REQUEST).texts()) == ["yes"]


def test_events_continue_after_chunks_that_were_iterated_and_in_a_second_iterator():
    with Script([["a", "b", "c", "d"]]).client() as client, client.chat.stream(**REQUEST) as opened:
        assert next(opened).text == "a"
        assert next(iter(opened.events())) == TextDelta("b")
        assert next(opened).text == "c"
        rest = list(opened.events())
        assert rest[0] == TextDelta("d")
        assert rest[-1].result.text == "abcd"
        assert list(opened.events()) == []


def test_no_event_of_a_chunk_is_lost_between_two_iterators():
    chunk = delta(content="a", reasoning="b", refusal="c")
    with Script([stream(chunk)]).client() as client, client.chat.stream(**REQUEST) as opened:
        assert next(iter(opened.events())) == ReasoningDelta("b")
        assert next(iter(opened.texts())) == "a"
        assert next(iter(opened.events())) == RefusalDelta("c")


def test_a_tool_call_that_began_before_the_first_event_is_complete_at_the_end():
    call = tool_call("clock", {"city": "Rome"})
    with Script([stream(call)]).client() as client, client.chat.stream(**REQUEST) as opened:
        next(opened)
        *_, completed, ended = opened.events()
    assert completed.tool_call.name == "clock"
    assert completed.tool_call.arguments == {"city": "Rome"}
    assert ended.finish_reason == "tool_calls"


def test_a_stream_that_fails_raises_after_its_events():
    with Script([stream("a", 502)]).client(retries=0) as client:
        events = client.chat.stream(**REQUEST).events()
        assert next(events) == TextDelta("a")
        with pytest.raises(Exception, match="502"):
            next(events)


def test_a_stream_that_ends_early_raises_without_a_last_event():
    with Script([stream("a", complete=False)]).client(retries=0) as client:
        events = client.chat.stream(**REQUEST).events()
        assert next(events) == TextDelta("a")
        with pytest.raises(IncompleteStreamError):
            next(events)


def test_an_incomplete_stream_that_may_end_early_has_no_complete_tool_call():
    call = delta(tool_calls=[part(0, "call_1", "clock", '{"ci')])
    options = RequestOptions(on_incomplete="return")
    with Script([stream(call, complete=False)]).client(retries=0) as client:
        events = list(client.chat.stream(**REQUEST, options=options).events())
    assert [type(event) for event in events] == [ToolCallStarted, ToolCallArguments, StreamEnded]
    assert events[-1].finish_reason is None


def test_a_stream_that_goes_out_of_scope_after_events_is_freed_at_once():
    with Script([["a", "b"]]).client() as client:
        opened = client.chat.stream(**REQUEST)
        events = opened.events()
        next(events)
        gc.disable()
        try:
            forgotten = weakref.ref(opened)
            del opened, events
            assert forgotten() is None
        finally:
            gc.enable()


def test_a_tool_call_without_a_name_at_first_starts_once_its_name_is_known():
    events = read(
        delta(tool_calls=[part(0, "x", None, '{"a"')]),
        delta(tool_calls=[part(0, None, "f", ": 1}")]),
        delta(finish_reason="tool_calls"),
    )
    assert events[:2] == [ToolCallStarted(0, "x", "f"), ToolCallArguments(0, "x", '{"a": 1}')]
    assert events[1].text == '{"a": 1}'
    assert events[2].tool_call.arguments == {"a": 1}


def test_parallel_tool_calls_are_told_apart_by_their_number():
    events = read(
        delta(tool_calls=[part(2, "b", "g"), part(1, "a", "f")]),
        delta(tool_calls=[part(1, None, None, "{}"), part(2, None, None, '{"x": 1}')]),
        delta(finish_reason="tool_calls"),
    )
    assert [(e.index, e.name) for e in events if isinstance(e, ToolCallStarted)] == [(0, "g"), (1, "f")]
    assert [(e.index, e.delta) for e in events if isinstance(e, ToolCallArguments)] == [(1, "{}"), (0, '{"x": 1}')]
    completed = [(e.index, e.tool_call.name) for e in events if isinstance(e, ToolCallCompleted)]
    assert completed == [(1, "f"), (0, "g")], "in the order of the result, with the numbers of their first events"


def test_arguments_after_the_finish_reason_belong_to_the_tool_call():
    events = read(
        delta(tool_calls=[part(0, "a", "f", "")], finish_reason="tool_calls"),
        delta(tool_calls=[part(0, None, None, "{}")]),
    )
    assert events[-2].tool_call.function.arguments == "{}"


def test_a_custom_tool_has_its_input_as_arguments():
    events = read(
        delta(tool_calls=[{"index": 0, "id": "a", "type": "custom", "custom": {"name": "sh", "input": "ls"}}]),
        delta(finish_reason="tool_calls"),
    )
    assert events[:2] == [ToolCallStarted(0, "a", "sh"), ToolCallArguments(0, "a", "ls")]


def test_images_audio_annotations_and_refusals_have_events():
    image = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    note = {"type": "url_citation", "url_citation": {"url": "https://example.org"}}
    events = read(
        delta(images=[image], annotations=[note], audio={"data": "UklG", "transcript": "Hi"}, refusal="No"),
        delta(1, images=["odd"], annotations="odd", audio=7, refusal=7, tool_calls=[None], content=3),
    )
    assert events[:-1] == [
        RefusalDelta("No"),
        AudioDelta("UklG", "Hi"),
        ImageReceived(image),
        AnnotationReceived(note),
    ]
    assert events[2].url == "data:image/png;base64,AA=="
    assert ImageReceived({}).url == ""


def test_content_and_thinking_in_parts_have_text_and_reasoning():
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}]}
    chunk = delta(content=[thinking, {"type": "text", "text": "Yes"}])
    with Script([stream(chunk)]).client(Mistral) as client:
        events = list(client.chat.stream(model="m", messages=[user("Hello")]).events())
    assert events[:2] == [ReasoningDelta("Hm"), TextDelta("Yes")]


def test_usage_that_a_service_repeats_is_reported_when_it_changes():
    first, second = {"prompt_tokens": 1}, {"prompt_tokens": 1, "completion_tokens": 2}
    events = read({"usage": first}, {"usage": first}, {"usage": second}, {"usage": None})
    assert [event.usage.output_tokens for event in events if isinstance(event, UsageReported)] == [None, 2]


def test_the_reader_needs_a_result_if_it_does_not_accumulate():
    reader = EventReader(accumulate=False)
    with pytest.raises(ValueError, match=r"end\(result\)"):
        reader.end()
    ended = reader.end({"choices": []})
    assert ended == [StreamEnded(None, {"choices": []})]


def test_the_arguments_of_an_event_do_not_grow_after_it():
    reader = EventReader()
    first = reader.add(delta(tool_calls=[part(0, "a", "f", '{"a"')]))[-1]
    second = reader.add(delta(tool_calls=[part(0, None, None, ":1}")]))[-1]
    assert first.text == '{"a"'
    assert second.text == '{"a":1}'
    assert ToolCallArguments(0, "a", "{") == ToolCallArguments(0, "a", "{")


DELTAS = st.one_of(
    st.builds(lambda text: {"content": text}, st.text(max_size=5)),
    st.builds(lambda text: {"reasoning": text}, st.text(max_size=5)),
    st.builds(lambda text: {"refusal": text}, st.text(max_size=5)),
    st.builds(
        lambda index, identity, name, arguments: {"tool_calls": [part(index, identity, name, arguments)]},
        st.none() | st.integers(0, 2),
        st.none() | st.sampled_from(["a", "b"]),
        st.sampled_from(["f", "g"]),
        st.none() | st.text(max_size=5),
    ),
)


@given(st.lists(st.tuples(st.integers(0, 1), DELTAS), max_size=20))
def test_the_texts_of_the_events_joined_are_those_of_the_result(deltas):
    events = read(*(delta(index, **members) for index, members in deltas))
    result = events[-1].result
    assert isinstance(result, ChatCompletion)
    for choice in result.to_dict()["choices"]:
        own = [event for event in events[:-1] if event.choice == choice["index"]]
        message = choice["message"]
        for kind, name in ((TextDelta, "content"), (ReasoningDelta, "reasoning"), (RefusalDelta, "refusal")):
            assert "".join(e.text for e in own if isinstance(e, kind)) == (message.get(name) or "")
        completed = {e.index: e.tool_call for e in own if isinstance(e, ToolCallCompleted)}
        assert [call.to_dict() for call in completed.values()] == message.get("tool_calls", [])
        assert {e.index for e in own if isinstance(e, ToolCallStarted)} == completed.keys()
        for index, call in completed.items():
            pieces = [e.delta for e in own if isinstance(e, ToolCallArguments) and e.index == index]
            assert "".join(pieces) == call.function.arguments


def test_parallel_tool_calls_with_equal_ids_are_the_same_calls_streamed_and_sent():
    calls = [tool_call("read", {"path": path}, id="k") for path in ("/x", "/y")]
    answer = completion(tool_calls=calls)
    with Script([answer, answer]).client() as client:
        sent = client.chat.send(**REQUEST).tool_calls
        with client.chat.stream(**REQUEST) as stream:
            events = list(stream.events())
        streamed = stream.result().tool_calls
    assert [call.to_dict() for call in streamed] == [call.to_dict() for call in sent]
    assert [call.arguments for call in sent] == [{"path": "/x"}, {"path": "/y"}]
    completed = [event.tool_call.arguments for event in events if isinstance(event, ToolCallCompleted)]
    assert completed == [{"path": "/x"}, {"path": "/y"}]
