"""python -m peers: run every case against the LiteLLM proxy with every client, as a plain call and as a stream.

Prints a table of the outcomes. The exit status is 1 if an outcome is not the expected one.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions

from .cases import Case, Outcome, build_cases
from .proxy import ProxyProcess

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Run: TypeAlias = Callable[[str, list[Case]], list[Outcome | None]]
    AsyncRun: TypeAlias = Callable[[str, list[Case]], Awaitable[list[Outcome | None]]]

_RETRIES: Final = RetryOptions(max_attempts=2, initial_interval=0.01)


def send_all(base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a plain call of the sync client."""
    outcomes: list[Outcome | None] = []
    with OpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            try:
                outcomes.append(Outcome(case.send(client)))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


def stream_all(base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a stream of the sync client; None for a case without a stream."""
    outcomes: list[Outcome | None] = []
    with OpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            if case.stream is None:
                outcomes.append(None)
                continue
            try:
                with case.stream(client) as stream:
                    chunks = list(stream)
                outcomes.append(_stream_outcome(stream.result(), chunks))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


async def async_send_all(base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a plain call of the async client."""
    outcomes: list[Outcome | None] = []
    async with AsyncOpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            try:
                outcomes.append(Outcome(await case.send(client)))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


async def async_stream_all(base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a stream of the async client; None for a case without a stream."""
    outcomes: list[Outcome | None] = []
    async with AsyncOpenRouter(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            if case.stream is None:
                outcomes.append(None)
                continue
            try:
                async with case.stream(client) as stream:
                    chunks = [chunk async for chunk in stream]
                outcomes.append(_stream_outcome(stream.result(), chunks))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


def _stream_outcome(result: object, chunks: list[Any]) -> Outcome:
    return Outcome(result, texts=[chunk.text for chunk in chunks], last_chunks=sum(chunk.is_last for chunk in chunks))


def build_runs() -> dict[str, Run]:
    """Return the functions that run all cases, by the name of their column; streaming ones end in "stream"."""
    runs: dict[str, Run] = {"sync": send_all, "sync stream": stream_all}
    for backend in ("asyncio", "trio"):
        runs[backend] = partial(_run_async, async_send_all, backend)
        runs[f"{backend} stream"] = partial(_run_async, async_stream_all, backend)
    return runs


def _run_async(run: AsyncRun, backend: str, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    import anyio

    return anyio.run(run, base_url, cases, backend=backend)


def main() -> int:
    """Run all cases and print the table; return 1 if an outcome is not the expected one."""
    parser = argparse.ArgumentParser(prog="python -m peers", description="Test the clients against the LiteLLM proxy.")
    parser.add_argument(
        "--litellm",
        type=Path,
        default=Path(".venv-peers/bin/litellm"),
        help="path of the litellm program (default: %(default)s)",
    )
    program = parser.parse_args().litellm
    cases = build_cases()
    with ProxyProcess(program) as proxy:
        outcomes = {column: run(proxy.base_url, cases) for column, run in build_runs().items()}
    rows: list[list[str]] = [["case", *outcomes, "result of the plain call | of the stream, if different"]]
    failures = []
    for number, case in enumerate(cases):
        row = [case.name]
        for column, all_outcomes in outcomes.items():
            outcome = all_outcomes[number]
            expected = case.streamed if column.endswith("stream") else case.plain
            mismatch = None if outcome is None else expected.find_mismatch(outcome, proxy.key)
            row.append("-" if outcome is None else "FAILED" if mismatch else "ok")
            if mismatch:
                failures.append(f"{case.name}, {column}: {mismatch}")
        rows.append([*row, _describe(outcomes["sync"][number], outcomes["sync stream"][number])])
    table = "\n".join(_align(rows))
    summary = f"{len(failures)} unexpected outcomes" if failures else "all outcomes are as expected"
    print("\n".join([table, *failures, summary]))  # noqa: T201 - a command prints its result
    return bool(failures)


def _describe(plain: Outcome | None, streamed: Outcome | None) -> str:
    descriptions = [" ".join(str(outcome).split())[:110] for outcome in (plain, streamed) if outcome]
    return " | ".join(dict.fromkeys(descriptions))


def _align(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


if __name__ == "__main__":
    sys.exit(main())
