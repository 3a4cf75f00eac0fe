"""Clients with HTTP/2 that are passed as `http_client` keep every promise, without harm to others on the connection."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import httpx
import pytest
from h2.exceptions import TooManyStreamsError
from http2_server import Http2Server, make_client_context
from http_libraries import HTTP_LIBRARIES
from loopback import DONE, chunk, event

from openrouterkit import (
    AsyncOpenRouter,
    ConnectionFailedError,
    IncompleteStreamError,
    OpenRouter,
    OpenRouterError,
    TimedOutError,
    TimeoutOptions,
    user,
)
from openrouterkit._flow.deadlines import Deadlines
from openrouterkit._transport.exceptions import translate_error
from openrouterkit._transport.exchanges import OpenExchange
from openrouterkit._transport.libraries import load_library
from openrouterkit.flow import Request

MESSAGES = [user("Hello")]
SLOW = [event(chunk("a")), 1.5, event(chunk("b")), 1.5, event(chunk("c", "stop")), DONE]


@pytest.fixture(params=HTTP_LIBRARIES, ids=lambda library: library.__name__)
def library(request: pytest.FixtureRequest) -> Any:
    return request.param


def make_client(library: Any) -> Any:
    return library.Client(http2=True, verify=make_client_context())


def make_async_client(library: Any) -> Any:
    return library.AsyncClient(http2=True, verify=make_client_context())


def measure(function: Callable[[], Any]) -> tuple[OpenRouterError, float]:
    """Return the error that a function raises, and the seconds it took."""
    started_at = time.monotonic()
    with pytest.raises(OpenRouterError) as caught:
        function()
    return caught.value, time.monotonic() - started_at


def run_async(library: Any, url: str, use: Callable[[AsyncOpenRouter], Any], **settings: Any) -> Any:
    async def run() -> Any:
        async with (
            make_async_client(library) as http_client,
            AsyncOpenRouter(base_url=url, http_client=http_client, retries=0, **settings) as client,
        ):
            return await use(client)

    return anyio.run(run)


def wait_for(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_concurrent_calls_share_one_connection_and_receive_their_own_responses(library: Any) -> None:
    async def use(client: AsyncOpenRouter) -> list[str]:
        async def ask(text: str) -> str:
            return (await client.chat.send(model="a/b", messages=[user(text)])).text

        await ask("first")
        return await asyncio.gather(*(ask(str(number)) for number in range(150)))

    with Http2Server() as server:
        assert run_async(library, server.url, use) == [str(number) for number in range(150)]
        assert (server.versions, len(server.connections)) == ({"2"}, 1)


@pytest.fixture
def frequent_switches() -> Iterator[None]:
    """Let the interpreter switch between threads so often that missing locks are noticed."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.00001)
    yield
    sys.setswitchinterval(before)


