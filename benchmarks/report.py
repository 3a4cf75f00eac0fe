"""The figures as a table, and as JSON."""

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
    from collections.abc import Iterator

    from .turns import Figures, Side

_WIDTH = 50


def heading(sides: list[Side]) -> str:
    """The table's first line."""
    peers = "".join(f"{side.name:>12}" for side in sides if side.name not in (OURS, RAW))
    columns = f"{RAW:>12}{'least':>10}{OURS:>15}{'least':>10}{'ratio':>8}{'of least':>10}{'at most':>9}  "
    return f"{'':{_WIDTH}}{columns}{'kept':5}{peers}"


def line(figures: Figures, sides: list[Side]) -> str:
    """A row of the table: medians and least of both, the ratio of each turn's median, the limit, and the peers'."""
    row = figures.row
    columns = "".join(
        f"{text:>{width}}" for text, width in zip(_columns(figures), (12, 10, 15, 10, 8, 10, 9), strict=True)
    )
    kept = {True: "yes", False: "NO", None: "-"}[figures.kept()]
    peers = "".join(f"{_ratio(figures.ratio(side.name)):>12}" for side in sides if side.name not in (OURS, RAW))
    return f"{row.name:{_WIDTH}}{columns}  {kept:5}{peers}"


def _columns(figures: Figures) -> Iterator[str]:
    row = figures.row
    for side in (RAW, OURS):
        taken = figures.taken.get(side)
        yield from ("", "") if taken is None else (shown(figures, median(taken)), shown(figures, min(taken)))
    yield _ratio(figures.ratio())
    yield _ratio(figures.best_ratio())
    if row.limit is None:
        yield "-"
    else:
        yield f"{row.limit:.2f}" if RAW in figures.taken else shown(figures, row.limit)


def shown(figures: Figures, amount: float) -> str:
    """An amount of one thing of a row, with its unit."""
    if figures.row.figure != "cpu":
        return f"{amount / MEGABYTE:.1f} MB"
    each = amount / figures.row.units
    return f"{each * 1e6:.2f} µs" if each < 1e-4 else f"{each * 1e3:.2f} ms"


def _ratio(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def as_json(table: list[Figures], sides: list[Side], turns: int) -> dict[str, Any]:
    """All figures, seconds and bytes of every turn, and where they were taken."""
    return {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "versions": {"httpx": version("httpx")} | {side.name: _version(side) for side in sides if side.name != RAW},
        "turns": turns,
        "rows": [
            {
                "name": figures.row.name,
                "task": figures.row.task,
                "figure": figures.row.figure,
                "units": figures.row.units,
                "limit": figures.row.limit,
                "kept": figures.kept(),
                "ratios": {side.name: figures.ratio(side.name) for side in sides if figures.ratio(side.name)},
                "taken": figures.taken,
            }
            for figures in table
        ],
    }


def _version(side: Side) -> str:
    asking = f"from importlib.metadata import version; print(version({side.name!r}))"
    return subprocess.run([side.python, "-c", asking], capture_output=True, text=True, check=True).stdout.strip()
