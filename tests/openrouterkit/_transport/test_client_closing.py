"""Closing a client ends its calls within 0.1 s, in every phase, and no others."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import anyio
import httpx
import pytest
from http_libraries import HTTP_LIBRARIES
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from tls import Certificates, TlsLoopback

from openrouterkit import (
    AsyncOpenRouter,
    ConfigurationError,
    ConnectionFailedError,
    ConnectionLimits,
    IncompleteStreamError,
    OpenRouter,
    OpenRouterError,
    RetryOptions,
    TimedOutError,
    TimeoutOptions,
    user,
)
from openrouterkit._flow.attempt import Attempt
from openrouterkit._transport import holders
from openrouterkit._transport.clients import make_sync_client

MESSAGES = [user("Hello")]
LIMIT = 0.6
"""Seconds within which calls must have ended, more than 0.1 because the machine may be busy."""


@pytest.fixture(params=["own", "derived", *(library.__name__ for library in HTTP_LIBRARIES)])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@contextmanager
def open_client(kind: str, url: str, **settings: Any) -> Iterator[OpenRouter]:
    if kind == "own":
        yield OpenRouter(base_url=url, **settings)
    elif kind == "derived":
        with OpenRouter(base_url=url, **settings) as client:
            yield client.with_options()
            client.models.list  # noqa: B018 - the original client stays open
    else:
        (library,) = (library for library in HTTP_LIBRARIES if library.__name__ == kind)
        with library.Client() as http_client:
            yield OpenRouter(base_url=url, http_client=http_client, **settings)
            assert not http_client.is_closed


def end_by_closing(client: OpenRouter, call: Callable[[], Any], calls: int = 10) -> list[OpenRouterError]:
    """Run calls in threads, close the client while they wait, and return their errors."""
    ended_at: list[float] = []

    def run() -> OpenRouterError:
        try:
            call()
        except OpenRouterError as error:
            ended_at.append(time.monotonic())
            return error
        raise AssertionError("the call was not ended")

    with ThreadPoolExecutor(calls) as threads:
        futures = [threads.submit(run) for _ in range(calls)]
        time.sleep(0.4)
        closed_at = time.monotonic()
        client.close()
        assert time.monotonic() - closed_at < LIMIT
        errors = [future.result(10) for future in futures]
    assert max(ended_at) - closed_at < LIMIT
    return errors


@contextmanager
def refuse_connections() -> Iterator[str]:
    """Yield the URL of a server whose queue of connections is full, so that connecting takes forever."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        waiting = []
        for _ in range(4):
            sock = socket.socket()
            sock.setblocking(False)
            sock.connect_ex(("127.0.0.1", port))
            waiting.append(sock)
        try:
            yield f"http://127.0.0.1:{port}/api/v1"
        finally:
            for sock in waiting:
                sock.close()


def run_on(backend: str, function: Callable[[str], Any], url: str) -> Any:
    """Run an async function on asyncio, uvloop or trio, and return its result."""
    if backend == "uvloop":
        return anyio.run(function, url, backend_options={"use_uvloop": True})
    return anyio.run(function, url, backend=backend)


def send(client: OpenRouter) -> Callable[[], Any]:
    return lambda: client.chat.send(model="a/b", messages=MESSAGES)


def test_first_calls_that_wait_for_a_response_end_with_an_error_that_says_so(kind: str) -> None:
    with Loopback(["hang"]) as server, open_client(kind, server.url) as client:
        errors = end_by_closing(client, send(client))
    assert {type(error) for error in errors} == {ConnectionFailedError}
    assert {str(error) for error in errors} == {"the client was closed during the call; close it after the last call"}
    assert all(error.client_closed and len(error.attempts) == 1 for error in errors)  # type: ignore[attr-defined]  # see above


def test_calls_on_reused_connections_end(kind: str) -> None:
    script = ["request", 0.5, http_response(completion()), "request", "hang"]  # the pause makes the first calls overlap
    with Loopback(script) as server, open_client(kind, server.url, retries=0) as client:
        with ThreadPoolExecutor(5) as threads:
            list(threads.map(lambda _: send(client)(), range(5)))
        errors = end_by_closing(client, send(client), 5)
    assert {type(error) for error in errors} == {ConnectionFailedError}


