"""Finds the smallest edits of a text that turn the value it contains into another one."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

import yaml

from ...document import build_pointer
from ...problems import CodegenError
from .json_nodes import compose_json
from .notation import Notation, is_json

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is optional


class TextEdits:
    """Edits of a YAML or JSON text. Only the text of members and items that differ is written anew.

    Args:
        text: the text.
        renamed: new names of members, by their pointers in the text.
    """

    def __init__(self, text: str, renamed: dict[str, str]) -> None:
        self.text = text
        self.renamed = renamed
        self.root: Any = compose_json(text) if is_json(text) else yaml.compose(text, Loader=_Loader)
        self.notation = Notation(text, self.root)
        self._edits: list[tuple[int, int, str]] = []
        self._shared = _find_shared(self.root)

    def apply(self, before: Any, after: Any) -> str:
        """Return the text for the value `after`; the text contains the value `before`."""
        self._change(self.root, before, after, "")
        # At the same place, what was inserted first comes first: inner objects are edited before outer ones.
        parts, at = [], 0
        for start, end, _, new in sorted((*each[:2], number, each[2]) for number, each in enumerate(self._edits)):
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def _replace(self, start: int, end: int, new: str) -> None:
        self._edits.append((start, end, new))

    def _change(self, node: yaml.Node, before: Any, after: Any, pointer: str) -> None:
        if before == after and type(before) is type(after) and not self._has_renamed(pointer):
            return
        if id(node) in self._shared:
            raise CodegenError(
                pointer, "the text has a YAML anchor here, which --apply cannot edit", "use $ref instead"
            )
        if isinstance(node, yaml.MappingNode) and self._is_editable(before, after, pointer):
            self._change_mapping(node, before, after, pointer)
        elif isinstance(node, yaml.SequenceNode) and self._is_editable(before, after, pointer):
            self._change_sequence(node, before, after, pointer)
        elif isinstance(node, yaml.ScalarNode) and not isinstance(after, dict | list) and not _is_block_scalar(node):
            empty = node.start_mark.index == node.end_mark.index
            new = self.notation.write_scalar(after, node.style or "")
            self._replace(node.start_mark.index, node.end_mark.index, f" {new}" if empty else new)
        else:
            new = self.notation.write_flow(after, self._find_indent(node), is_multiline=True)
            self._replace(node.start_mark.index, self._find_end(node), new)

    def _is_editable(self, before: Any, after: Any, pointer: str) -> bool:
        """Return True if parts of the text of an object or list are kept; otherwise it is written anew."""
        if isinstance(before, dict) and isinstance(after, dict):
            return bool(before.keys() & after.keys()) or (self._has_renamed(pointer) and bool(after))
        return isinstance(before, list) and isinstance(after, list) and bool(before and after)

    def _has_renamed(self, pointer: str) -> bool:
        return any(each.startswith(f"{pointer}/") for each in self.renamed)

    def _change_mapping(self, node: yaml.MappingNode, before: Any, after: Any, pointer: str) -> None:
        entries = {str(key.value): (key, value) for key, value in node.value}
        if list(entries) != list(before):
            raise CodegenError(
                pointer, "the text merges another object here, which --apply cannot edit", "copy it here"
            )
        names = {old: self.renamed.get(pointer + build_pointer(old), old) for old in before}
        kept = [old for old, new in names.items() if new in after]
        self._delete(node, [entries[old] for old in before if old not in kept], [entries[old] for old in before])
        for old in kept:
            key, value = entries[old]
            place = pointer + build_pointer(old)
            if names[old] != old:
                self._replace(
                    key.start_mark.index, key.end_mark.index, self.notation.write_scalar(names[old], key.style or "")
                )
            if before[old] != after[names[old]] or self._has_renamed(place):
                self._change_member(node, key, value, before[old], after[names[old]], place)
        previous: str | None = None
        old_names = {new: old for old, new in names.items()}
        first = kept[0] if kept else None
        pending: dict[str | None, dict[str, Any]] = {}
        for name in after:
            if name in old_names:
                previous = old_names[name]
            else:
                pending.setdefault(previous, {})[name] = after[name]
        for at, members in pending.items():
            self._insert(node, members, entries[at] if at is not None else None, entries[first] if first else None)

    def _change_member(self, owner: Any, key: Any, value: Any, before: Any, after: Any, pointer: str) -> None:
        """Change the value of a member; it is written anew with its key if it becomes another kind of value."""
        is_scalar = not isinstance(before, dict | list) and not isinstance(after, dict | list)
        is_editable = self._is_editable(before, after, pointer) or (is_scalar and not _is_block_scalar(value))
        if is_editable or owner.flow_style or before == after:
            self._change(value, before, after, pointer)
            return
        if id(value) in self._shared:
            self._change(value, before, after, pointer)
        name = str(key.value)
        written = self.notation.write_block({name: after}, owner.start_mark.column)
        rest = written[len(self.notation.write_block({name: None}, 0).removesuffix(" null")) :]
        start = self.text.index(":", key.end_mark.index) + 1
        self._replace(start, max(start, self._find_end(value)), rest)

    def _change_sequence(self, node: yaml.SequenceNode, before: Any, after: Any, pointer: str) -> None:
        texts = [[json.dumps(each, sort_keys=True) for each in side] for side in (before, after)]
        deleted: list[int] = []
        for tag, low, high, first, last in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
            common = min(high - low, last - first) if tag == "replace" else 0
            if tag == "equal":
                continue
            for step in range(common):
                inner = f"{pointer}/{low + step}"
                self._change_item(node, node.value[low + step], before[low + step], after[first + step], inner)
            deleted += range(low + common, high)
            if last - first > common:
                at = low + common - 1
                self._insert_items(node, after[first + common : last], at)
        self._delete(node, [(node.value[at], node.value[at]) for at in deleted], [(each, each) for each in node.value])
        for at, item in enumerate(node.value):
            if self._has_renamed(f"{pointer}/{at}") and at not in deleted and before[at] in after:
                self._change(item, before[at], before[at], f"{pointer}/{at}")

    def _change_item(self, owner: Any, item: yaml.Node, before: Any, after: Any, pointer: str) -> None:
        is_scalar = not isinstance(before, dict | list) and not isinstance(after, dict | list)
        if self._is_editable(before, after, pointer) or is_scalar or owner.flow_style:
            self._change(item, before, after, pointer)
        else:
            if id(item) in self._shared:
                self._change(item, before, after, pointer)
            new = self.notation.write_block(after, item.start_mark.column)
            self._replace(item.start_mark.index, self._find_end(item), new)

    def _insert(self, owner: yaml.MappingNode, members: dict[str, Any], after: Any, first: Any) -> None:
        """Insert members after an entry; without one before the first entry that is kept."""
        column = owner.value[0][0].start_mark.column
        if owner.flow_style:
            is_multiline = self._is_multiline(owner)
            texts = []
            for name, value in members.items():
                written = self.notation.write_flow(value, column, is_multiline=is_multiline)
                texts.append(self.notation.write_scalar(name, "") + self.notation.colon + written)
            self._insert_flow(texts, owner, after and after[1], first and first[0], column, is_multiline)
            return
        written = self.notation.write_block(members, column)
        self._insert_block(written, after and after[1], first and first[0], column)

    def _insert_items(self, owner: yaml.SequenceNode, items: list[Any], at: int) -> None:
        after = owner.value[at] if at >= 0 else None
        if owner.flow_style:
            column = owner.value[0].start_mark.column
            is_multiline = self._is_multiline(owner)
            texts = [self.notation.write_flow(each, column, is_multiline=is_multiline) for each in items]
            self._insert_flow(texts, owner, after, owner.value[0], column, is_multiline)
            return
        column = owner.start_mark.column
        texts = [f"- {self.notation.write_block(each, column + 2)}" for each in items]
        written = (self.notation.newline + " " * column).join(texts)
        if after is None:
            self._replace(
                owner.start_mark.index, owner.start_mark.index, f"{written}{self.notation.newline}{' ' * column}"
            )
        else:
            self._insert_block(written, after, None, column)

    def _insert_block(self, written: str, after: Any, first: Any, column: int) -> None:
        line = self.notation.newline + " " * column
        if after is not None:
            end = self._find_line_end(self._find_end(after))
            self._replace(end, end, line + written)
        elif first is not None:
            self._replace(first.start_mark.index, first.start_mark.index, written + line)
        else:
            raise CodegenError("", "no member is kept beside the new ones", "edit the document by hand")

    def _insert_flow(
        self, texts: list[str], owner: Any, after: Any, first: Any, column: int, is_multiline: bool
    ) -> None:
        comma = "," + self.notation.newline + " " * column if is_multiline else self.notation.comma
        if after is not None:
            end = self._find_end(after)
            self._replace(end, end, "".join(comma + each for each in texts))
        else:
            at = (first or owner.value[0]).start_mark.index
            self._replace(at, at, "".join(each + comma for each in texts))

    def _is_multiline(self, node: Any) -> bool:
        first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]
        return bool(first.start_mark.line > node.start_mark.line)

    def _delete(self, owner: Any, entries: list[Any], every: list[Any]) -> None:
        """Delete members or items, each a pair of its first and last node."""
        for entry in entries:
            at = next(index for index, each in enumerate(every) if each[0] is entry[0])
            start, end = self._find_start(owner, entry[0]), self._find_end(entry[1])
            later = next((each for each in every[at + 1 :]), None)
            if at and not all(each in entries for each in every[:at]):
                start = self._find_end(every[at - 1][1])
                start = start if owner.flow_style else self._find_line_end(start)
                end = end if owner.flow_style else self._find_line_end(end)
            elif later is not None:
                end = self._find_start(owner, later[0])
            self._replace(start, end, "")

    def _find_start(self, owner: Any, node: yaml.Node) -> int:
        if isinstance(owner, yaml.SequenceNode) and not owner.flow_style:
            return self.text.rindex("-", 0, max(node.start_mark.index, owner.start_mark.index + 1))
        return int(node.start_mark.index)

    def _find_end(self, node: yaml.Node) -> int:
        """Return where the text of a node ends, without the comments and blank lines that follow it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._find_end(last[1] if isinstance(last, tuple) else last)
        end = int(node.end_mark.index)
        if not _is_block_scalar(node):
            return end
        return len(self.text[:end].rstrip())

    def _find_line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def _find_indent(self, node: yaml.Node) -> int:
        """Return how deep the line of a node is indented."""
        start = self.text.rfind("\n", 0, node.start_mark.index) + 1
        line = self.text[start : node.start_mark.index]
        return len(line) - len(line.lstrip())


def _is_block_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _find_shared(root: Any) -> set[int]:
    """Return the ids of all nodes that are in more than one place, or inside such a node."""
    seen: set[int] = set()
    shared: set[int] = set()
    todo = [(root, False)]
    while todo:
        node, is_shared = todo.pop()
        is_shared = is_shared or id(node) in seen
        if is_shared:
            if id(node) in shared:
                continue
            shared.add(id(node))
        seen.add(id(node))
        for each in node.value if isinstance(node, yaml.CollectionNode) else ():
            todo += [(inner, is_shared) for inner in (each if isinstance(each, tuple) else (each,))]
    return shared
