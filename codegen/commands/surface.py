"""`surface`: compares the public names of the generated packages with those of a commit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from ..project import Project
from ..surface import compare_names, format_changes, read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("--against", required=True, metavar="REF", help="a commit, tag or branch")
    parser.add_argument("--json", action="store_true", help="print the names of each contract as JSON")


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Print the added and removed names of each package, and return 1 if any were removed."""
    projects = choose()
    found: dict[str, dict[str, list[str]]] = {}
    for each in projects:
        if len(projects) > 1 and not chosen.json:
            print(f"{each.name}:", flush=True)
        path = (each.package / "SURFACE").relative_to(each.root)
        before = read_file(each.root, chosen.against, path.as_posix()).splitlines()
        added, removed = compare_names(before, (each.root / path).read_text(encoding="utf-8").splitlines())
        found[each.name] = {"added": added, "removed": removed}
        if not chosen.json:
            print(format_changes(chosen.against, added, removed))
    if chosen.json:
        print(json.dumps(found, indent=2))
    return 1 if any(each["removed"] for each in found.values()) else 0