def run_threads(count: int, function: Callable[[int], Any]) -> None:
    threads = [threading.Thread(target=function, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


@pytest.mark.usefixtures("frequent_switches")
@pytest.mark.parametrize("opened_by", ["the first call", "all calls", "other code"])
def test_threads_share_one_connection_and_receive_their_own_responses(library: Any, opened_by: str) -> None:
    results: dict[int, str] = {}

    with (
        Http2Server() as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):

        def ask(number: int) -> None:
            results[number] = client.chat.send(model="a/b", messages=[user(str(number))]).text

        if opened_by == "the first call":
            ask(0)
        elif opened_by == "other code":
            body = {"messages": [{"content": "first"}]}
            assert http_client.post(f"{server.url}/chat/completions", json=body).status_code == 200
        run_threads(30, ask)
        assert server.versions == {"2"}
        assert len(server.connections) <= 2  # httpcore may open another one while many threads start at once
    assert results == {number: str(number) for number in range(30)}


@pytest.mark.usefixtures("frequent_switches")
def test_threads_send_bodies_that_together_exceed_the_window_of_the_connection(library: Any) -> None:
    results: dict[int, bool] = {}

    with (
        Http2Server() as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):

        def ask(number: int) -> None:
            text = f"{number:02}" * 10_000  # the window is 64 kB
            results[number] = client.chat.send(model="a/b", messages=[user(text)]).text == text

        run_threads(20, ask)
        assert server.versions == {"2"}
    assert results == dict.fromkeys(range(20), True)


@pytest.mark.usefixtures("frequent_switches")
def test_streams_closed_early_in_threads_are_cancelled_and_leave_other_streams_alone(library: Any) -> None:
    script = [event(chunk("a")), 3.0, event(chunk("b", "stop")), DONE]
    results: dict[int, str] = {}

    with (
        Http2Server(script) as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):

        def read(number: int) -> None:
            stream = client.chat.stream(model="a/b", messages=MESSAGES)
            if number % 2:
                results[number] = stream.read_all().text
            else:
                with stream:
                    results[number] = next(stream).text

        run_threads(20, read)
        assert results == {number: "ab" if number % 2 else "a" for number in range(20)}
        wait_for(lambda: server.cancelled >= 10)
        assert server.cancelled == 10


@pytest.mark.parametrize("limit", ["idle", "total"])
def test_limits_end_a_stream_at_once_and_cancel_it_at_the_service(library: Any, limit: str) -> None:
    with (
        Http2Server(SLOW) as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, timeout=TimeoutOptions(**{limit: 0.4})) as client,
    ):
        error, seconds = measure(lambda: list(client.chat.stream(model="a/b", messages=MESSAGES)))
        assert isinstance(error, TimedOutError)
        assert (error.phase, error.partial.text) == (limit, "a")
        assert seconds < 1.2
        wait_for(lambda: server.cancelled == 1)


@pytest.mark.parametrize("limit", ["idle", "total"])
def test_limits_end_an_async_stream_at_once_and_cancel_it_at_the_service(library: Any, limit: str) -> None:
    async def use(client: AsyncOpenRouter) -> None:
        async for _ in client.chat.stream(model="a/b", messages=MESSAGES):
            pass

    with Http2Server(SLOW) as server:
        timeout = TimeoutOptions(**{limit: 0.4})
        error, seconds = measure(lambda: run_async(library, server.url, use, timeout=timeout))
        assert isinstance(error, TimedOutError)
        assert (error.phase, error.partial.text) == (limit, "a")
        assert seconds < 1.2
        wait_for(lambda: server.cancelled == 1)


def test_first_token_ends_the_wait_for_response_headers(library: Any) -> None:
    timeout = TimeoutOptions(first_token=0.3)
    with (
        Http2Server([b": x\n\n", *[0.1, b": x\n\n"] * 20]) as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, timeout=timeout, retries=0) as client,
    ):
        error, seconds = measure(lambda: list(client.chat.stream(model="a/b", messages=MESSAGES)))
        assert isinstance(error, TimedOutError)
        assert error.phase == "first_token"
        assert seconds < 1.2


def test_closing_a_stream_from_another_thread_ends_it_at_once_and_no_other(library: Any) -> None:
    with (
        Http2Server(SLOW) as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client) as client,
    ):
        other = client.chat.stream(model="a/b", messages=MESSAGES)
        texts: list[str] = []
        reader = threading.Thread(target=lambda: texts.extend(each.text for each in other))
        reader.start()
        stream = client.chat.stream(model="a/b", messages=MESSAGES)
        threading.Timer(0.5, stream.close).start()
        error, seconds = measure(lambda: list(stream))
        assert isinstance(error, IncompleteStreamError)
        assert seconds < 1.2
        reader.join(10)
        assert texts == ["a", "b", "c"]
        assert (server.cancelled, len(server.connections)) == (1, 1)


def test_closing_the_client_from_another_thread_ends_its_calls_and_leaves_the_http_client_open(
    library: Any,
) -> None:
    with Http2Server(SLOW) as server, make_client(library) as http_client:
        client = OpenRouter(base_url=server.url, http_client=http_client)
        threading.Timer(0.5, client.close).start()
        error, seconds = measure(lambda: list(client.chat.stream(model="a/b", messages=MESSAGES)))
        assert isinstance(error, IncompleteStreamError)
        assert "the client was closed" in str(error)
        assert error.partial.text == "a"
        assert seconds < 1.2
        assert not http_client.is_closed
        with OpenRouter(base_url=server.url, http_client=http_client) as second:
            assert second.chat.stream(model="a/b", messages=MESSAGES).read_all().text == "abc"


@pytest.mark.parametrize("what", ["stream", "client"])
def test_closing_from_another_task_ends_a_stream_at_once(library: Any, what: str) -> None:
    async def use(client: AsyncOpenRouter) -> float:
        stream = client.chat.stream(model="a/b", messages=MESSAGES)

        async def close() -> None:
            await anyio.sleep(0.5)
            await (stream if what == "stream" else client).aclose()

        started_at = time.monotonic()
        async with anyio.create_task_group() as group:
            group.start_soon(close)
            with pytest.raises(IncompleteStreamError):
                async for _ in stream:
                    pass
        return time.monotonic() - started_at

    with Http2Server(SLOW) as server:
        assert run_async(library, server.url, use) < 1.2
        wait_for(lambda: server.cancelled == 1)


