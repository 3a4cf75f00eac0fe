"""Writes values as YAML or JSON text, in the notation of a document."""

from __future__ import annotations

import json
from typing import Any

import yaml

from ...document import parse_yaml


def is_json(text: str) -> bool:
    """Return True if a text is JSON, which is YAML too."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


class Notation:
    """How a document is written: JSON or YAML, and how deep its parts are indented.

    Args:
        text: the document.
        root: its parsed nodes, with their positions.
    """

    def __init__(self, text: str, root: Any) -> None:
        self.is_json = is_json(text)
        self.is_ascii = text.isascii()
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.indent, self.offset = _measure(root)
        self.comma, self.colon = ", ", ": "
        if self.is_json:
            self.comma = ", " if '", "' in text else ","
            self.colon = ": " if '": ' in text else ":"
            first = root.value[0][0].start_mark if root.value else None
            self.indent = first.column if first is not None and first.line > root.start_mark.line else 0

    def write_block(self, value: Any, column: int) -> str:
        """Return a value as YAML in block style; lines after the first one are indented by `column`."""
        dumper = _create_dumper(self.offset)
        text = yaml.dump(value, Dumper=dumper, sort_keys=False, width=1_000_000, indent=self.indent, allow_unicode=True)
        lines = text.removesuffix("...\n").rstrip("\n").split("\n")
        return (self.newline + " " * column).join(lines)

    def write_flow(self, value: Any, column: int, *, is_multiline: bool) -> str:
        """Return a value in flow style: as JSON, or as YAML on one line."""
        if self.is_json:
            indent = self.indent if is_multiline and self.indent else None
            separators = ("," if indent else self.comma, self.colon)
            text = json.dumps(value, indent=indent, separators=separators, ensure_ascii=self.is_ascii)
            return text.replace("\n", self.newline + " " * column)
        text = yaml.dump(
            value,
            Dumper=_create_dumper(0),
            sort_keys=False,
            width=1_000_000,
            default_flow_style=True,
            allow_unicode=True,
        )
        return text.removesuffix("...\n").rstrip("\n")

    def write_scalar(self, value: Any, quote: str) -> str:
        """Return a scalar; a string in the quotes of the value that it replaces."""
        if isinstance(value, str) and (self.is_json or quote == '"'):
            return json.dumps(value, ensure_ascii=self.is_ascii)
        if isinstance(value, str) and quote == "'" and "\n" not in value:
            return "'" + value.replace("'", "''") + "'"
        return self.write_flow(value, 0, is_multiline=False)


def _measure(root: Any) -> tuple[int, int]:
    """Return how deep a mapping in a mapping is indented, and a list in a mapping, by the first ones."""
    indent, offset = 0, -1
    todo = [root]
    while todo and (not indent or offset < 0):
        node = todo.pop(0)
        values = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else []
        for value in values:
            depth = value.start_mark.column - node.start_mark.column
            if isinstance(value, yaml.MappingNode) and not value.flow_style and not indent:
                indent = depth
            if isinstance(value, yaml.SequenceNode) and not value.flow_style and offset < 0:
                offset = depth
        todo += values or (node.value if isinstance(node, yaml.SequenceNode) else [])
    return max(2, indent), max(0, offset)


def _create_dumper(offset: int) -> type[yaml.SafeDumper]:
    """Return a dumper that indents the items of lists by `offset`, and writes lists of types on one line."""

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, indentless and offset == 0)

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature of PyYAML
            return True

        def check_simple_key(self) -> bool:
            # PyYAML writes keys of more than 128 characters, such as long paths, in a notation that few people know.
            simple: bool = super().check_simple_key()
            if simple or not isinstance(self.event, yaml.ScalarEvent):
                return simple
            return self.analysis is not None and not self.analysis.multiline and not self.analysis.empty

    Dumper.add_representer(str, _represent_text)
    Dumper.add_representer(dict, _represent_mapping)
    Dumper.add_multi_representer(dict, _represent_mapping)
    return Dumper


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Version 1.1 of YAML, which the dumper writes, and 1.2, which codegen reads, differ in what needs quotes.
    needs_quotes = not isinstance(_read_plain(text), str)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if needs_quotes else None)


def _read_plain(text: str) -> Any:
    try:
        return parse_yaml(text)
    except (ValueError, yaml.YAMLError):
        return None


def _represent_mapping(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.MappingNode:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    for key, inner in node.value:
        if key.value == "type" and isinstance(inner, yaml.SequenceNode):
            inner.flow_style = True
    return node
