"""Streams: their state from bytes alone, and their faces on sockets."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import anyio.to_thread
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, answer, chunk, completion, event, piece
from parsers import chat_parser

from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._streaming.chat_stream import ChatStream
from openrouterkit._streaming.parser import AccumulatingParser, StreamParser
from openrouterkit.client import AsyncOpenRouter, OpenRouter
from openrouterkit.errors import (
    APIError,
    BadGatewayResponseError,
    ConfigurationError,
    ConnectionFailedError,
    DecodeError,
    IncompleteStreamError,
    InternalServerResponseError,
    OpenRouterError,
    ServiceUnavailableResponseError,
    StreamError,
    TooManyRequestsResponseError,
)
from openrouterkit.headers import Headers
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions

MESSAGES: Any = [{"role": "user", "content": "hi"}]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.25}


def chat_state(**settings: Any) -> AccumulatingParser:
    return chat_parser(**settings)


def played(*reads: bytes, ended: bool = True, **settings: Any) -> AccumulatingParser:
    """The state after these network reads, one a second, and the end of the connection."""
    state = chat_state(**settings)
    for second, data in enumerate(reads, 1):
        state.feed(data, float(second))
    if ended:
        state.end(float(len(reads) + 1))
    return state


HELLO = [event(chunk("Hel")), event(chunk("lo")), event(chunk("", "stop", usage=USAGE)), DONE]


def test_exactly_one_chunk_is_the_last() -> None:
    state = played(*HELLO)
    assert [(item.text, item.is_last) for item in state.ready] == [("Hel", False), ("lo", False), ("", True)]
    assert state.partial().text == "Hello"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 10_000])
def test_how_the_bytes_are_cut_makes_no_difference(size: int) -> None:
    text = b"".join(HELLO)
    state = played(*[text[start : start + size] for start in range(0, len(text), size)])
    assert [(item.text, item.is_last) for item in state.ready] == [("Hel", False), ("lo", False), ("", True)]
    assert state.partial().usage.to_dict() == USAGE


def test_a_chunk_with_a_finish_reason_is_held_and_no_other() -> None:
    state = chat_state()
    taken: list[list[str]] = []
    for read in (event(chunk("a")), event(chunk("b", "stop")), event({**chunk(), "choices": [], "usage": USAGE}), DONE):
        state.feed(read, 1.0)
        taken.append([item.text for item in state.ready])
        state.ready.clear()
    assert taken == [["a"], [], ["b"], [""]]


def test_a_finish_reason_that_comes_twice_still_makes_one_last_chunk() -> None:
    state = played(event(chunk("a", "tool_calls")), event(chunk("", "stop")), DONE)
    assert [item.is_last for item in state.ready] == [False, True]


def test_chunks_know_how_long_they_took() -> None:
    state = played(event(chunk("a")) + event(chunk("b")), event(chunk("c", "stop")), sent_at=0.5, started_at=0.25)
    assert [(item.latency, item.total_latency) for item in state.ready] == [(0.5, 0.75), (0.0, 0.75), (1.0, 1.75)]
    assert state.latency == 2.5


def test_comments_are_offered_and_are_not_events() -> None:
    heard: list[str] = []
    state = chat_state(on_keepalive=heard.append)
    assert state.feed(b": OPENROUTER PROCESSING\n\n", 1.0) is False
    assert state.feed(event(chunk("a")), 2.0) is True
    assert heard == ["OPENROUTER PROCESSING"]


@pytest.mark.parametrize(
    "reads",
    [
        [event(chunk("a", "stop"))],
        [event(chunk("a")), DONE],
        [event(chunk("a")), b"data: [DONE]"],
        [event(chunk("a")), b"data: [DONE] \n\n", DONE],
        [DONE],
        [event(chunk("a", "stop")), b'data: {"cut'],
    ],
    ids=["finish reason", "sentinel", "sentinel cut short", "sentinel twice", "sentinel alone", "cut after the finish"],
)
def test_a_stream_is_complete_by_its_finish_reasons_or_by_its_sentinel(reads: list[bytes]) -> None:
    state = played(*reads)
    assert (state.done, state.failure) == (True, None)


@pytest.mark.parametrize(
    "reads",
    [
        [],
        [b": PROCESSING\n\n"],
        [event(chunk("Hel"))],
        [event(chunk("Hel")), b'data: {"cut'],
        [event(chunk("Hel")), b"<html>\n"],
    ],
)
def test_a_stream_that_ends_before_it_is_complete_fails_with_what_came(reads: list[bytes]) -> None:
    failure = played(*reads).failure
    assert type(failure) is IncompleteStreamError
    assert failure.partial.text == ("Hel" if len(reads) and b"Hel" in reads[0] else "")


def test_one_unfinished_choice_of_two_leaves_a_stream_incomplete() -> None:
    second = {**chunk(), "choices": [{"index": 1, "delta": {"content": "X"}, "finish_reason": None}]}
    assert isinstance(played(event(second), event(chunk("A", "stop"))).failure, IncompleteStreamError)


def test_an_incomplete_stream_may_just_end_on_request() -> None:
    state = played(event(chunk("Hel")), keeps_incomplete=True)
    assert (state.done, state.incomplete, state.failure) == (True, True, None)
    assert state.partial().text == "Hel"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"error": {"code": 502, "message": "bad"}}, BadGatewayResponseError),
        ({**chunk(), "choices": [], "error": {"code": 502, "message": "bad"}}, BadGatewayResponseError),
        ({**chunk("", "error"), "error": {"code": "server_error", "message": "bad"}}, InternalServerResponseError),
        (
            {**chunk(), "choices": [{"finish_reason": "error", "error": {"code": 503, "message": "x"}}]},
            ServiceUnavailableResponseError,
        ),
        ({"error": {"code": "429", "message": "slow"}}, TooManyRequestsResponseError),
        ({"error": "nobody knows"}, APIError),
        ({"object": "error", "message": "slow", "type": "rate_limited", "code": "1300"}, TooManyRequestsResponseError),
        ({"object": "error", "message": {"detail": [{"msg": "x"}]}, "type": "t", "code": None}, APIError),
        ({"detail": "Internal"}, APIError),
        ({"detail": [{"loc": ["body"], "msg": "x"}]}, APIError),
        ({"message": "Service unavailable", "request_id": "r"}, APIError),
    ],
    ids=[
        *("bare", "empty choices", "code in words", "in a choice", "code as text", "no code"),
        *("an object error", "with details", "a detail", "details", "a message"),
    ],
)
def test_an_error_in_a_stream_is_the_error_its_code_means_with_what_came(data: Any, kind: type[APIError]) -> None:
    state = played(event(chunk("Hel")), event(data), DONE)
    assert [item.text for item in state.ready] == ["Hel"]
    assert type(state.failure) is kind
    assert state.failure.partial.text == "Hel"
    assert state.failure.generation_id == "gen-1"


def test_an_event_called_error_is_an_error_whatever_its_data() -> None:
    body = (
        b'event: error\ndata: {"object":"error","message":"Internal","type":"internal_server_error","code":"1000"}\n\n'
    )
    assert isinstance(played(body).failure, InternalServerResponseError)
    assert str(played(b"event: error\ndata: out of order\n\n").failure) == "out of order (200)"


def test_an_object_that_is_an_error_fails_a_stream_of_any_kind() -> None:
    state: StreamParser[Any] = StreamParser(dict, ErrorFactory(200, Headers()))
    state.feed(event({"object": "error", "message": "m", "type": "rate_limited", "code": "1300"}) + DONE, 1.0)
    assert isinstance(state.failure, TooManyRequestsResponseError)


def test_an_error_after_the_finish_reason_comes_after_its_chunk() -> None:
    state = played(event(chunk("a", "length")), event({"error": {"code": 400, "message": "Token limit reached"}}))
    assert [(item.text, item.is_last) for item in state.ready] == [("a", False)]
    assert isinstance(state.failure, APIError)


@pytest.mark.parametrize("nothing", [None, {}, [], ""])
def test_an_error_member_that_says_nothing_is_none(nothing: Any) -> None:
    assert played(event(chunk("a", "stop", error=nothing))).failure is None


def test_an_event_that_is_not_json_breaks_the_stream_and_is_shown() -> None:
    failure = played(event(chunk("Hel")), b"data: <html>\n\n").failure
    assert type(failure) is StreamError
    assert failure.body == "<html>"
    assert failure.partial.text == "Hel"


@pytest.mark.parametrize(
    "odd", [b'"x"', b"null", b"[]", b"7", b"{}", b'{"choices": null}', b'{"choices": [null, 1]}', b""]
)
def test_json_that_says_nothing_is_no_reason_to_fail(odd: bytes) -> None:
    state = played(event(chunk("a")), event(odd), event(chunk("b", "stop")))
    assert state.failure is None
    assert state.partial().text == "ab"


def test_bytes_that_are_not_utf_8_and_half_surrogates_are_no_reason_to_fail() -> None:
    bad = b'data: {"choices":[{"index":0,"delta":{"content":"a\xffb\\ud83d"},"finish_reason":"stop"}]}\n\n'
    assert played(bad).partial().text == "a\ufffdb\ud83d"


def test_items_of_other_streams_are_what_their_reader_makes_of_them() -> None:
    state: StreamParser[int] = StreamParser(
        lambda value: value["n"], ErrorFactory(200, {}), sentinel=None, ends_when_closed=True
    )
    state.feed(event({"n": 1}) + event({"n": 2}), 1.0)
    state.end(2.0)
    assert (list(state.ready), state.done, state.failure) == ([1, 2], True, None)
    state = StreamParser(lambda value: value["n"], ErrorFactory(200, {}))
    state.feed(event({"type": "response.failed", "response": {"error": {"code": "server_error", "message": "x"}}}), 1.0)
    assert isinstance(state.failure, InternalServerResponseError)


# ---------------------------------------------------------------------------------------------- on sockets


@pytest.fixture(params=["sync", "asyncio", "trio"])
def collected(request: pytest.FixtureRequest) -> Callable[..., tuple[list[str], Any]]:
    """The texts of a stream's chunks, and its result or its error."""

    def run(server: Loopback, **options: Any) -> tuple[list[str], Any]:
        texts: list[str] = []
        settings: Any = {"base_url": server.url, "retries": QUICK, "timeout": 5}

        async def call() -> Any:
            async with (
                AsyncOpenRouter(**settings) as client,
                client.chat.stream(messages=MESSAGES, **options) as stream,
            ):
                async for item in stream:  # one by one, as some come before a failure
                    texts.append(item.text)  # noqa: PERF401
            return stream.result()

        try:
            if request.param != "sync":
                return texts, anyio.run(call, backend=request.param)
            with OpenRouter(**settings) as client, client.chat.stream(messages=MESSAGES, **options) as stream:
                for item in stream:
                    texts.append(item.text)  # noqa: PERF401
            return texts, stream.result()
        except OpenRouterError as error:
            return texts, error

    return run


