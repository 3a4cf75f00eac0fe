"""Streams: the parser without connections, and the streams of clients on real sockets."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import anyio.to_thread
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from parsers import make_chat_parser

from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._streaming import stream_state
from openrouterkit._streaming.accumulating_parser import AccumulatingParser
from openrouterkit._streaming.chat_stream import ChatStream
from openrouterkit._streaming.parser import StreamParser
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
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions

MESSAGES: Any = [{"role": "user", "content": "hi"}]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.25}


def parse(*reads: bytes, **settings: Any) -> AccumulatingParser:
    """Return a parser that received these reads, one per second, and the end of the connection."""
    parser = make_chat_parser(**settings)
    for second, data in enumerate(reads, 1):
        parser.feed(data, float(second))
    parser.end(float(len(reads) + 1))
    return parser


HELLO = [event(chunk("Hel")), event(chunk("lo")), event(chunk("", "stop", usage=USAGE)), DONE]


def test_exactly_one_chunk_is_last() -> None:
    parser = parse(*HELLO)
    assert [(item.text, item.is_last) for item in parser.ready] == [("Hel", False), ("lo", False), ("", True)]
    assert parser.partial().text == "Hello"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 10_000])
def test_items_do_not_depend_on_the_size_of_reads(size: int) -> None:
    text = b"".join(HELLO)
    parser = parse(*[text[start : start + size] for start in range(0, len(text), size)])
    assert [(item.text, item.is_last) for item in parser.ready] == [("Hel", False), ("lo", False), ("", True)]
    assert parser.partial().usage.to_dict() == USAGE


def test_only_a_chunk_with_a_finish_reason_is_held_back() -> None:
    parser = make_chat_parser()
    ready: list[list[str]] = []
    for read in (event(chunk("a")), event(chunk("b", "stop")), event({**chunk(), "choices": [], "usage": USAGE}), DONE):
        parser.feed(read, 1.0)
        ready.append([item.text for item in parser.ready])
        parser.ready.clear()
    assert ready == [["a"], [], ["b"], [""]]


def test_a_stream_with_a_repeated_finish_reason_has_one_last_chunk() -> None:
    parser = parse(event(chunk("a", "tool_calls")), event(chunk("", "stop")), DONE)
    assert [item.is_last for item in parser.ready] == [False, True]


def test_chunks_have_their_latency() -> None:
    parser = parse(event(chunk("a")) + event(chunk("b")), event(chunk("c", "stop")), sent_at=0.5, started_at=0.25)
    assert [(item.latency, item.total_latency) for item in parser.ready] == [(0.5, 0.75), (0.0, 0.75), (1.0, 1.75)]
    assert parser.latency == 2.5


def test_comments_are_passed_to_on_keepalive_and_have_no_content() -> None:
    comments: list[str] = []
    parser = make_chat_parser(on_keepalive=comments.append)
    assert parser.feed(b": OPENROUTER PROCESSING\n\n", 1.0) is False
    assert parser.feed(event(chunk("a")), 2.0) is True
    assert comments == ["OPENROUTER PROCESSING"]


@pytest.mark.parametrize(
    "reads",
    [
        [event(chunk("a", "stop"))],
        [event(chunk("a")), DONE],
        [event(chunk("a")), b"data: [DONE]"],
        [event(chunk("a")), b"data: [DONE] \n\n", DONE],
        [DONE],
        [event(chunk("a", "stop")), DONE, b'data: {"cut'],
    ],
    ids=[
        "finish reason",
        "sentinel",
        "unterminated sentinel",
        "two sentinels",
        "only sentinel",
        "incomplete event after the sentinel",
    ],
)
def test_a_stream_is_complete_with_finish_reasons_or_sentinel(reads: list[bytes]) -> None:
    parser = parse(*reads)
    assert (parser.done, parser.failure) == (True, None)


@pytest.mark.parametrize(
    "reads",
    [
        [],
        [b": PROCESSING\n\n"],
        [event(chunk("Hel"))],
        [event(chunk("Hel")), b'data: {"cut'],
        [event(chunk("Hel")), b"<html>\n"],
        [event(chunk("Hel", "stop")), b'data: {"cut'],
    ],
)
def test_a_stream_that_ends_early_fails_with_the_partial_result(reads: list[bytes]) -> None:
    failure = parse(*reads).failure
    assert type(failure) is IncompleteStreamError
    assert failure.partial.text == ("Hel" if len(reads) and b"Hel" in reads[0] else "")


def test_a_stream_with_one_unfinished_choice_of_two_is_incomplete() -> None:
    second = {**chunk(), "choices": [{"index": 1, "delta": {"content": "X"}, "finish_reason": None}]}
    assert isinstance(parse(event(second), event(chunk("A", "stop"))).failure, IncompleteStreamError)


def test_keeps_incomplete_accepts_a_stream_that_ends_early() -> None:
    parser = parse(event(chunk("Hel")), keeps_incomplete=True)
    assert (parser.done, parser.incomplete, parser.failure) == (True, True, None)
    assert parser.partial().text == "Hel"


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
        *("only error", "empty choices", "code in words", "in a choice", "code as string", "no code"),
        *("object error", "object error with details", "detail", "details", "message"),
    ],
)
def test_an_error_event_raises_the_error_of_its_code_with_the_partial_result(data: Any, kind: type[APIError]) -> None:
    parser = parse(event(chunk("Hel")), event(data), DONE)
    assert [item.text for item in parser.ready] == ["Hel"]
    assert type(parser.failure) is kind
    assert parser.failure.partial.text == "Hel"
    assert parser.failure.generation_id == "gen-1"


def test_an_event_named_error_is_an_error_with_any_data() -> None:
    body = (
        b'event: error\ndata: {"object":"error","message":"Internal","type":"internal_server_error","code":"1000"}\n\n'
    )
    assert isinstance(parse(body).failure, InternalServerResponseError)
    assert str(parse(b"event: error\ndata: out of order\n\n").failure) == "out of order (200)"


def test_an_object_error_fails_streams_other_than_chat() -> None:
    parser: StreamParser[Any] = StreamParser(dict, ErrorFactory(200, Headers()))
    parser.feed(event({"object": "error", "message": "m", "type": "rate_limited", "code": "1300"}) + DONE, 1.0)
    assert isinstance(parser.failure, TooManyRequestsResponseError)


def test_an_error_after_the_finish_reason_follows_its_chunk() -> None:
    parser = parse(event(chunk("a", "length")), event({"error": {"code": 400, "message": "Token limit reached"}}))
    assert [(item.text, item.is_last) for item in parser.ready] == [("a", False)]
    assert isinstance(parser.failure, APIError)


@pytest.mark.parametrize("error", [None, {}, [], ""])
def test_an_empty_error_member_is_not_an_error(error: Any) -> None:
    assert parse(event(chunk("a", "stop", error=error))).failure is None


def test_an_event_with_invalid_json_fails_the_stream_with_its_data() -> None:
    failure = parse(event(chunk("Hel")), b"data: <html>\n\n").failure
    assert type(failure) is StreamError
    assert failure.body == "<html>"
    assert failure.partial.text == "Hel"


@pytest.mark.parametrize(
    "data", [b'"x"', b"null", b"[]", b"7", b"{}", b'{"choices": null}', b'{"choices": [null, 1]}', b""]
)
def test_json_without_content_is_ignored(data: bytes) -> None:
    parser = parse(event(chunk("a")), event(data), event(chunk("b", "stop")))
    assert parser.failure is None
    assert parser.partial().text == "ab"


def test_invalid_utf_8_and_lone_surrogates_are_accepted() -> None:
    data = b'data: {"choices":[{"index":0,"delta":{"content":"a\xffb\\ud83d"},"finish_reason":"stop"}]}\n\n'
    assert parse(data).partial().text == "a\ufffdb\ud83d"


def test_items_of_other_streams_are_built_by_decode_item() -> None:
    parser: StreamParser[int] = StreamParser(
        lambda value: value["n"], ErrorFactory(200, {}), sentinel=None, ends_when_closed=True
    )
    parser.feed(event({"n": 1}) + event({"n": 2}), 1.0)
    parser.end(2.0)
    assert (list(parser.ready), parser.done, parser.failure) == ([1, 2], True, None)
    parser = StreamParser(lambda value: value["n"], ErrorFactory(200, {}))
    parser.feed(
        event({"type": "response.failed", "response": {"error": {"code": "server_error", "message": "x"}}}), 1.0
    )
    assert isinstance(parser.failure, InternalServerResponseError)


# ---------------------------------------------------------------------------------------------- on sockets


@pytest.fixture(params=["sync", "asyncio", "trio"])
def collect(request: pytest.FixtureRequest) -> Callable[..., tuple[list[str], Any]]:
    """Read a stream; return the texts of its chunks, and its result or its error."""

    def run(server: Loopback, **options: Any) -> tuple[list[str], Any]:
        texts: list[str] = []
        settings: Any = {"base_url": server.url, "retries": QUICK, "timeout": 5}

        async def call() -> Any:
            async with (
                AsyncOpenRouter(**settings) as client,
                client.chat.stream(messages=MESSAGES, **options) as stream,
            ):
                async for item in stream:  # not a comprehension: a failure must keep the texts before it
                    texts.append(item.text)  # noqa: PERF401 - a failure must keep the texts before it
            return stream.result()

        try:
            if request.param != "sync":
                return texts, anyio.run(call, backend=request.param)
            with OpenRouter(**settings) as client, client.chat.stream(messages=MESSAGES, **options) as stream:
                for item in stream:
                    texts.append(item.text)  # noqa: PERF401 - a failure must keep the texts before it
            return texts, stream.result()
        except OpenRouterError as error:
            return texts, error

    return run


def test_a_stream_yields_its_chunks_and_builds_the_result(collect: Any) -> None:
    with Loopback([STREAM_HEAD, *map(piece, HELLO), END]) as server:
        texts, result = collect(server)
    assert texts == ["Hel", "lo", ""]
    assert (result.text, result.usage.cost, result.response.status) == ("Hello", 0.25, 200)
    assert result.response.generation_id == "gen-1"
    assert server.requests[0].json()["stream"] is True
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_an_error_as_the_first_event_is_retried(collect: Any) -> None:
    busy = [STREAM_HEAD, piece(b": PROCESSING\n\n"), piece(event({"error": {"code": 429, "message": "slow"}})), END]
    with Loopback(busy, [STREAM_HEAD, *map(piece, HELLO), END]) as server:
        texts, result = collect(server)
    assert texts == ["Hel", "lo", ""]
    assert [attempt.status for attempt in result.response.attempts] == [429, 200]


def test_a_call_is_not_retried_after_the_first_event(collect: Any) -> None:
    with Loopback(
        [STREAM_HEAD, piece(HELLO[0]), 0.02, piece(event({"error": {"code": 502, "message": "x"}})), END]
    ) as server:
        texts, error = collect(server)
    assert texts == ["Hel"]
    assert isinstance(error, BadGatewayResponseError)
    assert (error.partial.text, len(server.requests), len(error.attempts)) == ("Hel", 1, 1)


@pytest.mark.parametrize("ending", ["reset", b"ZZZ\r\n", b""], ids=["reset", "invalid chunk size", "closed"])
def test_an_interrupted_stream_raises_incomplete_stream_error_with_the_partial_result(
    collect: Any, ending: Any
) -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), 0.05, ending]) as server:
        texts, error = collect(server)
    assert texts == ["Hel"]
    assert type(error) is IncompleteStreamError
    assert (error.partial.text, error.generation_id, error.status_code) == ("Hel", "gen-1", 200)
    assert len(server.requests) == 1


def test_a_connection_that_fails_before_the_first_event_is_retried(collect: Any) -> None:
    with Loopback(
        [STREAM_HEAD, piece(b": PROCESSING\n\n"), 0.02, "reset"], [STREAM_HEAD, *map(piece, HELLO), END]
    ) as server:
        texts, result = collect(server)
    assert texts == ["Hel", "lo", ""]
    first = result.response.attempts[0]
    assert (first.status, first.reason) == (200, "the connection failed before the first content")
    with Loopback(["reset"], [STREAM_HEAD, *map(piece, HELLO), END]) as server:
        first = collect(server)[1].response.attempts[0]
    assert (first.status, first.reason) == (None, "the connection failed before a response")
    with Loopback([STREAM_HEAD, b"ZZZ\r\n"]) as server:
        assert type(collect(server)[1]) is ConnectionFailedError


def test_on_incomplete_return_returns_the_partial_result(collect: Any) -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), 0.05, "reset"]) as server:
        texts, result = collect(server, options=RequestOptions(on_incomplete="return"))
    assert (texts, result.text) == (["Hel"], "Hel")


@pytest.mark.parametrize(
    ("script", "kind", "message"),
    [
        ([http_response("<html>sign in</html>", content_type="text/html")], DecodeError, "content type text/html"),
        ([http_response(completion())], DecodeError, "content type application/json"),
        ([http_response({"error": {"code": 400, "message": "no such model"}})], APIError, "no such model"),
        ([http_response({"error": {"code": 402, "message": "broke"}}, 402)], APIError, "broke"),
    ],
)
def test_a_response_that_is_not_a_stream_raises(collect: Any, script: Any, kind: Any, message: str) -> None:
    with Loopback(script) as server:
        _, error = collect(server)
    assert isinstance(error, kind)
    assert message in str(error)


def test_the_connection_is_reused_after_the_end_of_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    # A stream waits for the end of its body for 0.1 s, in which a busy machine may not run the server.
    monkeypatch.setattr(stream_state, "_DRAIN_TIMEOUT", TimeoutOptions(total=10))
    with (
        Loopback([STREAM_HEAD, *map(piece, HELLO), 0.02, END, "repeat"]) as server,
        OpenRouter(base_url=server.url) as client,
    ):
        for _ in range(3):
            with client.chat.stream(messages=MESSAGES) as stream:
                assert stream.read_all().text == "Hello"
    assert server.connections == 1


def test_a_connection_left_open_after_the_last_event_does_not_delay_the_end(collect: Any) -> None:
    began = time.monotonic()
    with Loopback([STREAM_HEAD, *map(piece, HELLO), "hang"]) as server:
        assert collect(server)[1].text == "Hello"
        assert time.monotonic() - began < 1.0


def test_result_does_not_read_the_stream_and_raises_before_its_end() -> None:
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


def test_leaving_the_with_block_closes_the_connection_at_once() -> None:
    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        with client.chat.stream(messages=MESSAGES) as stream:
            assert next(stream).text == "Hel"
        left_at = time.monotonic()
        stream.close()
        _wait_for(lambda: server.closed_at)
        assert server.closed_at[0] - left_at < 1
        with pytest.raises(IncompleteStreamError, match="was closed"):
            stream.result()


def test_a_garbage_collected_stream_closes_its_connection() -> None:
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
            with pytest.raises(IncompleteStreamError, match="closed before its end"):
                [texts.append(item.text) for item in stream]  # the main thread reads the list meanwhile
            ended.append(time.monotonic())

        reader = threading.Thread(target=read)
        reader.start()
        _wait_for(lambda: texts)
        time.sleep(0.1)
        closed = time.monotonic()
        stream.close()
        reader.join(2)
        assert ended
        assert ended[0] - closed < 1
        _wait_for(lambda: server.closed_at)
        assert texts == ["Hel"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_from_another_task_ends_a_waiting_stream_at_once(backend: str) -> None:
    async def call(url: str) -> tuple[list[str], float]:
        async with AsyncOpenRouter(base_url=url) as client, anyio.create_task_group() as group:
            stream = client.chat.stream(messages=MESSAGES)
            texts: list[str] = []

            async def read() -> None:
                with pytest.raises(IncompleteStreamError, match="closed before its end"):
                    [texts.append(item.text) async for item in stream]

            group.start_soon(read)
            await anyio.to_thread.run_sync(_wait_for, lambda: texts)
            await anyio.sleep(0.05)
            closed = time.monotonic()
            await stream.aclose()
        return texts, time.monotonic() - closed

    with Loopback([STREAM_HEAD, piece(HELLO[0]), "hang"]) as server:
        texts, took = anyio.run(call, server.url, backend=backend)
        assert texts == ["Hel"]
        assert took < 1


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
        assert abs(server.closed_at[0] - cancelled) < 1


WAITING = [STREAM_HEAD, piece(b": PROCESSING\n\n"), "hang"]
OPENINGS = pytest.mark.parametrize(
    "script",
    [["hang"], WAITING, [http_response("", 503, retry_after="30"), "hang"], [http_response("", 500), "hang"]],
    ids=["before the headers", "before the first event", "before a retry with retry-after", "before a retry"],
)
SLOW_RETRIES = RetryOptions(initial_interval=30, max_interval=30)


@OPENINGS
def test_close_from_another_thread_ends_an_opening_stream_at_once(script: Any) -> None:
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=SLOW_RETRIES) as client:
        stream = client.chat.stream(messages=MESSAGES)
        ended: list[float] = []

        def read() -> None:
            _read_closed(stream)
            ended.append(time.monotonic())

        reader = threading.Thread(target=read)
        reader.start()
        _wait_for(lambda: server.requests)
        time.sleep(0.2)
        closed = time.monotonic()
        stream.close()
        reader.join(2)
        assert ended[0] - closed < 1
        with pytest.raises(IncompleteStreamError, match="closed"):
            stream.result()
        assert len(server.requests) == 1


@OPENINGS
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_from_another_task_ends_an_opening_stream_at_once(script: Any, backend: str) -> None:
    async def call(url: str) -> float:
        async with AsyncOpenRouter(base_url=url, retries=SLOW_RETRIES) as client, anyio.create_task_group() as group:
            stream = client.chat.stream(messages=MESSAGES)
            group.start_soon(_aread_closed, stream)
            await _await_request(server)
            closed = time.monotonic()
            await stream.aclose()
        with pytest.raises(IncompleteStreamError, match="closed"):
            stream.result()
        return time.monotonic() - closed

    with Loopback(script) as server:
        assert anyio.run(call, server.url, backend=backend) < 1
        assert len(server.requests) == 1


@pytest.mark.parametrize("script", [["hang"], WAITING], ids=["before the headers", "before the first event"])
def test_closing_a_stream_while_it_opens_closes_its_connection(script: Any) -> None:
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        reader = threading.Thread(target=_read_closed, args=(stream,))
        reader.start()
        _wait_for(lambda: server.requests)
        time.sleep(0.1)
        stream.close()
        reader.join(2)
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_closing_an_opening_stream_on_a_reused_connection_ends_it_at_once() -> None:
    with (
        Loopback([http_response(completion()), "request", "hang"]) as server,
        OpenRouter(base_url=server.url) as client,
    ):
        client.chat.send(messages=MESSAGES)
        stream = client.chat.stream(messages=MESSAGES)
        reader = threading.Thread(target=_read_closed, args=(stream,))
        reader.start()
        _wait_for(lambda: len(server.requests) == 2)
        stream.close()
        reader.join(1)
        assert not reader.is_alive()
        _wait_for(lambda: server.closed_at)
        assert (server.connections, len(server.closed_at)) == (1, 1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_of_an_opening_stream_on_a_reused_connection_ends_it_at_once(backend: str) -> None:
    async def call(url: str) -> float:
        async with AsyncOpenRouter(base_url=url) as client:
            await client.chat.send(messages=MESSAGES)
            async with anyio.create_task_group() as group:
                stream = client.chat.stream(messages=MESSAGES)
                group.start_soon(_aread_closed, stream)
                await _await_request(server, 2)
                closed = time.monotonic()
                await stream.aclose()
        return time.monotonic() - closed

    with Loopback([http_response(completion()), "request", "hang"]) as server:
        assert anyio.run(call, server.url, backend=backend) < 1
        assert server.connections == 1


async def _await_request(server: Loopback, number: int = 1) -> None:
    """Wait until the server has received this many requests, and the client waits for what follows."""
    await anyio.to_thread.run_sync(_wait_for, lambda: len(server.requests) >= number)
    await anyio.sleep(0.1)


async def _read_all(stream: Any) -> None:
    async for _ in stream:
        pass


def _read_closed(stream: Any) -> None:
    """Read a stream that is closed before its first item."""
    with pytest.raises(IncompleteStreamError, match="closed before it was open"):
        next(stream)


async def _aread_closed(stream: Any) -> None:
    with pytest.raises(IncompleteStreamError, match="closed before it was open"):
        await anext(stream)


def test_entering_a_stream_that_another_thread_closes_raises() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        errors: list[BaseException] = []

        def enter() -> None:
            try:
                stream.__enter__()
            except OpenRouterError as error:
                errors.append(error)

        reader = threading.Thread(target=enter)
        reader.start()
        _wait_for(lambda: server.requests)
        stream.close()
        reader.join(2)
    assert type(errors[0]) is IncompleteStreamError
    assert "closed before it was open" in str(errors[0])


def test_on_keepalive_may_close_its_stream() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        options = RequestOptions(on_keepalive=lambda _: stream.close())
        stream = client.chat.stream(messages=MESSAGES, options=options)
        _read_closed(stream)
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_a_stream_closed_before_it_is_open_sends_nothing() -> None:
    with Loopback(HELLO) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        stream.close()
        for _ in range(2):
            _read_closed(stream)
        with pytest.raises(IncompleteStreamError, match="closed before it was open"):
            stream.result()
        with pytest.raises(ConfigurationError, match="cannot be entered again"), stream:
            pass
    assert server.requests == []


def test_a_closed_stream_cannot_be_entered_again() -> None:
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


def test_an_error_of_opening_a_stream_is_raised_on_every_read() -> None:
    with (
        Loopback([http_response({"error": {"message": "no"}}, 400)]) as server,
        OpenRouter(base_url=server.url) as client,
    ):
        stream = client.chat.stream(messages=MESSAGES)
        for _ in range(2):
            with pytest.raises(APIError, match="no"):
                next(stream)
        with pytest.raises(IncompleteStreamError, match=r"could not be opened: no \(400") as caught:
            stream.result()
        assert isinstance(caught.value.__cause__, APIError)
    assert len(server.requests) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_stream_whose_opening_was_cancelled_raises(backend: str) -> None:
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


def test_two_threads_cannot_open_one_stream() -> None:
    with Loopback(WAITING) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES)
        reader = threading.Thread(target=_read_closed, args=(stream,))
        reader.start()
        _wait_for(lambda: server.requests)
        with pytest.raises(ConfigurationError, match="two threads"):
            next(stream)
        with pytest.raises(IncompleteStreamError, match="is being opened"):
            stream.result()
        stream.close()
        reader.join(2)


def test_a_second_thread_that_reads_a_stream_raises_and_the_first_continues() -> None:
    rejected = threading.Event()
    script = [STREAM_HEAD, piece(HELLO[0]), lambda _: rejected.wait(5), *map(piece, HELLO[1:]), END]
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
        rejected.set()
        reader.join(2)
    assert texts == ["lo", ""]


def test_deeply_nested_members_hide_neither_the_text_nor_a_later_error() -> None:
    deep = b'{"id":"a","choices":[{"index":0,"delta":{"content":"x","zz":' + b"[" * 500 + b"]" * 500 + b"}}]}"
    failed = parse(event(deep), event({"error": {"code": 429, "message": "slow"}}))
    assert isinstance(failed.failure, TooManyRequestsResponseError)
    assert failed.failure.partial.text == "x"
    ended = parse(event(deep), event(chunk("y", "stop")))
    assert ended.partial().text == "xy"


def test_a_stream_without_finish_reasons_has_no_last_chunk() -> None:
    parser = parse(event(chunk("a")), event(chunk("b")), DONE)
    assert [(item.text, item.is_last) for item in parser.ready] == [("a", False), ("b", False)]
    assert parser.failure is None


def test_an_operation_without_an_event_stream_cannot_be_streamed() -> None:
    from openrouterkit_api import operations

    operation: Any = operations.models.count()
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ConfigurationError, match=r"models\.count has no event stream"):
            client.stream(operation)
        with pytest.raises(ConfigurationError, match="has no event stream"):
            AsyncOpenRouter().stream(operation)


def test_send_with_stream_true_returns_an_open_stream() -> None:
    with (
        Loopback([http_response({"error": {"message": "no"}}, 400)]) as server,
        OpenRouter(base_url=server.url) as client,
        pytest.raises(APIError),
    ):
        client.chat.send(messages=MESSAGES, stream=True)
    with Loopback([STREAM_HEAD, *map(piece, HELLO), END]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.send(messages=MESSAGES, stream=True)
        assert isinstance(stream, ChatStream)
        assert stream.response.status == 200
        assert stream.read_all().text == "Hello"


def _wait_for(condition: Callable[[], Any]) -> None:
    """Wait up to two seconds until the condition is true."""
    for _ in range(200):
        if condition():
            return
        time.sleep(0.01)


def test_an_exception_in_on_keepalive_ends_the_stream() -> None:
    def fail(text: str) -> None:
        raise KeyError(text)

    together = piece(b": busy\n\n" + event(chunk("lost"))) + piece(event(chunk("c", "stop")))
    script = [STREAM_HEAD, piece(HELLO[0]), 0.1, together, "hang"]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(on_keepalive=fail))
        assert next(stream).text == "Hel"
        with pytest.raises(KeyError, match="busy"):
            next(stream)
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            next(stream)
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            stream.result()
        _wait_for(lambda: server.closed_at)
        assert server.closed_at


def test_an_async_on_keepalive_is_rejected() -> None:
    async def on_keepalive(text: str) -> None:
        del text

    with pytest.raises(ConfigurationError, match=r"on_keepalive must not be async"):
        RequestOptions(on_keepalive=on_keepalive)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_second_task_that_reads_a_stream_raises_and_the_first_continues(backend: str) -> None:
    errors: list[BaseException] = []

    async def call(url: str) -> str:
        async with AsyncOpenRouter(base_url=url) as client, client.chat.stream(messages=MESSAGES) as stream:
            await anext(stream)

            async def read_again() -> None:
                try:
                    await anext(stream)
                except OpenRouterError as error:
                    errors.append(error)

            async with anyio.create_task_group() as group:
                group.start_soon(_read_all, stream)
                await anyio.sleep(0.05)
                group.start_soon(read_again)
            return stream.result().text

    script = [STREAM_HEAD, piece(HELLO[0]), 0.2, piece(HELLO[1]), piece(HELLO[2]), END]
    with Loopback(script) as server:
        assert anyio.run(call, server.url, backend=backend) == "Hello"
    assert [type(error) for error in errors] == [ConfigurationError]


def test_an_event_with_an_unknown_name_need_not_be_json() -> None:
    parser = parse(event(chunk("a")), b"event: ping\ndata: ok\n\n", event(chunk("b", "stop")))
    assert parser.failure is None
    assert parser.partial().text == "ab"


def test_an_incomplete_object_fails_the_stream_for_any_event_name() -> None:
    assert type(parse(event(chunk("a")), b'event: delta\ndata: {"id": \n\n').failure) is StreamError


@pytest.mark.parametrize("header", ["", "content-type: text/event-stream\r\n"])
@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (b"<html>sign in</html>", DecodeError, "sign in"),
        (b' \n{"id": "gen-1", "choices": []}', DecodeError, "gen-1"),
        (b'{"error": {"code": 402, "message": "broke"}}', APIError, "broke"),
    ],
)
def test_a_body_that_is_not_a_stream_raises_for_any_content_type(
    collect: Any, header: str, body: bytes, kind: Any, text: str
) -> None:
    head = f"HTTP/1.1 200 OK\r\n{header}content-length: {len(body)}\r\n\r\n".encode()
    with Loopback([head, body]) as server:
        _, error = collect(server, options=RequestOptions(on_incomplete="return"))
    assert isinstance(error, kind)
    assert text in str(error.body)


def _fail_in_on_attempt(settings: dict[str, Any]) -> None:
    def fail(_: Any) -> None:
        raise KeyError("on_attempt")

    settings["retries"] = RetryOptions(on_attempt=fail)


def _fail_in_middleware(settings: dict[str, Any]) -> None:
    def fail(request: Any, call_next: Any) -> Any:
        yield from call_next(request)
        raise KeyError("middleware")

    settings["middleware"] = [fail]


@pytest.mark.parametrize("set_failing_callback", [_fail_in_on_attempt, _fail_in_middleware])
@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_an_open_response_is_closed_if_a_callback_raises(set_failing_callback: Any, backend: str) -> None:
    settings: Any = {}
    set_failing_callback(settings)
    errors: list[BaseException] = []

    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url, **settings) as client:
            with pytest.raises(KeyError) as caught:
                await client.chat.stream(messages=MESSAGES).__aenter__()
            errors.append(caught.value)  # references its frames, and so the response
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


def test_a_connection_that_fails_after_a_complete_stream_ends_it_without_an_error() -> None:
    parser = make_chat_parser(sentinel=None)
    parser.feed(event(chunk("a", "stop")) + DONE, 1.0)
    parser.abort(ConnectionFailedError("reset"), 2.0)
    assert (parser.done, parser.failure) == (True, None)
    assert [each.is_last for each in parser.ready] == [True]
