"""No two schemas have the same class, module or reader in Python: a later one gets a number, and a warning.

before
    schemas: {HTTPError: {}, HttpError: {}, Answer: {properties: {error: {$ref: HttpError}}}}
after
    schemas: {HTTPError: {}, HttpError2: {}, Answer: {properties: {error: {$ref: HttpError2}}}}
"""

from __future__ import annotations

from ..document import Node, pointer, reference, referent, schemas_of, walk
from ..problems import Report
from ..rendering.identifiers import class_name, dict_name, module_name


def run(document: Node, report: Report) -> None:
    """Rename the schemas whose Python names are taken, and every reference to them."""
    named = schemas_of(document)
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for name in named:
        better, number = name, 1
        while taken & _claims(better) or (better != name and better in named):
            number += 1
            better = f"{name}{number}"
        taken |= _claims(better)
        if better != name:
            renamed[name] = better
            place = pointer("components", "schemas", name)
            report.warn(place, f"another schema has the same name in Python; this one is renamed to {better}")
    for _, schema in walk(document) if renamed else ():
        _point_on(schema, renamed)
    document["components"]["schemas"] = {renamed.get(name, name): schema for name, schema in named.items()}


def _claims(name: str) -> set[str]:
    return {class_name(name), dict_name(name), f"{module_name(name).casefold()}.py"}


def _point_on(schema: Node, renamed: dict[str, str]) -> None:
    name = referent(schema)
    if name in renamed:
        schema["$ref"] = reference(renamed[name])["$ref"]
    mapping = (schema.get("discriminator") or {}).get("mapping") or {}
    for value, target in mapping.items():
        found = referent({"$ref": target}) or target
        if found in renamed:
            mapping[value] = reference(renamed[found])["$ref"]