def test_a_stream_gives_its_chunks_and_then_the_response(collected: Any) -> None:
    with Loopback([STREAM_HEAD, *map(piece, HELLO), END]) as server:
        texts, result = collected(server)
    assert texts == ["Hel", "lo", ""]
    assert (result.text, result.usage.cost, result.response.status) == ("Hello", 0.25, 200)
    assert result.response.generation_id == "gen-1"
    assert server.requests[0].json()["stream"] is True
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_an_error_as_the_first_event_is_tried_again_like_a_status(collected: Any) -> None:
    busy = [STREAM_HEAD, piece(b": PROCESSING\n\n"), piece(event({"error": {"code": 429, "message": "slow"}})), END]
    with Loopback(busy, [STREAM_HEAD, *map(piece, HELLO), END]) as server:
        texts, result = collected(server)
    assert texts == ["Hel", "lo", ""]
    assert [attempt.status for attempt in result.response.attempts] == [429, 200]


def test_nothing_is_tried_again_after_the_first_event(collected: Any) -> None:
    with Loopback(
        [STREAM_HEAD, piece(HELLO[0]), 0.02, piece(event({"error": {"code": 502, "message": "x"}})), END]
    ) as server:
        texts, error = collected(server)
    assert texts == ["Hel"]
    assert isinstance(error, BadGatewayResponseError)
    assert (error.partial.text, len(server.requests), len(error.attempts)) == ("Hel", 1, 1)


