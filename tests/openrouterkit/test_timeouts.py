"""Timeouts: the deadlines without a clock, and every limit on real sockets."""

from __future__ import annotations

import copy
import inspect
import pickle
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from attrs import evolve
from http_libraries import HTTP_LIBRARIES
from loopback import JSON_HEAD, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit._flow.deadlines import Deadlines
from openrouterkit._transport.watchdog import shut_down
from openrouterkit.errors import ConfigurationError, OpenRouterError, TimedOutError
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.timeouts import TimeoutOptions

MESSAGES: Any = [{"role": "user", "content": "hi"}]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def time_out(request: pytest.FixtureRequest) -> Callable[..., tuple[TimedOutError, float]]:
    """Run a call that times out; return its error, and the seconds until it was raised."""

    def run(url: str, timeout: TimeoutOptions, *, stream: bool = False) -> tuple[TimedOutError, float]:
        options: Any = {"base_url": url, "timeout": timeout, "retries": 0}
        started_at = 0.0

        async def call() -> None:
            nonlocal started_at
            async with AsyncOpenRouter(**options) as client:
                client._transport._holder.get()  # loads httpx and certificates before the clock starts
                started_at = time.monotonic()
                if stream:
                    async with client.chat.stream(messages=MESSAGES) as chunks:
                        async for _ in chunks:
                            started_at = time.monotonic()
                else:
                    await client.chat.send(messages=MESSAGES)

        with pytest.raises(TimedOutError) as caught:  # noqa: PT012 - one call in sync code, asyncio and trio
            if request.param != "sync":
                anyio.run(call, backend=request.param)
            else:
                with OpenRouter(**options) as client:
                    client._transport._holder.get()
                    started_at = time.monotonic()
                    if stream:
                        with client.chat.stream(messages=MESSAGES) as chunks:
                            for _ in chunks:
                                started_at = time.monotonic()
                    else:
                        client.chat.send(messages=MESSAGES)
        return caught.value, time.monotonic() - started_at

    return run


KEEPALIVES = [part for _ in range(40) for part in (piece(b": PROCESSING\n\n"), 0.05)]
BLANKS = [part for _ in range(40) for part in (piece(b"  \n"), 0.05)]
SLOW_HEADERS = [b"HTTP/1.1 200 OK\r\nx-a: ", *[part for _ in range(40) for part in (b"a", 0.05)]]


def test_missing_response_headers_exceed_the_read_timeout(time_out: Any) -> None:
    with Loopback(["hang"]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3))
    assert error.phase == "read"
    assert 0.2 < took < 0.9


def test_a_missing_response_body_exceeds_the_read_timeout(time_out: Any) -> None:
    with Loopback([JSON_HEAD, piece(b" "), "hang"]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3))
    assert error.phase == "read"
    assert 0.2 < took < 0.9


def test_slow_response_headers_exceed_total(time_out: Any) -> None:
    with Loopback(SLOW_HEADERS) as server:
        error, took = time_out(server.url, TimeoutOptions(total=0.4))
    assert error.phase == "total"
    assert 0.3 < took < 1.0


def test_white_space_does_not_reset_first_token(time_out: Any) -> None:
    with Loopback([JSON_HEAD, *BLANKS]) as server:
        error, took = time_out(server.url, TimeoutOptions(first_token=0.4))
    assert error.phase == "first_token"
    assert 0.3 < took < 1.0


def test_comments_do_not_reset_first_token(time_out: Any) -> None:
    with Loopback([STREAM_HEAD, *KEEPALIVES]) as server:
        error, took = time_out(server.url, TimeoutOptions(first_token=0.4), stream=True)
    assert error.phase == "first_token"
    assert 0.3 < took < 1.0


def test_comments_do_not_reset_idle(time_out: Any) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("so "))), piece(event(chunk("far"))), *KEEPALIVES]) as server:
        error, took = time_out(server.url, TimeoutOptions(idle=0.4), stream=True)
    assert error.phase == "idle"
    assert 0.3 < took < 1.0
    assert error.partial.text == "so far"
    assert error.status_code == 200
    assert [attempt.status for attempt in error.attempts] == [200]


def test_total_includes_reading_the_stream(time_out: Any) -> None:
    words = [part for _ in range(40) for part in (piece(event(chunk("word "))), 0.05)]
    with Loopback([STREAM_HEAD, *words]) as server:
        started_at = time.monotonic()
        error, _ = time_out(server.url, TimeoutOptions(total=0.5), stream=True)
        assert time.monotonic() - started_at < 0.9
    assert error.phase == "total"


