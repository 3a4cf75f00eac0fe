"""What closing a stream from another thread ends, and what it leaves alone."""

from __future__ import annotations

import gc
import json
import threading
import time
import weakref
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, answer, chunk, completion, event, piece

from openrouterkit import (
    AsyncOpenRouter,
    ConnectionFailedError,
    IncompleteStreamError,
    OpenRouter,
    RequestOptions,
    RetryOptions,
    TimeoutOptions,
)
from openrouterkit._flow.cancellation import Cancellation
from openrouterkit._flow.deadlines import Deadlines
from openrouterkit._flow.exchange import Request
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


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def test_a_connection_that_was_given_back_is_not_shut_down_by_who_read_from_it_before() -> None:
    transport = HttpxTransport()
    cancellation = Cancellation()
    with Loopback([answer({"a": 1}), "again"]) as server:
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


def test_a_stream_that_is_closed_before_its_first_event_has_no_result_even_where_incomplete_ones_have() -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    with Loopback([head, COMMENT, "hang"]) as server, OpenRouter(base_url=server.url) as client:
        comments: list[str] = []
        options = RequestOptions(on_incomplete="return", on_keepalive=comments.append)
        stream = client.chat.stream(messages=MESSAGES, options=options)
        reader = threading.Thread(target=lambda: list(stream))
        reader.start()
        _wait_for(lambda: comments)
        time.sleep(0.05)
        stream.close()
        reader.join(5)
        with pytest.raises(IncompleteStreamError, match="closed before it was open"):
            stream.result()


def test_closing_while_a_function_of_the_callers_runs_ends_the_connection_at_once() -> None:
    entered, leave = threading.Event(), threading.Event()

    def on_keepalive(_: str) -> None:
        entered.set()
        leave.wait(5)

    with Loopback([STREAM_HEAD, chunked(COMMENT), "hang"]) as server, OpenRouter(base_url=server.url) as client:
        stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(on_keepalive=on_keepalive))
        reader = threading.Thread(target=lambda: list(stream))
        reader.start()
        entered.wait(5)
        stream.close()
        _wait_for(lambda: server.closed_at)
        assert not leave.is_set()
        leave.set()
        reader.join(5)


@pytest.mark.parametrize(
    "script",
    [["reset"], [answer({"error": {"code": 400, "message": "no"}})], [answer("x", content_encoding="gzip")]],
    ids=["reset", "an error in a 200", "a body that is not compressed as it says"],
)
def test_a_failed_call_is_freed_without_the_garbage_collector(script: list[Any]) -> None:
    class Marker:
        pass

    marker = Marker()
    alive = weakref.ref(marker)
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=0) as client:

        def call(held: Any) -> None:
            with pytest.raises(Exception):  # noqa: B017 - whichever it is
                client.chat.send(messages=MESSAGES, options=RequestOptions(on_keepalive=lambda _, held=held: held))

        gc.collect()
        gc.disable()
        try:
            call(marker)
            del marker
            assert alive() is None
        finally:
            gc.enable()


def test_a_stream_without_a_socket_of_its_own_can_be_closed() -> None:
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
        texts = [next(stream).text]
        reader = threading.Thread(target=lambda: texts.extend(item.text for item in stream))
        reader.start()
        time.sleep(0.05)
        stream.close()
        first.set()
        reader.join(5)
        assert texts == ["Hel"]


def test_an_async_reset_is_reported_with_its_kind() -> None:
    import anyio

    async def call(url: str) -> str:
        async with AsyncOpenRouter(base_url=url, retries=0) as client:
            with pytest.raises(ConnectionFailedError) as caught:
                await client.chat.send(messages=MESSAGES)
        return str(caught.value)

    with Loopback([b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{", "reset"]) as server:
        assert anyio.run(call, server.url).rpartition(": ")[2]


def test_a_chat_answer_with_another_success_is_a_completion() -> None:
    body = json.dumps(completion("Hello")).encode()
    head = b"HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
    with Loopback([head + body]) as server, OpenRouter(base_url=server.url) as client:
        assert client.chat.send(messages=MESSAGES).text == "Hello"


@pytest.mark.parametrize("odd", [{"x": 1}, {b"x": "1"}, {"x": b"1"}])
def test_headers_that_are_no_text_are_refused(odd: Any) -> None:
    with pytest.raises(TypeError, match="names and values of headers must be str"):
        Headers(odd)


def test_a_long_beginning_without_events_is_not_kept_with_the_stream() -> None:
    comments = b"".join(chunked(b": " + b"x" * 60_000 + b"\n\n") for _ in range(5))
    script = [STREAM_HEAD, comments, piece(event(chunk("Hello", "stop"))), END]
    with (
        Loopback(script) as server,
        OpenRouter(base_url=server.url, retries=RetryOptions()) as client,
        client.chat.stream(messages=MESSAGES) as stream,
    ):
        assert stream._get_response().stream is not None
        assert not stream._get_response().stream.beginning
        assert stream.read_all().text == "Hello"