@pytest.mark.parametrize("ending", ["reset", b"ZZZ\r\n", b""], ids=["reset", "bad framing", "closed"])
def test_a_stream_that_breaks_off_is_incomplete_and_keeps_what_came(collected: Any, ending: Any) -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), 0.05, ending]) as server:
        texts, error = collected(server)
    assert texts == ["Hel"]
    assert type(error) is IncompleteStreamError
    assert (error.partial.text, error.generation_id, error.status_code) == ("Hel", "gen-1", 200)
    assert len(server.requests) == 1


def test_a_stream_that_breaks_before_its_first_event_is_a_failed_connection_and_tried_again(collected: Any) -> None:
    with Loopback(
        [STREAM_HEAD, piece(b": PROCESSING\n\n"), 0.02, "reset"], [STREAM_HEAD, *map(piece, HELLO), END]
    ) as server:
        assert collected(server)[0] == ["Hel", "lo", ""]
    with Loopback([STREAM_HEAD, b"ZZZ\r\n"]) as server:
        assert type(collected(server)[1]) is ConnectionFailedError


def test_a_broken_stream_gives_its_beginning_on_request(collected: Any) -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), 0.05, "reset"]) as server:
        texts, result = collected(server, options=RequestOptions(on_incomplete="return"))
    assert (texts, result.text) == (["Hel"], "Hel")


