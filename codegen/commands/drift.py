"""`drift`: compares two documents, or a contract with a newer one, and applies the differences on request."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ..drift import markdown, report
from ..drift.comparing.rules import LEVELS
from ..drift.comparison import Applied, Comparison, Drift
from ..drift.selection import Selection
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.epilog = "The exit status is 0 without differences, 1 with differences, and 2 if the comparison fails."
    documents = "OpenAPI 3 or Swagger 2 documents, as YAML or JSON; without OLD, NEW is compared with the contract"
    parser.add_argument("documents", metavar="[OLD] NEW", nargs="+", type=Path, help=documents)
    pattern = "GET /path, a path, an operation id, a tag, or a pattern with *; may be repeated"
    parser.add_argument("--only", action="append", default=[], metavar="WHAT", help=f"only these operations: {pattern}")
    parser.add_argument("--ignore", action="append", default=[], metavar="WHAT", help="all operations but these")
    parser.add_argument(
        "--apply", action="store_true", help="write selected additions and changes into the old document"
    )
    parser.add_argument(
        "--rename", action="store_true", help="with --apply: write new names of schemas and methods too"
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help="print the differences as JSON")
    formats.add_argument(
        "--markdown", action="store_true", help="print the differences as Markdown, for a pull request"
    )
    levels = "the least level for which the exit status is 1; defaults to info, which means all differences"
    parser.add_argument("--fail-on", choices=LEVELS, default="info", help=levels)


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Print the differences, and return 1 if any are left of the chosen level, or a worse one."""
    comparison = _build_comparison(chosen, choose)
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


def _build_comparison(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> Comparison:
    if len(chosen.documents) > 2:
        chosen.fail("pass one document, or two: drift [OLD] NEW")
    if chosen.rename and not chosen.apply:
        chosen.fail("--rename is for --apply; add it, or leave out --rename")
    selection = Selection(tuple(chosen.only), tuple(chosen.ignore))
    if len(chosen.documents) == 2:
        if chosen.contract is not None:
            chosen.fail("--contract is for a single document; leave it out, or leave out OLD")
        return Comparison(chosen.documents[0], chosen.documents[1], selection=selection)
    project = choose()[0]
    return Comparison(project.contract, chosen.documents[0], project, selection)


def _format(chosen: argparse.Namespace, drift: Drift, applied: Applied | None) -> str:
    if chosen.json:
        return report.format_json(drift, applied)
    if chosen.markdown:
        return markdown.format_markdown(drift, applied)
    return "\n\n".join([report.format_table(drift), *([report.format_applied(applied, drift.old)] if applied else [])])
