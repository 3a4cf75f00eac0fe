"""Formats the result of a comparison as a table or as JSON."""

from __future__ import annotations

import json
from typing import Any

from ..document import Node
from .command import Applied, Drift
from .difference import Change, Difference

_HEADINGS: dict[Change, str] = {
    "added": "added: only in the other description",
    "changed": "changed: contract -> other description",
    "removed": "only in the contract: removed from the service, or never in its description",
}
_MAX_WIDTH = 72


def format_table(drift: Drift) -> str:
    """Return a table with a line per difference, where `!` marks breaking ones, and a last line with the counts."""
    lines: list[str] = []
    for change, heading in _HEADINGS.items():
        differences = [each for each in drift.differences if each.change == change]
        if differences:
            lines += [heading, *_format_rows(differences), ""]
    if drift.deliberate:
        reasons = [reason for _, reason in drift.deliberate]
        lines.append("intended, listed in deliberate.toml; not counted as drift:")
        lines += [f"  {reasons.count(reason):>4}  {reason}" for reason in dict.fromkeys(reasons)]
        lines.append("")
    if drift.stale:
        count = len(drift.stale)
        lines += [f"entries of deliberate.toml that match no difference: {count}; --json lists them", ""]
    return "\n".join([*lines, format_counts(drift)])


def _format_rows(differences: list[Difference]) -> list[str]:
    kind_width = max(len(each.kind) for each in differences)
    where_width = min(_MAX_WIDTH, max(len(each.where) for each in differences))
    rows = []
    for each in differences:
        mark = "!" if each.breaking else " "
        row = f"  {mark} {each.kind:<{kind_width}}  {each.where:<{where_width}}  {_format_details(each)}"
        rows.append(row.rstrip())
    return rows


def _format_details(difference: Difference) -> str:
    details = f"{_format_direction(difference)}  {_format_values(difference)}"
    return details if len(details) <= _MAX_WIDTH else details[: _MAX_WIDTH - 3] + "..."


def _format_direction(difference: Difference) -> str:
    if difference.kind in ("operation", "key", "paging", "stream switch", "sentinel"):
        return ""
    return "both" if len(difference.directions) > 1 else next(iter(difference.directions))


def _format_values(difference: Difference) -> str:
    if difference.change == "removed":
        return _format_value(difference.ours) if difference.ours is not None else ""
    if difference.change == "added":
        return _format_value(difference.theirs) if difference.theirs is not None else ""
    name = f"{difference.name} " if difference.kind == "limit" else ""
    return f"{name}{_format_value(difference.ours)} -> {_format_value(difference.theirs)}"


def _format_value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_format_value, value))
    if value is None:
        return "not set"
    return value if isinstance(value, str) else json.dumps(value)


def format_counts(drift: Drift) -> str:
    """Return the number of differences as one line."""
    if not drift.differences:
        return "no drift"
    counts = {change: sum(each.change == change for each in drift.differences) for change in _HEADINGS}
    breaking = sum(each.breaking for each in drift.differences)
    marked = " (marked with !)" if breaking else ""
    return (
        f"drift: {counts['added']} added, {counts['changed']} changed, {counts['removed']} only in the contract; "
        f"{breaking} breaking{marked}"
    )


def format_applied(applied: Applied, contract: str) -> str:
    """Return what was applied, what could not be applied, and the missing descriptions and examples."""
    count = len(applied.differences)
    lines = [f"applied {count} difference{'s' * (count != 1)} to {contract}"]
    if applied.remaining:
        lines += ["", "not applied; edit by hand:", *_format_rows(applied.remaining)]
    if applied.missing_docs:
        lines += ["", "missing descriptions and examples; write them:", *(f"  {each}" for each in applied.missing_docs)]
    return "\n".join(lines)


def format_json(drift: Drift, applied: Applied | None = None) -> str:
    """Return the result as a JSON object."""
    result: Node = {
        "drift": bool(drift.differences),
        "counts": {change: sum(each.change == change for each in drift.differences) for change in _HEADINGS}
        | {"breaking": sum(each.breaking for each in drift.differences)},
        "differences": [each.as_json() for each in drift.differences],
        "deliberate": [{**each.as_json(), "reason": reason} for each, reason in drift.deliberate],
        "stale": drift.stale,
    }
    if applied is not None:
        result["applied"] = {
            "differences": [each.as_json() for each in applied.differences],
            "remaining": [each.as_json() for each in applied.remaining],
            "missing_docs": applied.missing_docs,
        }
    return json.dumps(result, indent=2, ensure_ascii=False)