@pytest.mark.parametrize(
    ("script", "kind", "said"),
    [
        ([answer("<html>sign in</html>", content_type="text/html")], DecodeError, "content type text/html"),
        ([answer(completion())], DecodeError, "content type application/json"),
        ([answer({"error": {"code": 400, "message": "no such model"}})], APIError, "no such model"),
        ([answer({"error": {"code": 402, "message": "broke"}}, 402)], APIError, "broke"),
    ],
)
def test_what_is_no_stream_is_said_to_be_none(collected: Any, script: Any, kind: Any, said: str) -> None:
    with Loopback(script) as server:
        _, error = collected(server)
    assert isinstance(error, kind)
    assert said in str(error)


def test_the_connection_of_a_stream_read_to_its_end_is_used_again() -> None:
    with (
        Loopback([STREAM_HEAD, *map(piece, HELLO), 0.02, END, "again"]) as server,
        OpenRouter(base_url=server.url) as client,
    ):
        for _ in range(3):
            with client.chat.stream(messages=MESSAGES) as stream:
                assert stream.read_all().text == "Hello"
    assert server.connections == 1


def test_a_service_that_does_not_hang_up_after_the_end_holds_nobody(collected: Any) -> None:
    began = time.monotonic()
    with Loopback([STREAM_HEAD, *map(piece, HELLO), "hang"]) as server:
        assert collected(server)[1].text == "Hello"
        assert time.monotonic() - began < 1.0


