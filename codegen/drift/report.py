"""Formats the result of a comparison as a table or as JSON."""

from __future__ import annotations

import json
from typing import Any

from ..document import Node
from ..problems import count
from .comparing.difference import Change, Difference
from .comparing.rules import LEVELS
from .comparison import RENAMES, Applied, Drift

CHANGES: tuple[Change, ...] = ("added", "changed", "removed")
_MARKS = {"breaking": "!", "warning": "?", "info": " "}
_MAX_WIDTH = 72
_MAX_POINTERS = 30
_UNDIRECTED = ("operation", "operation id", "method name", "tags", "security", "paging", "stream switch", "sentinel")


def format_table(drift: Drift) -> str:
    """Return a table with a line per difference, with `!` for breaking ones and `?` for warnings, and the counts."""
    lines: list[str] = []
    for change, heading in _describe_changes(drift).items():
        differences = sort_by_level([each for each in drift.differences if each.change == change])
        if differences:
            lines += [heading, *_format_rows(differences), ""]
    if drift.deliberate:
        reasons = [reason for _, reason in drift.deliberate]
        lines.append("intended, listed in deliberate.toml; not counted as drift:")
        lines += [f"  {reasons.count(reason):>4}  {reason}" for reason in dict.fromkeys(reasons)]
        lines.append("")
    if drift.stale:
        lines += [f"entries of deliberate.toml that match no difference: {len(drift.stale)}; --json lists them", ""]
    if drift.unselected:
        lines += [f"not selected by --only and --ignore: {count(drift.unselected, 'difference')}", ""]
    return "\n".join([*lines, format_counts(drift)])


def _describe_changes(drift: Drift) -> dict[Change, str]:
    return {
        "added": f"added: only in {drift.new}",
        "changed": f"changed: {drift.old} -> {drift.new}",
        "removed": f"removed: only in {drift.old}",
    }


def sort_by_level(differences: list[Difference]) -> list[Difference]:
    """Return the differences with the worst ones first."""
    return sorted(differences, key=lambda each: LEVELS.index(each.level))


def _format_rows(differences: list[Difference]) -> list[str]:
    kind_width = max(len(each.kind) for each in differences)
    where_width = min(_MAX_WIDTH, max(len(each.where) for each in differences))
    rows = []
    for each in differences:
        row = f"  {_MARKS[each.level]} {each.kind:<{kind_width}}  {each.where:<{where_width}}  {_format_details(each)}"
        rows.append(row.rstrip())
    return rows


def _format_details(difference: Difference) -> str:
    details = "  ".join(filter(None, (format_direction(difference), format_values(difference))))
    return details if len(details) <= _MAX_WIDTH else details[: _MAX_WIDTH - 3] + "..."


def format_direction(difference: Difference) -> str:
    """Return `request`, `response` or `both`; "" for a property of an operation or of the document."""
    if difference.kind in _UNDIRECTED or not any(rule.direction != "none" for rule in difference.rules):
        return ""
    return "both" if len(difference.directions) > 1 else next(iter(difference.directions))


def format_values(difference: Difference, arrow: str = "->") -> str:
    """Return what was added or removed, or the old and the new value."""
    if difference.change == "removed":
        return format_value(difference.ours) if difference.ours is not None else ""
    if difference.change == "added":
        return format_value(difference.theirs) if difference.theirs is not None else ""
    name = f"{difference.name} " if difference.kind == "limit" else ""
    return f"{name}{format_value(difference.ours)} {arrow} {format_value(difference.theirs)}"


def format_value(value: Any) -> str:
    """Return a value as text."""
    if isinstance(value, list):
        return ", ".join(map(format_value, value)) or "none"
    if value is None:
        return "not set"
    return value if isinstance(value, str) else json.dumps(value)


def count_levels(differences: list[Difference]) -> dict[str, int]:
    """Return the number of differences of each level."""
    return {level: sum(each.level == level for each in differences) for level in LEVELS}


def format_counts(drift: Drift) -> str:
    """Return the number of differences as one line."""
    if not drift.differences:
        return "no drift"
    counts = [f"{sum(each.change == change for each in drift.differences)} {change}" for change in CHANGES]
    levels = count_levels(drift.differences)
    breaking = f"{levels['breaking']} breaking" + (" (marked with !)" if levels["breaking"] else "")
    warnings = f", {count(levels['warning'], 'warning')} (?)" if levels["warning"] else ""
    return f"drift: {', '.join(counts)}; {breaking}{warnings}"


def format_applied(applied: Applied, document: str) -> str:
    """Return what was applied, what could not be applied, and the missing descriptions and examples."""
    lines = [f"applied {count(len(applied.differences), 'difference')} to {document}"]
    if applied.remaining:
        lines += ["", "not applied; edit by hand:", *_format_rows(applied.remaining)]
    names = [each for each in applied.kept if each.kind in RENAMES]
    if names:
        lines += ["", "names are kept, as others break the code of users; --rename applies them:", *_format_rows(names)]
    if applied.missing_docs:
        lines += ["", f"without a description or an example: {count(len(applied.missing_docs), 'part')}"]
        listed = len(applied.missing_docs) <= _MAX_POINTERS
        for name, pointers in applied.undescribed.items():
            lines.append(f"  {len(pointers):>4}  {name}")
            lines += [f"        {each}" for each in pointers] if listed else []
    return "\n".join(lines)


def format_json(drift: Drift, applied: Applied | None = None) -> str:
    """Return the result as a JSON object."""
    result: Node = {
        "old": drift.old,
        "new": drift.new,
        "drift": bool(drift.differences),
        "counts": {change: sum(each.change == change for each in drift.differences) for change in CHANGES}
        | count_levels(drift.differences),
        "differences": [each.as_json() for each in drift.differences],
        "unselected": drift.unselected,
        "deliberate": [{**each.as_json(), "reason": reason} for each, reason in drift.deliberate],
        "stale": drift.stale,
    }
    if applied is not None:
        result["applied"] = {
            "differences": [each.as_json() for each in applied.differences],
            "remaining": [each.as_json() for each in applied.remaining],
            "kept": [each.as_json() for each in applied.kept],
            "missing_docs": applied.missing_docs,
            "undescribed": applied.undescribed,
        }
    return json.dumps(result, indent=2, ensure_ascii=False)
