"""Warns about schemas that become plain JSON, as their members or items cannot be expressed in Python.

before
    schemas: {Pet: {type: object, items: {properties: {a: {type: string}}}}}
after
    schemas: {Pet: {type: object, items: {properties: {a: {type: string}}}}}
    warns: "items in a schema with type: object; kept as plain JSON"
"""

from __future__ import annotations

from ..document import Node, build_pointer, iter_subschemas, walk
from ..problems import Report

_READ = {
    "object": ("properties", "additionalProperties", "not", "propertyNames"),
    "array": ("items", "not", "contains"),
    "anyOf": ("anyOf", "not"),
}


def run(document: Node, report: Report) -> None:
    """Count each schema with subschemas under keywords that are not read for its type."""
    for place, schema in walk(document):
        kind = "anyOf" if "anyOf" in schema else "object" if schema.get("properties") else str(schema.get("type"))
        read = {place + build_pointer(word) for word in _READ.get(kind, ("not",))}
        for inside, inner in iter_subschemas(schema, place):
            if _has_content(inner) and not any(inside == each or inside.startswith(f"{each}/") for each in read):
                word = inside.removeprefix(place).split("/")[1]
                report.keep_plain(place, "mixed-keywords", f"{word} {_describe(kind)}")
                break


def _has_content(schema: Node) -> bool:
    """Return True if ignoring a schema loses anything."""
    return "$ref" in schema or any(inner for _, inner in iter_subschemas(schema, ""))


def _describe(kind: str) -> str:
    return {"anyOf": "in a union", "None": "in a schema without a type"}.get(kind, f"in a schema with type: {kind}")
