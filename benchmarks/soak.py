"""python -m benchmarks.soak: a hundred thousand short calls on one client, and memory stays flat.

Of a hundred calls 89 are plain, ten are streams of eight chunks, and one fails with status 429 and is caught. What is
counted is the resident memory of this process (the server is another one), from the end of a warm-up of 5,000 calls, or
a tenth of them if there are fewer, to the end. It may grow by `CALLS_BOUND`: one lost object a call would be ten
times that.

With --chunks a stream of so many chunks is read on top, and counted from its first per cent to its end: it may grow by
four bytes for every character of its text (the width of the buffer which the result is made of), a quarter on top for
how buffers grow, and `STREAM_BOUND`. The exit status is 1 if memory grew by more.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from openrouterkit import AsyncOpenRouter, OpenRouter, user
from openrouterkit.errors import TooManyRequestsResponseError

from .memory import MEGABYTE, resident
from .server import ServerProcess, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = "openai/gpt-4o-mini"
MESSAGES = [user("Say something short.")]
CALLS_BOUND = 2 * MEGABYTE
STREAM_BOUND = 4 * MEGABYTE
_CHUNKS = 8


class Soak:
    """Counts calls, and prints and judges what memory they take.

    Args:
        calls: how many there will be.
    """

    def __init__(self, calls: int) -> None:
        self._calls = calls
        self._warm = min(5000, calls // 10)
        self._began = time.monotonic()
        self._before = 0

    def made(self, number: int) -> None:
        """Take in that so many calls have been made."""
        if number == self._warm:
            self._before = resident()
        if number % (self._calls // 10) == 0 or number == self._warm:
            seconds = time.monotonic() - self._began
            print(f"{number:10} calls {seconds:7.1f} s {resident() / MEGABYTE:8.1f} MB", flush=True)

    def verdict(self) -> bool:
        """Print whether memory stayed flat, and say so."""
        return judged("memory", resident() - self._before, CALLS_BOUND)


def judged(what: str, growth: int, bound: int) -> bool:
    """Print a growth in bytes with its bound; whether it is within."""
    within = growth <= bound
    print(f"{what} grew by {growth / MEGABYTE:.2f} MB: {'at' if within else 'OVER the'} most {bound / MEGABYTE:.2f} MB")
    return within


def run(base_url: str, calls: int) -> bool:
    """Make the calls with the sync client; whether memory stayed flat."""
    soak = Soak(calls)
    failures = 0
    with OpenRouter(api_key="soak", base_url=f"{base_url}/answer", retries=0) as client:
        streaming = client.with_options(base_url=f"{base_url}/stream/{_CHUNKS}")
        failing = client.with_options(base_url=f"{base_url}/failing")
        for number in range(1, calls + 1):
            if number % 100 == 0:
                try:
                    failing.chat.send(model=MODEL, messages=MESSAGES)
                except TooManyRequestsResponseError:
                    failures += 1
            elif number % 10 == 0:
                with streaming.chat.stream(model=MODEL, messages=MESSAGES) as stream:
                    assert stream.read_all().text == text_of(_CHUNKS)
            else:
                assert client.chat.send(model=MODEL, messages=MESSAGES).text == "A short answer."
            soak.made(number)
    assert failures == calls // 100
    return soak.verdict()


async def arun(base_url: str, calls: int) -> bool:
    """Make the calls with the async client; whether memory stayed flat."""
    soak = Soak(calls)
    failures = 0
    async with AsyncOpenRouter(api_key="soak", base_url=f"{base_url}/answer", retries=0) as client:
        streaming = client.with_options(base_url=f"{base_url}/stream/{_CHUNKS}")
        failing = client.with_options(base_url=f"{base_url}/failing")
        for number in range(1, calls + 1):
            if number % 100 == 0:
                try:
                    await failing.chat.send(model=MODEL, messages=MESSAGES)
                except TooManyRequestsResponseError:
                    failures += 1
            elif number % 10 == 0:
                async with streaming.chat.stream(model=MODEL, messages=MESSAGES) as stream:
                    assert (await stream.read_all()).text == text_of(_CHUNKS)
            else:
                assert (await client.chat.send(model=MODEL, messages=MESSAGES)).text == "A short answer."
            soak.made(number)
    assert failures == calls // 100
    return soak.verdict()


def long_stream(base_url: str, chunks: int) -> bool:
    """Read one stream of so many chunks; whether memory stayed flat beside its text."""
    began = time.monotonic()
    before, characters = 0, 0
    with OpenRouter(api_key="soak", base_url=f"{base_url}/long/{chunks}") as client:
        stream = client.chat.stream(model=MODEL, messages=MESSAGES)
        for number, chunk in enumerate(stream, 1):
            characters += len(chunk.text)
            if number == chunks // 100:
                before = resident()
        growth = resident() - before
        assert len(stream.result().text) == characters
    print(f"{chunks:10} chunks {time.monotonic() - began:6.1f} s, {characters:,} characters")
    return judged("beside the text, memory", growth, characters * 5 + STREAM_BOUND)


def main() -> int:
    """Run the soak; 1 where memory grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description="Many calls, and memory stays flat.")
    parser.add_argument("--calls", type=int, default=100_000, help="short calls (default 100,000; 0 for none)")
    parser.add_argument("--backend", choices=["sync", "asyncio", "trio"], default="sync", help="of the short calls")
    parser.add_argument("--chunks", type=int, default=0, help="chunks of one long stream (default 0: none)")
    options = parser.parse_args()
    parts: list[Callable[[str], bool]] = []
    if options.calls:
        parts.append(lambda url: _calls(url, options.calls, options.backend))
    if options.chunks:
        parts.append(lambda url: long_stream(url, options.chunks))
    with ServerProcess() as server:
        flat = [part(server.base_url) for part in parts]
    return not all(flat)


def _calls(base_url: str, calls: int, backend: str) -> bool:
    if backend == "sync":
        return run(base_url, calls)
    import anyio

    return anyio.run(arun, base_url, calls, backend=backend)


if __name__ == "__main__":
    sys.exit(main())
