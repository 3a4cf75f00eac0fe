"""What things cost, counted and not timed: calls, allocations and modules are the same on every machine.

Each bound stands close above what was counted. Where one is exceeded, more is done for every chunk or call than was: do
less, or raise the bound and say in the commit what it buys. Where much less is counted, bring the bound down.
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
from loading import loaded_by
from parsers import chat_parser
from places import ROOT

import openrouterkit
import openrouterkit_api
from benchmarks.chart import draw_chart
from benchmarks.server import COMPLETION, iterate_events, split_writes
from openrouterkit import OpenRouter
from openrouterkit._streaming.parser import AccumulatingParser

PLACES = (*openrouterkit.__path__, *openrouterkit_api.__path__, "<attrs generated")
ASKED: Any = {"model": "openai/gpt-4o-mini", "messages": [{"role": "user", "content": "Tell me a story."}]}
BARE = loaded_by("")


def calls_of(run: Callable[[], object]) -> int:
    """How many calls a second run makes: of this project's functions, and of C functions in them.

    What httpx does inside is its own affair, and another in each of its versions.
    """
    count = 0

    def profile(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        if event in ("call", "c_call") and frame.f_code.co_filename.startswith(PLACES):
            count += 1

    run()
    sys.setprofile(profile)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def blocks_of(run: Callable[[], object]) -> int:
    """How many blocks of memory the result of a second run has, the garbage of the run apart."""
    run()
    gc.collect()
    before = sys.getallocatedblocks()
    result = run()
    gc.collect()
    taken = sys.getallocatedblocks() - before
    del result
    return taken


def one_by_one(chunks: int) -> Iterator[bytes]:
    return iterate_events(chunks)


def by_16_kilobytes(chunks: int) -> Iterator[bytes]:
    return split_writes(b"".join(iterate_events(chunks)))


class Canned(httpx.BaseTransport):
    """Answers from memory: with a stream in these pieces, or plainly."""

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


def read_by_a_client(pieces: Iterator[bytes]) -> None:
    client = OpenRouter(api_key="k", http_client=httpx.Client(transport=Canned(lambda: pieces)))
    with client.chat.stream(**ASKED) as stream:
        for chunk in stream:
            assert isinstance(chunk.text, str)
    assert stream.result().usage is not None


def fed_to_a_state(pieces: Iterator[bytes]) -> list[Any]:
    state = chat_parser()
    taken: list[Any] = []
    for piece in pieces:
        state.feed(piece, 1.0)
        taken += state.ready
        state.ready.clear()
    assert state.done
    return taken


@pytest.mark.parametrize(
    ("read", "cut_up", "most"),
    [
        (read_by_a_client, by_16_kilobytes, 39),
        (read_by_a_client, one_by_one, 78),
        (fed_to_a_state, by_16_kilobytes, 32),
        (fed_to_a_state, one_by_one, 44),
    ],
)
def test_one_more_chunk_takes_few_more_calls(read: Any, cut_up: Any, most: int) -> None:
    few, many = (calls_of(lambda chunks=chunks: read(cut_up(chunks))) for chunks in (500, 1500))
    assert (many - few) / 1000 <= most


def test_a_plain_call_takes_few_calls_of_its_own() -> None:
    client = OpenRouter(api_key="k", http_client=httpx.Client(transport=Canned()))
    assert calls_of(lambda: client.chat.send(**ASKED).text) <= 350


def test_a_chunk_that_is_kept_takes_little_more_memory_than_its_json() -> None:
    def plain(chunks: int) -> list[Any]:
        return [msgspec.json.decode(event[6:]) for event in iterate_events(chunks) if b"[DONE]" not in event]

    def growth(kept: Callable[[int], list[Any]]) -> float:
        return (blocks_of(partial(kept, 1500)) - blocks_of(partial(kept, 500))) / 1000

    assert growth(lambda chunks: fed_to_a_state(by_16_kilobytes(chunks))) <= growth(plain) + 1.5


def test_a_chunk_that_is_dropped_leaves_its_text_behind_and_nothing_else() -> None:
    def read(chunks: int) -> AccumulatingParser:
        state = chat_parser()
        for piece in by_16_kilobytes(chunks):
            state.feed(piece, 1.0)
            state.ready.clear()
        return state

    assert (blocks_of(partial(read, 1500)) - blocks_of(partial(read, 500))) / 1000 <= 1.1


@pytest.mark.parametrize(
    ("code", "own", "others"),
    [
        ("import openrouterkit", 1, 25),
        ("import openrouterkit; openrouterkit.OpenRouter(api_key='k').chat", 43, 80),
        ("import openrouterkit; openrouterkit.AsyncOpenRouter(api_key='k').chat", 43, 80),
    ],
)
def test_a_client_is_there_with_few_modules_loaded(code: str, own: int, others: int) -> None:
    loaded = loaded_by(code) - BARE
    ours = {name for name in loaded if name.startswith("openrouterkit")}
    assert len(ours) <= own, sorted(ours)
    assert len(loaded - ours) <= others, sorted(loaded - ours)


def test_the_chart_shows_the_figures_beside_it() -> None:
    folder = ROOT / "benchmarks"
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    assert (folder / "chart.svg").read_text(encoding="utf-8") == draw_chart(figures)
