"""Drafts the entry of a changelog from the differences of two versions of a contract, as in Keep a Changelog."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .comparing.difference import Change, Difference
from .report import format_value, format_values

Entry = dict[str, list[str]]
"""The items of a changelog by section: Added, Changed, Removed."""

_SECTIONS: dict[Change, str] = {"added": "Added", "changed": "Changed", "removed": "Removed"}
_GROUPED = {"field": "Field", "value": "Value", "operation": ""}
_MAX_LENGTH = 160


def draft_entry(differences: Iterable[Difference], removed_names: Iterable[str] = ()) -> Entry:
    """Return the items for differences, and for names that were removed from the generated package.

    Fields of one schema, values of one enumeration and operations are one item each.
    """
    groups: dict[tuple[Change, str, str, bool], list[str]] = {}
    for each in differences:
        kind = each.kind if each.kind in _GROUPED and each.change != "changed" else ""
        owner, part = _split(each) if kind else ("", _describe(each))
        groups.setdefault((each.change, kind, owner, each.breaking), []).append(part)
    entry: Entry = {}
    for (change, kind, owner, breaking), parts in groups.items():
        mark = "**Breaking:** " if breaking else ""
        items = [_join(kind, owner, parts)] if kind else parts
        entry.setdefault(_SECTIONS[change], []).extend(f"- {mark}{item}" for item in items)
    names = ", ".join(f"`{name}`" for name in removed_names)
    if names:
        entry.setdefault("Removed", []).append(f"- **Breaking:** names of the package: {names}.")
    return {section: entry[section] for section in _SECTIONS.values() if section in entry}


def _split(difference: Difference) -> tuple[str, str]:
    """Return the owner of a grouped part, and the part."""
    if difference.kind == "field":
        owner, _, name = difference.where.rpartition(".")
        return owner, f"`{name}`"
    if difference.kind == "value":
        value = difference.ours if difference.change == "removed" else difference.theirs
        return difference.where, f"`{format_value(value)}`"
    return "", f"`{difference.where}`"


def _join(kind: str, owner: str, parts: list[str]) -> str:
    noun = f"{_GROUPED[kind]}{'s' * (len(parts) > 1)} " if _GROUPED[kind] else ""
    return f"{noun}{', '.join(parts)}{f' of `{owner}`' if owner else ''}."


def _describe(difference: Difference) -> str:
    values = " ".join(format_values(difference, "→").split())
    shown = values if len(values) <= _MAX_LENGTH else f"{values[: _MAX_LENGTH - 1]}…"
    return f"{difference.kind.capitalize()} `{difference.where}`{f': {shown}' if shown else ''}."


def format_entry(entry: Entry) -> str:
    """Return the entry as Markdown."""
    return "\n\n".join("\n".join([f"### {section}", "", *items]) for section, items in entry.items())


def insert_entry(text: str, entry: Entry) -> str:
    """Return a changelog with the entry below the heading `Unreleased`, which is added if there is none.

    Items are added at the end of the sections that exist. Those that the changelog contains already are left out.
    """
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if re.match(r"## \[?unreleased\b", line, re.IGNORECASE)), None)
    if start is None:
        start = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
        lines[start:start] = ["## [Unreleased]", ""] if lines[start:] else ["", "## [Unreleased]"]
        start += not lines[start]
    for section, items in entry.items():
        fresh = [item for item in items if item not in text.splitlines()]
        if fresh:
            _insert_items(lines, start, section, fresh)
    return "\n".join(lines).rstrip("\n") + "\n"


def _insert_items(lines: list[str], start: int, section: str, items: list[str]) -> None:
    """Insert items at the end of a section below the heading in line `start`, and the section if there is none."""
    end = _find_end(lines, start, "## ")
    heading = next((at for at in range(start, end) if lines[at].strip() == f"### {section}"), None)
    at = end if heading is None else min(end, _find_end(lines, heading, "### "))
    while not lines[at - 1].strip():
        at -= 1
    lines[at:at] = items if heading is not None else ["", f"### {section}", "", *items]


def _find_end(lines: list[str], start: int, prefix: str) -> int:
    return next((at for at in range(start + 1, len(lines)) if lines[at].startswith(prefix)), len(lines))
