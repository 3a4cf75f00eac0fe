"""A YAML document that is changed in pointer: comments, quotes, key order and every line that is not touched stay."""

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
    """Holds a document as objects that remember how they were written.

    Args:
        text: the document.

    Raises:
        CodegenError: an anchor makes one pointer the same as another, so that neither can be changed only_object.
    """

    def __init__(self, text: str) -> None:
        self._source = text
        self._yaml = YAML()
        self._yaml.preserve_quotes = True
        self._yaml.width = 1_000_000
        flush = re.search(r"^( *)[^\s#-][^\n]*:\n\1- ", text, re.MULTILINE)
        self._yaml.indent(mapping=2, sequence=2 if flush else 4, offset=0 if flush else 2)
        self._yaml.representer.add_representer(type(None), _written_null)
        self.data: Any = self._yaml.load(text)
        _hold_each_once(self.data, set())
        self._before = self._dumped()

    def at(self, path: str) -> Any:
        """What stands at a JSON Pointer, None where nothing does."""
        found = self.data
        for step in split_pointer(path):
            if isinstance(found, list):
                found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
            elif isinstance(found, dict):
                found = next((value for key, value in found.items() if str(key) == step), None)
            else:
                return None
        return found

    def plain(self) -> Node:
        """The document as it stands now, in plain Python."""
        found: Node = _plain(self.data)
        return found

    def text(self) -> str:
        """The document as it stands now, written; what was not changed as it was."""
        after = self._dumped()
        if after == self._before:
            return self._source
        source, before = self._source.splitlines(keepends=True), self._before.splitlines(keepends=True)
        kept = "".join(_merged(source, before, after.splitlines(keepends=True)))
        return kept if parse_yaml(kept) == parse_yaml(after) else after

    def _dumped(self) -> str:
        written = StringIO()
        self._yaml.dump(self.data, written)
        return written.getvalue()


def _hold_each_once(value: Any, seen: set[int]) -> None:
    if isinstance(value, (dict, list)):
        if id(value) in seen:
            raise CodegenError("", "the contract has YAML anchors, which --apply cannot edit", "replace them with $ref")
        seen.add(id(value))
        for inner in value.values() if isinstance(value, dict) else value:
            _hold_each_once(inner, seen)


def _written_null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _merged(source: list[str], before: list[str], after: list[str]) -> list[str]:
    """What has changed between `before` and `after`, done to the source, of which `before` is another spelling."""
    spelled = {
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
            end, lines = spelled.pop(at, (at, []))
            if end > last:
                end, lines = at, []
            merged += lines
            if end == at:
                merged.append(before[at])
            at = max(end, at + 1)
    return merged


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return value
    return next((kind(value) for kind in (int, float) if isinstance(value, kind)), str(value))


def style(value: Any) -> Any:
    """A value as this project writes it: the types of a union of types on one line."""
    if isinstance(value, Mapping):
        found = CommentedMap((key, style(inner)) for key, inner in value.items())
        if isinstance(found.get("type"), list):
            found["type"].fa.set_flow_style()
        return found
    return CommentedSeq(style(inner) for inner in value) if isinstance(value, list) else value


def insert(owner: Any, key: str, value: Any) -> None:
    """Set a member; a new one where the order of the others puts it, at the end where they have none."""
    names = [str(each) for each in owner]
    if key in names or names != sorted(names):
        owner[key] = style(value)
    else:
        owner.insert(bisect_left(names, key), key, style(value))


def insert_before(owner: Any, key: str, value: Any, later: tuple[str, ...]) -> None:
    """Set a member; a new one before the first of the later ones that is there."""
    at = next((index for index, each in enumerate(owner) if each in later), len(owner))
    if key in owner:
        owner[key] = style(value)
    else:
        owner.insert(at, key, style(value))
