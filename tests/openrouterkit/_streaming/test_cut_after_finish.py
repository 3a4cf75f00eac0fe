"""A chat stream that is cut between its finish reasons and [DONE] is incomplete: its usage and cost may be missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, event, piece
from parsers import make_chat_parser

from openrouterkit import AsyncOpenRouter, IncompleteStreamError, OpenRouter, RequestOptions, TimeoutOptions, user
from openrouterkit.errors import ConnectionFailedError, DecodeError, OpenRouterError, TimedOutError

MESSAGES = [user("hi")]
BODY = event(chunk("Hel")) + event(chunk("lo", "stop"))
USAGE = event({**chunk(), "choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2, "cost": 0.25}})
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
LONG_HEAD = HEAD + b"content-length: 9999\r\n\r\n"
CLOSING_HEAD = HEAD + b"connection: close\r\n\r\n"


@pytest.fixture(params=["sync", "asyncio", "trio"])
def read(request: pytest.FixtureRequest) -> Callable[..., tuple[list[str], Any]]:
    """Read the stream of a script; return the texts of its chunks, and its result or its error."""

    def run(script: Any, *, timeout: Any = 10, **options: Any) -> tuple[list[str], Any]:
        texts: list[str] = []
        settings: Any = {"api_key": "k", "timeout": timeout}

        async def call(url: str) -> Any:
            async with AsyncOpenRouter(base_url=url, **settings) as client:
                stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(**options))
                async for item in stream:
                    texts.append(item.text)  # noqa: PERF401 - the texts before an error count
                return stream.result()

        with Loopback(script) as server:
            try:
                if request.param != "sync":
                    return texts, anyio.run(call, server.url, backend=request.param)
                with OpenRouter(base_url=server.url, **settings) as client:
                    stream = client.chat.stream(messages=MESSAGES, options=RequestOptions(**options))
                    for item in stream:
                        texts.append(item.text)  # noqa: PERF401 - the texts before an error count
                    return texts, stream.result()
            except OpenRouterError as error:
                assert len(server.requests) == 1
                return texts, error

    return run


@pytest.mark.parametrize(
    "script",
    [
        [LONG_HEAD, BODY],
        [LONG_HEAD, BODY + USAGE],
        [LONG_HEAD, BODY, 0.05, "reset"],
        [STREAM_HEAD, piece(BODY)],
        [STREAM_HEAD, piece(BODY), 0.05, "reset"],
        [STREAM_HEAD, piece(BODY), b"%x\r\n" % len(USAGE) + USAGE[:-20]],
        [STREAM_HEAD, piece(BODY), b"ZZZ\r\n"],
        [STREAM_HEAD, piece(BODY + b'data: {"us')],
        [CLOSING_HEAD, BODY, 0.05, "reset"],
    ],
    ids=[
        *("content-length", "content-length after the usage", "reset before the content-length", "no last chunk"),
        *("reset", "inside the usage", "invalid chunk size", "inside an event", "reset without a length"),
    ],
)
def test_a_connection_cut_after_the_finish_reason_is_incomplete(read: Any, script: Any) -> None:
    texts, error = read(script)
    assert "".join(texts) == "Hello"
    assert type(error) is IncompleteStreamError
    assert "was interrupted" in str(error)
    assert isinstance(error.__cause__, ConnectionFailedError)
    assert (error.partial.text, error.partial.finish_reason, error.generation_id) == ("Hello", "stop", "gen-1")
    assert len(error.attempts) == 1


@pytest.mark.parametrize("rest", [b'data: {"us', b"data: [DO", b"data", USAGE[:-2], USAGE[:-1]])
@pytest.mark.parametrize("head", [STREAM_HEAD, CLOSING_HEAD], ids=["chunked", "until the connection closes"])
def test_a_body_that_ends_inside_an_event_after_the_finish_reason_is_incomplete(
    read: Any, head: bytes, rest: bytes
) -> None:
    texts, error = read([STREAM_HEAD, piece(BODY + rest), END] if head is STREAM_HEAD else [head, BODY + rest])
    assert "".join(texts) == "Hello"
    assert type(error) is IncompleteStreamError
    assert "inside an event" in str(error)
    assert error.partial.text == "Hello"


@pytest.mark.parametrize("script", [[LONG_HEAD, BODY], [STREAM_HEAD, piece(BODY + b'data: {"us'), END]])
def test_on_incomplete_return_returns_a_stream_cut_after_the_finish_reason(read: Any, script: Any) -> None:
    texts, result = read(script, on_incomplete="return")
    assert ("".join(texts), result.text, result.usage) == ("Hello", "Hello", None)


@pytest.mark.parametrize(
    "script",
    [
        [HEAD + b"content-length: %d\r\n\r\n" % len(BODY + USAGE), BODY + USAGE],
        [STREAM_HEAD, piece(BODY + USAGE), END],
        [CLOSING_HEAD, BODY + USAGE],
        [STREAM_HEAD, piece(BODY + USAGE + b": keep-al"), END],
        [LONG_HEAD, BODY + USAGE + DONE],
        [LONG_HEAD, BODY + USAGE + b"data: [DONE]", 0.05, "reset"],
        [STREAM_HEAD, piece(BODY + USAGE + DONE + b'data: {"us'), 0.05, "reset"],
        [STREAM_HEAD, piece(BODY + USAGE + DONE), "hang"],
    ],
    ids=[
        *("content-length", "chunked", "until the connection closes", "inside a comment", "short after [DONE]"),
        *("reset after an unterminated [DONE]", "reset after [DONE]", "left open after [DONE]"),
    ],
)
def test_a_whole_body_or_done_completes_a_stream(read: Any, script: Any) -> None:
    texts, result = read(script)
    assert ("".join(texts), result.text, result.cost) == ("Hello", "Hello", 0.25)


def test_silence_after_the_finish_reason_is_a_timeout_with_the_whole_text(read: Any) -> None:
    script = [STREAM_HEAD, piece(BODY), "hang"]
    texts, error = read(script, timeout=TimeoutOptions(idle=0.3), on_incomplete="return")
    assert "".join(texts) == "Hello"
    assert (type(error), error.phase) == (TimedOutError, "idle")
    assert (error.partial.text, error.partial.finish_reason) == ("Hello", "stop")


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ConnectionFailedError("reset"), IncompleteStreamError),
        (TimedOutError("late", "idle"), TimedOutError),
        (DecodeError("cannot decompress"), DecodeError),
    ],
)
def test_a_failed_read_after_the_finish_reason_marks_no_chunk_as_last(error: Any, kind: Any) -> None:
    parser = make_chat_parser()
    parser.feed(BODY, 1.0)
    parser.abort(error, 2.0)
    assert (type(parser.failure), parser.incomplete) == (kind, True)
    assert [(item.text, item.is_last) for item in parser.ready] == [("Hel", False), ("lo", False)]
