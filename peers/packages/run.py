"""python -m peers.packages.run PACKAGE URL: run the cases of a package, in an environment with the package.

Prints one JSON object per case: operation, name, and the failures of the sync and of the async client, or null.
"""

from __future__ import annotations

import asyncio
import json
import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Call, Case


def main(package: str, base_url: str) -> None:
    """Run every case with the sync client, then with the async client."""
    warnings.simplefilter("error")
    # A package warns of the deprecated members of a response when it reads the response.
    warnings.simplefilter("ignore", DeprecationWarning)
    driver = import_module(f"{__package__}.{package}_client")
    cases: list[Case] = import_module(f"{__package__}.{package}_cases").CASES
    failures = zip(_run_all(driver, base_url, cases), asyncio.run(_run_all_async(driver, base_url, cases)), strict=True)
    for case, (sync_failure, async_failure) in zip(cases, failures, strict=True):
        line = {"operation": case.operation, "name": case.name, "sync": sync_failure, "async": async_failure}
        sys.stdout.write(json.dumps(line) + "\n")


def _run_all(driver: Any, base_url: str, cases: list[Case]) -> list[str | None]:
    failures: list[str | None] = []
    with driver.open_client(base_url) as client:
        for case in cases:
            steps = case.start()
            try:
                call = _advance(steps.send, None)
                while call is not None:
                    call = _perform(driver, client, call, steps)
            except Exception as error:  # noqa: BLE001 - every error is a failure of the case
                failures.append(_describe(error))
            else:
                failures.append(None)
    return failures


def _perform(driver: Any, client: Any, call: Call, steps: Any) -> Call | None:
    """Make a call and return the next one, None at the end of the case."""
    try:
        result = driver.perform(client, call)
    except Exception as error:  # noqa: BLE001 - the case judges every error
        return _advance(steps.throw, error)
    return _advance(steps.send, result)


async def _run_all_async(driver: Any, base_url: str, cases: list[Case]) -> list[str | None]:
    failures: list[str | None] = []
    async with driver.open_async_client(base_url) as client:
        for case in cases:
            steps = case.start()
            try:
                call = _advance(steps.send, None)
                while call is not None:
                    call = await _perform_async(driver, client, call, steps)
            except Exception as error:  # noqa: BLE001 - every error is a failure of the case
                failures.append(_describe(error))
            else:
                failures.append(None)
    return failures


async def _perform_async(driver: Any, client: Any, call: Call, steps: Any) -> Call | None:
    """Make a call and return the next one, None at the end of the case."""
    try:
        result = await driver.perform_async(client, call)
    except Exception as error:  # noqa: BLE001 - the case judges every error
        return _advance(steps.throw, error)
    return _advance(steps.send, result)


def _advance(resume: Any, value: object) -> Call | None:
    try:
        call: Call = resume(value)
    except StopIteration:
        return None
    return call


def _describe(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:600]}"


if __name__ == "__main__":
    main(*sys.argv[1:])
