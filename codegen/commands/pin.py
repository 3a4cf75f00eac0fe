"""`pin`: accepts the current contracts."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from .. import document
from ..manifest import compute_digest, write_pin
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:  # noqa: ARG001 - as all commands
    """Write pin.toml of each contract."""
    projects = choose()
    for each in projects:
        if len(projects) > 1:
            print(f"{each.name}:", flush=True)
        pin(each)
    return 0


def pin(project: Project) -> None:
    """Write pin.toml of a contract."""
    interface = str(document.load(project.contract).get("info", {}).get("version", ""))
    project.tables.mkdir(parents=True, exist_ok=True)
    write_pin(project.contract, project.pin, interface)
    print(f"pinned {project.contract.name} {compute_digest(project.contract)[:16]}, interface version {interface}")
