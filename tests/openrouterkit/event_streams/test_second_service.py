"""A service from a description without vendor extensions, whose clients are made of public names; see `acme`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import acme
import anyio
import pytest
import workshop
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit.errors import (
    APIError,
    IncompleteStreamError,
    SDKError,
    StreamError,
    TooManyRequestsResponseError,
    UnprocessableEntityResponseError,
)
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions
from openrouterkit.streams import AsyncChatStream, AsyncResultStream, ChatStream, EventStream, ResultStream

LINES = [{"role": "user", "content": "Hello"}]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
USAGE = {"credits": 7}
INVALID = {"detail": [{"loc": ["body", "lines"], "msg": "too long", "type": "value_error"}]}
LENGTH = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n"


def named(name: str, data: bytes) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (name.encode(), data)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with workshop.open_workshop(Path(tmp_path_factory.mktemp("acme"))) as place:
        yield place.load_package(acme.DOCUMENT)


class Outcome:
    """What a stream returned: its items, the names of their events, and its error."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.names: list[str] = []
        self.stream: Any = None
        self.error: SDKError | None = None

    def take(self, item: Any) -> None:
        self.items.append(item)
        if self.stream.event is not None:
            self.names.append(self.stream.event.event)


Read = Callable[..., Outcome]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def read(request: pytest.FixtureRequest, api: ModuleType) -> Read:
    """Return a function that reads the stream of a client, opened by `start`, with the scripts of a server."""
    client_class, async_class, _ = acme.make_acme(api)

    def run(start: Callable[[Any], Any], *scripts: Any, **options: Any) -> Outcome:
        found = Outcome()

        async def read_async(url: str) -> None:
            async with async_class(base_url=url, api_key="k", timeout=10, **options) as client:
                found.stream = start(client)
                async for item in found.stream:
                    found.take(item)

        with Loopback(*scripts) as server:
            try:
                if request.param != "sync":
                    anyio.run(read_async, server.url, backend=request.param)
                    return found
                with client_class(base_url=server.url, api_key="k", timeout=10, **options) as client:
                    found.stream = start(client)
                    for item in found.stream:
                        found.take(item)
            except SDKError as error:
                found.error = error
        return found

    return run


def talk(client: Any) -> Any:
    return client.talks.stream_talk(lines=LINES)


def count(client: Any) -> Any:
    return client.talks.count(prompt="to three")


def tell(client: Any) -> Any:
    return client.talks.stream_tell(prompt="a story")


TALK = [event(chunk("Hel")), event(chunk("lo")), event(chunk("", "stop", usage=USAGE))]
COUNT = [named("one", b'{"n": 1}'), named("ping", b"zzz"), named("two", b'{"n": 2}'), named("bye", b'{"n": 3}')]
TELL = [event({"title": "Rex"}), event({"text": "A dog "}), event({"text": "barks.", "sources": ["b"]})]


def stream_of(events: list[bytes]) -> list[bytes]:
    return [STREAM_HEAD, *map(piece, events), END]


# ------------------------------------------------------------------------------------------------------------- chat


def test_a_second_chat_has_text_result_partial_and_times_without_code_of_its_own(read: Read, api: ModuleType) -> None:
    found = read(talk, stream_of([*TALK, DONE]))
    assert [(item.text, item.is_last) for item in found.items] == [("Hel", False), ("lo", False), ("", True)]
    assert all(isinstance(item, api.models.ReplyChunk) for item in found.items)
    assert 0 <= found.items[1].latency <= found.items[1].total_latency
    assert type(found.items[0].delta_message) is api.models.Delta
    reply = found.stream.result()
    assert isinstance(reply, api.models.Reply)
    assert (reply.text, reply.finish_reason, reply.response.status) == ("Hello", "stop", 200)
    assert (found.stream.text, found.stream.partial.text) == ("Hello", "Hello")
    assert reply.latency > 0
    assert reply.created_at.year == 1970
    assert type(reply.assistant_message) is api.models.Line
    assert type(found.stream.usage) is api.models.Usage
    assert found.stream.usage.credits == 7
    assert isinstance(found.stream, ChatStream | AsyncChatStream)
    assert found.stream.event is None


def test_a_stream_is_requested_by_the_member_of_the_body_and_the_accept_header(api: ModuleType) -> None:
    client_class, _, _ = acme.make_acme(api)
    whole = [http_response(completion()), "request", *stream_of([*TALK, DONE])]
    with Loopback(whole) as server, client_class(base_url=server.url, api_key="k") as client:
        reply = client.talks.talk(lines=LINES)
        with client.talks.talk(lines=LINES, stream=True) as stream:
            assert stream.read_all().text == "Hello"
    assert (reply.text, reply.response.status, reply.tool_calls) == ("Hello", 200, [])
    plain, streamed = server.requests
    assert (plain.json(), plain.headers["accept"]) == ({"lines": LINES}, "application/json")
    assert (streamed.json(), streamed.headers["accept"]) == ({"lines": LINES, "stream": True}, "text/event-stream")


