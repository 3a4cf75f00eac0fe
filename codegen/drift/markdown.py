"""Formats the result of a comparison as Markdown, for a pull request."""

from __future__ import annotations

import re

from ..problems import count
from .comparing.difference import Difference
from .comparing.rules import LEVELS, Level
from .comparison import Applied, Drift
from .report import CHANGES, format_direction, format_values

_TITLES: dict[Level, str] = {"breaking": "Breaking", "warning": "Warnings", "info": "Not breaking"}
_MAX_ROWS = 20
_MAX_LENGTH = 160


def format_markdown(drift: Drift, applied: Applied | None = None) -> str:
    """Return a summary, and a table for each level, worst first; tables of more than 20 rows can be folded."""
    lines = [f"### {_escape(drift.old)} → {_escape(drift.new)}", ""]
    if not drift.differences:
        lines += ["No differences.", ""]
    else:
        lines += [*_format_summary(drift), ""]
    for level in LEVELS:
        differences = [each for each in drift.differences if each.level == level]
        if differences:
            lines += [*_format_section(level, differences), ""]
    if drift.deliberate:
        lines += [f"{count(len(drift.deliberate), 'intended difference')}, listed in `deliberate.toml`.", ""]
    if drift.unselected:
        lines += [f"{count(drift.unselected, 'difference')} of other operations not selected.", ""]
    if applied is not None:
        lines += [*_format_applied(applied), ""]
    return "\n".join(lines).rstrip("\n")


def _format_summary(drift: Drift) -> list[str]:
    lines = ["| | breaking | warnings | not breaking |", "|---|--:|--:|--:|"]
    for change in CHANGES:
        counts = [sum((each.change, each.level) == (change, level) for each in drift.differences) for level in LEVELS]
        lines.append(f"| {change} | {' | '.join(map(str, counts))} |")
    return lines


def _format_section(level: Level, differences: list[Difference]) -> list[str]:
    title = f"{_TITLES[level]} ({len(differences)})"
    rows = [_format_row(each) for each in differences]
    table = ["| | what | where | | rule |", "|---|---|---|---|---|", *rows]
    if len(rows) <= _MAX_ROWS:
        return [f"#### {title}", "", *table]
    opening = "<details open>" if level == "breaking" else "<details>"
    return [f"{opening}<summary><b>{title}</b></summary>", "", *table, "", "</details>"]


def _format_row(difference: Difference) -> str:
    direction = format_direction(difference)
    kind = f"{difference.kind} ({direction})" if direction in ("request", "response") else difference.kind
    details = _shorten(format_values(difference, "→"))
    cells = [difference.change, kind, _quote(difference.where), _escape(details), difference.rule]
    return f"| {' | '.join(cells)} |"


def _format_applied(applied: Applied) -> list[str]:
    lines = [f"Applied {count(len(applied.differences), 'difference')}."]
    if applied.remaining:
        lines += [
            "",
            "Not applied, to be edited by hand:",
            "",
            *(f"- {_quote(each.key)}" for each in applied.remaining),
        ]
    if applied.undescribed:
        lines += ["", f"Without a description or an example: {count(len(applied.missing_docs), 'part')}.", ""]
        lines += [f"- {_escape(name)}: {len(pointers)}" for name, pointers in applied.undescribed.items()]
    return lines


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_LENGTH else text[: _MAX_LENGTH - 1] + "…"


def _quote(text: str) -> str:
    """Return a text as code; a pipe would end the cell of a table even there."""
    plain = " ".join(text.split()).replace("|", "\\|")
    fence = "``" if "`" in plain else "`"
    return f"{fence} {plain} {fence}" if "`" in plain else f"{fence}{plain}{fence}"


def _escape(text: str) -> str:
    """Return a text that is shown as it is."""
    return re.sub(r"([\\`*_{}\[\]<>|#~@])", r"\\\1", " ".join(text.split()))
