"""The table of the commands: parts of the program with several commands each, which are imported when one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Part:
    """Several commands that are implemented together.

    Args:
        title: What the commands do, as a heading of the help.
        table: A module with `COMMANDS`, the purpose of each command by its name. It imports nothing large.
        program: A module with `main(arguments, program=...)`, which runs a command and returns its exit status.
        extra: The extra of openrouterkit that `program` requires.
    """

    title: str
    table: str
    program: str
    extra: str

    def read_commands(self) -> Mapping[str, str]:
        """Return the purpose of each command by its name."""
        commands: Mapping[str, str] = import_module(self.table).COMMANDS
        return commands

    def load(self) -> Callable[..., int]:
        """Return the function that runs a command.

        Raises:
            ModuleNotFoundError: The extra is not installed.
        """
        main: Callable[..., int] = import_module(self.program).main
        return main


PARTS = (
    Part(
        "Packages for services of your own, from their OpenAPI documents",
        table="openrouterkit_codegen.commands",
        program="openrouterkit_codegen.__main__",
        extra="codegen",
    ),
)
"""The parts of the program, in the order of the help."""