def test_total_includes_the_waits_between_attempts() -> None:
    error_response = b"HTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n"
    started_at = time.monotonic()
    with (
        Loopback([error_response, "repeat"]) as server,
        OpenRouter(base_url=server.url, timeout=TimeoutOptions(total=0.3)) as client,
        pytest.raises(OpenRouterError) as caught,
    ):
        client.chat.send(messages=MESSAGES)
    assert "exceeds the" in str(caught.value.attempts[-1].reason)
    assert time.monotonic() - started_at < 0.5


def test_a_slow_connection_exceeds_the_connect_timeout(time_out: Any) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        pending = [socket.socket() for _ in range(4)]  # never accepted, so the next connection has to wait
        for sock in pending:
            sock.setblocking(False)
            sock.connect_ex(full.getsockname())
        error, took = time_out(f"http://127.0.0.1:{full.getsockname()[1]}/v1", TimeoutOptions(connect=0.2))
        for sock in pending:
            sock.close()
    assert error.phase == "connect"
    assert took < 0.5


def test_white_space_resets_the_read_timeout_like_in_httpx() -> None:
    body = completion("after a while")
    slow = [*BLANKS[:12], piece(str(body).replace("'", '"').encode()), b"0\r\n\r\n"]
    with Loopback([JSON_HEAD, *slow]) as server, OpenRouter(base_url=server.url, timeout=0.2) as client:
        assert client.chat.send(messages=MESSAGES).text == "after a while"


def test_idle_excludes_the_time_between_reads_of_the_caller() -> None:
    script = [STREAM_HEAD, piece(event(chunk("a"))), 0.15, piece(event(chunk("b", "stop"))), b"0\r\n\r\n"]
    options = TimeoutOptions(idle=0.3)
    with (
        Loopback(script) as server,
        OpenRouter(base_url=server.url, timeout=options) as client,
        client.chat.stream(messages=MESSAGES) as stream,
    ):
        for _ in stream:
            time.sleep(0.4)
        assert stream.result().text == "ab"


def test_all_calls_share_one_watchdog_thread() -> None:
    script = [b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}", "repeat"]
    with Loopback(script) as server, OpenRouter(base_url=server.url, timeout=TimeoutOptions(total=5)) as client:
        for _ in range(3):
            client.request("GET", "/x")
    assert sum(thread.name == "openrouterkit-watchdog" for thread in threading.enumerate()) == 1


def test_numbers_and_httpx_timeouts_are_converted() -> None:
    assert TimeoutOptions.of(30) == TimeoutOptions(connect=30, read=30, write=30, pool=30)
    assert TimeoutOptions.of(None) == TimeoutOptions(connect=None, read=None, write=None, pool=None)
    assert TimeoutOptions.of(httpx.Timeout(3, read=9)) == TimeoutOptions(connect=3, read=9, write=3, pool=3)


@pytest.mark.parametrize("value", [0, -1, float("nan"), True, "10"])
def test_an_invalid_limit_is_rejected_by_name(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="idle"):
        TimeoutOptions(idle=value)


@pytest.mark.parametrize(
    ("options", "first_token", "idle"),
    [
        (TimeoutOptions(), 900, 600),
        (TimeoutOptions(read=5), 900, 300),
        (TimeoutOptions(read=1200), 1200, 1200),
        (TimeoutOptions(read=None), None, None),
        (TimeoutOptions.of(1), 900, 300),
        (TimeoutOptions.of(1000), 1000, 1000),
        (TimeoutOptions.of(None), None, None),
        (TimeoutOptions.of(httpx.Timeout(3, read=700)), 900, 700),
        (TimeoutOptions(first_token=20), 20, 600),
        (TimeoutOptions(idle=20), 900, 20),
        (TimeoutOptions(first_token=None, idle=None), None, None),
        (TimeoutOptions(read=None, first_token=7), 7, None),
    ],
)
def test_first_token_and_idle_have_defaults_that_are_never_shorter_than_read(
    options: TimeoutOptions, first_token: float | None, idle: float | None
) -> None:
    assert (options.first_token, options.idle) == (first_token, idle)


