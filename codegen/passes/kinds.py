"""Adds the type of schemas that only declare what they contain.

before
    schemas: {Pets: {items: {$ref: Pet}}, PetsByName: {additionalProperties: {$ref: Pet}}}
after
    schemas: {Pets: {type: array, items: {$ref: Pet}}, PetsByName: {type: object, additionalProperties: {$ref: Pet}}}
"""

from __future__ import annotations

from ..document import Node, walk
from ..problems import Report

_IMPLIED_BY = {"items": "array", "prefixItems": "array", "properties": "object", "additionalProperties": "object"}
_NOT_IMPLIED_WITH = {"type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const"}


def run(document: Node, report: Report) -> None:
    """Set the type of every schema without one that has `items`, `properties` or `additionalProperties`."""
    for _, schema in walk(document):
        if schema.keys() & _NOT_IMPLIED_WITH:
            continue
        kind = next((kind for word, kind in _IMPLIED_BY.items() if isinstance(schema.get(word), dict | list)), None)
        if kind is not None:
            schema["type"] = kind
