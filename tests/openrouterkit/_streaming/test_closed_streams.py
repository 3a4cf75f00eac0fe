"""A stream that is closed before its end is never mistaken for a stream that ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, event, piece

from openrouterkit import AsyncOpenRouter, IncompleteStreamError, OpenRouter, RequestOptions, user

MESSAGES = [user("hi")]
HELLO = [event(chunk("Hel")), event(chunk("lo")), event(chunk("", "stop", usage={"cost": 0.25})), DONE]
UNFINISHED = [STREAM_HEAD, piece(HELLO[0] + HELLO[1]), "hang"]
COMPLETE = [STREAM_HEAD, *map(piece, HELLO), END]
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


@contextmanager
def open_stream(script: Any, **options: Any) -> Iterator[Any]:
    with Loopback(script) as server, OpenRouter(base_url=server.url, timeout=10) as client:
        yield client.chat.stream(messages=MESSAGES, **options)


def run_async(backend: str, script: Any, use: Callable[[Any], Awaitable[None]], **options: Any) -> None:
    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url, timeout=10) as client:
            await use(client.chat.stream(messages=MESSAGES, **options))

    with Loopback(script) as server:
        anyio.run(call, server.url, backend=backend)


def test_reading_on_after_close_raises_each_time_with_everything_received() -> None:
    with open_stream(UNFINISHED) as stream:
        assert next(stream).text == "Hel"
        stream.close()
        for _ in range(2):
            with pytest.raises(
                IncompleteStreamError, match="the stream was closed before its end; read it to"
            ) as caught:
                next(stream)
            assert caught.value.partial.text == "Hello"
            assert (caught.value.generation_id, caught.value.status_code, len(caught.value.attempts)) == (
                "gen-1",
                200,
                1,
            )
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            stream.read_all()
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            stream.result()
        assert (stream.text, stream.partial.text) == ("Hel", "Hel")


@BACKENDS
def test_reading_on_after_aclose_raises_each_time(backend: str) -> None:
    async def use(stream: Any) -> None:
        assert (await anext(stream)).text == "Hel"
        await stream.aclose()
        for _ in range(2):
            with pytest.raises(IncompleteStreamError, match="the stream was closed before its end") as caught:
                await anext(stream)
            assert caught.value.partial.text == "Hello"
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            await stream.read_all()

    run_async(backend, UNFINISHED, use)


def test_a_loop_over_a_stream_whose_with_block_was_left_early_raises() -> None:
    with open_stream(UNFINISHED) as stream:
        with stream:
            for _ in stream:
                break
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            list(stream)


@BACKENDS
def test_an_async_loop_over_a_stream_whose_with_block_was_left_early_raises(backend: str) -> None:
    async def use(stream: Any) -> None:
        async with stream:
            await anext(stream)
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            [item async for item in stream]

    run_async(backend, UNFINISHED, use)


@BACKENDS
def test_closing_in_the_loop_raises_at_the_next_item(backend: str) -> None:
    with open_stream(UNFINISHED) as stream, pytest.raises(IncompleteStreamError, match="closed before its end"):
        [stream.close() for _ in stream]

    async def use(stream: Any) -> None:
        with pytest.raises(IncompleteStreamError, match="closed before its end"):
            [await stream.aclose() async for _ in stream]

    run_async(backend, UNFINISHED, use)


@BACKENDS
def test_an_exception_that_leaves_the_with_block_is_not_replaced(backend: str) -> None:
    with open_stream(UNFINISHED) as stream, pytest.raises(ZeroDivisionError), stream:
        _ = len(next(stream).text) / 0

    async def use(stream: Any) -> None:
        with pytest.raises(ZeroDivisionError):
            async with stream:
                _ = len((await anext(stream)).text) / 0

    run_async(backend, UNFINISHED, use)


@BACKENDS
def test_a_stream_read_to_its_end_just_ends_after_close(backend: str) -> None:
    with open_stream(COMPLETE) as stream:
        with stream:
            assert "".join(item.text for item in stream) == "Hello"
        stream.close()
        assert (list(stream), list(stream), stream.result().text) == ([], [], "Hello")

    async def use(stream: Any) -> None:
        async with stream:
            await stream.read_all()
        assert [item async for item in stream] == []
        assert stream.result().text == "Hello"

    run_async(backend, COMPLETE, use)


def test_a_stream_left_after_its_last_chunk_is_complete() -> None:
    with open_stream(COMPLETE) as stream:
        with stream:
            for item in stream:
                if item.is_last:
                    break
        assert (stream.result().text, list(stream)) == ("Hello", [])


@BACKENDS
def test_a_stream_closed_before_it_was_opened_raises(backend: str) -> None:
    for options in ({}, {"options": RequestOptions(on_incomplete="return")}):
        with open_stream(COMPLETE, **options) as stream:
            stream.close()
            with pytest.raises(IncompleteStreamError, match="closed before it was open"):
                next(stream)

        async def use(stream: Any) -> None:
            await stream.aclose()
            with pytest.raises(IncompleteStreamError, match="closed before it was open"):
                await anext(stream)

        run_async(backend, COMPLETE, use, **options)


@BACKENDS
def test_with_on_incomplete_return_a_closed_stream_ends_and_has_the_result_of_the_chunks_read(backend: str) -> None:
    options = {"options": RequestOptions(on_incomplete="return")}
    with open_stream(UNFINISHED, **options) as stream:
        next(stream)
        stream.close()
        assert (list(stream), stream.result().text, stream.read_all().text) == ([], "Hel", "Hel")

    async def use(stream: Any) -> None:
        await anext(stream)
        await stream.aclose()
        assert [item async for item in stream] == []
        assert (stream.result().text, (await stream.read_all()).text) == ("Hel", "Hel")

    run_async(backend, UNFINISHED, use, **options)


def test_a_thread_waiting_with_on_incomplete_return_ends_when_another_closes_the_stream() -> None:
    texts: list[str] = []
    with open_stream(UNFINISHED, options=RequestOptions(on_incomplete="return")) as stream:
        reader = threading.Thread(target=lambda: texts.extend(item.text for item in stream))
        reader.start()
        end = time.monotonic() + 5
        while stream.text != "Hello" and time.monotonic() < end:
            time.sleep(0.01)
        stream.close()
        reader.join(5)
    assert texts == ["Hel", "lo"]


def test_an_error_of_the_stream_is_raised_even_if_the_stream_was_closed_before() -> None:
    failed = [STREAM_HEAD, piece(HELLO[0] + event({"error": {"code": 502, "message": "bad"}})), END]
    with open_stream(failed) as stream:
        with stream:
            next(stream)
        with pytest.raises(Exception, match="bad"):
            next(stream)


def test_another_stream_closed_early_raises_without_a_partial_result() -> None:
    from openrouterkit._errors.factory import ErrorFactory
    from openrouterkit._flow.deadlines import Deadlines
    from openrouterkit._flow.request import Request
    from openrouterkit._flow.response import OpenStream
    from openrouterkit._streaming.event_stream import EventStream
    from openrouterkit._streaming.parser import StreamParser
    from openrouterkit._transport.sync_transport import HttpxTransport
    from openrouterkit.flow import Response
    from openrouterkit.headers import Headers
    from openrouterkit.timeouts import TimeoutOptions

    parser: StreamParser[Any] = StreamParser(dict, ErrorFactory(200, Headers()), sentinel=None, ends_when_closed=True)
    parser.feed(event({"n": 1}) + event({"n": 2}), 1.0)
    limits = TimeoutOptions()
    response = Response(Request("GET", "https://x.example", {}, None, limits), 200, Headers())
    response.stream = OpenStream(parser, Deadlines(limits, 0.0))

    def opening() -> Any:
        yield from ()
        return response

    stream: EventStream[Any] = EventStream(opening(), HttpxTransport())
    assert next(stream) == {"n": 1}
    stream.close()
    with pytest.raises(IncompleteStreamError, match="closed before its end") as caught:
        next(stream)
    assert caught.value.partial is None