def test_calls_that_are_being_connected_end(kind: str) -> None:
    with refuse_connections() as url, open_client(kind, url) as client:
        errors = end_by_closing(client, send(client), 3)
    assert {type(error) for error in errors} == {ConnectionFailedError}


def test_calls_that_wait_for_a_retry_end(kind: str) -> None:
    retries = RetryOptions(initial_interval=20, jitter=0)
    with (
        Loopback([http_response({}, 503), "repeat"]) as server,
        open_client(kind, server.url, retries=retries) as client,
    ):
        errors = end_by_closing(client, send(client), 3)
    assert {type(error) for error in errors} == {ConnectionFailedError}


def test_streams_end_with_what_was_received(kind: str) -> None:
    script = [STREAM_HEAD, piece(event(chunk("a"))), "hang"]
    with Loopback(script) as server, open_client(kind, server.url) as client:
        errors = end_by_closing(client, lambda: list(client.chat.stream(model="a/b", messages=MESSAGES)), 3)
    assert {type(error) for error in errors} == {IncompleteStreamError}
    assert all("the client was closed" in str(error) and error.partial.text == "a" for error in errors)


def test_later_calls_raise_an_error_that_says_the_client_is_closed(kind: str) -> None:
    with Loopback([http_response(completion()), "repeat"]) as server, open_client(kind, server.url) as client:
        send(client)()
        client.close()
        client.close()
        with pytest.raises(ConfigurationError, match="the client is closed"):
            send(client)()
        with pytest.raises(ConfigurationError, match="the client is closed"):
            client.with_options(timeout=1).chat.send(model="a/b", messages=MESSAGES)


def test_closing_a_client_closes_the_clients_derived_from_it() -> None:
    with Loopback(["hang"]) as server:
        client = OpenRouter(base_url=server.url)
        derived = client.with_options(timeout=60)
        thread = threading.Timer(0.3, client.close)
        thread.start()
        with pytest.raises(ConnectionFailedError, match="the client was closed"):
            send(derived)()
        with pytest.raises(ConfigurationError, match="the client is closed"):
            send(derived)()


def test_closing_a_derived_client_leaves_calls_of_the_other_open() -> None:
    slow = [1.0, http_response(completion())]
    with Loopback(slow) as server, OpenRouter(base_url=server.url) as client:
        derived = client.with_options()
        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(send(client))
            errors = end_by_closing(derived, send(derived), 2)
            assert future.result(10).text == "Hello"
    assert {type(error) for error in errors} == {ConnectionFailedError}


def test_other_users_of_an_http_client_are_left_alone() -> None:
    slow = [1.0, http_response(completion())]
    with Loopback(slow) as server, httpx.Client() as http_client:
        client = OpenRouter(base_url=server.url, http_client=http_client)
        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(lambda: http_client.get(server.url))
            end_by_closing(client, send(client), 2)
            assert future.result(10).status_code == 200


