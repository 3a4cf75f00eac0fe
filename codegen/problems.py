"""The error for a document that cannot be generated, and the report of one that can."""

from __future__ import annotations

from dataclasses import dataclass, field


class CodegenError(Exception):
    """The document or another input is invalid, so nothing is generated.

    Args:
        pointer: where the problem is: a JSON Pointer, a file, or "" if there is no single place.
        problem: what is wrong.
        fix: what to do about it.
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
    """What a generation did: the counts of its last line, and the warnings before it.

    `plain` counts the places that are kept as plain JSON, `left_out` what no package has a place for; there are
    warnings for all of it.
    """

    operations: int = 0
    schemas: int = 0
    plain: int = 0
    left_out: int = 0
    warnings: list[str] = field(default_factory=list)

    def warn(self, pointer: str, message: str) -> None:
        """Note a place that was kept less well than the document states it."""
        self.warnings.append(escape_unprintable(f"{pointer or '/'}: {message}"))

    def keep_plain(self, pointer: str, reason: str) -> None:
        """Note a place that is kept as plain JSON, and why."""
        self.plain += 1
        self.warn(pointer, f"{reason}; kept as plain JSON")

    def leave_out(self, pointer: str, reason: str, count: int = 1) -> None:
        """Note what is not there in the package, and why."""
        self.left_out += count
        self.warn(pointer, reason)

    def __str__(self) -> str:
        plain = f", {self.plain} places as plain JSON" if self.plain else ""
        left = f", {self.left_out} left out" if self.left_out else ""
        return f"{self.operations} operations, {self.schemas} schemas{plain}{left}, {len(self.warnings)} warnings"
