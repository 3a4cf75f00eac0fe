"""Formats the results as a table and as JSON."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from statistics import median
from typing import TYPE_CHECKING, Any

from .memory import MEGABYTE
from .turns import OURS, RAW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .turns import Client, Result

_WIDTH = 50
# Widths of the columns after the name, including the space between them: for values of up to 9999.99 ms.
_COLUMNS = (14, 14, 15, 14, 8, 10, 9)


def format_heading(clients: list[Client]) -> str:
    """Return the heading of the table."""
    peers = "".join(f"{client.name:>12}" for client in clients if client.name not in (OURS, RAW))
    titles = (RAW, "min", OURS, "min", "ratio", "of min", "limit")
    return f"{'':{_WIDTH}}{_align(titles)}  {'ok':5}{peers}"


def format_line(result: Result, clients: list[Client]) -> str:
    """Return the line of a case: median and minimum of both clients, the ratios, the limit, the ratios of peers."""
    case = result.case
    within = {True: "yes", False: "NO", None: "-"}[result.is_within_limit()]
    names = [client.name for client in clients if client.name not in (OURS, RAW)]
    peers = "".join(f"{_format_ratio(result.ratio(name)):>12}" for name in names)
    return f"{case.name:{_WIDTH}}{_align(_format_columns(result))}  {within:5}{peers}"


def _align(texts: Iterable[str]) -> str:
    """Return the columns after the name; a text that is too wide moves the others instead of joining them."""
    return "".join(f"  {text:>{width - 2}}" for text, width in zip(texts, _COLUMNS, strict=True))


def _format_columns(result: Result) -> Iterator[str]:
    case = result.case
    for client in (RAW, OURS):
        values = result.values.get(client)
        if values is None:
            yield from ("", "")
        else:
            yield from (format_amount(result, median(values)), format_amount(result, min(values)))
    yield _format_ratio(result.ratio())
    yield _format_ratio(result.ratio_of_minima())
    if case.limit is None:
        yield "-"
    else:
        yield f"{case.limit:.2f}" if RAW in result.values else format_amount(result, case.limit)


def format_amount(result: Result, amount: float) -> str:
    """Return a value of a case with its unit, divided by the number of operations in a run."""
    if result.case.metric != "cpu":
        return f"{amount / MEGABYTE:.1f} MB"
    seconds = amount / result.case.units
    return f"{seconds * 1e6:.2f} µs" if seconds < 1e-4 else f"{seconds * 1e3:.2f} ms"


def _format_ratio(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def build_json(results: list[Result], clients: list[Client], turns: int) -> dict[str, Any]:
    """Return the values of all turns in seconds or bytes, with the machine and the versions."""
    return {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "versions": {"httpx": version("httpx")}
        | {each.name: _find_version(each) for each in clients if each.name != RAW},
        "turns": turns,
        "cases": [
            {
                "name": result.case.name,
                "task": result.case.task,
                "metric": result.case.metric,
                "units": result.case.units,
                "limit": result.case.limit,
                "within_limit": result.is_within_limit(),
                "ratios": {each.name: result.ratio(each.name) for each in clients if result.ratio(each.name)},
                "values": result.values,
            }
            for result in results
        ],
    }


def _find_version(client: Client) -> str:
    code = f"from importlib.metadata import version; print(version({client.name!r}))"
    return subprocess.run([client.python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
