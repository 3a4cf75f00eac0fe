"""`update`: takes a contract and its package to a newer description, from the comparison to the changelog."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..drift import changelog, report
from ..drift.comparison import Applied, Comparison
from ..drift.selection import Selection
from ..generation import generate_contract
from ..problems import CodegenError, InvalidDocumentError
from ..project import Project
from ..surface import compare_names, format_changes, read_file
from .check import find_problems, print_result
from .pin import pin


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.epilog = "The exit status is 0 after the last step, 1 if a step needs a decision, and 2 if it fails."
    parser.add_argument("newer", type=Path, help="a newer OpenAPI document of the service, as YAML or JSON")
    pattern = "GET /path, a path, an operation id, a tag, or a pattern with *; may be repeated"
    parser.add_argument("--only", action="append", default=[], metavar="WHAT", help=f"only these operations: {pattern}")
    parser.add_argument("--ignore", action="append", default=[], metavar="WHAT", help="all operations but these")
    parser.add_argument("--rename", action="store_true", help="apply new names of schemas and methods too")
    parser.add_argument(
        "--against", default="HEAD", metavar="REF", help="the commit of the last release; defaults to HEAD"
    )
    parser.add_argument(
        "--changelog", type=Path, metavar="FILE", help="insert the draft of the entry into this file, under Unreleased"
    )


@dataclass(frozen=True)
class Before:
    """The contract and the public names before the update.

    Args:
        reference: The commit that they are from.
        contract: The text of the contract.
        names: The public names of the package.
    """

    reference: str
    contract: str
    names: list[str]


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Run the steps, and return 1 if one needs a decision. The command can then be run again."""
    project = choose()[0]
    before = _read_before(project, chosen.against)
    comparison = Comparison(
        project.contract, chosen.newer, project, Selection(tuple(chosen.only), tuple(chosen.ignore))
    )
    for warning in comparison.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    drift = comparison.drift()
    _print_step("drift", report.format_table(drift))
    applied = comparison.apply(rename=chosen.rename)
    if applied.differences:
        project.contract.write_bytes(applied.text.encode("utf-8"))
    _print_step("apply", report.format_applied(applied, project.contract.name))
    if applied.remaining:
        return _stop("apply", f"edit {project.document}, or leave the differences out with --ignore")
    step = "generate"
    try:
        if project.pin.is_file():
            _print_step("pin")
            pin(project)
        _print_step("generate")
        _generate(project)
        step = "check"
        _print_step("check")
        checked = find_problems(project)
        print_result(project, checked)
        if checked.status:
            return _stop("check", "see the advice above")
    except CodegenError as error:
        print(f"{chosen.program}: error: {error}", file=sys.stderr)
        _stop(step, f"correct {project.document} or its tables in {project.tables.relative_to(project.root)}/")
        return error.status
    removed = _print_surface(project, before)
    _draft(project, before, removed, chosen.changelog)
    _print_left(applied)
    return 0


def _read_before(project: Project, reference: str) -> Before:
    """Return the state as of a commit, or the current one if git does not know it."""
    surface = project.package / "SURFACE"
    try:
        found = [
            read_file(project.root, reference, path.relative_to(project.root).as_posix())
            for path in (project.contract, surface)
        ]
    except CodegenError:
        reference = "the last generation"
        found = [path.read_text(encoding="utf-8") if path.is_file() else "" for path in (project.contract, surface)]
    return Before(reference, found[0], found[1].splitlines())


def _print_step(name: str, text: str = "") -> None:
    print(f"\n{name}\n{'-' * len(name)}", *filter(None, [text]), sep="\n", flush=True)


def _stop(step: str, advice: str) -> int:
    print(f"\nstopped at {step}: {advice}; then run the same command again", file=sys.stderr)
    return 1


def _generate(project: Project) -> None:
    try:
        result = generate_contract(project, project.package)
    except InvalidDocumentError as error:
        for warning in error.report.warnings:
            print(f"warning: {warning}", file=sys.stderr)
        raise
    for warning in result.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    print(result)


def _print_surface(project: Project, before: Before) -> list[str]:
    """Print the added and removed public names, and return the removed ones."""
    after = (project.package / "SURFACE").read_text(encoding="utf-8").splitlines()
    added, removed = compare_names(before.names, after)
    _print_step("surface", format_changes(before.reference, added, removed))
    return removed


def _draft(project: Project, before: Before, removed: list[str], file: Path | None) -> None:
    """Print the entry of the changelog for all changes of the contract since the commit, or insert it into a file."""
    with tempfile.TemporaryDirectory() as scratch:
        old = Path(scratch) / project.contract.name
        old.write_text(before.contract, encoding="utf-8")
        entry = changelog.draft_entry(Comparison(old, project.contract).drift().differences, removed)
    _print_step("changelog", changelog.format_entry(entry) or "no changes")
    if file is not None and entry:
        text = file.read_text(encoding="utf-8") if file.is_file() else "# Changelog\n"
        file.write_text(changelog.insert_entry(text, entry), encoding="utf-8")
        print(f"\ninserted into {file}")


def _print_left(applied: Applied) -> None:
    """Print what is left to a person: parts that only the contract has, other names, and descriptions."""
    removed = sum(each.change == "removed" for each in applied.kept)
    counts = {
        "removed from the description, but not from the contract": removed,
        "with another name": len(applied.kept) - removed,
        "without a description or an example": len(applied.missing_docs),
    }
    left = [f"{number} {what}" for what, number in counts.items() if number]
    print(f"\nupdated{'; left to you: ' + ', '.join(left) if left else ''}")
