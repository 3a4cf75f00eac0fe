"""Drift for people, as a table, and for programs, as JSON."""

from __future__ import annotations

import json
from typing import Any

from ..document import Node
from .command import Applied, Drift
from .difference import Change, Difference

_HEADINGS: dict[Change, str] = {
    "added": "added: only the other description states it",
    "changed": "changed: contract -> other description",
    "removed": "only in the contract: removed there, or never declared there",
}
_LONGEST = 72


def table(drift: Drift) -> str:
    """A line for each difference, those of a kind together; `!` marks what breaks. The last line counts them."""
    lines: list[str] = []
    for change, heading in _HEADINGS.items():
        found = [each for each in drift.found if each.change == change]
        if found:
            lines += [heading, *_rows(found), ""]
    if drift.deliberate:
        reasons = [reason for _, reason in drift.deliberate]
        lines.append("on purpose, see deliberate.toml: no drift")
        lines += [f"  {reasons.count(reason):>4}  {reason}" for reason in dict.fromkeys(reasons)]
        lines.append("")
    if drift.stale:
        count = len(drift.stale)
        lines += [f"{count} of deliberate.toml differ no details from this description; --json names them", ""]
    return "\n".join([*lines, counted(drift)])


def _rows(found: list[Difference]) -> list[str]:
    what = max(len(each.kind) for each in found)
    where = min(_LONGEST, max(len(each.where) for each in found))
    rows = [
        f"  {'!' if each.breaking else ' '} {each.kind:<{what}}  {each.where:<{where}}  {_detail(each)}"
        for each in found
    ]
    return [row.rstrip() for row in rows]


def _detail(difference: Difference) -> str:
    told = f"{_direction(difference)}  {_said(difference)}"
    return told if len(told) <= _LONGEST else told[: _LONGEST - 3] + "..."


def _direction(difference: Difference) -> str:
    if difference.kind in ("operation", "key", "paging", "stream switch", "sentinel"):
        return ""
    return "both" if len(difference.directions) > 1 else next(iter(difference.directions))


def _said(difference: Difference) -> str:
    if difference.change == "removed":
        return _words(difference.ours) if difference.ours is not None else ""
    if difference.change == "added":
        return _words(difference.theirs) if difference.theirs is not None else ""
    name = f"{difference.name} " if difference.kind == "limit" else ""
    return f"{name}{_words(difference.ours)} -> {_words(difference.theirs)}"


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if value is None:
        return "not declared"
    return value if isinstance(value, str) else json.dumps(value)


def counted(drift: Drift) -> str:
    """How many differences there are, in one line."""
    if not drift.found:
        return "no drift"
    told = [f"{len([each for each in drift.found if each.change == change])} {change}" for change in _HEADINGS]
    breaking = sum(each.breaking for each in drift.found)
    return f"drift: {', '.join(told)}; {breaking} breaking".replace("removed", "only in the contract")


def applied_table(applied: Applied, contract: str) -> str:
    """What was carried over, what was not, and what wants words."""
    lines = [f"{contract}: {len(applied.carried)} carried over"]
    if applied.left:
        lines += ["", "not carried over; do by hand:", *_rows(applied.left)]
    if applied.find_missing_docs:
        lines += ["", "describe, each in your own words:", *(f"  {pointer}" for pointer in applied.find_missing_docs)]
    return "\n".join(lines)


def as_json(drift: Drift, applied: Applied | None = None) -> str:
    """The same as one JSON object."""
    told: Node = {
        "drift": bool(drift.found),
        "counts": {change: sum(each.change == change for each in drift.found) for change in _HEADINGS}
        | {"breaking": sum(each.breaking for each in drift.found)},
        "differences": [each.as_json() for each in drift.found],
        "deliberate": [{**each.as_json(), "reason": reason} for each, reason in drift.deliberate],
        "stale": drift.stale,
    }
    if applied is not None:
        told["applied"] = {
            "carried": [each.as_json() for each in applied.carried],
            "left": [each.as_json() for each in applied.left],
            "find_missing_docs": applied.find_missing_docs,
        }
    return json.dumps(told, indent=2, ensure_ascii=False)
