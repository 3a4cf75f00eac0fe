"""No two schemas have the same class, module or reader in Python: a later one gets a number, and a warning.

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
    """Rename the schemas whose Python names are taken, and every reference to them."""
    named = get_schemas(document)
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for name in named:
        better, number = name, 1
        while taken & _list_python_names(better) or (better != name and better in named):
            number += 1
            better = f"{name}{number}"
        taken |= _list_python_names(better)
        if better != name:
            renamed[name] = better
            place = build_pointer("components", "schemas", name)
            report.warn(place, f"another schema has the same name in Python; this one is renamed to {better}")
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
        found = get_reference_name({"$ref": target}) or target
        if found in renamed:
            mapping[value] = build_reference(renamed[found])["$ref"]
