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
        interface = str(document.load(each.contract).get("info", {}).get("version", ""))
        each.tables.mkdir(parents=True, exist_ok=True)
        write_pin(each.contract, each.pin, interface)
        print(f"pinned {each.contract.name} {compute_digest(each.contract)[:16]}, interface version {interface}")
    return 0