def test_a_result_without_a_message_has_none(api: ModuleType) -> None:
    _, _, reply_class = acme.make_acme(api)
    reply = reply_class.from_dict({"id": "1", "choices": []})
    assert (reply.assistant_message, reply.text, reply.reasoning, reply.finish_reason) == (None, "", "", None)
    assert (reply.cost, reply.created_at, reply.is_empty, reply.latency) == (None, None, True, None)


def test_chat_without_a_sentinel_is_complete_with_its_finish_reasons(read: Read) -> None:
    found = read(talk, stream_of(TALK))
    assert (found.error, found.stream.text) == (None, "Hello")


def test_errors_of_validation_in_successful_responses_are_raised(read: Read, api: ModuleType) -> None:
    found = read(talk, stream_of([event(INVALID)]), retries=0)
    assert isinstance(found.error, APIError)
    assert "too long" in str(found.error)
    client_class, _, _ = acme.make_acme(api)
    with Loopback([http_response(INVALID)]) as server, client_class(base_url=server.url, api_key="k") as client:
        with pytest.raises(APIError, match="too long"):
            client.talks.talk(lines=LINES)
        with pytest.raises(APIError, match="too long"):
            client.talks.tell(prompt="a story")


def test_the_detail_of_an_error_without_the_required_member_is_raised(api: ModuleType) -> None:
    client_class, _, _ = acme.make_acme(api)
    script = [http_response({"detail": "no such story"})]
    with Loopback(script) as server:
        client = client_class(base_url=server.url, api_key="k")
        with client, pytest.raises(APIError, match="no such story"):
            client.talks.tell(prompt="a story")


def test_the_error_of_a_second_chat_has_the_partial_result(read: Read) -> None:
    error = {"error": {"code": 429, "message": "slow down"}}
    found = read(talk, stream_of([TALK[0], event(error)]), retries=0)
    assert isinstance(found.error, TooManyRequestsResponseError)
    assert found.error.partial.text == "Hel"
    assert [item.text for item in found.items] == ["Hel"]


def test_a_second_chat_is_retried_until_it_has_content(read: Read) -> None:
    empty, whole = stream_of([event(chunk("", "stop")), DONE]), stream_of([*TALK, DONE])
    found = read(talk, empty, whole, retries=RetryOptions(initial_interval=0.01, jitter=0, empty=True))
    assert found.stream.text == "Hello"
    assert len(found.stream.response.attempts) == 2


# --------------------------------------------------------------------------------------------- named and text events


def test_named_events_keep_their_names_and_text_events_are_items(read: Read) -> None:
    events = [named("start", b'{"n": 1}'), event({"n": 2}), named("note", b"plain text"), b": bye\n\n"]
    found = read(lambda client: client.talks.tick(prompt="x"), stream_of(events))
    assert found.names == ["start", "message", "note"]
    assert [found.items[0].n, found.items[1].n, found.items[2]] == [1, 2, "plain text"]
    assert found.error is None


def test_events_that_the_description_declares_as_text_are_not_parsed(read: Read) -> None:
    events = [event(b"Once"), event(b'{"n": 1}'), event(b"12"), b"data: two\ndata: lines\n\n", DONE, event(b"after")]
    found = read(lambda client: client.talks.speak(prompt="x"), stream_of(events))
    assert found.items == ["Once", '{"n": 1}', "12", "two\nlines"]


@pytest.mark.parametrize("data", [b"it broke", b'{"message": "it broke"}'])
def test_an_event_with_the_name_error_is_an_error(read: Read, data: bytes) -> None:
    for start in (lambda client: client.talks.speak(prompt="x"), lambda client: client.talks.tick(prompt="x"), tell):
        found = read(start, stream_of([event(b'{"n": 1}'), named("error", data)]), retries=0)
        assert isinstance(found.error, APIError)
        assert "it broke" in str(found.error)
        assert len(found.items) == 1


def test_invalid_json_in_an_event_fails_the_stream(read: Read) -> None:
    found = read(lambda client: client.talks.tick(prompt="x"), stream_of([event({"n": 1}), event(b'{"n":')]))
    assert type(found.error) is StreamError
    assert [item.n for item in found.items] == [1]


# ------------------------------------------------------------------------------------ accumulators and own protocols


def test_a_table_accumulates_the_items_into_the_result_class(read: Read, api: ModuleType) -> None:
    found = read(tell, stream_of(TELL))
    story = found.stream.result()
    assert isinstance(story, api.models.Story)
    assert (story.headline, story.text, story.sources) == ("REX", "A dog barks.", ["b"])
    assert (story.response.status, found.stream.partial.title) == (200, "Rex")
    assert all(type(item) is api.models.Part for item in found.items)
    assert isinstance(found.stream, ResultStream | AsyncResultStream)