def test_result_reads_nothing_and_tells_what_is_missing() -> None:
    with Loopback([STREAM_HEAD, *map(piece, HELLO), END]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        with pytest.raises(IncompleteStreamError, match="not open yet"):
            stream.result()
        with pytest.raises(ConfigurationError, match="not open yet"):
            _ = stream.response
        next(stream)
        with pytest.raises(IncompleteStreamError, match="read_all") as caught:
            stream.result()
        assert caught.value.partial.text.startswith("Hel")
        assert stream.read_all().text == "Hello"
        assert list(stream) == []
        assert stream.usage is not None
        assert stream.usage.cost == 0.25


def test_leaving_the_block_closes_the_connection_at_once() -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        with client.chat.stream(messages=MESSAGES) as stream:
            assert next(stream).text == "Hel"
        left = time.monotonic()
        stream.close()
        assert list(stream) == []
        _wait_for(lambda: server.closed_at)
        assert server.closed_at[0] - left < 0.1
        with pytest.raises(IncompleteStreamError, match="was closed"):
            stream.result()


def test_a_stream_that_is_dropped_closes_its_connection() -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        gc.disable()
        try:
            for _ in client.chat.stream(messages=MESSAGES):
                break
            _wait_for(lambda: server.closed_at)
        finally:
            gc.enable()
        assert server.closed_at


def test_close_from_another_thread_ends_a_waiting_stream_at_once() -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        texts: list[str] = []
        ended: list[float] = []

        def read() -> None:
            texts.extend(item.text for item in stream)
            ended.append(time.monotonic())

        reader = threading.Thread(target=read)
        reader.start()
        _wait_for(lambda: texts or stream._response)
        time.sleep(0.1)
        closed = time.monotonic()
        stream.close()
        reader.join(2)
        assert ended
        assert ended[0] - closed < 0.1
        _wait_for(lambda: server.closed_at)
        assert texts == ["Hel"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_from_another_task_ends_a_waiting_stream_at_once(backend: str) -> None:
    async def call(url: str) -> tuple[list[str], float]:
        async with AsyncOpenRouter(base_url=url) as client, anyio.create_task_group() as group:
            stream = client.chat.stream(messages=MESSAGES)
            texts: list[str] = []

            async def read() -> None:
                texts.extend([item.text async for item in stream])

            group.start_soon(read)
            await anyio.sleep(0.15)
            closed = time.monotonic()
            await stream.aclose()
        return texts, time.monotonic() - closed

    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server:
        texts, took = anyio.run(call, server.url, backend=backend)
        assert texts == ["Hel"]
        assert took < 0.2


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelling_a_task_closes_its_stream_at_once(backend: str) -> None:
    async def call(url: str) -> float:
        async with AsyncOpenRouter(base_url=url) as client:
            with anyio.CancelScope() as scope:
                async with client.chat.stream(messages=MESSAGES) as stream:
                    async for _ in stream:
                        scope.deadline = anyio.current_time() + 0.1
            return time.monotonic()

    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server:
        cancelled = anyio.run(call, server.url, backend=backend)
        _wait_for(lambda: server.closed_at)
        assert abs(server.closed_at[0] - cancelled) < 0.1


WAITING = [STREAM_HEAD, piece(b": PROCESSING\n\n"), "hang"]
OPENINGS = pytest.mark.parametrize(
    "script",
    [["hang"], WAITING, [answer("", 503, retry_after="30"), "hang"], [answer("", 500), "hang"]],
    ids=["before the head", "before the first event", "before another attempt", "before another attempt unasked"],
)
PATIENT = RetryOptions(initial_interval=30, max_interval=30)


@OPENINGS
def test_close_from_another_thread_ends_an_opening_stream_at_once(script: Any) -> None:
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=PATIENT) as client:
        stream = client.chat.stream(messages=MESSAGES)
        ended: list[tuple[list[str], float]] = []
        reader = threading.Thread(target=lambda: ended.append(([item.text for item in stream], time.monotonic())))
        reader.start()
        time.sleep(0.2)
        closed = time.monotonic()
        stream.close()
        reader.join(2)
        assert ended[0][0] == []
        assert ended[0][1] - closed < 0.1
        with pytest.raises(IncompleteStreamError, match="closed"):
            stream.result()
        assert len(server.requests) == 1


@OPENINGS
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_from_another_task_ends_an_opening_stream_at_once(script: Any, backend: str) -> None:
    async def call(url: str) -> tuple[list[str], float]:
        async with AsyncOpenRouter(base_url=url, retries=PATIENT) as client, anyio.create_task_group() as group:
            stream = client.chat.stream(messages=MESSAGES)
            texts: list[str] = []

            async def read() -> None:
                texts.extend([item.text async for item in stream])

            group.start_soon(read)
            await anyio.sleep(0.2)
            closed = time.monotonic()
            await stream.aclose()
        with pytest.raises(IncompleteStreamError, match="closed"):
            stream.result()
        return texts, time.monotonic() - closed

    with Loopback(script) as server:
        texts, took = anyio.run(call, server.url, backend=backend)
        assert (texts, len(server.requests)) == ([], 1)
        assert took < 0.1


@pytest.mark.parametrize("script", [["hang"], WAITING], ids=["before the head", "before the first event"])
def test_a_stream_closed_while_it_opens_leaves_no_connection_open(script: Any) -> None:
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        reader = threading.Thread(target=list, args=(stream,))
        reader.start()
        _wait_for(lambda: server.requests)
        time.sleep(0.1)
        stream.close()
        reader.join(2)
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_on_a_connection_used_before_a_closed_stream_ends_at_once_too() -> None:
    with Loopback([answer(completion()), "request", "hang"]) as server, OpenRouter(base_url=server.url) as client:
        client.chat.send(messages=MESSAGES)
        stream = client.chat.stream(messages=MESSAGES)
        texts: list[str] = []
        reader = threading.Thread(target=lambda: texts.extend(item.text for item in stream))
        reader.start()
        _wait_for(lambda: len(server.requests) == 2)
        stream.close()
        reader.join(0.2)
        assert not reader.is_alive()
        _wait_for(lambda: server.closed_at)
        assert (texts, server.connections, len(server.closed_at)) == ([], 1, 1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_in_async_code_a_connection_used_before_is_closed_at_once_too(backend: str) -> None:
    async def call(url: str) -> float:
        async with AsyncOpenRouter(base_url=url) as client:
            await client.chat.send(messages=MESSAGES)
            async with anyio.create_task_group() as group:
                stream = client.chat.stream(messages=MESSAGES)
                group.start_soon(_drained, stream)
                await anyio.sleep(0.2)
                closed = time.monotonic()
                await stream.aclose()
        return time.monotonic() - closed

    with Loopback([answer(completion()), "request", "hang"]) as server:
        assert anyio.run(call, server.url, backend=backend) < 0.1
        assert server.connections == 1


async def _drained(stream: Any) -> None:
    async for _ in stream:
        pass


def test_who_enters_a_stream_that_is_closed_meanwhile_is_told() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        told: list[BaseException] = []

        def enter() -> None:
            try:
                stream.__enter__()
            except OpenRouterError as error:
                told.append(error)

        reader = threading.Thread(target=enter)
        reader.start()
        _wait_for(lambda: server.requests)
        stream.close()
        reader.join(2)
    assert type(told[0]) is IncompleteStreamError
    assert "closed before it was open" in str(told[0])


def test_a_keep_alive_may_close_the_stream_that_it_keeps_alive() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        options = RequestOptions(on_keepalive=lambda _: stream.close())
        stream = client.chat.stream(messages=MESSAGES, options=options)
        assert list(stream) == []
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_a_stream_that_was_closed_unopened_says_so_and_sends_nothing() -> None:
    with Loopback(HELLO) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        stream.close()
        assert list(stream) == []
        with pytest.raises(IncompleteStreamError, match="closed before it was open"):
            stream.result()
        with pytest.raises(ConfigurationError, match="cannot be entered again"), stream:
            pass
    assert server.requests == []


def test_a_stream_that_was_left_cannot_be_entered_again() -> None:
    script = [STREAM_HEAD, *map(piece, HELLO), END]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        with client.chat.stream(messages=MESSAGES) as stream:
            stream.read_all()
        with pytest.raises(ConfigurationError, match="cannot be entered again"), stream:
            pass
        assert (stream.result().text, list(stream)) == ("Hello", [])

    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url) as client:
            async with client.chat.stream(messages=MESSAGES) as stream:
                pass
            with pytest.raises(ConfigurationError, match="cannot be entered again"):
                async with stream:
                    pass

    with Loopback(script) as server:
        anyio.run(call, server.url)


def test_a_failed_opening_stays_failed() -> None:
    with Loopback([answer({"error": {"message": "no"}}, 400)]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        for _ in range(2):
            with pytest.raises(APIError, match="no"):
                next(stream)
        with pytest.raises(IncompleteStreamError, match=r"could not be opened: no \(400") as caught:
            stream.result()
        assert isinstance(caught.value.__cause__, APIError)
    assert len(server.requests) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_opening_that_was_cancelled_does_not_look_like_an_empty_stream(backend: str) -> None:
    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url) as client:
            stream = client.chat.stream(messages=MESSAGES)
            with anyio.move_on_after(0.1) as scope:
                await anext(stream)
            assert scope.cancelled_caught
            with pytest.raises(IncompleteStreamError, match="interrupted by Cancelled"):
                await anext(stream)
            with pytest.raises(IncompleteStreamError, match="interrupted by Cancelled"):
                stream.result()

    with Loopback(WAITING) as server:
        anyio.run(call, server.url, backend=backend)


def test_two_threads_that_open_one_stream_are_told() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        reader = threading.Thread(target=list, args=(stream,))
        reader.start()
        _wait_for(lambda: server.requests)
        with pytest.raises(ConfigurationError, match="two threads"):
            next(stream)
        with pytest.raises(IncompleteStreamError, match="is being opened"):
            stream.result()
        stream.close()
        reader.join(2)


def test_a_second_thread_that_reads_a_stream_is_told_and_the_first_reads_on() -> None:
    told = threading.Event()
    script = [STREAM_HEAD, piece(HELLO[0]), lambda _: told.wait(5), *map(piece, HELLO[1:]), END]
    texts: list[str] = []
    with (
        Loopback(script) as server,
        OpenRouter(base_url=server.url) as client,
        client.chat.stream(messages=MESSAGES) as stream,
    ):
        assert next(stream).text == "Hel"
        reader = threading.Thread(target=lambda: texts.extend(chunk.text for chunk in stream))
        reader.start()
        _wait_for(stream._reading.locked)
        with pytest.raises(ConfigurationError, match="in one of them"):
            next(stream)
        told.set()
        reader.join(2)
    assert texts == ["lo", ""]


def test_a_deep_unknown_member_hides_neither_the_response_nor_the_error_after_it() -> None:
    deep = b'{"id":"a","choices":[{"index":0,"delta":{"content":"x","zz":' + b"[" * 500 + b"]" * 500 + b"}}]}"
    failed = played(event(deep), event({"error": {"code": 429, "message": "slow"}}))
    assert isinstance(failed.failure, TooManyRequestsResponseError)
    assert failed.failure.partial.text == "x"
    ended = played(event(deep), event(chunk("y", "stop")))
    assert ended.partial().text == "xy"


def test_a_stream_that_ends_with_the_sentinel_alone_has_no_last_chunk() -> None:
    state = played(event(chunk("a")), event(chunk("b")), DONE)
    assert [(item.text, item.is_last) for item in state.ready] == [("a", False), ("b", False)]
    assert state.failure is None


def test_an_operation_without_events_is_not_streamed() -> None:
    from openrouterkit_api import operations

    operation: Any = operations.models.count()
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ConfigurationError, match=r"models\.count has no event stream"):
            client.stream(operation)
        with pytest.raises(ConfigurationError, match="has no event stream"):
            AsyncOpenRouter().stream(operation)


