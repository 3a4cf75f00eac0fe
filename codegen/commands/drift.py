"""`drift`: compares a contract with a newer description of its service, and applies the differences on request."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ..drift import report
from ..drift.command import Comparison
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("other", type=Path, help="an OpenAPI 3 document, as YAML or JSON")
    parser.add_argument("--json", action="store_true", help="print the differences as JSON")
    parser.add_argument("--apply", action="store_true", help="apply additions and changes to the contract")


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Print the differences, and return 1 if any are left."""
    project = choose()[0]
    comparison = Comparison(project, chosen.other)
    for warning in comparison.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    drift = comparison.drift()
    applied = comparison.apply() if chosen.apply else None
    if applied is not None:
        project.contract.write_text(applied.text, encoding="utf-8")
    if chosen.json:
        print(report.format_json(drift, applied))
    else:
        print(report.format_table(drift))
        if applied is not None:
            print("\n" + report.format_applied(applied, project.contract.name))
    left = (
        drift.differences
        if applied is None
        else [*applied.remaining, *(each for each in drift.differences if each.change == "removed")]
    )
    return 1 if left else 0
