"""A middleware that reads a stream takes nothing away from the caller without an error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from attrs import evolve
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, event, piece

from openrouterkit import AsyncOpenRouter, BadGatewayResponseError, ConfigurationError, OpenRouter, RequestOptions, user
from openrouterkit._call.middleware_streams import run_watched
from openrouterkit.flow import Flow, Gather, Read, Request, Response, Sleep, do, drive
from openrouterkit.middleware import Handler

MESSAGES = [user("hi")]
EVENTS = [event(chunk("Hel")), event(chunk("lo")), event(chunk("!", "stop", usage={"cost": 0.25})), DONE]
BODY = b"".join(EVENTS)
SLOWLY = [STREAM_HEAD, piece(b": PROCESSING\n\n"), *(step for each in EVENTS for step in (0.01, piece(each))), END]
AT_ONCE = [STREAM_HEAD, piece(BODY), END]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def read(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Read a stream through middleware; return the texts of its chunks and its completion."""

    def run(server: Loopback, *middleware: Any, **options: Any) -> Any:
        settings: Any = {"base_url": server.url, "middleware": middleware, "timeout": 10, "retries": 0}

        async def call() -> Any:
            async with AsyncOpenRouter(**settings) as client:
                stream = client.chat.stream(messages=MESSAGES, **options)
                return [item.text async for item in stream], stream.result()

        if request.param != "sync":
            return anyio.run(call, backend=request.param)
        with OpenRouter(**settings) as client:
            stream = client.chat.stream(messages=MESSAGES, **options)
            return [item.text for item in stream], stream.result()

    return run


def read_body(response: Response, reads: int | None = None) -> Flow[bytes]:
    """Return what that many reads return, all by default."""
    assert response.stream is not None
    body = b""
    while reads is None or reads > 0:
        data = yield from do(Read(response, response.stream.deadlines))
        if not data:
            break
        body += data
        reads = None if reads is None else reads - 1
    return body


