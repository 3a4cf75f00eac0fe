"""`check`: compares the generated packages with freshly generated ones, and with what another parser reads."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import document
from ..document import Node
from ..generation import normalize_contract, render_contract
from ..manifest import find_differences, list_files
from ..problems import count
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    about = "list the parts without a description or an example by operation"
    parser.add_argument("--undescribed", action="store_true", help=about)
    parser.add_argument("--json", action="store_true", help="print the result of each contract as JSON")


@dataclass
class Result:
    """What a check found.

    Attributes:
        files: The number of files that the package must have.
        differing: How the package differs from a freshly generated one, one line each.
        places: The number of places in which openapi-python-client reads the same; None if it was not compared.
        explained: The number of differences to openapi-python-client that have a reason.
        unexplained: The other ones, one line each.
        undescribed: The pointers of the parts without a description or an example, by operation.
    """

    files: int
    differing: list[str]
    places: int | None = None
    explained: int = 0
    unexplained: list[str] = field(default_factory=list)
    undescribed: dict[str, list[str]] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The exit status: 1 if the package is not as it must be."""
        return 1 if self.differing or self.unexplained else 0

    def as_dict(self) -> dict[str, Any]:
        """Return the result as a JSON object."""
        return {"up_to_date": not self.differing, **vars(self)}


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Check each package, and return 1 if any is not up to date."""
    projects = choose()
    results: dict[str, Result] = {}
    for each in projects:
        if len(projects) > 1 and not chosen.json:
            print(f"{each.name}:", flush=True)
        results[each.name] = find_problems(each)
        if not chosen.json:
            print_result(each, results[each.name], listed=chosen.undescribed)
    if chosen.json:
        print(json.dumps({name: result.as_dict() for name, result in results.items()}, indent=2))
    return max((result.status for result in results.values()), default=0)


def find_problems(project: Project) -> Result:
    """Return how the package of a contract differs from a freshly generated one.

    If the contract is strict, the package is also compared with what openapi-python-client reads.
    """
    normal, _ = normalize_contract(project)
    with tempfile.TemporaryDirectory() as scratch:
        expected = Path(scratch) / project.package.name
        render_contract(project, normal, expected)
        result = Result(len(list_files(expected)), find_differences(project.package, expected))
    if not result.differing:
        result.undescribed = _find_undescribed(project)
        if project.strict:
            _compare_readings(project, normal, result)
    return result


def _find_undescribed(project: Project) -> dict[str, list[str]]:
    from ..drift.applying.missing_docs import find_missing_docs, group_by_operation

    contract = document.load(project.contract)
    return group_by_operation(contract, find_missing_docs(contract))


def _compare_readings(project: Project, normal: Node, result: Result) -> None:
    from ..second_reading import comparison

    compared = comparison.compare(normal, project.package)
    rows = comparison.read_reasons(project.second_reading)
    result.places, result.explained = compared.count, len(rows)
    result.unexplained = comparison.find_unexplained(compared, rows)


def print_result(project: Project, result: Result, *, listed: bool = False) -> None:
    """Print what a check found: problems to standard error, with what to do about them.

    Args:
        project: The contract.
        result: What the check of it found.
        listed: List the parts without a description, which are otherwise only counted.
    """
    package, table = (each.relative_to(project.root) for each in (project.package, project.second_reading))
    if result.differing:
        problem = f"{package}/ is not up to date with {project.document}, its tables or the generator:"
        advice = f"revert manual edits; after a change to {project.document} or its tables, run `{project.command}`"
        print("\n  ".join([problem, *result.differing]), advice, sep="\n", file=sys.stderr)
        return
    print(f"{package}/ is up to date: {result.files} files")
    _print_undescribed(result.undescribed, listed=listed)
    if result.unexplained:
        problem = f"{package}/ and openapi-python-client differ, without a reason in {table}:"
        advice = f"correct the generator, or list the difference with its reason in {table}"
        print("\n  ".join([problem, *result.unexplained]), advice, sep="\n", file=sys.stderr)
    elif result.places is not None:
        explained = f", except for {result.explained} with a reason in {table}" if result.explained else ""
        print(f"openapi-python-client reads the same in {result.places} places{explained}")


def _print_undescribed(undescribed: dict[str, list[str]], *, listed: bool) -> None:
    if not undescribed:
        return
    parts = count(sum(map(len, undescribed.values())), "part")
    print(f"without a description or an example: {parts}{'' if listed else '; --undescribed lists them by operation'}")
    for name, pointers in undescribed.items() if listed else ():
        print(f"  {len(pointers):>4}  {name}", *(f"        {each}" for each in pointers), sep="\n")