def test_many_streams_closed_early_do_not_block_the_connection(library: Any) -> None:
    # Without a reset, the closed streams would count as open: the service allows a hundred, and httpcore raises.
    async def use(client: AsyncOpenRouter) -> None:
        for _ in range(150):
            async with client.chat.stream(model="a/b", messages=MESSAGES) as stream:
                await anext(stream)

    with Http2Server([event(chunk("x" * 1000)), 5.0]) as server:
        run_async(library, server.url, use)
        wait_for(lambda: server.cancelled == 150)
        assert len(server.connections) == 1


def test_a_refused_stream_is_a_failed_connection_and_not_an_invalid_setting() -> None:
    request = Request("POST", "https://api.example.com/v1", {}, None, timeouts=TimeoutOptions())
    refused = httpx.LocalProtocolError(str(TooManyStreamsError("Max outbound streams is 100, 100 open")))
    refused.__cause__ = TooManyStreamsError("Max outbound streams is 100, 100 open")
    deadlines = Deadlines(request.timeouts, 0.0)
    arguments = (load_library("httpx"), OpenExchange(), deadlines, 0.0, request)
    error = translate_error(refused, *arguments, response_started=False)
    assert type(error) is ConnectionFailedError


def test_the_limit_of_a_call_that_waits_for_headers_leaves_other_calls_alone(library: Any) -> None:
    results: list[str] = []

    with (
        Http2Server() as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):

        def ask(text: str, **settings: Any) -> str:
            return client.chat.send(model="a/b", messages=[user(text)], **settings).text

        ask("first")
        other = threading.Thread(target=lambda: results.append(ask("wait 2")))
        other.start()
        for limits in ({"total": 0.4}, {"first_token": 0.4}, {"read": 0.4}):
            error, seconds = measure(lambda limits=limits: ask("wait 5", timeout=TimeoutOptions(**limits)))
            assert isinstance(error, TimedOutError)
            assert error.phase in limits
            assert seconds < 1.2
            assert ask("next") == "next"
        other.join(10)
        assert results == ["wait 2"]
        wait_for(lambda: server.cancelled >= 3)
        assert server.cancelled == 3


def test_the_limit_of_an_async_call_that_waits_for_headers_leaves_other_calls_alone(library: Any) -> None:
    async def use(client: AsyncOpenRouter) -> None:
        async def ask(text: str, **settings: Any) -> str:
            return (await client.chat.send(model="a/b", messages=[user(text)], **settings)).text

        await ask("first")
        other = asyncio.ensure_future(ask("wait 2"))
        for limits in ({"total": 0.4}, {"first_token": 0.4}, {"read": 0.4}):
            started_at = time.monotonic()
            with pytest.raises(TimedOutError) as caught:
                await ask("wait 5", timeout=TimeoutOptions(**limits))
            assert caught.value.phase in limits
            assert time.monotonic() - started_at < 1.2
            assert await ask("next") == "next"
        assert await other == "wait 2"

    with Http2Server() as server:
        run_async(library, server.url, use)


def test_the_read_limit_applies_to_a_stream(library: Any) -> None:
    with (
        Http2Server(SLOW) as server,
        make_client(library) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, timeout=TimeoutOptions(read=0.5)) as client,
    ):
        error, seconds = measure(lambda: list(client.chat.stream(model="a/b", messages=MESSAGES)))
        assert isinstance(error, TimedOutError)
        assert (error.phase, error.partial.text) == ("read", "a")
        assert seconds < 1.3


def test_many_calls_that_end_before_their_headers_do_not_block_the_connection(library: Any) -> None:
    async def use(client: AsyncOpenRouter) -> str:
        async def ask() -> None:
            with anyio.move_on_after(1):  # time to send them all on a busy machine
                await client.chat.send(model="a/b", messages=[user("wait 5")])

        await client.chat.send(model="a/b", messages=[user("first")])
        for _ in range(3):
            await asyncio.gather(*(ask() for _ in range(50)))
        return (await client.chat.send(model="a/b", messages=[user("last")])).text

    with Http2Server() as server:
        assert run_async(library, server.url, use) == "last"
        # Some were cancelled before they were sent. The first and the last call were not cancelled.
        wait_for(lambda: server.cancelled == len(server.requests) - 2)
        assert len(server.connections) == 1
