"""python -m benchmarks: what openrouterkit costs, as a ratio to raw httpx with json.loads in the same run."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .chart import drawn
from .report import as_json, heading, line
from .rows import ROWS
from .server import ServerProcess
from .turns import OURS, RAW, Figures, Side, measured

if TYPE_CHECKING:
    from .rows import Row

FOLDER: Final = Path(__file__).parent
MARGIN: Final = 0.1
"""What --check leaves to noise, as a part of the limit: see README.md."""


def main() -> int:
    """Measure the rows and print the table; 1 where --check finds a limit exceeded."""
    options = _options()
    rows = [row for row in ROWS if not options.rows or row.task in options.rows]
    sides = [Side(OURS), Side(RAW), *(Side(peer, f".venv-{peer}/bin/python") for peer in options.peer)]
    print(f"Medians and least of {options.turns} alternating turns, CPU time where it is a time\n\n{heading(sides)}")
    table: list[Figures] = []
    with ServerProcess() as server:
        for _, group in groupby(rows, key=lambda row: row.task):
            same = list(group)
            found = _figures(same, sides, options.turns, server.base_url)
            if options.check and any(map(_is_over, found)):
                found = _figures(same, sides, 2 * options.turns, server.base_url)
            for figures in found:
                print(line(figures, sides), flush=True)
            table += found
    if options.save:
        saved = as_json(table, sides, options.turns)
        (FOLDER / "figures.json").write_text(json.dumps(saved, indent=1) + "\n", encoding="utf-8")
        (FOLDER / "chart.svg").write_text(drawn(saved), encoding="utf-8")
    if not options.check:
        return 0
    over = [figures.row.name for figures in table if _is_over(figures)]
    print(f"\nover the limit by more than {MARGIN:.0%}: {'; '.join(over) or 'nothing'}")
    return 1 if over else 0


def _is_over(figures: Figures) -> bool:
    limit = figures.row.limit
    return limit is not None and figures.exceeds(limit * (1 + MARGIN), surely=True)


def _figures(rows: list[Row], sides: list[Side], turns: int, base_url: str) -> list[Figures]:
    rounds = measured(rows[0], sides, rows[0].turns or turns, base_url)
    return [Figures.of(row, rounds) for row in rows]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", help="tasks to measure: all of them unless named")
    parser.add_argument("--turns", type=int, default=5, help="counted turns of each side (default 5)")
    parser.add_argument("--peer", action="append", default=[], choices=["openai", "openrouter"], help="in its .venv-…")
    parser.add_argument("--save", action="store_true", help="write figures.json and chart.svg")
    parser.add_argument("--check", action="store_true", help="fail where a limit is exceeded by more than noise")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