def test_a_stream_that_is_asked_for_by_send_is_open_already() -> None:
    with (
        Loopback([answer({"error": {"message": "no"}}, 400)]) as server,
        OpenRouter(base_url=server.url) as client,
        pytest.raises(APIError),
    ):
        client.chat.send(messages=MESSAGES, stream=True)
    with Loopback([STREAM_HEAD, *map(piece, HELLO), END]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.send(messages=MESSAGES, stream=True)
        assert isinstance(stream, ChatStream)
        assert stream.response.status == 200
        assert stream.read_all().text == "Hello"


def _wait_for(happened: Callable[[], Any]) -> None:
    for _ in _tenths():
        if happened():
            return


def _tenths() -> Iterator[int]:
    for tick in range(200):
        yield tick
        time.sleep(0.01)


def test_an_exception_in_on_keepalive_ends_the_stream_and_leaves_no_hole_in_it() -> None:
    def refuse(text: str) -> None:
        raise KeyError(text)

    together = piece(b": busy\n\n" + event(chunk("lost"))) + piece(event(chunk("c", "stop")))
    script = [STREAM_HEAD, piece(HELLO[0]), 0.1, together, "hang"]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(on_keepalive=refuse))
        assert next(stream).text == "Hel"
        with pytest.raises(KeyError, match="busy"):
            next(stream)
        assert list(stream) == []
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            stream.result()
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_an_async_on_keepalive_is_refused_as_nobody_would_await_it() -> None:
    async def say(text: str) -> None:
        del text

    with pytest.raises(ConfigurationError, match=r"on_keepalive must not be async"):
        RequestOptions(on_keepalive=say)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_second_task_that_reads_a_stream_is_told_and_the_first_reads_on(backend: str) -> None:
    told: list[BaseException] = []

    async def call(url: str) -> str:
        async with AsyncOpenRouter(base_url=url) as client, client.chat.stream(messages=MESSAGES) as stream:
            await anext(stream)

            async def intrude() -> None:
                try:
                    await anext(stream)
                except OpenRouterError as error:
                    told.append(error)

            async with anyio.create_task_group() as group:
                group.start_soon(_drained, stream)
                await anyio.sleep(0.05)
                group.start_soon(intrude)
            return stream.result().text

    script = [STREAM_HEAD, piece(HELLO[0]), 0.2, piece(HELLO[1]), piece(HELLO[2]), END]
    with Loopback(script) as server:
        assert anyio.run(call, server.url, backend=backend) == "Hello"
    assert [type(error) for error in told] == [ConfigurationError]


