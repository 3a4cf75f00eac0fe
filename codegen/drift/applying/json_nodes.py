"""Parses JSON text into the nodes of a YAML text in flow style, with the position of each value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence

import yaml

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def compose_json(text: str) -> yaml.Node:
    """Return the nodes of a text, which must be valid JSON."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    return _compose(text, _skip(text, 0), lines)[0]


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _compose(text: str, at: int, lines: Sequence[int]) -> tuple[yaml.Node, int]:
    """Return the value at a position, and where it ends."""
    start = _mark(at, lines)
    if text[at] == "{":
        members = []
        end = _skip(text, at + 1)
        while text[end] != "}":
            key, end = _compose(text, end, lines)
            value, end = _compose(text, _skip(text, _skip(text, end) + 1), lines)
            members.append((key, value))
            end = _skip(text, end)
            end = _skip(text, end + 1) if text[end] == "," else end
        return yaml.MappingNode("", members, start, _mark(end + 1, lines), flow_style=True), end + 1
    if text[at] == "[":
        items = []
        end = _skip(text, at + 1)
        while text[end] != "]":
            item, end = _compose(text, end, lines)
            items.append(item)
            end = _skip(text, end)
            end = _skip(text, end + 1) if text[end] == "," else end
        return yaml.SequenceNode("", items, start, _mark(end + 1, lines), flow_style=True), end + 1
    value, end = _DECODER.raw_decode(text, at)
    style = '"' if isinstance(value, str) else None
    return yaml.ScalarNode("", value if style else text[at:end], start, _mark(end, lines), style=style), end


def _mark(at: int, lines: Sequence[int]) -> yaml.Mark:
    line = bisect_right(lines, at) - 1
    return yaml.Mark("", at, line, at - lines[line], None, 0)
