"""`check`: compares the generated packages with freshly generated ones, and with what another parser reads."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .. import document
from ..document import Node
from ..generation import normalize_contract, render_contract
from ..manifest import find_differences, list_files
from ..problems import count as count_parts
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    about = "list the parts without a description or an example by operation"
    parser.add_argument("--undescribed", action="store_true", help=about)


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Check each package, and return 1 if any is not up to date."""
    projects = choose()
    status = 0
    for each in projects:
        if len(projects) > 1:
            print(f"{each.name}:", flush=True)
        status = max(status, check(each, listed=chosen.undescribed))
    return status


def check(project: Project, *, listed: bool = False) -> int:
    """Print whether the package of a contract is up to date, and return 1 if it is not.

    If the contract is strict, the package must also agree with what openapi-python-client reads.

    Args:
        project: The contract.
        listed: List the parts without a description, which are otherwise only counted.
    """
    normal, _ = normalize_contract(project)
    with tempfile.TemporaryDirectory() as scratch:
        expected = Path(scratch) / project.package.name
        render_contract(project, normal, expected)
        differing = find_differences(project.package, expected)
        count = len(list_files(expected))
    package = project.package.relative_to(project.root)
    if differing:
        problem = f"{package}/ is not up to date with {project.document}, its tables or the generator:"
        advice = f"revert manual edits; after a change to {project.document} or its tables, run `{project.command}`"
        print("\n  ".join([problem, *differing]), advice, sep="\n", file=sys.stderr)
        return 1
    print(f"{package}/ is up to date: {count} files")
    print_undescribed(project, listed=listed)
    return compare_readings(project, normal) if project.strict else 0


def print_undescribed(project: Project, *, listed: bool) -> None:
    """Print how many parts of a contract have no description or example, if there are any.

    Args:
        project: The contract.
        listed: List them by operation.
    """
    from ..drift.applying.missing_docs import find_missing_docs, group_by_operation

    contract = document.load(project.contract)
    missing = find_missing_docs(contract)
    if not missing:
        return
    grouped = group_by_operation(contract, missing)
    advice = "" if listed else "; --undescribed lists them by operation"
    print(f"without a description or an example: {count_parts(len(missing), 'part')}{advice}")
    for name, pointers in grouped.items() if listed else ():
        print(f"  {len(pointers):>4}  {name}", *(f"        {each}" for each in pointers), sep="\n")


def compare_readings(project: Project, normal: Node) -> int:
    """Print how the package differs from what openapi-python-client reads, and return 1 if a reason is missing."""
    from ..second_reading import comparison

    result = comparison.compare(normal, project.package)
    rows = comparison.read_reasons(project.second_reading)
    unexplained = comparison.find_unexplained(result, rows)
    package, table = (each.relative_to(project.root) for each in (project.package, project.second_reading))
    if unexplained:
        problem = f"{package}/ and openapi-python-client differ, without a reason in {table}:"
        advice = f"correct the generator, or list the difference with its reason in {table}"
        print("\n  ".join([problem, *unexplained]), advice, sep="\n", file=sys.stderr)
        return 1
    explained = f", except for {len(rows)} with a reason in {table}" if rows else ""
    print(f"openapi-python-client reads the same in {result.count} places{explained}")
    return 0
