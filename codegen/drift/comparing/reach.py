"""Follows references: the operations that reach a schema, and what a part allows."""

from __future__ import annotations

import json
from typing import Any

from ...document import Node, get_reference_name, get_schemas, iter_contents, iter_operations, walk_schema


def collect_operations(document: Node) -> dict[str, frozenset[str]]:
    """Return, for each named schema of a normal form, the operations whose requests or responses contain it."""
    edges = {name: _list_references(schema) for name, schema in get_schemas(document).items()}
    found: dict[str, set[str]] = {}
    for _, path, method, operation in iter_operations(document):
        todo = {name for schema in _list_schemas(operation) for name in _list_references(schema)}
        seen: set[str] = set()
        while todo:
            name = todo.pop()
            seen.add(name)
            todo |= edges.get(name, set()) - seen
        for name in seen:
            found.setdefault(name, set()).add(f"{method.upper()} {path}")
    return {name: frozenset(operations) for name, operations in found.items()}


def _list_references(schema: Node) -> set[str]:
    names = (get_reference_name(inner) for _, inner in walk_schema(schema, ""))
    return {name for name in names if name is not None}


def _list_schemas(operation: Node) -> list[Node]:
    found = [each["schema"] for each in operation["parameters"]]
    for response in operation["responses"].values():
        found += [header.get("schema") or {} for header in (response.get("headers") or {}).values()]
    for _, content in iter_contents(operation, ""):
        for media in content.values():
            found += [media[word] for word in ("schema", "itemSchema") if isinstance(media.get(word), dict)]
    return found


_PROSE = frozenset({"description", "title", "summary", "example", "examples"})
_DEPTH = 4  # of references that are followed; enough to tell parameters apart


def serialize_values(document: Node, part: Node) -> str:
    """Return a text that is equal for parts with the same values, whatever the names of their schemas are."""
    return json.dumps(_expand(document, part, _DEPTH), sort_keys=True, default=str)


def _expand(document: Node, value: Any, depth: int) -> Any:
    if isinstance(value, list):
        return [_expand(document, each, depth) for each in value]
    if not isinstance(value, dict):
        return value
    name = get_reference_name(value)
    if name is not None and depth:
        return _expand(document, {**get_schemas(document)[name], **value, "$ref": None}, depth - 1)
    return {key: _expand(document, each, depth) for key, each in value.items() if key not in _PROSE and key != "name"}
