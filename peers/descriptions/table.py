"""Formats the results as a table in Markdown, and the details of each description as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .checks import Checked
    from .generators import Generated

HEADING = (
    "| description | version | operations | written | lost | schemas | warnings | seconds | imports | mypy | --strict "
    "| theirs: written | lost | warnings | seconds | imports | mypy | --strict |\n" + "|---" * 18 + "|"
)


@frozen
class Side:
    """What one generator did with a description, and how its package fared; nothing, if there is no package."""

    generated: Generated
    checked: Checked | None


@frozen
class Row:
    """The results of a description."""

    name: str
    version: str
    operations: int
    ours: Side
    theirs: Side | None

    @property
    def is_whole(self) -> bool:
        """True if our package has all operations, can be imported, and has the types that it declares."""
        checked = self.ours.checked
        complete = self.ours.generated.operations >= self.operations
        return complete and checked is not None and checked.failure is None and not checked.mypy_strict


def format_row(row: Row) -> str:
    """Return the line of a description in the table."""
    ours = list(_format_side(row.operations, row.ours))
    ours.insert(2, str(row.ours.generated.schemas))
    theirs = list(_format_side(row.operations, row.theirs)) if row.theirs else []
    return f"| {' | '.join([row.name, row.version, str(row.operations), *ours, *theirs])} |"


def format_details(row: Row) -> Iterator[str]:
    """Yield what went wrong, and the warnings by kind."""
    for whose, side in (("ours", row.ours), ("openapi-python-client", row.theirs)):
        if side is None:
            continue
        if side.generated.option:
            yield f"{whose}: with {side.generated.option}"
        if side.generated.failure:
            yield f"{whose}: no package: {side.generated.failure}"
        if whose == "ours" and side.generated.warnings:
            kinds = sorted(side.generated.warnings.items(), key=lambda each: -each[1])
            yield f"{whose}: warnings: " + ", ".join(f"{number} {kind}" for kind, number in kinds)
        if side.checked is not None and side.checked.failure:
            yield f"{whose}: not imported: {side.checked.failure}"
        if side.checked is not None and side.checked.mypy_strict != 0:
            yield from (f"{whose}: mypy: {message}" for message in side.checked.messages[:3])


def _format_side(operations: int, side: Side) -> Iterator[str]:
    generated, checked = side.generated, side.checked
    yield str(generated.operations)
    yield str(max(0, operations - generated.operations))
    yield str(sum(generated.warnings.values()))
    yield f"{generated.seconds:.1f}"
    yield "no package" if checked is None else "no" if checked.failure else "yes"
    yield "-" if checked is None or checked.mypy is None else str(checked.mypy)
    yield "-" if checked is None or checked.mypy_strict is None else str(checked.mypy_strict)
