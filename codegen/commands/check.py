"""`check`: compares the generated packages with freshly generated ones, and with what another parser reads."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..document import Node
from ..generation import normalize_contract, render_contract
from ..manifest import find_differences, list_files
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:  # noqa: ARG001 - as all commands
    """Check each package, and return 1 if any is not up to date."""
    projects = choose()
    status = 0
    for each in projects:
        if len(projects) > 1:
            print(f"{each.name}:", flush=True)
        status = max(status, check(each))
    return status


def check(project: Project) -> int:
    """Print whether the package of a contract is up to date, and return 1 if it is not.

    If the contract is strict, the package must also agree with what openapi-python-client reads.
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
    return compare_readings(project, normal) if project.strict else 0


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
