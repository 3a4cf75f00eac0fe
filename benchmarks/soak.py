"""python -m benchmarks.soak: makes a hundred thousand short calls on one client and checks that memory does not grow.

Of every hundred calls, 90 are plain, 9 are streams of eight chunks, and one fails with status 429. The resident memory
of this process (the server is another process) is measured after a warm-up of 5,000 calls, or of a tenth of the calls
if that is less, and at the end. It may grow by `CALLS_LIMIT`: one leaked object per call would be ten times that.

With --chunks, one stream with this number of chunks is read as well. From 1 % of the stream to its end, memory may grow
by five bytes per character of the text, plus `STREAM_LIMIT`: the buffer of the text has four bytes per character and
may have a quarter to spare. The exit status is 1 if memory grows by more.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from openrouterkit import AsyncOpenRouter, OpenRouter, user
from openrouterkit.errors import TooManyRequestsResponseError

from .memory import MEGABYTE, resident_memory
from .server import ServerProcess, expected_text

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = "openai/gpt-4o-mini"
MESSAGES = [user("Say something short.")]
CALLS_LIMIT = 2 * MEGABYTE
STREAM_LIMIT = 4 * MEGABYTE
_CHUNKS = 8


class Soak:
    """Prints the memory as calls are made, and checks it at the end.

    Args:
        calls: the number of calls.
    """

    def __init__(self, calls: int) -> None:
        self._calls = calls
        self._warm_up = min(5000, calls // 10)
        self._start = time.monotonic()
        self._before = 0

    def record(self, number: int) -> None:
        """Record that this number of calls has been made."""
        if number == self._warm_up:
            self._before = resident_memory()
        if number % (self._calls // 10) == 0 or number == self._warm_up:
            seconds = time.monotonic() - self._start
            print(f"{number:10} calls {seconds:7.1f} s {resident_memory() / MEGABYTE:8.1f} MB", flush=True)

    def check(self) -> bool:
        """Print how much memory grew, and return whether that is within the limit."""
        return check_growth("memory", resident_memory() - self._before, CALLS_LIMIT)


def check_growth(name: str, growth: int, limit: int) -> bool:
    """Print how much memory grew, in bytes, and return whether that is within the limit."""
    within = growth <= limit
    comparison = "within" if within else "OVER"
    print(f"{name} grew by {growth / MEGABYTE:.2f} MB, {comparison} the limit of {limit / MEGABYTE:.2f} MB")
    return within


def run_calls(base_url: str, calls: int) -> bool:
    """Make the calls with the sync client; return whether memory stayed within the limit."""
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
                    assert stream.read_all().text == expected_text(_CHUNKS)
            else:
                assert client.chat.send(model=MODEL, messages=MESSAGES).text == "A short answer."
            soak.record(number)
    assert failures == calls // 100
    return soak.check()


async def run_async_calls(base_url: str, calls: int) -> bool:
    """Make the calls with the async client; return whether memory stayed within the limit."""
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
                    assert (await stream.read_all()).text == expected_text(_CHUNKS)
            else:
                assert (await client.chat.send(model=MODEL, messages=MESSAGES)).text == "A short answer."
            soak.record(number)
    assert failures == calls // 100
    return soak.check()


def run_stream(base_url: str, chunks: int) -> bool:
    """Read one long stream; return whether memory, except for its text, stayed within the limit."""
    start = time.monotonic()
    before, characters = 0, 0
    with OpenRouter(api_key="soak", base_url=f"{base_url}/long/{chunks}") as client:
        stream = client.chat.stream(model=MODEL, messages=MESSAGES)
        for number, chunk in enumerate(stream, 1):
            characters += len(chunk.text)
            if number == chunks // 100:
                before = resident_memory()
        growth = resident_memory() - before
        assert len(stream.result().text) == characters
    print(f"{chunks:10} chunks {time.monotonic() - start:6.1f} s, {characters:,} characters")
    return check_growth("memory with the text", growth, characters * 5 + STREAM_LIMIT)


def main() -> int:
    """Run the parts chosen by the options; return 1 if memory grew by more than its limit."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.soak", description="Make many calls and check that memory does not grow."
    )
    parser.add_argument(
        "--calls", type=int, default=100_000, help="number of short calls (default: 100,000; 0 for none)"
    )
    parser.add_argument(
        "--backend",
        choices=["sync", "asyncio", "trio"],
        default="sync",
        help="client and event loop of the short calls (default: sync)",
    )
    parser.add_argument(
        "--chunks", type=int, default=0, help="number of chunks of the long stream (default: 0, no stream)"
    )
    options = parser.parse_args()
    parts: list[Callable[[str], bool]] = []
    if options.calls:
        parts.append(lambda url: _run_backend(url, options.calls, options.backend))
    if options.chunks:
        parts.append(lambda url: run_stream(url, options.chunks))
    with ServerProcess() as server:
        results = [part(server.base_url) for part in parts]
    return not all(results)


def _run_backend(base_url: str, calls: int, backend: str) -> bool:
    if backend == "sync":
        return run_calls(base_url, calls)
    import anyio

    return anyio.run(run_async_calls, base_url, calls, backend=backend)


if __name__ == "__main__":
    sys.exit(main())
