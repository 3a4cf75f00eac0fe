"""A schema that says what it contains says what it is.

before
    schemas: {Pets: {items: {$ref: Pet}}, PetsByName: {additionalProperties: {$ref: Pet}}}
after
    schemas: {Pets: {type: array, items: {$ref: Pet}}, PetsByName: {type: object, additionalProperties: {$ref: Pet}}}
"""

from __future__ import annotations

from ..document import Node, walk
from ..problems import Report

_SAID_BY = {"items": "array", "prefixItems": "array", "properties": "object", "additionalProperties": "object"}
_SAYS_MORE = {"type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const"}


def run(document: Node, report: Report) -> None:
    """Write the type of every array and object that only shows what is inside."""
    for _, schema in walk(document):
        if schema.keys() & _SAYS_MORE:
            continue
        kind = next((kind for word, kind in _SAID_BY.items() if isinstance(schema.get(word), dict | list)), None)
        if kind is not None:
            schema["type"] = kind
