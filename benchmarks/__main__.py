"""python -m benchmarks: the table of ratios to raw httpx, in CPU time."""

from __future__ import annotations

import argparse
from statistics import median

from .rows import Figures, import_row, measure, stream_row
from .server import ServerProcess


def main() -> None:
    """Measure every row and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--turns", type=int, default=5, help="counted turns of each side (default 5)")
    turns = parser.parse_args().turns
    print(f"CPU time against raw httpx with json.loads, medians of {turns} alternating turns\n")
    print(f"{'what':28} {'openrouterkit':>15} {'raw httpx':>15} {'ratio':>7} {'at most':>8}")
    with ServerProcess() as server:
        for row in (stream_row(server.base_url), import_row()):
            print(_line(measure(row, turns)), flush=True)


def _line(figures: Figures) -> str:
    row = figures.row
    ours, raw = (_shown(median(times), row.units) for times in (figures.ours, figures.raw))
    verdict = "" if figures.ratio <= row.limit else "  over the limit"
    return f"{row.name:28} {ours:>15} {raw:>15} {figures.ratio:>7.2f} {row.limit:>8.2f}{verdict}"


def _shown(seconds: float, units: int) -> str:
    return f"{seconds / units * 1e6:.2f} µs each" if units > 1 else f"{seconds * 1e3:.1f} ms"


if __name__ == "__main__":
    main()
