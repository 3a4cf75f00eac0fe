"""Renames schemas with the same class, typed dict or module name in Python: later ones get a number, and a warning.

Members with the name of an attribute that the overlays add to a model are errors.

before
    schemas: {HTTPError: {}, HttpError: {}, Answer: {properties: {error: {$ref: HttpError}}}}
after
    schemas: {HTTPError: {}, HttpError2: {}, Answer: {properties: {error: {$ref: HttpError2}}}}

before
    schemas: {Result: {properties: {text: {type: string}}}}
    agreed: {Result: [text, latency]}
after
    rejects: Result.text has the name of an attribute that the overlays add
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..document import Node, build_pointer, build_reference, get_reference_name, get_schemas, walk
from ..problems import Report
from ..rendering.identifiers import class_name, dict_name, module_name


def run(document: Node, report: Report, reserved: Mapping[str, Sequence[str]] | None = None) -> None:
    """Rename schemas whose Python names are already used, and update the references to them.

    Args:
        reserved: Schema -> the attributes that the overlays add to its model; no member may have one of these names.
    """
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
            report.warn(
                place, "same-schema", f"another schema has the same name in Python; this one is renamed to {candidate}"
            )
    for _, schema in walk(document) if renamed else ():
        _update_references(schema, renamed)
    document["components"]["schemas"] = {renamed.get(name, name): schema for name, schema in named.items()}
    _check_reserved(document, report, reserved or {})


def _check_reserved(document: Node, report: Report, reserved: Mapping[str, Sequence[str]]) -> None:
    for name, members in reserved.items():
        for member in members:
            if member in get_schemas(document).get(name, {}).get("properties", {}):
                place = build_pointer("components", "schemas", name, "properties", member)
                message = f"{name}.{member} has the name of an attribute that the overlays add"
                report.reject(place, "reserved-member", message, instead=None)


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