def test_an_event_of_an_unknown_name_need_not_be_json() -> None:
    state = played(event(chunk("a")), b"event: ping\ndata: ok\n\n", event(chunk("b", "stop")))
    assert state.failure is None
    assert state.partial().text == "ab"


def test_an_object_that_is_cut_off_breaks_a_stream_whatever_its_event_is_called() -> None:
    assert type(played(event(chunk("a")), b'event: delta\ndata: {"id": \n\n').failure) is StreamError


@pytest.mark.parametrize("stated", ["", "content-type: text/event-stream\r\n"])
@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (b"<html>sign in</html>", DecodeError, "sign in"),
        (b' \n{"id": "gen-1", "choices": []}', DecodeError, "gen-1"),
        (b'{"error": {"code": 402, "message": "broke"}}', APIError, "broke"),
    ],
)
def test_a_body_that_is_no_stream_is_said_to_be_none_whatever_its_type(
    collected: Any, stated: str, body: bytes, kind: Any, said: str
) -> None:
    head = f"HTTP/1.1 200 OK\r\n{stated}content-length: {len(body)}\r\n\r\n".encode()
    with Loopback([head, body]) as server:
        _, error = collected(server, options=RequestOptions(on_incomplete="return"))
    assert isinstance(error, kind)
    assert said in str(error.body)


