"""Closing streams from other threads, and releasing what failed or closed calls used."""

from __future__ import annotations

import gc
import json
import threading
import time
import tracemalloc
import warnings
import weakref
from collections.abc import Callable
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest
from garbage import free_garbage
from http_libraries import HTTP_LIBRARIES
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import (
    AsyncOpenRouter,
    ConnectionFailedError,
    IncompleteStreamError,
    OpenRouter,
    RequestOptions,
    TimeoutOptions,
)
from openrouterkit._flow.cancellation import Cancellation
from openrouterkit._flow.deadlines import Deadlines
from openrouterkit._flow.request import Request
from openrouterkit._transport.sync_transport import HttpxTransport
from openrouterkit.flow import Exchange, Flow, Read, Response, do, drive
from openrouterkit.headers import Headers

MESSAGES = [{"role": "user", "content": "Hello"}]
COMMENT = b": x\n\n"


def _wait_for(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def _read_closed(stream: Any) -> None:
    """Read a stream that another thread closes before its first item."""
    with pytest.raises(IncompleteStreamError, match="closed before it was open"):
        next(stream)


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def test_cancelling_a_finished_call_does_not_close_its_reused_connection() -> None:
    transport = HttpxTransport()
    cancellation = Cancellation()
    with Loopback([http_response({"a": 1}), "repeat"]) as server:
        request = Request("GET", f"{server.url}/x", {}, None, TimeoutOptions())

        def read_whole() -> Flow[Response]:
            deadlines = Deadlines(request.timeouts, time.monotonic())
            response = yield from do(Exchange(request, deadlines))
            while (yield from do(Read(response, deadlines))):
                pass
            return response

        drive(read_whole(), transport, cancellation)
        cancellation.cancel()
        assert drive(read_whole(), transport).status == 200
        assert server.connections == 1
    transport.shutdown()


def test_a_stream_closed_before_its_first_event_has_no_result() -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    with Loopback([head, COMMENT, "hang"]) as server, OpenRouter(base_url=server.url) as client:
        comments: list[str] = []
        options = RequestOptions(on_incomplete="return", on_keepalive=comments.append)
        stream = client.chat.stream(messages=MESSAGES, options=options)
        reader = threading.Thread(target=_read_closed, args=(stream,))
        reader.start()
        _wait_for(lambda: comments)
        time.sleep(0.05)
        stream.close()
        reader.join(5)
        with pytest.raises(IncompleteStreamError, match="closed before it was open"):
            stream.result()


def test_closing_during_a_callback_closes_the_connection_at_once() -> None:
    entered, leave = threading.Event(), threading.Event()

    def on_keepalive(_: str) -> None:
        entered.set()
        leave.wait(5)

    with Loopback([STREAM_HEAD, chunked(COMMENT), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(on_keepalive=on_keepalive))
        reader = threading.Thread(target=_read_closed, args=(stream,))
        reader.start()
        entered.wait(5)
        stream.close()
        _wait_for(lambda: server.closed_at)
        assert not leave.is_set()
        leave.set()
        reader.join(5)


@pytest.mark.parametrize(
    "script",
    [
        ["reset"],
        [http_response({"error": {"code": 400, "message": "no"}})],
        [http_response("x", content_encoding="gzip")],
    ],
    ids=["reset", "error in a 200 response", "wrong content-encoding"],
)
def test_a_failed_call_leaves_no_reference_cycles(script: list[Any]) -> None:
    class Marker:
        pass

    marker = Marker()
    alive = weakref.ref(marker)
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=0) as client:

        def call(held: Any) -> None:
            with pytest.raises(Exception):  # noqa: B017 - the scripts cause different errors
                client.chat.send(messages=MESSAGES, options=RequestOptions(on_keepalive=lambda _, held=held: held))

        gc.collect()
        gc.disable()
        try:
            call(marker)
            del marker
            assert alive() is None
        finally:
            gc.enable()


def test_a_stream_without_a_socket_can_be_closed() -> None:
    first = threading.Event()

    class Slow(httpx.SyncByteStream):
        def __iter__(self) -> Any:
            yield event(chunk("Hel"))
            first.wait(5)
            yield event(chunk("lo", "stop")) + DONE

    head = {"content-type": "text/event-stream"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=head, stream=Slow()))
    with OpenRouter(api_key="k", http_client=httpx.Client(transport=transport)) as client:
        stream = client.chat.stream(messages=MESSAGES)
        assert next(stream).text == "Hel"
        errors: list[BaseException | None] = []

        def read() -> None:
            with pytest.raises(IncompleteStreamError, match="closed before its end") as caught:
                next(stream)
            errors.append(caught.value)

        reader = threading.Thread(target=read)
        reader.start()
        time.sleep(0.05)
        stream.close()
        first.set()
        reader.join(5)
        assert len(errors) == 1


def test_the_error_of_an_async_reset_has_a_reason() -> None:
    import anyio

    async def call(url: str) -> str:
        async with AsyncOpenRouter(base_url=url, retries=0) as client:
            with pytest.raises(ConnectionFailedError) as caught:
                await client.chat.send(messages=MESSAGES)
        return str(caught.value)

    with Loopback([b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{", "reset"]) as server:
        assert anyio.run(call, server.url).rpartition(": ")[2]


def test_a_chat_response_with_status_201_is_a_completion() -> None:
    body = json.dumps(completion("Hello")).encode()
    head = b"HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
    with Loopback([head + body]) as server, OpenRouter(base_url=server.url) as client:
        assert client.chat.send(messages=MESSAGES).text == "Hello"


@pytest.mark.parametrize("headers", [{"x": 1}, {b"x": "1"}, {"x": b"1"}])
def test_headers_that_are_not_strings_are_rejected(headers: Any) -> None:
    with pytest.raises(TypeError, match="names and values of headers must be str"):
        Headers(headers)


def test_comments_before_the_first_event_are_not_kept_in_memory() -> None:
    comments = b"".join(chunked(b": " + b"x" * 60_000 + b"\n\n") for _ in range(15))
    script = [STREAM_HEAD, comments, piece(event(chunk("Hello", "stop"))), END]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        with client.chat.stream(messages=MESSAGES) as stream:
            stream.read_all()  # imports modules and creates the HTTP client before memory is measured
        tracemalloc.start()
        try:
            with client.chat.stream(messages=MESSAGES) as stream:
                used, _ = tracemalloc.get_traced_memory()
                assert stream.read_all().text == "Hello"
        finally:
            tracemalloc.stop()
    assert used < 500_000  # the comments have 900 kB


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("library", [None, *HTTP_LIBRARIES])
def test_an_unfinished_stream_that_is_dropped_frees_its_connection_without_a_warning(
    backend: str, library: Any
) -> None:
    async def run(url: str) -> None:
        http_client = None if library is None else library.AsyncClient()
        async with AsyncOpenRouter(base_url=url, http_client=http_client) as client:
            for number in range(3):
                stream = client.chat.stream(model="a/b", messages=MESSAGES)
                assert (await anext(stream)).text == "a"
                del stream
                gc.collect()
                await anyio.to_thread.run_sync(_wait_for, lambda closed=number + 1: len(server.closed_at) == closed)
            assert len(client._transport._exchanges) == 0
        if http_client is not None:
            await http_client.aclose()

    free_garbage()
    with Loopback([STREAM_HEAD, piece(event(chunk("a"))), "hang"]) as server, warnings.catch_warnings():
        warnings.simplefilter("error")
        anyio.run(run, server.url, backend=backend)
        gc.collect()