@pytest.mark.parametrize("backend", ["asyncio", "uvloop", "trio"])
@pytest.mark.parametrize("library", [None, *HTTP_LIBRARIES])
@pytest.mark.parametrize("phase", ["response", "connect", "retry", "stream"])
def test_closing_an_async_client_ends_its_calls_in_every_phase(backend: str, library: Any, phase: str) -> None:
    retries = RetryOptions(initial_interval=20, jitter=0) if phase == "retry" else 0
    scripts: dict[str, list[Any]] = {
        "response": ["hang"],
        "retry": [http_response({}, 503), "repeat"],
        "stream": [STREAM_HEAD, piece(event(chunk("a"))), "hang"],
    }
    ended: list[OpenRouterError] = []

    async def call(client: AsyncOpenRouter) -> None:
        try:
            if phase == "stream":
                async for _ in client.chat.stream(model="a/b", messages=MESSAGES):
                    pass
            else:
                await client.chat.send(model="a/b", messages=MESSAGES)
        except OpenRouterError as error:
            ended.append(error)

    async def run(url: str) -> float:
        http_client = None if library is None else library.AsyncClient()
        client = AsyncOpenRouter(base_url=url, http_client=http_client, retries=retries)
        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(call, client)
            await anyio.sleep(0.4)
            closed_at = time.monotonic()
            await client.aclose()
        seconds = time.monotonic() - closed_at
        with pytest.raises(ConfigurationError, match="the client is closed"):
            await client.chat.send(model="a/b", messages=MESSAGES)
        if http_client is not None:
            assert not http_client.is_closed
            await http_client.aclose()
        return seconds

    if phase == "connect":
        with refuse_connections() as url:
            seconds = run_on(backend, run, url)
    else:
        with Loopback(scripts[phase]) as server:
            seconds = run_on(backend, run, server.url)
    assert seconds < LIMIT
    assert len(ended) == 5
    expected = IncompleteStreamError if phase == "stream" else ConnectionFailedError
    assert {type(error) for error in ended} == {expected}
    assert all("the client was closed" in str(error) for error in ended)


def test_a_stream_that_was_read_to_its_end_is_complete_after_its_client_is_closed() -> None:
    script = [STREAM_HEAD, piece(event(chunk("a", "stop"))), piece(DONE), END]
    with Loopback(script) as server:
        with OpenRouter(base_url=server.url) as client:
            stream = client.chat.stream(model="a/b", messages=MESSAGES)
            stream.read_all()
        assert stream.result().text == "a"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


TLS_SCRIPT = [STREAM_HEAD, piece(event(chunk("a"))), "hang"]


@pytest.mark.parametrize("ending", ["idle", "close stream", "close client"])
def test_streams_over_tls_end_at_once(certificates: Certificates, ending: str) -> None:
    timeout = TimeoutOptions(idle=0.4 if ending == "idle" else None)
    with TlsLoopback(certificates.build_server_context(), TLS_SCRIPT) as server:
        client = OpenRouter(base_url=server.url, verify=certificates.authority, timeout=timeout)
        stream = client.chat.stream(model="a/b", messages=MESSAGES)
        assert next(stream).text == "a"
        if ending != "idle":
            threading.Timer(0.4, stream.close if ending == "close stream" else client.close).start()
        started_at = time.monotonic()
        with pytest.raises(TimedOutError if ending == "idle" else IncompleteStreamError) as caught:
            next(stream)
        assert time.monotonic() - started_at < 0.4 + LIMIT
        assert caught.value.partial.text == "a"
        client.close()


@pytest.mark.parametrize("backend", ["asyncio", "uvloop", "trio"])
@pytest.mark.parametrize("ending", ["idle", "close stream", "close client", "cancel"])
def test_async_streams_over_tls_end_at_once(certificates: Certificates, backend: str, ending: str) -> None:
    timeout = TimeoutOptions(idle=0.4 if ending == "idle" else None)

    async def run(url: str) -> float:
        client = AsyncOpenRouter(base_url=url, verify=certificates.authority, timeout=timeout)
        stream = client.chat.stream(model="a/b", messages=MESSAGES)
        assert (await anext(stream)).text == "a"

        async def end() -> None:
            await anyio.sleep(0.4)
            await (stream if ending == "close stream" else client).aclose()

        started_at = time.monotonic()
        async with anyio.create_task_group() as group:
            if ending.startswith("close"):
                group.start_soon(end)
            if ending == "cancel":
                with anyio.move_on_after(0.4):
                    await anext(stream)
            else:
                with pytest.raises(TimedOutError if ending == "idle" else IncompleteStreamError) as caught:
                    await anext(stream)
                assert caught.value.partial.text == "a"
        seconds = time.monotonic() - started_at
        await client.aclose()
        return seconds

    with TlsLoopback(certificates.build_server_context(), TLS_SCRIPT) as server:
        assert run_on(backend, run, server.url) < 0.4 + LIMIT