def return_content(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    body = yield from read_body(response)
    return Response(request, 200, {"x-copy": "yes"}, content=body)


def return_same(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    body = yield from read_body(response)
    assert body.endswith(BODY)
    return response


def return_same_after_a_read(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    assert EVENTS[0] in (yield from read_body(response, 1))
    return response


def return_same_after_three_reads(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    yield from read_body(response, 3)
    return response


def return_other_headers(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    yield from read_body(response)
    return evolve(response, headers={"x-copy": "yes"})


def return_the_open_body(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    return Response(request, 200, response.headers, body=response.body)


def set_content(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    response.content = yield from read_body(response)
    return response


def evolve_content(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    body = yield from read_body(response)
    return evolve(response, content=body)


def parse_and_return_same(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    stream = response.stream
    assert stream is not None
    while not stream.parser.done:
        data = yield from do(Read(response, stream.deadlines))
        if data:
            stream.parser.feed(data, time.monotonic())
        else:
            stream.parser.end(time.monotonic())
    return response


def drain_and_return_content(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    stream = response.stream
    assert stream is not None
    items: list[Any] = []
    while True:
        while stream.parser.ready:
            items.append(stream.parser.ready.popleft())
        if stream.parser.done:
            break
        data = yield from do(Read(response, stream.deadlines))
        if data:
            stream.parser.feed(data, time.monotonic())
        else:
            stream.parser.end(time.monotonic())
    return Response(request, 200, {}, content=b"".join(event(item.to_dict()) for item in items) + DONE)


def put_items_back(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    assert response.stream is not None
    ready = response.stream.parser.ready
    items = list(ready)
    ready.clear()
    ready.extendleft(reversed(items))
    return response


READING = [
    *(return_content, return_same, return_same_after_a_read, return_same_after_three_reads, return_other_headers),
    *(return_the_open_body, set_content, evolve_content, parse_and_return_same, drain_and_return_content),
    put_items_back,
]


@pytest.mark.parametrize("script", [SLOWLY, AT_ONCE], ids=["one read per event", "one read"])
@pytest.mark.parametrize("middleware", READING, ids=lambda each: each.__name__)
def test_a_middleware_that_reads_a_stream_loses_nothing(read: Any, middleware: Any, script: Any) -> None:
    with Loopback(script) as server:
        texts, result = read(server, middleware)
    assert (texts, result.text, result.cost, result.finish_reason) == (["Hel", "lo", "!"], "Hello!", 0.25, "stop")


@pytest.mark.parametrize("inner", READING, ids=lambda each: each.__name__)
@pytest.mark.parametrize("outer", [return_content, return_same, parse_and_return_same], ids=lambda each: each.__name__)
def test_two_middlewares_that_read_a_stream_lose_nothing(read: Any, outer: Any, inner: Any) -> None:
    with Loopback(AT_ONCE) as server:
        texts, result = read(server, outer, inner)
    assert (texts, result.text) == (["Hel", "lo", "!"], "Hello!")


def test_a_middleware_can_change_the_events_it_has_read(read: Any) -> None:
    def change(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        body = yield from read_body(response)
        return evolve(response, content=body.replace(b"Hel", b"Shal"))

    with Loopback(SLOWLY) as server:
        texts, result = read(server, change)
    assert (texts, result.text) == (["Shal", "lo", "!"], "Shallo!")


def test_a_stream_that_fails_after_the_middleware_has_read_it_fails_for_the_caller(read: Any) -> None:
    script = [STREAM_HEAD, piece(EVENTS[0]), 0.01, piece(event({"error": {"code": 502, "message": "bad"}})), END]
    with Loopback(script) as server, pytest.raises(BadGatewayResponseError, match="bad") as caught:
        read(server, return_same_after_three_reads)
    assert caught.value.partial.text == "Hel"


def take_an_item(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    assert response.stream is not None
    response.stream.parser.ready.popleft()
    return response


def parse_a_part(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    assert response.stream is not None
    yield from read_body(response, 2)
    data = yield from do(Read(response, response.stream.deadlines))
    response.stream.parser.feed(data, time.monotonic())
    return response


@pytest.mark.parametrize(
    ("middleware", "events", "message"),
    [
        (
            take_an_item,
            1,
            "the middleware take_an_item took items out of the stream.*put them back, or return Response",
        ),
        (parse_a_part, 3, "the middleware parse_a_part passed only a part of the stream.*return Response"),
    ],
)
def test_a_middleware_that_takes_something_away_raises_and_the_connection_is_closed(
    read: Any, middleware: Any, events: int, message: str
) -> None:
    with Loopback([*SLOWLY[: 2 + 2 * events], "hang"]) as server:
        with pytest.raises(ConfigurationError, match=message):
            read(server, middleware)
        end = time.monotonic() + 5
        while not server.closed_at and time.monotonic() < end:
            time.sleep(0.01)
        assert server.closed_at


LARGE = [STREAM_HEAD, piece(b": " + b"x" * 65_000 + b"\n\n") * 20, *map(piece, EVENTS), END]


def test_a_stream_that_began_with_too_many_comments_cannot_be_read_in_a_middleware(read: Any) -> None:
    with Loopback(LARGE) as server, pytest.raises(ConfigurationError, match="more than 1 MB was received before its"):
        read(server, return_content)


def test_a_stream_that_began_with_many_comments_can_be_returned_unread(read: Any) -> None:
    with Loopback(LARGE) as server:
        assert read(server, put_items_back)[0] == ["Hel", "lo", "!"]


def test_a_middleware_reads_keep_alives_only_once(read: Any) -> None:
    comments: list[str] = []
    options = RequestOptions(on_keepalive=comments.append)
    with Loopback(SLOWLY) as server:
        read(server, parse_and_return_same, options=options)
    assert comments == ["PROCESSING"]


def test_an_exception_of_a_middleware_that_has_read_a_stream_is_raised(read: Any) -> None:
    def fail(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        yield from read_body(response, 1)
        raise KeyError("middleware")

    with Loopback(SLOWLY) as server, pytest.raises(KeyError, match="middleware"):
        read(server, fail)


def test_closing_an_unfinished_call_closes_its_middleware() -> None:
    closed: list[bool] = []

    def flow() -> Flow[Response]:
        try:
            yield Sleep(1)
        finally:
            closed.append(True)
        raise AssertionError

    running = run_watched(flow(), [], "the middleware flow")
    next(running)
    running.close()
    assert closed == [True]


def test_closing_an_unfinished_call_drops_all_its_streams_although_observers_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: reported.append(found.exc_type))
    ends: list[str] = []

    def observe(end: Any) -> None:
        ends.append(end.kind)
        raise KeyError("observer")

    def pause(request: Request, call_next: Handler) -> Flow[Response]:
        first, second = yield from do(Gather([call_next(request), call_next(request)]))
        first.observed(on_end=observe)
        second.observed(on_end=observe)
        yield from do(Sleep(60))
        return first

    def close_at_pause(flow: Flow[Any]) -> Flow[None]:
        effect = next(flow)
        while not isinstance(effect, Sleep):
            effect = flow.send((yield effect))
        flow.close()

    hanging = [STREAM_HEAD, piece(EVENTS[0]), "hang"]
    with Loopback(hanging, hanging) as server, OpenRouter(base_url=server.url, middleware=[pause]) as client:
        stream = client.chat.stream(messages=MESSAGES)
        drive(close_at_pause(stream._open()), client._transport)
    assert (ends, reported) == (["dropped", "dropped"], [KeyError, KeyError])
