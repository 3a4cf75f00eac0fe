"""Runs `python -m codegen drift`."""

from __future__ import annotations

import argparse
import sys

from ..project import Project
from . import markdown, report
from .comparing.rules import LEVELS
from .comparison import Applied, Comparison, Drift
from .selection import Selection


def run(chosen: argparse.Namespace, project: Project) -> int:
    """Compare two documents, or a contract with one, and return the exit status: 1 if differences are left, else 0.

    Args:
        chosen: The options of the command line.
        project: The contract that a single document is compared with.
    """
    selection = Selection(tuple(chosen.only), tuple(chosen.ignore))
    if chosen.new is None:
        comparison = Comparison(project.contract, chosen.other, project, selection)
    else:
        comparison = Comparison(chosen.other, chosen.new, None, selection)
    for warning in comparison.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    drift = comparison.drift()
    applied = comparison.apply(rename=chosen.rename) if chosen.apply else None
    if applied is not None and applied.differences:
        comparison.old.write_bytes(applied.text.encode("utf-8"))
    print(_format(chosen, drift, applied))
    left = drift.differences if applied is None else [*applied.remaining, *applied.kept]
    counting = LEVELS[: LEVELS.index(chosen.fail_on) + 1]
    return 1 if any(each.level in counting for each in left) else 0


def _format(chosen: argparse.Namespace, drift: Drift, applied: Applied | None) -> str:
    if chosen.json:
        return report.format_json(drift, applied)
    if chosen.markdown:
        return markdown.format_markdown(drift, applied)
    return "\n\n".join([report.format_table(drift), *([report.format_applied(applied, drift.old)] if applied else [])])
