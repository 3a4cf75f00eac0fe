"""Renames schemas with the same class, typed dict or module name in Python: later ones get a number, and a warning.

before
    schemas: {HTTPError: {}, HttpError: {}, Answer: {properties: {error: {$ref: HttpError}}}}
after
    schemas: {HTTPError: {}, HttpError2: {}, Answer: {properties: {error: {$ref: HttpError2}}}}
"""

from __future__ import annotations

from ..document import Node, build_pointer, build_reference, get_reference_name, get_schemas, walk
from ..problems import Report
from ..rendering.identifiers import class_name, dict_name, module_name


def run(document: Node, report: Report) -> None:
    """Rename schemas whose Python names are already used, and update the references to them."""
    named = get_schemas(document)
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for name in named:
        candidate, number = name, 1
        while taken & _list_python_names(candidate) or (candidate != name and candidate in named):
            number += 1
            candidate = f"{name}{number}"
        taken |= _list_python_names(candidate)
        if candidate != name:
            renamed[name] = candidate
            place = build_pointer("components", "schemas", name)
            report.warn(place, f"another schema has the same name in Python; this one is renamed to {candidate}")
    for _, schema in walk(document) if renamed else ():
        _update_references(schema, renamed)
    document["components"]["schemas"] = {renamed.get(name, name): schema for name, schema in named.items()}


def _list_python_names(name: str) -> set[str]:
    return {class_name(name), dict_name(name), f"{module_name(name).casefold()}.py"}


def _update_references(schema: Node, renamed: dict[str, str]) -> None:
    name = get_reference_name(schema)
    if name in renamed:
        schema["$ref"] = build_reference(renamed[name])["$ref"]
    mapping = (schema.get("discriminator") or {}).get("mapping") or {}
    for value, target in mapping.items():
        target_name = get_reference_name({"$ref": target}) or target
        if target_name in renamed:
            mapping[value] = build_reference(renamed[target_name])["$ref"]
