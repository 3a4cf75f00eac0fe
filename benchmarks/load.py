"""python -m benchmarks.load: runs many concurrent streams on one client, abandons half of them, and checks for leaks.

First, a thousand streams run at once on one `AsyncOpenRouter`. Its pool has as many connections, so a leaked connection
would be missing in the second round. Half of the streams are abandoned at random moments: a few before the response,
most in the middle, some after the end. They are abandoned by a cancel scope, by `Task.cancel()` (asyncio) or by
`aclose()` in another task. Then a hundred threads run on one `OpenRouter`; half of their streams are closed by another
thread. The server is a separate process on the loopback interface.

After each round, these count as leaks: a task, a thread, a file descriptor other than an idle connection of the pool,
and a connection in use. Streams must not fail, except with the error for an abandoned stream, and their text must be
the text sent. After the client is closed, no connection may be open, on either side. The garbage collector is disabled,
so that objects which only it would free count as leaks. The exit status is 1 if a leak or a fault is found.

Streams open more slowly after the first round, because of httpcore: it searches its whole pool whenever a request
starts or ends, and once more for each idle connection.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

import anyio

from openrouterkit import AsyncOpenRouter, IncompleteStreamError, OpenRouter, TimeoutOptions, user

from .leaks import Resources, find_pool, find_pool_leaks
from .server import ServerProcess, expected_text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from openrouterkit.streams import AsyncChatStream

    from .leaks import Pool

CHUNKS, INTERVAL_MS = 22, 300
TEXT = expected_text(CHUNKS)
DURATION = CHUNKS * INTERVAL_MS / 1000
MODEL = "openai/gpt-4o-mini"
MESSAGES = [user("Tell me a story.")]
# Half of the streams have a limit, which async code enforces by a cancel scope and sync code by the watchdog.
TIMEOUTS = (TimeoutOptions(), TimeoutOptions(idle=60.0))


@dataclass
class Round:
    """The outcomes of one round of concurrent streams.

    Attributes:
        pool: the connection pool of the client.
        random: chooses when and how streams are abandoned.
        counts: number of streams by outcome.
        faults: description of each unexpected outcome.
        peak: the largest number of connections at once.
    """

    pool: Pool
    random: Random
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    peak: int = 0

    def record_open(self) -> None:
        """Record the number of connections after a stream was opened."""
        self.peak = max(self.peak, len(self.pool.connections))

    def record_end(self, method: str | None, text: str, error: BaseException | None) -> None:
        """Record the outcome of a stream; `method` is how it was abandoned, or None."""
        if error is not None and not (method and isinstance(error, IncompleteStreamError)):
            self._add_fault("failed", method, f"{type(error).__name__}: {error}")
        elif text == TEXT:
            self.counts["complete" if method is None else "complete before they were abandoned"] += 1
        elif method is not None and TEXT.startswith(text):
            self.counts[f"abandoned by {method}, {'in the middle' if text else 'before the text'}"] += 1
        else:
            self._add_fault("wrong text", method, repr(text[:80]))

    def _add_fault(self, outcome: str, method: str | None, detail: str) -> None:
        self.counts[outcome] += 1
        self.faults.append(f"stream {f'abandoned by {method}' if method else 'read to its end'}, {outcome}: {detail}")

    def report(self, name: str, start: float, tasks: int, before: Resources) -> list[str]:
        """Print the outcomes and the leaks; return the faults and the leaks."""
        pooled = len(self.pool.connections)
        leaks = find_pool_leaks(self.pool) + Resources.snapshot(tasks).find_leaks(before, pooled)
        seconds = time.monotonic() - start
        print(f"{name}: {self.counts.total()} streams in {seconds:.1f} s, up to {self.peak} connections at once")
        for outcome, count in sorted(self.counts.items()):
            print(f"    {count:5} {outcome}")
        print(f"    {pooled} connections in the pool; leaks: {'; '.join(leaks) or 'none'}")
        return self.faults + leaks


# -------------------------------------------------------------------------------------------------------------- async


async def read(stream: AsyncChatStream, texts: list[str], on_open: Callable[[], None]) -> None:
    """Read a stream to its end; append its texts to `texts`, and invoke `on_open` once it is open."""
    async with stream:
        on_open()
        async for chunk in stream:
            texts.append(chunk.text)  # noqa: PERF401 - the texts of an abandoned stream are needed too
        stream.result()


async def read_and_abandon(
    reading: Coroutine[Any, Any, None], stream: AsyncChatStream, method: str, started: anyio.Event, delay: float
) -> None:
    """Read a stream, and abandon it by the given method, `delay` seconds after `started` is set."""
    async with anyio.create_task_group() as group:
        task = asyncio.create_task(reading) if method == "Task.cancel" else None

        async def abandon() -> None:
            await started.wait()
            await anyio.sleep(delay)
            if task is not None:
                task.cancel()
            elif method == "a cancel scope":
                group.cancel_scope.cancel()
            else:
                await stream.aclose()

        group.start_soon(abandon)
        if task is None:
            await reading
        else:
            await asyncio.wait([task])
            if not task.cancelled():
                task.result()
        group.cancel_scope.cancel()


async def run_streams(client: AsyncOpenRouter, current: Round, streams: int, methods: list[str]) -> None:
    """Run this number of streams at once; abandon every second one at a random moment."""

    async def run_stream(number: int, method: str | None, delay: float) -> None:
        texts: list[str] = []
        failure: BaseException | None = None
        started = anyio.Event()
        if number % 20 == 1:  # a tenth of the abandoned streams do not wait for the response
            started.set()

        def on_open() -> None:
            started.set()
            current.record_open()

        stream = client.chat.stream(model=MODEL, messages=MESSAGES, timeout=TIMEOUTS[number // 2 % 2])
        reading = read(stream, texts, on_open)
        try:
            await (reading if method is None else read_and_abandon(reading, stream, method, started, delay))
        except Exception as error:  # noqa: BLE001 - record_end judges every error
            failure = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
        current.record_end(method, "".join(texts), failure)

    async with anyio.create_task_group() as group:
        for number in range(streams):
            method = current.random.choice(methods) if number % 2 else None
            group.start_soon(run_stream, number, method, current.random.uniform(0, 1.1 * DURATION))


def count_tasks(backend: str) -> int:
    """Return the number of running tasks of the event loop."""
    if backend == "asyncio":
        return len(asyncio.all_tasks())
    import trio

    return trio.lowlevel.current_statistics().tasks_living


async def warm_up(client: AsyncOpenRouter, base_url: str) -> None:
    """Read one short stream, which loads the modules and opens a connection."""
    short = client.with_options(base_url=f"{base_url}/stream/3")
    await short.chat.stream(model=MODEL, messages=MESSAGES, timeout=TIMEOUTS[1]).read_all()


async def run_async(base_url: str, options: argparse.Namespace, backend: str) -> list[str]:
    """Run all rounds on one async client; return a description of each leak and fault."""
    methods = ["a cancel scope", "aclose", "Task.cancel"][: 3 if backend == "asyncio" else 2]
    url = f"{base_url}/paced/{CHUNKS}/{INTERVAL_MS}"
    async with AsyncOpenRouter(api_key="load", base_url=url) as client:
        await warm_up(client, base_url)
    gc.collect()
    gc.disable()
    before = Resources.snapshot(count_tasks(backend))
    problems: list[str] = []
    async with AsyncOpenRouter(api_key="load", base_url=url, retries=0) as client:
        await warm_up(client, base_url)
        pool = find_pool()
        for number in range(1, options.rounds + 1):
            current, start = Round(pool, Random(options.seed + number)), time.monotonic()
            await run_streams(client, current, options.streams, methods)
            problems += current.report(f"{backend}, round {number}", start, count_tasks(backend), before)
    problems += Resources.snapshot(count_tasks(backend)).find_leaks(before, 0)
    gc.enable()
    return problems


# --------------------------------------------------------------------------------------------------------------- sync


def run_threads(client: OpenRouter, current: Round, streams: int) -> None:
    """Run this number of streams at once, each in its own thread; close every second one from another thread."""

    def run_stream(number: int, delay: float | None) -> None:
        texts: list[str] = []
        failure: BaseException | None = None
        stream = client.chat.stream(model=MODEL, messages=MESSAGES, timeout=TIMEOUTS[number // 2 % 2])
        timer = threading.Timer(delay or 0.0, stream.close)
        try:
            if delay is not None:
                timer.start()
            with stream:
                current.record_open()
                for chunk in stream:
                    texts.append(chunk.text)  # noqa: PERF401 - the texts of a closed stream are needed too
                stream.result()
        except Exception as error:  # noqa: BLE001 - record_end judges every error
            failure = error
        if delay is not None:
            timer.join()
        current.record_end(None if delay is None else "close", "".join(texts), failure)

    delays = [current.random.uniform(0, 1.1 * DURATION) if number % 2 else None for number in range(streams)]
    threads = [threading.Thread(target=run_stream, args=each, daemon=True) for each in enumerate(delays)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def warm_up_sync(client: OpenRouter, base_url: str) -> None:
    """Read one short stream, which loads the modules and opens a connection."""
    short = client.with_options(base_url=f"{base_url}/stream/3")
    short.chat.stream(model=MODEL, messages=MESSAGES, timeout=TIMEOUTS[1]).read_all()


def run_sync(base_url: str, options: argparse.Namespace) -> list[str]:
    """Run all rounds on one sync client; return a description of each leak and fault."""
    url = f"{base_url}/paced/{CHUNKS}/{INTERVAL_MS}"
    with OpenRouter(api_key="load", base_url=url) as client:
        warm_up_sync(client, base_url)
    gc.collect()
    gc.disable()
    before = Resources.snapshot()
    problems: list[str] = []
    with OpenRouter(api_key="load", base_url=url, retries=0) as client:
        warm_up_sync(client, base_url)
        pool = find_pool()
        for number in range(1, options.rounds + 1):
            current, start = Round(pool, Random(options.seed + number)), time.monotonic()
            run_threads(client, current, options.threads)
            problems += current.report(f"threads, round {number}", start, 0, before)
    problems += Resources.snapshot().find_leaks(before, 0)
    gc.enable()
    return problems


def main() -> int:
    """Run the rounds with each kind of client; return 1 if a leak or a fault is found."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.load",
        description="Run many concurrent streams, abandon half of them, and check for leaks.",
    )
    parser.add_argument("--streams", type=int, default=1000, help="number of concurrent async streams (default: 1000)")
    parser.add_argument("--threads", type=int, default=100, help="number of concurrent sync streams (default: 100)")
    parser.add_argument("--rounds", type=int, default=2, help="rounds on one client (default: 2)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random choices (default: 1)")
    parser.add_argument(
        "--only", choices=["asyncio", "trio", "threads"], help="run only this kind (default: all three)"
    )
    options = parser.parse_args()
    problems: list[str] = []
    for kind in [options.only] if options.only else ["asyncio", "trio", "threads"]:
        with ServerProcess() as server:
            if kind == "threads":
                faults = run_sync(server.base_url, options)
            else:
                faults = anyio.run(run_async, server.base_url, options, kind, backend=kind)
            if count := server.count_connections():
                faults.append(f"{count} connections still open at the server")
        problems += [f"{kind}: {fault}" for fault in faults]
    for fault in problems[:20]:
        print(fault, file=sys.stderr)
    print(f"{len(problems)} leaks and faults" if problems else "no leaks")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
