"""Adds the type of schemas that only declare what they contain, and removes unknown types.

before
    schemas: {Pets: {items: {$ref: Pet}}, PetsByName: {additionalProperties: {$ref: Pet}}}
after
    schemas: {Pets: {type: array, items: {$ref: Pet}}, PetsByName: {type: object, additionalProperties: {$ref: Pet}}}

before
    schemas: {Size: {type: integr}}
after
    schemas: {Size: {}}
    warns: "unknown type 'integr'; kept as plain JSON"
"""

from __future__ import annotations

from typing import Any

from ..document import Node, walk
from ..problems import Report

_TYPES = frozenset({"string", "number", "integer", "boolean", "array", "object", "null", "file"})
_IMPLIED_BY = {"items": "array", "prefixItems": "array", "properties": "object", "additionalProperties": "object"}
_NOT_IMPLIED_WITH = {"type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const"}


def run(document: Node, report: Report) -> None:
    """Set the type of every schema without one that has `items`, `properties` or `additionalProperties`."""
    for place, schema in walk(document):
        _drop_unknown_types(schema, place, report)
        if schema.keys() & _NOT_IMPLIED_WITH:
            continue
        kind = next((kind for word, kind in _IMPLIED_BY.items() if isinstance(schema.get(word), dict | list)), None)
        if kind is not None:
            schema["type"] = kind


def _drop_unknown_types(schema: Node, place: str, report: Report) -> None:
    declared: Any = schema.get("type", [])
    types = [declared] if isinstance(declared, str) else declared
    unknown = [each for each in types if each not in _TYPES]
    if unknown:
        report.keep_plain(place, "unknown-type", f"unknown type {', '.join(map(repr, unknown))}")
        del schema["type"]
