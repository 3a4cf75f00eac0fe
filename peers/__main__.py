"""python -m peers: every case against the LiteLLM proxy, by every client, in one call and as a stream.

Prints a table of what was run and what came of it. The exit status is 1 if anything came otherwise than it must.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions

from .cases import Case, Outcome, cases
from .proxy import ProxyProcess

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Run: TypeAlias = Callable[[str, list[Case]], list[Outcome | None]]
    AsyncRun: TypeAlias = Callable[[str, list[Case]], Awaitable[list[Outcome | None]]]

_RETRIES: Final = RetryOptions(max_attempts=2, initial_interval=0.01)


def sync_plain(base_url: str, asked: list[Case]) -> list[Outcome | None]:
    """The outcome of every case in one call, by the sync client."""
    outcomes: list[Outcome | None] = []
    with OpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in asked:
            try:
                outcomes.append(Outcome(case.send(client)))
            except Exception as error:  # noqa: BLE001 - it is judged
                outcomes.append(Outcome(error=error))
    return outcomes


def sync_streamed(base_url: str, asked: list[Case]) -> list[Outcome | None]:
    """The outcome of every case as a stream, by the sync client; None where it has none."""
    outcomes: list[Outcome | None] = []
    with OpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in asked:
            if case.stream is None:
                outcomes.append(None)
                continue
            try:
                with case.stream(client) as stream:
                    chunks = list(stream)
                outcomes.append(_streamed(stream.result(), chunks))
            except Exception as error:  # noqa: BLE001 - it is judged
                outcomes.append(Outcome(error=error))
    return outcomes


async def async_plain(base_url: str, asked: list[Case]) -> list[Outcome | None]:
    """The outcome of every case in one call, by the async client."""
    outcomes: list[Outcome | None] = []
    async with AsyncOpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in asked:
            try:
                outcomes.append(Outcome(await case.send(client)))
            except Exception as error:  # noqa: BLE001 - it is judged
                outcomes.append(Outcome(error=error))
    return outcomes


async def async_streamed(base_url: str, asked: list[Case]) -> list[Outcome | None]:
    """The outcome of every case as a stream, by the async client; None where it has none."""
    outcomes: list[Outcome | None] = []
    async with AsyncOpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in asked:
            if case.stream is None:
                outcomes.append(None)
                continue
            try:
                async with case.stream(client) as stream:
                    chunks = [chunk async for chunk in stream]
                outcomes.append(_streamed(stream.result(), chunks))
            except Exception as error:  # noqa: BLE001 - it is judged
                outcomes.append(Outcome(error=error))
    return outcomes


def _streamed(result: object, chunks: list[Any]) -> Outcome:
    return Outcome(result, texts=[chunk.text for chunk in chunks], lasts=sum(chunk.is_last for chunk in chunks))


def ways() -> dict[str, Run]:
    """The ways to ask, by name; those that stream end in "stream"."""
    found: dict[str, Run] = {"sync": sync_plain, "sync stream": sync_streamed}
    for backend in ("asyncio", "trio"):
        found[backend] = partial(_run, async_plain, backend)
        found[f"{backend} stream"] = partial(_run, async_streamed, backend)
    return found


def _run(asking: AsyncRun, backend: str, base_url: str, asked: list[Case]) -> list[Outcome | None]:
    import anyio

    return anyio.run(asking, base_url, asked, backend=backend)


def main() -> int:
    """Run everything and print the table; 1 where something came otherwise than it must."""
    parser = argparse.ArgumentParser(prog="python -m peers", description="The clients against the LiteLLM proxy.")
    parser.add_argument("--litellm", type=Path, default=Path(".venv-peers/bin/litellm"), help="the proxy's program")
    program = parser.parse_args().litellm
    asked = cases()
    with ProxyProcess(program) as proxy:
        outcomes = {way: run(proxy.base_url, asked) for way, run in ways().items()}
    rows: list[list[str]] = [["case", *outcomes, "what came of it, in one call | as a stream where that differs"]]
    faults = []
    for number, case in enumerate(asked):
        row = [case.name]
        for way, all_outcomes in outcomes.items():
            outcome = all_outcomes[number]
            expected = case.streamed if way.endswith("stream") else case.plain
            fault = None if outcome is None else expected.judge(outcome, proxy.key)
            row.append("-" if outcome is None else "FAILED" if fault else "ok")
            if fault:
                faults.append(f"{case.name}, {way}: {fault}")
        rows.append([*row, _told(outcomes["sync"][number], outcomes["sync stream"][number])])
    table = "\n".join(_lines(rows))
    verdict = f"{len(faults)} outcomes are wrong" if faults else "every outcome is the one that must be"
    print("\n".join([table, *faults, verdict]))  # noqa: T201 - the table is what was asked for
    return bool(faults)


def _told(plain: Outcome | None, streamed: Outcome | None) -> str:
    told = list(dict.fromkeys(" ".join(str(outcome).split())[:110] for outcome in (plain, streamed) if outcome))
    return " | ".join(told)


def _lines(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


if __name__ == "__main__":
    sys.exit(main())
