"""Upper limits on function calls, allocations and loaded modules, which are the same on every machine.

Each limit is slightly above the current count. If a test fails, optimize the code, or raise the limit and explain in
the commit message what the cost buys. If the count is far below a limit, lower the limit.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType
from typing import Any

import httpx
import msgspec
import pytest
from loading import find_loaded_modules
from parsers import make_chat_parser
from places import ROOT

import openrouterkit
import openrouterkit_api
from benchmarks.chart import draw_chart
from benchmarks.server import COMPLETION, iterate_events, split_writes
from openrouterkit import OpenRouter
from openrouterkit._streaming.accumulating_parser import AccumulatingParser

PACKAGE_PATHS = (*openrouterkit.__path__, *openrouterkit_api.__path__, "<attrs generated")
ARGUMENTS: Any = {"model": "openai/gpt-4o-mini", "messages": [{"role": "user", "content": "Tell me a story."}]}
MODULES_OF_PYTHON = find_loaded_modules("")


def count_calls(run: Callable[[], object]) -> int:
    """Return how many functions of this project run in the second run, and C functions that they run.

    Functions of other packages do not count: their number depends on the versions of these packages.
    """
    count = 0

    def profile(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        if event in ("call", "c_call") and frame.f_code.co_filename.startswith(PACKAGE_PATHS):
            count += 1

    run()
    sys.setprofile(profile)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def count_blocks(run: Callable[[], object]) -> int:
    """Return how many memory blocks the result of the second run has."""
    run()
    gc.collect()
    before = sys.getallocatedblocks()
    result = run()
    gc.collect()
    blocks = sys.getallocatedblocks() - before
    del result
    return blocks


def yield_events(chunks: int) -> Iterator[bytes]:
    return iterate_events(chunks)


def yield_16_kilobyte_pieces(chunks: int) -> Iterator[bytes]:
    return split_writes(b"".join(iterate_events(chunks)))


class FixedTransport(httpx.BaseTransport):
    """Returns a stream in the given pieces, or a completion."""

    def __init__(self, pieces: Callable[[], Iterator[bytes]] | None = None) -> None:
        self.pieces = pieces

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.pieces is None:
            return httpx.Response(200, json=COMPLETION)
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=Pieces(self.pieces()))


class Pieces(httpx.SyncByteStream):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces


def read_with_client(pieces: Iterator[bytes]) -> None:
    client = OpenRouter(api_key="k", http_client=httpx.Client(transport=FixedTransport(lambda: pieces)))
    with client.chat.stream(**ARGUMENTS) as stream:
        for chunk in stream:
            assert isinstance(chunk.text, str)
    assert stream.result().usage is not None


def read_with_parser(pieces: Iterator[bytes]) -> list[Any]:
    parser = make_chat_parser()
    items: list[Any] = []
    for piece in pieces:
        parser.feed(piece, 1.0)
        while parser.ready:  # as a stream does
            items.append(parser.ready.popleft())
            parser.deliver(items[-1])
    assert parser.done
    return items


@pytest.mark.parametrize("read", [read_with_client, read_with_parser])
@pytest.mark.parametrize("split", [yield_16_kilobyte_pieces, yield_events])
def test_a_chunk_costs_the_same_in_a_short_and_in_a_long_stream(read: Any, split: Any) -> None:
    few, some, many = (count_calls(lambda chunks=chunks: read(split(chunks))) for chunks in (500, 1500, 2500))
    assert many - some == pytest.approx(some - few, rel=0.05)


@pytest.mark.parametrize("read", [read_with_client, read_with_parser])
@pytest.mark.parametrize("split", [yield_16_kilobyte_pieces, yield_events])
def test_a_chunk_costs_at_most_a_hundred_function_calls(read: Any, split: Any) -> None:
    few, many = (count_calls(lambda chunks=chunks: read(split(chunks))) for chunks in (500, 1500))
    assert (many - few) / 1000 <= 100


def test_a_plain_call_costs_at_most_five_hundred_function_calls() -> None:
    client = OpenRouter(api_key="k", http_client=httpx.Client(transport=FixedTransport()))
    assert count_calls(lambda: client.chat.send(**ARGUMENTS).text) <= 500


def test_a_chunk_needs_little_more_memory_than_its_json() -> None:
    def decode_json(chunks: int) -> list[Any]:
        return [msgspec.json.decode(event[6:]) for event in iterate_events(chunks) if b"[DONE]" not in event]

    def growth(read: Callable[[int], list[Any]]) -> float:
        return (count_blocks(partial(read, 1500)) - count_blocks(partial(read, 500))) / 1000

    assert growth(lambda chunks: read_with_parser(yield_16_kilobyte_pieces(chunks))) <= growth(decode_json) + 1.5


def test_the_parser_stores_only_the_text_of_chunks() -> None:
    def read(chunks: int) -> AccumulatingParser:
        parser = make_chat_parser()
        for piece in yield_16_kilobyte_pieces(chunks):
            parser.feed(piece, 1.0)
            while parser.ready:
                parser.deliver(parser.ready.popleft())
        return parser

    assert (count_blocks(partial(read, 1500)) - count_blocks(partial(read, 500))) / 1000 <= 1.1


@pytest.mark.parametrize(
    ("code", "limit", "limit_of_others"),
    [
        ("import openrouterkit", 1, 25),
        ("import openrouterkit; openrouterkit.OpenRouter(api_key='k').chat", 68, 80),
        ("import openrouterkit; openrouterkit.AsyncOpenRouter(api_key='k').chat", 68, 80),
    ],
)
def test_modules_loaded_at_import_are_limited(code: str, limit: int, limit_of_others: int) -> None:
    loaded = find_loaded_modules(code) - MODULES_OF_PYTHON
    own = {name for name in loaded if name.startswith("openrouterkit")}
    assert len(own) <= limit, sorted(own)
    assert len(loaded - own) <= limit_of_others, sorted(loaded - own)


def test_chart_shows_the_current_figures() -> None:
    folder = ROOT / "benchmarks"
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    assert (folder / "chart.svg").read_text(encoding="utf-8") == draw_chart(figures)