def test_a_protocol_reads_ends_and_accumulates_a_stream(read: Read) -> None:
    found = read(count, stream_of([*COUNT, named("late", b'{"n": 9}')]))
    assert found.items == [("one", 1), ("two", 2), ("bye", 3)]
    assert found.names == ["one", "two", "bye"]
    assert found.stream.result() == {"total": 6}
    assert found.error is None


def test_each_stream_has_a_protocol_of_its_own(api: ModuleType) -> None:
    made: list[acme.Counting] = []

    class Counting(CountingByPath):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    client_class, _, _ = acme.make_acme(api)
    with Loopback([*stream_of(COUNT), "repeat"]) as server, client_class(base_url=server.url, api_key="k") as client:
        for _ in range(2):
            list(client.request_stream("POST", "/count", protocol=Counting))
    assert [each.seen for each in made if each.seen] == [4, 4]


def test_the_errors_of_a_protocol_are_retried_and_raised(read: Read) -> None:
    overload = stream_of([named("overload", b"come back later")])
    found = read(count, overload, stream_of(COUNT), retries=QUICK)
    assert found.stream.result() == {"total": 6}
    found = read(count, stream_of([COUNT[0], named("overload", b"come back later")]), retries=QUICK)
    assert isinstance(found.error, TooManyRequestsResponseError)
    assert (str(found.error.body["message"]), found.error.partial) == ("come back later", {"total": 1})


def test_invalid_json_in_an_own_protocol_is_a_stream_error_without_the_key(read: Read) -> None:
    found = read(
        count, stream_of([COUNT[0], named("two", b"bearer sesame, not JSON")]), headers={"X-Api-Key": "sesame"}
    )
    assert type(found.error) is StreamError
    assert "sesame" not in repr(vars(found.error))
    assert found.items == [("one", 1)]


# ----------------------------------------------------------------------------------------------------- cut streams

SPEAK = [event(b"a"), event(b"b")]
TICKS = [event({"n": 1}), event({"n": 2})]
STREAMS: dict[str, tuple[Callable[[Any], Any], list[bytes]]] = {
    "chat": (talk, TALK[:2]),
    "named": (lambda client: client.talks.tick(prompt="x"), TICKS),
    "text": (lambda client: client.talks.speak(prompt="x"), SPEAK),
    "accumulated": (tell, TELL[:2]),
    "own protocol": (count, COUNT[:3:2]),
    "by path": (lambda client: client.request_stream("GET", "/x"), TICKS),
}


@pytest.mark.parametrize("cut", ["too short", "chunked", "reset"])
@pytest.mark.parametrize("kind", STREAMS)
def test_a_cut_stream_is_never_complete(read: Read, kind: str, cut: str) -> None:
    start, events = STREAMS[kind]
    body = b"".join(events)
    scripts: dict[str, list[Any]] = {
        "too short": [LENGTH % (len(body) + 50), body],
        "chunked": [STREAM_HEAD, piece(body)],
        "reset": [STREAM_HEAD, piece(body), 0.05, "reset"],
    }
    found = read(start, scripts[cut], retries=0)
    assert type(found.error) is IncompleteStreamError
    assert len(found.items) == 2
    if isinstance(found.stream, ResultStream | AsyncResultStream):
        with pytest.raises(IncompleteStreamError) as caught:
            found.stream.result()
        assert caught.value.partial is not None
        assert found.stream.partial is not None


@pytest.mark.parametrize("kind", ["chat", "own protocol"])
def test_a_stream_that_ends_without_the_end_that_its_data_needs_is_incomplete(read: Read, kind: str) -> None:
    start, events = STREAMS[kind]
    body = b"".join(events)
    found = read(start, [LENGTH % len(body), body], retries=0)
    assert type(found.error) is IncompleteStreamError
    assert "ended early" in str(found.error)
    found = read(lambda client: client.request_stream("GET", "/x"), stream_of(TALK[:2]))
    assert type(found.error) is IncompleteStreamError


def test_an_incomplete_stream_can_be_kept(api: ModuleType) -> None:
    client_class, _, _ = acme.make_acme(api)
    options = RequestOptions(on_incomplete="return")
    with Loopback([STREAM_HEAD, piece(TELL[0])]) as server, client_class(base_url=server.url, api_key="k") as client:
        stream = client.talks.stream_tell(prompt="a story", options=options)
        assert stream.read_all().title == "Rex"


# -------------------------------------------------------------------------------------------------------- by path


