"""The error for a document that cannot be generated, and the report of one that can."""

from __future__ import annotations

from dataclasses import dataclass, field


class Problem(Exception):  # noqa: N818 - people read it, and what they have is a problem
    """A place in the document that breaks a rule.

    Args:
        pointer: the JSON Pointer of the place.
        rule: what holds for every document that can be generated.
        remedy: what to do about it.
    """

    def __init__(self, pointer: str, rule: str, remedy: str) -> None:
        super().__init__(pointer, rule, remedy)
        self.pointer = pointer
        self.rule = rule
        self.remedy = remedy

    def __str__(self) -> str:
        rule = shown(self.rule, kept="\n")
        return f"{shown(self.pointer) or '/'}\n  rule: {rule}\n  to do: {shown(self.remedy)}"


def shown(text: str, kept: str = "") -> str:
    """The text as a terminal shows it and does nothing else: what is not printable, but for `kept`, is escaped."""
    return "".join(mark if mark.isprintable() or mark in kept else repr(mark)[1:-1] for mark in text)


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
        self.warnings.append(shown(f"{pointer or '/'}: {message}"))

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
