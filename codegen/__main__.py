"""Generate a Python package from an OpenAPI document, check it, and compare it with other versions."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from . import unexpected
from .commands import COMMANDS
from .problems import CodegenError
from .project import Project, choose_projects, find_root, read_projects


def main(
    arguments: Sequence[str] | None = None, project: Project | None = None, *, program: str = "python -m codegen"
) -> int:
    """Run a command and return its exit status.

    0 means that nothing is to be done, and 1 that problems or differences were found: an invalid document, a package
    that is not up to date, drift, removed names. 2 means that the command failed: invalid arguments or tables, a file
    that cannot be read. Results are printed to standard output, errors and warnings to standard error.

    Args:
        arguments: The command line, without the program name; defaults to `sys.argv[1:]`.
        project: The only contract to work on; defaults to those that the pyproject.toml above the current folder lists.
        program: The name of the program, for its help.
    """
    short = program.rsplit(maxsplit=1)[-1]
    words = sys.argv[1:] if arguments is None else list(arguments)
    command = next((word for word in words if word in COMMANDS), None)
    module: Any = import_module(f".commands.{command}", __package__) if command else None
    chosen = _build_parser(program, command, module).parse_args(words)

    def choose() -> list[Project]:
        known = [project] if project else read_projects(find_root(Path.cwd()))
        return choose_projects(known, chosen.contract)

    try:
        status: int = module.run(chosen, choose)
    except Exception as error:  # noqa: BLE001 - every other exception is reported as an error too
        message = error if isinstance(error, CodegenError) else unexpected.describe(error)
        print(f"{short}: error: {message}", file=sys.stderr)
        return message.status
    return status


def _build_parser(program: str, command: str | None, module: Any) -> argparse.ArgumentParser:
    """Return the parser of all commands, with the arguments of the one that is chosen."""
    parser = argparse.ArgumentParser(prog=program, description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        made = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        default = "the first" if name in ("drift", "update") else "all of them"
        about = f"the name of a contract of this project; defaults to {default}"
        made.add_argument("--contract", metavar="NAME", help=about)
        if name == command:
            made.set_defaults(fail=made.error, program=program.rsplit(maxsplit=1)[-1])
            module.add_arguments(made)
    return parser


if __name__ == "__main__":
    sys.exit(main())
