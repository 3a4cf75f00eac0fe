"""Edits a YAML document in place; keeps comments, quotes, key order and all lines that do not change."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..document import Node, parse_yaml, split_pointer
from ..problems import CodegenError


class Editor:
    """A YAML document as objects that keep their formatting.

    Args:
        text: the document.

    Raises:
        CodegenError: the document has a YAML anchor, so that two places share one object.
    """

    def __init__(self, text: str) -> None:
        self._source = text
        self._yaml = YAML()
        self._yaml.preserve_quotes = True
        self._yaml.width = 1_000_000
        flush = re.search(r"^( *)[^\s#-][^\n]*:\n\1- ", text, re.MULTILINE)
        self._yaml.indent(mapping=2, sequence=2 if flush else 4, offset=0 if flush else 2)
        self._yaml.representer.add_representer(type(None), _represent_null)
        self.data: Any = self._yaml.load(text)
        _reject_anchors(self.data, set())
        self._before = self._dump()

    def at(self, path: str) -> Any:
        """Return the value at a JSON Pointer, or None if it does not exist."""
        value = self.data
        for step in split_pointer(path):
            if isinstance(value, list):
                value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
            elif isinstance(value, dict):
                value = next((inner for key, inner in value.items() if str(key) == step), None)
            else:
                return None
        return value

    def to_plain(self) -> Node:
        """Return the current document as plain dicts and lists."""
        document: Node = _to_plain(self.data)
        return document

    def text(self) -> str:
        """Return the current document as YAML; unchanged lines stay as they were."""
        after = self._dump()
        if after == self._before:
            return self._source
        source, before = self._source.splitlines(keepends=True), self._before.splitlines(keepends=True)
        merged = "".join(_merge_lines(source, before, after.splitlines(keepends=True)))
        return merged if parse_yaml(merged) == parse_yaml(after) else after

    def _dump(self) -> str:
        stream = StringIO()
        self._yaml.dump(self.data, stream)
        return stream.getvalue()


def _reject_anchors(value: Any, seen: set[int]) -> None:
    if isinstance(value, (dict, list)):
        if id(value) in seen:
            raise CodegenError("", "the contract has YAML anchors, which --apply cannot edit", "replace them with $ref")
        seen.add(id(value))
        for inner in value.values() if isinstance(value, dict) else value:
            _reject_anchors(inner, seen)


def _represent_null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _merge_lines(source: list[str], before: list[str], after: list[str]) -> list[str]:
    """Apply the changes between `before` and `after` to `source`, which is `before` with other formatting."""
    reformatted = {
        first: (last, source[low:high])
        for tag, low, high, first, last in SequenceMatcher(None, source, before).get_opcodes()
        if tag != "equal"
    }
    merged: list[str] = []
    for tag, first, last, low, high in SequenceMatcher(None, before, after).get_opcodes():
        if tag != "equal":
            merged += after[low:high]
            continue
        at = first
        while at < last:
            end, lines = reformatted.pop(at, (at, []))
            if end > last:
                end, lines = at, []
            merged += lines
            if end == at:
                merged.append(before[at])
            at = max(end, at + 1)
    return merged


def _to_plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _to_plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_to_plain(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return value
    return next((kind(value) for kind in (int, float) if isinstance(value, kind)), str(value))


def style(value: Any) -> Any:
    """Return a value in the style of the contract: a list of types is on one line."""
    if isinstance(value, Mapping):
        styled = CommentedMap((key, style(inner)) for key, inner in value.items())
        if isinstance(styled.get("type"), list):
            styled["type"].fa.set_flow_style()
        return styled
    return CommentedSeq(style(inner) for inner in value) if isinstance(value, list) else value


def insert(owner: Any, key: str, value: Any) -> None:
    """Set a member; insert a new one in sorted order if the others are sorted, otherwise at the end."""
    names = [str(each) for each in owner]
    if key in names or names != sorted(names):
        owner[key] = style(value)
    else:
        owner.insert(bisect_left(names, key), key, style(value))


def insert_before(owner: Any, key: str, value: Any, later: tuple[str, ...]) -> None:
    """Set a member; insert a new one before the first of the `later` members that exists, otherwise at the end."""
    at = next((index for index, each in enumerate(owner) if each in later), len(owner))
    if key in owner:
        owner[key] = style(value)
    else:
        owner.insert(at, key, style(value))
