"""python -m benchmarks: measures openrouterkit, and compares it with raw httpx and json.loads in the same run."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .cases import CASES
from .chart import draw_chart
from .report import build_json, format_heading, format_line
from .server import ServerProcess
from .turns import OURS, RAW, Client, Result, measure

if TYPE_CHECKING:
    from .cases import Case

FOLDER: Final = Path(__file__).parent
MARGIN: Final = 0.1
"""The fraction of the limit that --check allows for noise: see README.md."""


def main() -> int:
    """Measure the cases and print the table; return 1 if --check finds a limit exceeded."""
    options = _parse_options()
    cases = [case for case in CASES if not options.tasks or case.task in options.tasks]
    clients = [Client(OURS), Client(RAW), *(Client(peer, f".venv-{peer}/bin/python") for peer in options.peer)]
    print(f"Median and minimum of {options.turns} alternating turns; times are CPU time\n\n{format_heading(clients)}")
    results: list[Result] = []
    with ServerProcess() as server:
        for _, group in groupby(cases, key=lambda case: case.task):
            same_task = list(group)
            measured = _measure(same_task, clients, options.turns, server.base_url)
            if options.check and any(map(_is_over, measured)):
                measured = _measure(same_task, clients, 2 * options.turns, server.base_url)
            for result in measured:
                print(format_line(result, clients), flush=True)
            results += measured
    if options.save:
        figures = build_json(results, clients, options.turns)
        (FOLDER / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        (FOLDER / "chart.svg").write_text(draw_chart(figures), encoding="utf-8")
    if not options.check:
        return 0
    over = [result.case.name for result in results if _is_over(result)]
    print(f"\nmore than {MARGIN:.0%} over the limit: {'; '.join(over) or 'none'}")
    return 1 if over else 0


def _is_over(result: Result) -> bool:
    limit = result.case.limit
    return limit is not None and result.exceeds(limit * (1 + MARGIN), both_ratios=True)


def _measure(cases: list[Case], clients: list[Client], turns: int, base_url: str) -> list[Result]:
    measured = measure(cases[0], clients, cases[0].turns or turns, base_url)
    return [Result.from_turns(case, measured) for case in cases]


def _parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure openrouterkit, and compare it with raw httpx and json.loads in the same run.",
    )
    tasks = list(dict.fromkeys(case.task for case in CASES))
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"tasks to measure (default: all): {', '.join(tasks)}")
    parser.add_argument("--turns", type=int, default=5, help="number of turns (default: 5)")
    parser.add_argument(
        "--peer",
        action="append",
        default=[],
        choices=["openai", "openrouter"],
        help="also measure this package, with the interpreter of .venv-openai or .venv-openrouter",
    )
    parser.add_argument("--save", action="store_true", help="write figures.json and chart.svg")
    parser.add_argument(
        "--check", action="store_true", help=f"exit with status 1 if a limit is exceeded by more than {MARGIN:.0%}%"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
