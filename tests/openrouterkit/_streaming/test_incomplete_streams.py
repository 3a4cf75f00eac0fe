"""A stream that was cut is never complete, whether its description declares an end or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest
import workshop
from loopback import END, STREAM_HEAD, Loopback, chunk, event, piece

from openrouterkit import AsyncOpenRouter, IncompleteStreamError, OpenRouter
from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._streaming.parser import StreamParser
from openrouterkit.errors import ConnectionFailedError, DecodeError, OpenRouterError, TimedOutError
from openrouterkit.headers import Headers

NUMBERED = {"type": "object", "properties": {"n": {"type": "integer"}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Ticks", "version": "1"},
    "paths": {
        "/ticks": {
            "get": {
                "operationId": "watchTicks",
                "tags": ["Ticks"],
                "responses": {"200": {"description": "They.", "content": {"text/event-stream": {"schema": NUMBERED}}}},
            }
        }
    },
}
ITEMS = [event({"n": number}) for number in (1, 2, 3)]
BODY = b"".join(ITEMS)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A package of a document whose event stream has no sentinel."""
    with workshop.open_workshop(Path(tmp_path_factory.mktemp("ticks"))) as place:
        yield place.load_package(DOCUMENT)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def read(request: pytest.FixtureRequest, package: ModuleType) -> Callable[[Any], tuple[list[int], Any]]:
    """Read the stream of a script; return its items and its error."""

    def run(script: Any) -> tuple[list[int], Any]:
        numbers: list[int] = []
        operation = package.operations.ticks.watch_ticks()

        async def call(url: str) -> None:
            async with AsyncOpenRouter(base_url=url, api_key="k", retries=0, timeout=10) as client:
                async for item in client.stream(operation):
                    numbers.append(item.n)  # noqa: PERF401 - the items before an error count

        with Loopback(script) as server:
            try:
                if request.param != "sync":
                    anyio.run(call, server.url, backend=request.param)
                    return numbers, None
                with OpenRouter(base_url=server.url, api_key="k", retries=0, timeout=10) as client:
                    for item in client.stream(operation):
                        numbers.append(item.n)  # noqa: PERF401 - the items before an error count
            except OpenRouterError as error:
                return numbers, error
            return numbers, None

    return run


def make_head(length: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n" % length


@pytest.mark.parametrize(
    "script",
    [
        [make_head(len(BODY) + 50), BODY],
        [make_head(len(BODY) + 50), *ITEMS, 0.05, "reset"],
        [STREAM_HEAD, *map(piece, ITEMS)],
        [STREAM_HEAD, *map(piece, ITEMS), 0.05, "reset"],
        [STREAM_HEAD, *map(piece, ITEMS), b"ZZZ\r\n"],
        [STREAM_HEAD, *map(piece, ITEMS), b"50\r\ndata: {"],
    ],
    ids=[
        *("shorter than its content-length", "reset before its content-length", "no last chunk", "reset"),
        *("invalid chunk size", "inside a chunk"),
    ],
)
def test_a_body_cut_by_the_connection_is_incomplete_without_a_sentinel(read: Any, script: Any) -> None:
    numbers, error = read(script)
    assert numbers == [1, 2, 3]
    assert type(error) is IncompleteStreamError
    assert "was interrupted" in str(error)
    assert isinstance(error.__cause__, ConnectionFailedError)


@pytest.mark.parametrize(
    "script",
    [
        [make_head(len(BODY)), BODY],
        [STREAM_HEAD, piece(BODY), END],
        [b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n", BODY],
        [STREAM_HEAD, piece(BODY + event(b"[DONE]")), END],
        [STREAM_HEAD, piece(BODY + b"data: [DONE]")],
        [STREAM_HEAD, piece(BODY + b": bye"), END],
    ],
    ids=["content-length", "chunked", "until the connection closes", "[DONE]", "unterminated [DONE]", "comment"],
)
def test_a_whole_body_is_complete_without_a_sentinel(read: Any, script: Any) -> None:
    assert read(script) == ([1, 2, 3], None)


@pytest.mark.parametrize("rest", [b'data: {"n": 4', b'data: {"n": 4}\n', b"dat", b"event: tick\ndata: 4\n"])
def test_a_body_that_ends_inside_an_event_is_incomplete(read: Any, rest: bytes) -> None:
    numbers, error = read([STREAM_HEAD, piece(BODY + rest), END])
    assert numbers == [1, 2, 3]
    assert type(error) is IncompleteStreamError
    assert "ended early" in str(error)


# ---------------------------------------------------------------------------------------------- what the data tells


def make_parser(**settings: Any) -> StreamParser[Any]:
    return StreamParser(dict, ErrorFactory(200, Headers()), **settings)


OPEN_ENDED: dict[str, Any] = {"sentinel": None, "ends_when_closed": True}


@pytest.mark.parametrize("settings", [OPEN_ENDED, {}], ids=["no sentinel", "sentinel"])
def test_choices_need_a_finish_reason_in_any_stream(settings: Any) -> None:
    cut, whole = make_parser(**settings), make_parser(**settings)
    cut.feed(event(chunk("a")) + event(chunk("b")), 1.0)
    cut.end(2.0)
    assert type(cut.failure) is IncompleteStreamError
    whole.feed(event(chunk("a")) + event(chunk("b", "stop")) + event({**chunk(), "choices": []}), 1.0)
    whole.end(2.0)
    assert (whole.failure, whole.incomplete) == (None, False)


@pytest.mark.parametrize("settings", [OPEN_ENDED, {}], ids=["no sentinel", "sentinel"])
def test_a_reset_after_all_finish_reasons_leaves_any_stream_incomplete(settings: Any) -> None:
    parser = make_parser(**settings)
    parser.feed(event(chunk("a", "stop")), 1.0)
    parser.abort(ConnectionFailedError("reset"), 2.0)
    assert (type(parser.failure), parser.incomplete) == (IncompleteStreamError, True)


def test_every_choice_needs_a_finish_reason() -> None:
    parser = make_parser(**OPEN_ENDED)
    parser.feed(event({"choices": [{"delta": {}}, {"delta": {}}]}), 1.0)
    parser.feed(event({"choices": [{"delta": {}, "finish_reason": "stop"}]}), 1.0)
    parser.end(2.0)
    assert type(parser.failure) is IncompleteStreamError


def test_choices_of_another_kind_need_no_finish_reason() -> None:
    parser = make_parser(**OPEN_ENDED)
    parser.feed(event({"choices": [{"label": "red", "index": [1]}, {"label": "blue", "index": {}}]}), 1.0)
    parser.end(2.0)
    assert (parser.failure, parser.incomplete) == (None, False)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ConnectionFailedError("reset"), IncompleteStreamError),
        (TimedOutError("late", "idle"), TimedOutError),
        (DecodeError("cannot decompress"), DecodeError),
    ],
)
def test_a_failed_read_is_never_the_end_of_a_stream_without_a_sentinel(error: Any, kind: Any) -> None:
    parser = make_parser(**OPEN_ENDED)
    parser.feed(BODY, 1.0)
    parser.abort(error, 2.0)
    assert type(parser.failure) is kind
    kept = make_parser(**OPEN_ENDED, keeps_incomplete=True)
    kept.feed(BODY, 1.0)
    kept.abort(error, 2.0)
    assert (kept.failure is None) == (kind is IncompleteStreamError)
    assert kept.incomplete
