"""`text`, `partial` and `usage` of a stream: the result of the chunks that were delivered, at any time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, event, http_response, piece

from openrouterkit import APIError, AsyncOpenRouter, IncompleteStreamError, OpenRouter, user

MESSAGES = [user("hi")]
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.25}
LAST = {**chunk(), "choices": [], "usage": USAGE}
EVENTS = b"".join(map(event, [chunk("Hel"), chunk("lo"), chunk("!", "stop"), LAST])) + DONE


@contextmanager
def open_stream(script: Any) -> Iterator[Any]:
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=0, timeout=10) as client:
        yield client.chat.stream(messages=MESSAGES)


def observe(stream: Any) -> tuple[str, Any, Any]:
    """Return the text, the finish reason and the cost of the chunks that were delivered."""
    partial = stream.partial
    assert stream.text == partial.text
    return partial.text, partial.finish_reason, None if stream.usage is None else stream.usage.cost


def test_a_stream_that_is_not_open_has_no_result_yet() -> None:
    with open_stream([STREAM_HEAD, piece(EVENTS), END]) as stream:
        assert (stream.text, stream.partial, stream.usage) == ("", None, None)


READS = pytest.mark.parametrize(
    "script",
    [[STREAM_HEAD, piece(EVENTS), END], [STREAM_HEAD, *(piece(part + b"\n\n") for part in EVENTS.split(b"\n\n")), END]],
    ids=["one read", "one read per event"],
)
EXPECTED = [
    ("", None, None),
    ("Hel", None, None),
    ("Hello", None, None),
    ("Hello!", "stop", None),
    ("Hello!", "stop", 0.25),
]


@READS
def test_only_delivered_chunks_count_however_many_a_read_contains(script: Any) -> None:
    with open_stream(script) as stream, stream:
        observed = [observe(stream), *(observe(stream) for _ in stream)]
        assert observed == EXPECTED
        assert observe(stream) == EXPECTED[-1]
        assert stream.partial == stream.result()
        assert (stream.partial.response.status, stream.partial.latency) == (200, stream.result().latency)


@READS
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_only_delivered_chunks_count_in_async_code(script: Any, backend: str) -> None:
    async def call(url: str) -> None:
        async with AsyncOpenRouter(base_url=url) as client, client.chat.stream(messages=MESSAGES) as stream:
            observed = [observe(stream)] + [observe(stream) async for _ in stream]
        assert observed == EXPECTED

    with Loopback(script) as server:
        anyio.run(call, server.url, backend=backend)


def test_the_delivered_chunks_count_after_close_and_everything_received_in_the_error() -> None:
    with open_stream([STREAM_HEAD, piece(EVENTS), END]) as stream:
        with stream:
            next(stream)
        assert observe(stream) == EXPECTED[1]
        with pytest.raises(IncompleteStreamError) as caught:
            stream.result()
        assert (caught.value.partial.text, caught.value.partial.usage.cost) == ("Hello!", 0.25)
        assert observe(stream) == EXPECTED[1]


def test_reading_on_after_result_has_raised_adds_nothing_twice() -> None:
    with open_stream([STREAM_HEAD, piece(EVENTS), END]) as stream:
        next(stream)
        with pytest.raises(IncompleteStreamError, match="read_all") as caught:
            stream.result()
        assert caught.value.partial.text == "Hello!"
        assert [observe(stream) for _ in stream] == EXPECTED[2:]
        assert stream.result().text == "Hello!"


def test_the_delivered_chunks_count_after_a_failure() -> None:
    failing = piece(event(chunk("Hel")) + event(chunk("lo")) + event({"error": {"code": 400, "message": "bad"}}))
    with open_stream([STREAM_HEAD, failing, END]) as stream:
        next(stream)
        assert observe(stream) == EXPECTED[1]
        next(stream)
        with pytest.raises(APIError) as caught:
            next(stream)
        assert caught.value.partial.text == "Hello"
        assert observe(stream) == EXPECTED[2]


def test_a_stream_that_could_not_be_opened_has_no_result() -> None:
    with open_stream([http_response({"error": {"message": "no"}}, 400)]) as stream:
        with pytest.raises(APIError):
            next(stream)
        assert (stream.text, stream.partial, stream.usage) == ("", None, None)


@pytest.fixture
def ctrl_c_raises() -> Iterator[None]:
    """Let SIGINT raise KeyboardInterrupt, also in a process that a shell started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever other tests have set
    yield
    signal.signal(signal.SIGINT, before)


def test_the_delivered_chunks_count_after_ctrl_c(ctrl_c_raises: None) -> None:
    def interrupt(_: Any) -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    script = [STREAM_HEAD, piece(event(chunk("Hel")) + event(chunk("lo"))), 0.2, interrupt, "hang"]
    with open_stream(script) as stream, pytest.raises(KeyboardInterrupt):
        for _ in stream:
            pass
    assert observe(stream) == EXPECTED[2]


def test_another_thread_can_watch_the_result_grow() -> None:
    number = 3000
    events = b"".join(event({**chunk("a"), f"member {count % 50}": count}) for count in range(number))
    errors: list[BaseException] = []
    done = threading.Event()

    def watch(stream: Any) -> None:
        seen = 0
        try:
            while not done.is_set():
                length = len(stream.text)
                assert length >= seen
                seen = length
                _ = stream.usage, stream.partial.to_dict()
        except BaseException as error:
            errors.append(error)

    with open_stream([STREAM_HEAD, piece(events + event(chunk("", "stop")) + DONE), END]) as stream, stream:
        watcher = threading.Thread(target=watch, args=(stream,))
        watcher.start()
        for _ in stream:
            pass
        done.set()
        watcher.join(10)
        assert len(stream.text) == number
    assert errors == []
