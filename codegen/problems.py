"""The error that stops a generation, and the report of one that succeeds."""

from __future__ import annotations

from dataclasses import dataclass, field


class CodegenError(Exception):
    """The document or another input is invalid, so nothing is generated.

    Args:
        pointer: Where the problem is: a JSON Pointer, a file, or "" if there is no single place.
        problem: What is wrong.
        fix: What to do about it.
    """

    def __init__(self, pointer: str, problem: str, fix: str) -> None:
        super().__init__(pointer, problem, fix)
        self.pointer = pointer
        self.problem = problem
        self.fix = fix

    def __str__(self) -> str:
        where = f"{escape_unprintable(self.pointer)}: " if self.pointer else ""
        problem = escape_unprintable(self.problem, keep="\n")
        return f"{where}{problem}\n  fix: {escape_unprintable(self.fix)}"


def escape_unprintable(text: str, keep: str = "") -> str:
    """Return the text with all unprintable characters escaped, except those in `keep`: safe to print on a terminal."""
    return "".join(char if char.isprintable() or char in keep else repr(char)[1:-1] for char in text)


@dataclass
class Report:
    """The counts and warnings of a generation.

    Attributes:
        operations: The number of operations in the package.
        schemas: The number of named schemas in the package.
        plain: The number of places that become plain JSON instead of a model; each has a warning.
        left_out: The number of parts that the package cannot represent; each has a warning.
        warnings: The messages, in order.
    """

    operations: int = 0
    schemas: int = 0
    plain: int = 0
    left_out: int = 0
    warnings: list[str] = field(default_factory=list)

    def warn(self, pointer: str, message: str) -> None:
        """Add a warning: the package represents this place less exactly than the document."""
        self.warnings.append(escape_unprintable(f"{pointer or '/'}: {message}"))

    def keep_plain(self, pointer: str, reason: str) -> None:
        """Count a place that becomes plain JSON, and warn about it."""
        self.plain += 1
        self.warn(pointer, f"{reason}; kept as plain JSON")

    def leave_out(self, pointer: str, reason: str, count: int = 1) -> None:
        """Count parts that are not in the package, and warn about them."""
        self.left_out += count
        self.warn(pointer, reason)

    def __str__(self) -> str:
        plain = f", {count(self.plain, 'place')} as plain JSON" if self.plain else ""
        left = f", {self.left_out} left out" if self.left_out else ""
        operations, schemas = count(self.operations, "operation"), count(self.schemas, "schema")
        return f"{operations}, {schemas}{plain}{left}, {count(len(self.warnings), 'warning')}"


def count(number: int, noun: str) -> str:
    """Return the number with the noun, in the plural unless there is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
