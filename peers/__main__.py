"""python -m peers: run every case against the LiteLLM proxy with every client, as a plain call and as a stream.

Prints a table of the outcomes for the clients of OpenRouter, and one for the clients of compatible services. The exit
status is 1 if an outcome is not the expected one.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions
from openrouterkit.services import AsyncOpenAICompatible, OpenAICompatible

from .cases import Case, Outcome, build_cases
from .compatible import build_compatible_cases
from .proxy import ProxyProcess

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Run: TypeAlias = Callable[[str, list[Case]], list[Outcome | None]]
    AsyncRun: TypeAlias = Callable[[Any, str, list[Case]], Awaitable[list[Outcome | None]]]

_RETRIES: Final = RetryOptions(max_attempts=2, initial_interval=0.01)


def send_all(kind: Any, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a plain call of the sync client."""
    outcomes: list[Outcome | None] = []
    with kind(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            try:
                outcomes.append(Outcome(case.send(client)))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


def stream_all(kind: Any, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a stream of the sync client; None for a case without a stream."""
    outcomes: list[Outcome | None] = []
    with kind(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
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


async def async_send_all(kind: Any, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a plain call of the async client."""
    outcomes: list[Outcome | None] = []
    async with kind(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
        for case in cases:
            try:
                outcomes.append(Outcome(await case.send(client)))
            except Exception as error:  # noqa: BLE001 - the case judges every error
                outcomes.append(Outcome(error=error))
    return outcomes


async def async_stream_all(kind: Any, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    """Return the outcome of every case as a stream of the async client; None for a case without a stream."""
    outcomes: list[Outcome | None] = []
    async with kind(api_key=ProxyProcess.key, base_url=base_url, retries=_RETRIES) as client:
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


def build_runs(sync_client: Any, async_client: Any) -> dict[str, Run]:
    """Return the functions that run all cases, by the name of their column; streaming ones end in "stream".

    Args:
        sync_client: the class of the client for sync code.
        async_client: the class of the client for async code.
    """
    runs: dict[str, Run] = {"sync": partial(send_all, sync_client), "sync stream": partial(stream_all, sync_client)}
    for backend in ("asyncio", "trio"):
        runs[backend] = partial(_run_async, async_send_all, backend, async_client)
        runs[f"{backend} stream"] = partial(_run_async, async_stream_all, backend, async_client)
    return runs


def _run_async(run: AsyncRun, backend: str, kind: Any, base_url: str, cases: list[Case]) -> list[Outcome | None]:
    import anyio

    return anyio.run(run, kind, base_url, cases, backend=backend)


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
        failures = compare(proxy, cases, build_runs(OpenRouter, AsyncOpenRouter))
        compatible = build_runs(OpenAICompatible, AsyncOpenAICompatible)
        failures += compare(proxy, [*cases, *build_compatible_cases()], compatible)
    summary = f"{len(failures)} unexpected outcomes" if failures else "all outcomes are as expected"
    print("\n".join([*failures, summary]))  # noqa: T201 - a command prints its result
    return bool(failures)


def compare(proxy: ProxyProcess, cases: list[Case], runs: dict[str, Run]) -> list[str]:
    """Run the cases, print a table of the outcomes, and return a description of each that is not the expected one."""
    outcomes = {column: run(proxy.base_url, cases) for column, run in runs.items()}
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
    print("\n".join([*_align(rows), ""]))  # noqa: T201 - a command prints its result
    return failures


def _describe(plain: Outcome | None, streamed: Outcome | None) -> str:
    descriptions = [" ".join(str(outcome).split())[:110] for outcome in (plain, streamed) if outcome]
    return " | ".join(dict.fromkeys(descriptions))


def _align(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


if __name__ == "__main__":
    sys.exit(main())
