"""python -m benchmarks.load: a crowd of streams on one client, half of them left at random moments.

A thousand streams at once on one `AsyncOpenRouter`, which is as many as its pool has connections: one that was not
given back would be missed in the second round. Half of them are left at random moments: a few without waiting for an
answer, most in the middle, some after the end; by a cancel scope, by `Task.cancel()` (asyncio) or by `aclose()` from
another task. Then a hundred threads on one `OpenRouter`, half of whose streams are closed from another thread. The
server is a process of its own, on loopback.

When all are over, nothing may be left behind: no task, thread or file descriptor beside the idle connections that the
pool keeps, no connection in use, no error but the one that a stream was left, no text that is not the one that was
sent. After the client is closed not even the idle connections are left, and the server has none either. The garbage
collector is off meanwhile: what only it would free counts as left. The exit status is 1 if anything is.

The rounds after the first open more slowly, by httpcore's doing: it looks through its whole pool for every request that
comes or goes, and once more for each idle connection there.
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

from .holding import Holding, held_by, pool_in_use
from .server import ServerProcess, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from openrouterkit.streams import AsyncChatStream

    from .holding import Pool

CHUNKS, APART = 22, 300
TEXT = text_of(CHUNKS)
DURATION = CHUNKS * APART / 1000
MODEL = "openai/gpt-4o-mini"
MESSAGES = [user("Tell me a story.")]
# Every other stream has a limit that async code keeps by a cancel scope, and sync code by the watchdog.
LIMITS = (TimeoutOptions(), TimeoutOptions(idle=60.0))


@dataclass
class Crowd:
    """What becomes of some streams at once.

    Attributes:
        pool: whose connections they use.
        random: gives the moments and manners of leaving.
        counts: of streams, by what became of them.
        faults: what should not have happened, in words.
        most: connections there were at once.
    """

    pool: Pool
    random: Random
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    most: int = 0

    def opened(self) -> None:
        """Note how many connections there are."""
        self.most = max(self.most, len(self.pool.connections))

    def ended(self, left_by: str | None, text: str, error: BaseException | None) -> None:
        """Note how a stream ended that was left in such a manner, or by nobody."""
        if error is not None and not (left_by and isinstance(error, IncompleteStreamError)):
            self._fault("failed", left_by, f"{type(error).__name__}: {error}")
        elif text == TEXT:
            self.counts["whole" if left_by is None else "whole before they were left"] += 1
        elif left_by is not None and TEXT.startswith(text):
            self.counts[f"left by {left_by}, {'midway' if text else 'before the text'}"] += 1
        else:
            self._fault("with a wrong text", left_by, repr(text[:80]))

    def _fault(self, kind: str, left_by: str | None, what: str) -> None:
        self.counts[kind] += 1
        self.faults.append(f"a stream {f'left by {left_by}' if left_by else 'read to its end'}, {kind}: {what}")

    def report(self, name: str, began: float, tasks: int, before: Holding) -> list[str]:
        """Print what became of the streams and what is left behind; give the latter, and the faults."""
        kept = len(self.pool.connections)
        left = held_by(self.pool) + Holding.now(tasks).beyond(before, kept)
        seconds = time.monotonic() - began
        print(f"{name}: {self.counts.total()} streams in {seconds:.1f} s, {self.most} connections at once")
        for what, count in sorted(self.counts.items()):
            print(f"    {count:5} {what}")
        print(f"    left behind: {kept} connections in the pool, {'; '.join(left) or 'idle, and nothing else'}")
        return self.faults + left


# -------------------------------------------------------------------------------------------------------------- async


async def read(stream: AsyncChatStream, texts: list[str], opened: Callable[[], None]) -> None:
    """Read a stream to its end; its texts are handed out as they come, and that it is open is told."""
    async with stream:
        opened()
        async for chunk in stream:
            texts.append(chunk.text)  # noqa: PERF401 - they are wanted of a stream that is left, too
        stream.result()


async def leave(
    reading: Coroutine[Any, Any, None], stream: AsyncChatStream, manner: str, clock: anyio.Event, moment: float
) -> None:
    """Leave a stream that is read, in such a manner, so many seconds after the clock started."""
    async with anyio.create_task_group() as group:
        task = asyncio.create_task(reading) if manner == "Task.cancel" else None

        async def act() -> None:
            await clock.wait()
            await anyio.sleep(moment)
            if task is not None:
                task.cancel()
            elif manner == "a scope":
                group.cancel_scope.cancel()
            else:
                await stream.aclose()

        group.start_soon(act)
        if task is None:
            await reading
        else:
            await asyncio.wait([task])
            if not task.cancelled():
                task.result()
        group.cancel_scope.cancel()


async def gather(client: AsyncOpenRouter, crowd: Crowd, streams: int, manners: list[str]) -> None:
    """Run so many streams at once, every other one left at a random moment."""

    async def one(number: int, manner: str | None, moment: float) -> None:
        texts: list[str] = []
        failure: BaseException | None = None
        clock = anyio.Event()
        if number % 20 == 1:  # a tenth of those that are left do not wait for an answer
            clock.set()

        def opened() -> None:
            clock.set()
            crowd.opened()

        stream = client.chat.stream(model=MODEL, messages=MESSAGES, timeout=LIMITS[number // 2 % 2])
        reading = read(stream, texts, opened)
        try:
            await (reading if manner is None else leave(reading, stream, manner, clock, moment))
        except Exception as error:  # noqa: BLE001 - the crowd judges
            failure = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
        crowd.ended(manner, "".join(texts), failure)

    async with anyio.create_task_group() as group:
        for number in range(streams):
            manner = crowd.random.choice(manners) if number % 2 else None
            group.start_soon(one, number, manner, crowd.random.uniform(0, 1.1 * DURATION))


def living_tasks(backend: str) -> int:
    """How many tasks live in the event loop."""
    if backend == "asyncio":
        return len(asyncio.all_tasks())
    import trio

    return trio.lowlevel.current_statistics().tasks_living


async def warm(client: AsyncOpenRouter, base_url: str) -> None:
    """Read one short stream, which loads what is loaded once and makes a connection."""
    short = client.with_options(base_url=f"{base_url}/stream/3")
    await short.chat.stream(model=MODEL, messages=MESSAGES, timeout=LIMITS[1]).read_all()


async def async_load(base_url: str, options: argparse.Namespace, backend: str) -> list[str]:
    """The rounds on one async client; what is wrong, in words."""
    manners = ["a scope", "aclose", "Task.cancel"][: 3 if backend == "asyncio" else 2]
    url = f"{base_url}/paced/{CHUNKS}/{APART}"
    async with AsyncOpenRouter(api_key="load", base_url=url) as client:
        await warm(client, base_url)
    gc.collect()
    gc.disable()
    before = Holding.now(living_tasks(backend))
    found: list[str] = []
    async with AsyncOpenRouter(api_key="load", base_url=url, retries=0) as client:
        await warm(client, base_url)
        pool = pool_in_use()
        for turn in range(1, options.rounds + 1):
            crowd, began = Crowd(pool, Random(options.seed + turn)), time.monotonic()
            await gather(client, crowd, options.streams, manners)
            found += crowd.report(f"{backend}, round {turn}", began, living_tasks(backend), before)
    found += Holding.now(living_tasks(backend)).beyond(before, 0)
    gc.enable()
    return found


# --------------------------------------------------------------------------------------------------------------- sync


def gather_threads(client: OpenRouter, crowd: Crowd, streams: int) -> None:
    """Run so many streams at once, each in its thread, every other one closed from one more thread."""

    def one(number: int, moment: float | None) -> None:
        texts: list[str] = []
        failure: BaseException | None = None
        stream = client.chat.stream(model=MODEL, messages=MESSAGES, timeout=LIMITS[number // 2 % 2])
        closing = threading.Timer(moment or 0.0, stream.close)
        try:
            if moment is not None:
                closing.start()
            with stream:
                crowd.opened()
                for chunk in stream:
                    texts.append(chunk.text)  # noqa: PERF401 - they are wanted of a stream that is closed, too
                stream.result()
        except Exception as error:  # noqa: BLE001 - the crowd judges
            failure = error
        if moment is not None:
            closing.join()
        crowd.ended(None if moment is None else "close", "".join(texts), failure)

    moments = [crowd.random.uniform(0, 1.1 * DURATION) if number % 2 else None for number in range(streams)]
    threads = [threading.Thread(target=one, args=each, daemon=True) for each in enumerate(moments)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def warm_sync(client: OpenRouter, base_url: str) -> None:
    """Read one short stream, which loads what is loaded once and makes a connection."""
    short = client.with_options(base_url=f"{base_url}/stream/3")
    short.chat.stream(model=MODEL, messages=MESSAGES, timeout=LIMITS[1]).read_all()


def sync_load(base_url: str, options: argparse.Namespace) -> list[str]:
    """The rounds on one sync client; what is wrong, in words."""
    url = f"{base_url}/paced/{CHUNKS}/{APART}"
    with OpenRouter(api_key="load", base_url=url) as client:
        warm_sync(client, base_url)
    gc.collect()
    gc.disable()
    before = Holding.now()
    found: list[str] = []
    with OpenRouter(api_key="load", base_url=url, retries=0) as client:
        warm_sync(client, base_url)
        pool = pool_in_use()
        for turn in range(1, options.rounds + 1):
            crowd, began = Crowd(pool, Random(options.seed + turn)), time.monotonic()
            gather_threads(client, crowd, options.threads)
            found += crowd.report(f"threads, round {turn}", began, 0, before)
    found += Holding.now().beyond(before, 0)
    gc.enable()
    return found


def main() -> int:
    """Run the crowds; 1 where something was left behind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description="Many streams, half of them left.")
    parser.add_argument("--streams", type=int, default=1000, help="async streams at once (default 1000)")
    parser.add_argument("--threads", type=int, default=100, help="sync streams at once (default 100)")
    parser.add_argument("--rounds", type=int, default=2, help="crowds on one client (default 2)")
    parser.add_argument("--seed", type=int, default=1, help="of moments and manners (default 1)")
    parser.add_argument("--only", choices=["asyncio", "trio", "threads"], help="one of the three")
    options = parser.parse_args()
    found: list[str] = []
    for kind in [options.only] if options.only else ["asyncio", "trio", "threads"]:
        with ServerProcess() as server:
            if kind == "threads":
                faults = sync_load(server.base_url, options)
            else:
                faults = anyio.run(async_load, server.base_url, options, kind, backend=kind)
            if held := server.open_connections():
                faults.append(f"the server still has {held} connections")
        found += [f"{kind}: {fault}" for fault in faults]
    for fault in found[:20]:
        print(fault, file=sys.stderr)
    print(f"{len(found)} things are wrong" if found else "nothing is left behind")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
