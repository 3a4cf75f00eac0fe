"""The problems of a document and of other inputs: the errors that stop a generation, and the report of all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Final, Literal

from .rules import RULES

PLAIN: Final = "kept as plain JSON"
"""What a schema becomes that cannot be expressed; see `Report.reject`."""

LEFT_OUT: Final = "left out"
"""What happens to a part without which the rest of the document can be read; see `Report.reject`."""


class CodegenError(Exception):
    """The document or another input is invalid, so nothing is generated.

    Args:
        pointer: Where the problem is: a JSON Pointer, a file, or "" if there is no single place.
        problem: What is wrong.
        fix: What to do about it.

    Attributes:
        status: The exit status of a command that raises it.
    """

    status: ClassVar[int] = 2

    def __init__(self, pointer: str, problem: str, fix: str) -> None:
        super().__init__(pointer, problem, fix)
        self.pointer = pointer
        self.problem = problem
        self.fix = fix

    def __str__(self) -> str:
        where = f"{escape_unprintable(self.pointer)}: " if self.pointer else ""
        problem = escape_unprintable(self.problem, keep="\n")
        return f"{where}{problem}\n  fix: {escape_unprintable(self.fix)}"


@dataclass(frozen=True)
class Problem:
    """A part of the document that is invalid, or that the package represents less exactly than the document.

    Attributes:
        severity: "error" if the problem stops the generation.
        pointer: The JSON Pointer of the part.
        rule: The kind of problem, a key of `codegen.rules.RULES`.
        message: What is wrong, and what the package contains instead.
        remedy: What to do about it.
    """

    severity: Literal["error", "warning"]
    pointer: str
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: {self.message}"

    def as_dict(self) -> dict[str, str]:
        """Return the problem as a JSON object."""
        return asdict(self)


class InvalidDocumentError(CodegenError):
    """The document has errors, so nothing is generated.

    Args:
        report: The report with the errors, and with all warnings up to them.
    """

    status: ClassVar[int] = 1

    def __init__(self, report: Report) -> None:
        self.report = report
        first = report.errors[0]
        super().__init__(first.pointer, first.message, first.remedy)

    def __str__(self) -> str:
        errors = self.report.errors
        described = [f"{each}\n  fix: {each.remedy}" for each in errors]
        if errors[1:]:
            described.append(f"{len(errors)} errors; --lenient turns them into warnings where it can")
        return "\n".join(described)


class StrictContractError(CodegenError):
    """The contract causes warnings, and its row in pyproject.toml says `strict = true`."""

    status: ClassVar[int] = 1


def escape_unprintable(text: str, keep: str = "") -> str:
    """Return the text with all unprintable characters escaped, except those in `keep`: safe to print on a terminal."""
    return "".join(char if char.isprintable() or char in keep else repr(char)[1:-1] for char in text)


@dataclass
class Report:
    """The counts and problems of a generation.

    Attributes:
        lenient: Replace invalid parts with a warning, instead of stopping.
        operations: The number of operations in the package.
        schemas: The number of named schemas in the package.
        plain: The number of places that become plain JSON instead of a model; each has a warning.
        left_out: The number of parts that the package cannot represent; each has a warning.
        problems: The errors and warnings, in order.
        unused: The pointers of the parts of `components` that nothing uses; errors inside them are warnings.
        converted: What was converted from another notation -> how often.
        origins: Pointer in a converted document -> pointer in the document as it was published.
    """

    lenient: bool = False
    operations: int = 0
    schemas: int = 0
    plain: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    unused: frozenset[str] = frozenset()
    converted: Mapping[str, int] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    _rejected: list[str] = field(default_factory=list)

    @property
    def warnings(self) -> list[str]:
        """The warnings as text, in order."""
        return [str(each) for each in self.problems if each.severity == "warning"]

    @property
    def errors(self) -> list[Problem]:
        """The errors, in order."""
        return [each for each in self.problems if each.severity == "error"]

    def warn(self, pointer: str, rule: str, message: str, remedy: str = "") -> None:
        """Add a warning: the package represents this place less exactly than the document.

        Args:
            pointer: The place.
            rule: The kind of problem, a key of `codegen.rules.RULES`.
            message: What is wrong, and what the package contains instead.
            remedy: What to do about it; defaults to that of the rule.
        """
        self._add("warning", pointer, rule, message, remedy)

    def keep_plain(self, pointer: str, rule: str, reason: str) -> None:
        """Count a place that becomes plain JSON, and warn about it."""
        self.plain += 1
        self.warn(pointer, rule, f"{reason}; {PLAIN}")

    def leave_out(self, pointer: str, rule: str, reason: str, count: int = 1) -> None:
        """Count parts that are not in the package, and warn about them."""
        self.left_out += count
        self.warn(pointer, rule, reason)

    def reject(self, pointer: str, rule: str, message: str, remedy: str = "", *, instead: str | None) -> None:
        """Add an error: the place is invalid, and `check` will raise. The caller goes on with a replacement.

        It is a warning if the report is lenient, or if nothing uses the place.

        Args:
            pointer: The place.
            rule: The kind of problem, a key of `codegen.rules.RULES`.
            message: What is wrong.
            remedy: What to do about it; defaults to that of the rule.
            instead: What the caller replaces the place with: PLAIN, LEFT_OUT, or a description. None if there is no
                replacement: it is an error in any case.
        """
        self._rejected.append(pointer)
        if instead is None or not (self.lenient or self._is_unused(pointer)):
            self._add("error", pointer, rule, message, remedy)
            return
        self.plain += instead == PLAIN
        self.left_out += instead == LEFT_OUT
        self._add("warning", pointer, rule, f"{message}; {instead}", remedy)

    def has_rejected(self, pointer: str) -> bool:
        """Return True if the place or a part of it was rejected."""
        return any(f"{each}/".startswith(f"{pointer}/") for each in self._rejected)

    def check(self) -> None:
        """Check that there are no errors.

        Raises:
            InvalidDocumentError: There are.
        """
        if self.errors:
            raise InvalidDocumentError(self)

    def _is_unused(self, pointer: str) -> bool:
        return "/".join(pointer.split("/")[:4]) in self.unused

    def _add(self, severity: Literal["error", "warning"], pointer: str, rule: str, message: str, remedy: str) -> None:
        where = escape_unprintable(self._find_origin(pointer))
        problem = Problem(severity, where, rule, escape_unprintable(message), escape_unprintable(remedy or RULES[rule]))
        if problem not in self.problems:
            self.problems.append(problem)

    def _find_origin(self, pointer: str) -> str:
        """Return the pointer in the document as it was published."""
        steps = pointer.split("/")
        for length in range(len(steps), 0, -1) if self.origins else ():
            start = "/".join(steps[:length])
            if start in self.origins:
                return self.origins[start] + pointer[len(start) :]
        return pointer

    def as_dict(self) -> dict[str, Any]:
        """Return the report as a JSON object."""
        counts = {name: getattr(self, name) for name in ("operations", "schemas", "plain", "left_out")}
        return {**counts, "converted": dict(self.converted), "problems": [each.as_dict() for each in self.problems]}

    def __str__(self) -> str:
        plain = f", {count(self.plain, 'place')} as plain JSON" if self.plain else ""
        left = f", {self.left_out} left out" if self.left_out else ""
        operations, schemas = count(self.operations, "operation"), count(self.schemas, "schema")
        counts = f"{operations}, {schemas}{plain}{left}, {count(len(self.warnings), 'warning')}"
        parts = ", ".join(count(number, noun) for noun, number in self.converted.items())
        return f"converted from Swagger 2.0: {parts or 'nothing'}\n{counts}" if self.converted else counts


def count(number: int, noun: str) -> str:
    """Return the number with the noun, in the plural unless there is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
