"""`surface`: compares the public names of the generated packages with those of a commit."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ..project import Project
from ..surface import compare_names, format_changes, read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("--against", required=True, metavar="REF", help="a commit, tag or branch")


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Print the added and removed names of each package, and return 1 if any were removed."""
    projects = choose()
    status = 0
    for each in projects:
        if len(projects) > 1:
            print(f"{each.name}:", flush=True)
        path = (each.package / "SURFACE").relative_to(each.root)
        before = read_file(each.root, chosen.against, path.as_posix()).splitlines()
        added, removed = compare_names(before, (each.root / path).read_text(encoding="utf-8").splitlines())
        print(format_changes(chosen.against, added, removed))
        status = max(status, 1 if removed else 0)
    return status