def test_a_stream_by_path_returns_the_events(read: Read) -> None:
    found = read(
        lambda client: client.request_stream("POST", "/x", json={"a": 1}, query={"q": "2"}, headers={"X-A": "b"}),
        stream_of([named("one", b"text"), event([1, 2]), DONE]),
    )
    assert [(item.event, item.data) for item in found.items] == [("one", "text"), ("message", "[1, 2]")]
    assert found.items[1].json() == [1, 2]
    assert found.names == ["one", "message"]
    assert isinstance(found.stream.response.status, int)


def test_a_stream_by_path_has_the_retries_middleware_and_headers_of_calls(api: ModuleType) -> None:
    seen: list[str] = []

    def watch(request: Any, call_next: Any) -> Any:
        seen.append(request.url)
        return (yield from call_next(request))

    client_class, _, _ = acme.make_acme(api)
    scripts = [[http_response({"error": "busy"}, 503)], stream_of([named("a", b"1")])]
    with (
        Loopback(*scripts) as server,
        client_class(base_url=server.url, api_key="k", retries=QUICK, middleware=[watch]) as client,
    ):
        stream: EventStream[Any] = client.request_stream("POST", "/x", json={"a": 1}, query={"q": "2"})
        with stream:
            assert [item.data for item in stream] == ["1"]
    assert len(stream.response.attempts) == 2
    assert len(seen) == 1
    last = server.requests[-1]
    assert (last.method, last.path.rpartition("/")[2], last.json()) == ("POST", "x?q=2", {"a": 1})
    assert last.headers["accept"] == "text/event-stream"
    assert last.headers["authorization"] == "Bearer k"


def test_a_stream_by_path_with_an_error_in_its_first_event_is_retried(read: Read) -> None:
    failing = stream_of([event({"error": {"code": 503, "message": "busy"}})])
    found = read(
        lambda client: client.request_stream("GET", "/x"), failing, stream_of([event({"n": 1})]), retries=QUICK
    )
    assert len(found.items) == 1


class CountingByPath(acme.Counting):
    """The protocol of counts, without a description: JSON is not decoded."""

    def read(self, event: Any, decode: Any) -> tuple[str, int] | None:
        del decode
        self.seen += 1
        return None if event.event == "ping" else (event.event, event.json()["n"])


def test_a_protocol_with_an_accumulator_gives_a_stream_by_path_a_result(read: Read) -> None:
    found = read(lambda client: client.request_stream("GET", "/x", protocol=CountingByPath), stream_of(COUNT))
    assert found.stream.result() == {"total": 6}


@pytest.mark.parametrize("protocol", [3, "acme", dict])
def test_an_object_that_is_no_protocol_is_rejected_before_anything_is_sent(api: ModuleType, protocol: Any) -> None:
    client_class, _, _ = acme.make_acme(api)
    client: Any = client_class(base_url="http://localhost:9", api_key="k")
    with client, pytest.raises(SDKError, match="EventProtocol"):
        client.request_stream("GET", "/x", protocol=protocol)


def test_the_status_of_a_validation_error_has_its_class(read: Read) -> None:
    found = read(talk, [http_response(INVALID, 422)], retries=0)
    assert type(found.error) is UnprocessableEntityResponseError


# ----------------------------------------------------------------------------------------------------------- types


def test_mypy_knows_the_types_of_the_streams(api: ModuleType) -> None:
    program = f"""
from typing import Any, assert_type
from openrouterkit.client import Client
from openrouterkit.event_protocols import EventProtocol
from openrouterkit.results import Chunk, Completion
from openrouterkit.service import Service
from openrouterkit.sse import ServerSentEvent
from openrouterkit.streams import ChatStream, EventStream
from {api.__name__} import models
from {api.__name__}.namespaces.talks import Talks


class Reply(Completion[models.Line], models.Reply):
    pass


class ReplyChunk(Chunk[models.Delta], models.ReplyChunk):
    pass


class Numbers(EventProtocol[int]):
    def read(self, event: ServerSentEvent, decode: Any) -> int:
        return int(event.data)


client = Client(Service("Acme", base_url="https://acme.example"))
assert_type(client.request_stream("GET", "/x"), EventStream[ServerSentEvent])
assert_type(client.request_stream("GET", "/x", protocol=Numbers), EventStream[int])
assert_type(client.request_stream("GET", "/x", protocol=Numbers()), EventStream[int])
talks: Talks[Reply, ChatStream[ReplyChunk, Reply, models.Usage]] = Talks(client)
assert_type(talks.talk(lines=[]), Reply)
stream = talks.stream_talk(lines=[])
assert_type(stream.result(), Reply)
assert_type(stream.usage, models.Usage | None)
assert_type(stream.read_all().assistant_message, models.Line | None)
for chunk in stream:
    assert_type(chunk.delta_message, models.Delta | None)
"""
    folder = Path(str(api.__file__)).parent.parent
    (folder / "program.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "program.py"]
    process = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stdout) == (0, "Success: no issues found in 1 source file\n")