def _refused_by_on_attempt(settings: dict[str, Any]) -> None:
    def refuse(_: Any) -> None:
        raise KeyError("mine")

    settings["retries"] = RetryOptions(on_attempt=refuse)


def _refused_by_middleware(settings: dict[str, Any]) -> None:
    def refuse(request: Any, call_next: Any) -> Any:
        yield from call_next(request)
        raise KeyError("mine")

    settings["middleware"] = [refuse]


@pytest.mark.parametrize("refused_by", [_refused_by_on_attempt, _refused_by_middleware])
@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_an_open_response_that_a_function_of_the_callers_refuses_is_closed(refused_by: Any, backend: str) -> None:
    settings: Any = {}
    refused_by(settings)
    errors: list[BaseException] = []

    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url, **settings) as client:
            with pytest.raises(KeyError) as caught:
                await client.chat.stream(messages=MESSAGES).__aenter__()
            errors.append(caught.value)  # holds its frames, and so the answer
            await anyio.to_thread.run_sync(lambda: _wait_for(lambda: server.closed_at))
            assert server.closed_at

    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server:
        if backend != "sync":
            anyio.run(call, server.url, backend=backend)
            return
        with OpenRouter(base_url=server.url, **settings) as client:
            with pytest.raises(KeyError) as caught:
                client.chat.stream(messages=MESSAGES).__enter__()
            errors.append(caught.value)
            _wait_for(lambda: server.closed_at)
            assert server.closed_at
