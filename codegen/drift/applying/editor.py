"""Edits a YAML or JSON document: the data is plain dicts and lists, and the text changes only where the data does."""

from __future__ import annotations

import json
from bisect import bisect_left
from copy import deepcopy
from typing import Any

import yaml

from ...document import Node, parse_yaml, split_pointer
from ...problems import CodegenError
from .notation import is_json
from .text_edits import TextEdits


class Editor:
    """A document that is changed as data, and written as its text with the lines concerned changed.

    Args:
        text: the document.

    Attributes:
        data: the document as plain dicts and lists, to be changed in place.
    """

    def __init__(self, text: str) -> None:
        self._source = text
        self.data: Any = _copy(_parse(text))
        self._before: Any = deepcopy(self.data)
        self._renamed: dict[str, str] = {}

    def at(self, path: str) -> Any:
        """Return the value at a JSON Pointer, or None if it does not exist."""
        value = self.data
        for step in split_pointer(path):
            if isinstance(value, list):
                value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
            elif isinstance(value, dict):
                value = value.get(step)
            else:
                return None
        return value

    def rename(self, path: str, name: str) -> None:
        """Rename the member at a JSON Pointer, at its place."""
        owner_path, old = path.rpartition("/")[0], split_pointer(path)[-1]
        owner = self.at(owner_path)
        first = next((key for key, value in self._renamed.items() if value == path), path)
        members = {name if key == old else key: value for key, value in owner.items()}
        owner.clear()
        owner.update(members)
        self._renamed[first] = f"{owner_path}/{name.replace('~', '~0').replace('/', '~1')}"

    def to_plain(self) -> Node:
        """Return a copy of the current document."""
        document: Node = deepcopy(self.data)
        return document

    def text(self) -> str:
        """Return the current document as text; all lines that the changes do not concern stay as they were.

        Raises:
            CodegenError: A change is inside a YAML anchor, or at a place whose notation cannot be edited.
        """
        if self.data == self._before and not self._renamed:
            return self._source
        names = {old: split_pointer(new)[-1] for old, new in self._renamed.items()}
        edited = TextEdits(self._source, names).apply(self._before, self.data)
        if not _has_value(edited, self.data):
            problem = "the differences cannot be written into the text of the document without changing other lines"
            raise CodegenError("", problem, "apply fewer differences with --only, or edit the document by hand")
        return edited


def _parse(text: str) -> Any:
    return json.loads(text) if is_json(text) else parse_yaml(text)


def _has_value(text: str, value: Any) -> bool:
    try:
        return bool(_copy(_parse(text)) == value)
    except (ValueError, yaml.YAMLError):
        return False


def _copy(value: Any) -> Any:
    """Return a copy without shared objects: all aliases of a YAML anchor are one object."""
    if isinstance(value, dict):
        return {str(key): _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def insert(owner: Any, key: str, value: Any) -> None:
    """Set a member; insert a new one in sorted order if the others are sorted, otherwise at the end."""
    names = list(owner)
    if key in names or names != sorted(names):
        owner[key] = value
    else:
        _insert_at(owner, bisect_left(names, key), key, value)


def insert_before(owner: Any, key: str, value: Any, later: tuple[str, ...]) -> None:
    """Set a member; insert a new one before the first of the `later` members that exists, otherwise at the end."""
    at = next((index for index, each in enumerate(owner) if each in later), len(owner))
    if key in owner:
        owner[key] = value
    else:
        _insert_at(owner, at, key, value)


def _insert_at(owner: Any, at: int, key: str, value: Any) -> None:
    members = [*owner.items()]
    members.insert(at, (key, value))
    owner.clear()
    owner.update(members)