def count_exchange_threads() -> int:
    return sum(thread.name == "openrouterkit-exchange" for thread in threading.enumerate())


def test_calls_that_ended_while_they_waited_for_a_connection_are_never_sent() -> None:
    with Loopback(["hang"]) as server:
        client = OpenRouter(base_url=server.url, limits=ConnectionLimits(max_connections=2))
        errors = end_by_closing(client, send(client), 10)
        assert {type(error) for error in errors} == {ConnectionFailedError}
        end = time.monotonic() + 5
        while count_exchange_threads() and time.monotonic() < end:
            time.sleep(0.01)
        assert (len(server.requests), count_exchange_threads()) == (2, 0)


def test_a_limit_that_ends_a_call_while_it_is_being_connected_leaves_no_thread() -> None:
    timeout = TimeoutOptions(total=0.2)
    with Loopback(["hang"]) as server:
        with OpenRouter(base_url=server.url, timeout=timeout, retries=0) as client, pytest.raises(TimedOutError):
            send(client)()
        end = time.monotonic() + 5
        while count_exchange_threads() and time.monotonic() < end:
            time.sleep(0.01)
        assert count_exchange_threads() == 0


def test_a_client_that_is_closed_while_its_connections_are_prepared_rejects_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # As by a signal handler, which runs in the thread that prepares them.
    client = OpenRouter(base_url="http://127.0.0.1:1/v1")

    def make_client(connections: Any) -> httpx.Client:
        client.close()
        return make_sync_client(connections)

    monkeypatch.setattr(holders, "make_sync_client", make_client)
    with pytest.raises(ConfigurationError, match="the client is closed"):
        send(client)()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_aclose_in_another_event_loop_ends_the_calls_of_all_loops(backend: str) -> None:
    retries = RetryOptions(initial_interval=20, jitter=0)
    with Loopback([http_response({}, 503), "repeat"]) as server:
        client = AsyncOpenRouter(base_url=server.url, retries=retries)

        async def call(client: AsyncOpenRouter) -> OpenRouterError:
            with pytest.raises(OpenRouterError) as caught:
                await client.chat.send(model="a/b", messages=MESSAGES)
            await client.aclose()
            return caught.value

        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(anyio.run, call, client, backend=backend)
            time.sleep(0.5)
            closed_at = time.monotonic()
            anyio.run(client.aclose)
            error = future.result(10)
        assert time.monotonic() - closed_at < LIMIT
        assert isinstance(error, ConnectionFailedError)
        assert error.client_closed


def test_closing_a_client_in_a_callback_ends_its_call() -> None:
    def close(_: Attempt) -> None:
        client.close()

    with Loopback([http_response({}, 503), "repeat"]) as server:
        client = OpenRouter(base_url=server.url, retries=RetryOptions(initial_interval=20, on_attempt=close))
        started_at = time.monotonic()
        with pytest.raises(ConnectionFailedError, match="the client was closed"):
            send(client)()
        assert time.monotonic() - started_at < 5


def test_aclose_in_a_callback_ends_its_call() -> None:
    async def run(url: str) -> None:
        async def close(_: Attempt) -> None:
            await client.aclose()

        client = AsyncOpenRouter(base_url=url, retries=RetryOptions(initial_interval=20, on_attempt=close))
        with pytest.raises(ConnectionFailedError, match="the client was closed"), anyio.fail_after(5):
            await client.chat.send(model="a/b", messages=MESSAGES)

    with Loopback([http_response({}, 503), "repeat"]) as server:
        anyio.run(run, server.url)


def test_total_applies_to_a_transport_of_the_caller_when_it_returns() -> None:
    def respond(_: httpx.Request) -> httpx.Response:
        time.sleep(0.4)
        return httpx.Response(200, json=completion())

    timeout = TimeoutOptions(total=0.2)
    with httpx.Client(transport=httpx.MockTransport(respond)) as http_client:
        client = OpenRouter(base_url="http://localhost/v1", http_client=http_client, timeout=timeout, retries=0)
        with pytest.raises(TimedOutError, match="the call was not complete"):
            send(client)()
