"""Turns enumerations with one value into constants, and adds the type of constants.

before
    schemas: {Role: {enum: [user]}}
after
    schemas: {Role: {type: string, const: user}}
"""

from __future__ import annotations

from ..document import Node, walk
from ..problems import Report

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}


def run(document: Node, report: Report) -> None:
    """Turn each enumeration of one value into a constant."""
    for _, schema in walk(document):
        values = schema.get("enum")
        if isinstance(values, list) and len(values) == 1:
            schema["const"] = values[0]
            del schema["enum"]
        if "const" in schema and type(schema["const"]) in _TYPES:
            schema["type"] = _TYPES[type(schema["const"])]
