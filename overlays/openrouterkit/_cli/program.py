"""Runs the command `openrouterkit`: finds the part of the program that has the chosen command, and starts it."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .._options.version import __version__
from .commands import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "openrouterkit"
_USAGE = f"usage: {NAME} [--help] [--version] COMMAND ..."
_FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 2 if it failed; 0 and 1 have the meaning that the command documents.

    Args:
        arguments: The command line, without the program name; defaults to `sys.argv[1:]`.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        print(_format_help())  # noqa: T201 - a command prints
        return 0
    if first in ("-V", "--version"):
        print(f"{NAME} {__version__}")  # noqa: T201 - a command prints
        return 0
    parts = {command: part for part in PARTS for command in part.read_commands()}
    if first not in parts:
        return _fail(_describe_unknown(first, list(parts)))
    return _run(parts[first], first, words)


def _run(part: Part, command: str, words: list[str]) -> int:
    try:
        return part.load()(words, program=NAME)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing.startswith(NAME):  # a defect of this package
            raise
        fix = f"pip install '{NAME}[{part.extra}]'"
        return _fail(f"{NAME} {command}: error: the package {missing} is not installed\n  fix: {fix}")


def _describe_unknown(word: str, commands: list[str]) -> str:
    near = get_close_matches(word, commands, 1)
    advice = f"did you mean {near[0]}?" if near else f"use one of {', '.join(commands)}"
    problem = f"there is no command {word!r}; {advice}" if word else "a command is required"
    return f"{_USAGE}\n{NAME}: error: {problem}\n  fix: {NAME} --help lists the commands"


def _fail(message: str) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - a command prints
    return _FAILED


def _format_help() -> str:
    lines = [_USAGE]
    for part in PARTS:
        lines += ["", f"{part.title}; requires pip install '{NAME}[{part.extra}]':"]
        lines += [f"  {command:<10}{purpose}" for command, purpose in part.read_commands().items()]
    return "\n".join([*lines, "", f"{NAME} COMMAND --help describes the arguments of a command."])