@pytest.mark.parametrize(
    ("options", "exact"),
    [
        (TimeoutOptions(), False),
        (TimeoutOptions(read=1), False),
        (TimeoutOptions(first_token=None, idle=None), False),
        (TimeoutOptions(first_token=5), True),
        (TimeoutOptions(idle=5), True),
        (TimeoutOptions(total=5, idle=None), True),
    ],
)
def test_limits_are_enforced_during_a_read_only_if_one_was_set(options: TimeoutOptions, *, exact: bool) -> None:
    assert options.exact is exact
    assert Deadlines(options, 0.0).exact is exact


def test_limits_that_were_not_set_stay_so_in_copies() -> None:
    for options in (TimeoutOptions(), TimeoutOptions(idle=None), TimeoutOptions(first_token=5)):
        for duplicate in (pickle.loads(pickle.dumps(options)), copy.deepcopy(options), evolve(options)):
            assert duplicate == options
            assert (duplicate.exact, hash(duplicate)) == (options.exact, hash(options))
    longer = evolve(TimeoutOptions(), read=1000.0)
    assert (longer.first_token, longer.idle) == (1000, 1000)
    assert evolve(TimeoutOptions(), idle=5).idle == 5
    assert TimeoutOptions(idle=None) != TimeoutOptions() != TimeoutOptions(first_token=900, idle=600)


def test_the_repr_of_limits_shows_what_was_set_and_evaluates_to_the_same_limits() -> None:
    assert repr(TimeoutOptions()) == "TimeoutOptions(connect=5.0, read=600.0, write=60.0, pool=60.0, total=None)"
    for options in (TimeoutOptions(idle=None, first_token=3), TimeoutOptions(total=1)):
        assert eval(repr(options)) == options


def test_unset_of_a_package_with_its_own_runtime_leaves_a_limit_unset() -> None:
    foreign: Any = type("Unset", (), {"is_unset_marker": True})()
    assert TimeoutOptions(first_token=foreign, idle=foreign) == TimeoutOptions()


def test_the_signature_of_limits_shows_names_and_defaults() -> None:
    assert list(inspect.signature(TimeoutOptions).parameters) == [
        "connect",
        "read",
        "write",
        "pool",
        "first_token",
        "idle",
        "total",
    ]
    assert "first_token: 'float | None' = UNSET" in str(inspect.signature(TimeoutOptions))


@pytest.mark.parametrize(
    ("options", "phase", "seconds"),
    [
        (TimeoutOptions(first_token=5), "first_token", "5"),
        (TimeoutOptions(first_token=5), "idle", "600"),
        (TimeoutOptions(idle=3), "idle", "3"),
        (TimeoutOptions(idle=3), "first_token", "900"),
        (TimeoutOptions(read=1000), "idle", "1000"),
        (TimeoutOptions.of(1), "idle", "300"),
    ],
)
def test_the_error_names_the_limit_that_was_exceeded(options: TimeoutOptions, phase: str, seconds: str) -> None:
    deadlines = Deadlines(options, started_at=0.0)
    start = deadlines.start_idle if phase == "idle" else deadlines.start_attempt
    start(0.0)
    assert deadlines.expires_at == float(seconds)
    message = rf"within {seconds} s; increase TimeoutOptions\({phase}=\.\.\.\)"
    with pytest.raises(TimedOutError, match=message):
        deadlines.check(float(seconds))


def test_a_limit_that_is_none_is_never_exceeded() -> None:
    deadlines = Deadlines(TimeoutOptions(first_token=None, idle=None), started_at=0.0)
    deadlines.start_attempt(0.0)
    deadlines.check(1e9)
    deadlines.start_idle(0.0)
    deadlines.check(1e9)


def test_the_nearest_limit_applies() -> None:
    deadlines = Deadlines(TimeoutOptions(first_token=5, idle=3, total=10), started_at=100.0)
    deadlines.start_attempt(101.0)
    assert (deadlines.expires_at, deadlines.phase) == (106.0, "first_token")
    deadlines.start_idle(104.0)
    assert (deadlines.expires_at, deadlines.phase) == (107.0, "idle")
    deadlines.start_idle(108.0)
    assert (deadlines.expires_at, deadlines.phase) == (110.0, "total")
    deadlines.check(109.9)
    with pytest.raises(TimedOutError):
        deadlines.check(110.0)


@pytest.fixture
def short_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the 900 s and 300 s of the defaults by 0.4 s."""
    monkeypatch.setattr("openrouterkit.timeouts.FIRST_TOKEN", 0.4)
    monkeypatch.setattr("openrouterkit.timeouts.IDLE", 0.4)


def test_a_stream_of_comments_exceeds_first_token_by_default(time_out: Any, short_defaults: None) -> None:
    with Loopback([STREAM_HEAD, *KEEPALIVES]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3), stream=True)
    assert error.phase == "first_token"
    assert 0.4 <= took < 1


def test_a_plain_response_of_white_space_exceeds_first_token_by_default(time_out: Any, short_defaults: None) -> None:
    with Loopback([JSON_HEAD, *BLANKS]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3))
    assert error.phase == "first_token"
    assert 0.4 <= took < 1


def test_comments_after_content_exceed_idle_by_default(time_out: Any, short_defaults: None) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("so far"))), *KEEPALIVES]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3), stream=True)
    assert error.phase == "idle"
    assert error.partial.text == "so far"
    assert 0.35 <= took < 1


def test_silence_is_ended_by_read_where_the_other_limits_are_defaults(time_out: Any) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("so far"))), "hang"]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3), stream=True)
    assert error.phase == "read"
    assert 0.25 <= took < 0.8


def test_keep_alives_are_unlimited_if_the_limits_are_none(time_out: Any, short_defaults: None) -> None:
    with Loopback([STREAM_HEAD, *KEEPALIVES[:30], "hang"]) as server:
        error, took = time_out(server.url, TimeoutOptions(read=0.3, first_token=None, idle=None), stream=True)
    assert error.phase == "read"
    assert took > 0.9


def test_default_limits_need_no_watchdog_thread() -> None:
    script = [STREAM_HEAD, piece(b": PROCESSING\n\n"), piece(event(chunk("Hi"))), "hang"]
    code = (
        "import sys, threading; from openrouterkit import OpenRouter, user\n"
        "with OpenRouter(base_url=sys.argv[1]).chat.stream(messages=[user('hi')]) as stream:\n"
        "    print(next(stream).text, threading.active_count())"
    )
    with Loopback(script) as server:
        command = [sys.executable, "-c", code, server.url]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["Hi", "1"]


def test_events_without_data_do_not_reset_idle(time_out: Any) -> None:
    blank = [part for _ in range(20) for part in (piece(b"data: \n\n"), 0.05, piece(b"event: ping\ndata:  \n\n"), 0.05)]
    with Loopback([STREAM_HEAD, piece(event(chunk("a"))), *blank]) as server:
        error, took = time_out(server.url, TimeoutOptions(idle=0.4), stream=True)
    assert error.phase == "idle"
    assert 0.3 < took < 1.0


def test_slow_response_headers_on_a_reused_connection_exceed_total() -> None:
    with (
        Loopback([http_response(completion()), "request", *SLOW_HEADERS]) as server,
        OpenRouter(base_url=server.url, timeout=TimeoutOptions(total=0.4), retries=0) as client,
    ):
        client.chat.send(messages=MESSAGES)
        started_at = time.monotonic()
        with pytest.raises(TimedOutError) as caught:
            client.chat.send(messages=MESSAGES)
        assert 0.3 < time.monotonic() - started_at < 1.0
        assert (caught.value.phase, server.connections) == ("total", 1)


def test_total_includes_the_wait_for_a_pooled_connection() -> None:
    script = [http_response(completion()), "request", 0.3, http_response(completion()), "request", "hang"]
    with (
        httpx.Client(limits=httpx.Limits(max_connections=1)) as http_client,
        Loopback(script) as server,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):
        client.chat.send(messages=MESSAGES)
        other = threading.Thread(target=lambda: client.chat.send(messages=MESSAGES))
        other.start()
        while len(server.requests) < 2:
            time.sleep(0.001)
        started_at = time.monotonic()
        with pytest.raises(TimedOutError) as caught:
            client.chat.send(messages=MESSAGES, timeout=TimeoutOptions(total=0.5))
        assert 0.4 < time.monotonic() - started_at < 1.1
        assert (caught.value.phase, server.connections) == ("total", 1)
        other.join()


class _LoopSocket:
    """Like the sockets of uvloop: has a file descriptor, but does not support shutdown()."""

    def __init__(self, sock: socket.socket) -> None:
        self.fileno = sock.fileno

    def shutdown(self, _: int) -> None:
        raise TypeError("transport sockets do not support shutdown() method")


def test_a_socket_without_shutdown_is_shut_down_and_not_closed() -> None:
    here, there = socket.socketpair()
    with here, there:
        shut_down(_LoopSocket(here))
        assert there.recv(1) == b""
        assert here.fileno() >= 0
    shut_down(_LoopSocket(here))  # does nothing: the socket is closed


LIBRARIES = pytest.mark.parametrize("library", HTTP_LIBRARIES, ids=lambda library: library.__name__)
SLOW: Any = ["request", 0.8, http_response(completion()), "repeat"]


@LIBRARIES
@pytest.mark.parametrize("kind", [OpenRouter, AsyncOpenRouter])
def test_the_timeout_of_a_client_that_is_passed_applies(kind: Any, library: Any) -> None:
    def build(**settings: Any) -> TimeoutOptions:
        make = library.Client if kind is OpenRouter else library.AsyncClient
        timeout = settings.pop("theirs", None)
        http_client = make() if timeout is None else make(timeout=timeout)
        limits: TimeoutOptions = kind(http_client=http_client, **settings)._settings.timeouts
        return limits

    assert build(theirs=library.Timeout(9, read=700)) == TimeoutOptions(connect=9, read=700, write=9, pool=9)
    assert build(theirs=library.Timeout(None)) == TimeoutOptions.of(None)
    assert build(theirs=library.Timeout(5, connect=4)) == TimeoutOptions(connect=4, read=5, write=5, pool=5)
    assert build() == build(theirs=5) == build(theirs=library.Timeout(5.0)) == TimeoutOptions()
    assert build(theirs=7, timeout=5) == TimeoutOptions.of(5)
    assert build(theirs=7, timeout=None) == TimeoutOptions.of(None)
    assert build(theirs=7, timeout=TimeoutOptions()) == TimeoutOptions()
    with pytest.raises(ConfigurationError, match=r"^invalid timeout of http_client: TimeoutOptions\.read must be"):
        build(theirs=library.Timeout(3, read=0))


def test_none_switches_limits_off_as_argument_of_a_method_and_keeps_them_in_options() -> None:
    with Loopback(SLOW) as server, OpenRouter(base_url=server.url, timeout=0.2, retries=0) as client:
        with pytest.raises(TimedOutError, match=r"within 0\.2 s"):
            client.chat.send(messages=MESSAGES, options=RequestOptions(timeout=None))
        assert client.chat.send(messages=MESSAGES, timeout=None).text == "Hello"
        unlimited = RequestOptions(timeout=TimeoutOptions(connect=None, read=None, write=None, pool=None))
        assert client.chat.send(messages=MESSAGES, options=unlimited).text == "Hello"


def test_a_client_without_timeouts_of_its_own_has_the_default_limits() -> None:
    for timeout in (None, 3, "soon"):
        http_client: Any = type("Client", (), {"timeout": timeout, "close": None})()
        assert OpenRouter(http_client=http_client)._settings.timeouts == TimeoutOptions()


@LIBRARIES
def test_the_timeout_of_a_client_that_is_passed_ends_a_call_and_every_other_timeout_replaces_it(library: Any) -> None:
    options = RequestOptions(timeout=5)
    with (
        Loopback(SLOW) as server,
        library.Client(timeout=0.2) as http_client,
        OpenRouter(base_url=server.url, http_client=http_client, retries=0) as client,
    ):
        for ours in (client, client.with_options(retries=0)):
            with pytest.raises(TimedOutError, match=r"within 0\.2 s") as caught:
                ours.chat.send(messages=MESSAGES)
            assert caught.value.phase == "read"
        assert client.with_options(timeout=5).chat.send(messages=MESSAGES).text == "Hello"
        assert client.chat.send(messages=MESSAGES, options=options).text == "Hello"
        assert client.chat.send(messages=MESSAGES, timeout=5).text == "Hello"
        assert OpenRouter(base_url=server.url, http_client=http_client, timeout=5).chat.send(messages=MESSAGES).text


@LIBRARIES
def test_the_timeout_of_an_async_client_that_is_passed_ends_a_call(library: Any) -> None:
    async def call(url: str) -> None:
        async with library.AsyncClient(timeout=0.2) as http_client:
            client = AsyncOpenRouter(base_url=url, http_client=http_client, retries=0)
            with pytest.raises(TimedOutError, match=r"within 0\.2 s"):
                await client.chat.send(messages=MESSAGES)
            assert (await client.chat.send(messages=MESSAGES, timeout=5)).text == "Hello"

    with Loopback(SLOW) as server:
        anyio.run(call, server.url)
