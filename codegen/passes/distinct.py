"""Renames schemas with the same class, typed dict or module name in Python: later ones get a number, and a warning.

Members whose attributes would have the same name get distinct ones in `x-name`, see `codegen.rendering.member_names`.
Members with the name of an attribute that the overlays add to a model are errors.

before
    schemas: {Pet: {properties: {user_id: {}, userId: {}}}}
after
    schemas: {Pet: {properties: {user_id: {}, userId: {x-name: userId}}}}
    warns: "another member has the name user_id in Python; this one is named userId"

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
from ..rendering.identifiers import attribute_name, class_name, dict_name, module_name
from ..rendering.member_names import choose_names, split_agreed


def run(
    document: Node,
    report: Report,
    reserved: Mapping[str, Sequence[str]] | None = None,
    members: Mapping[str, str] | None = None,
) -> None:
    """Rename schemas whose Python names are already used, update the references to them, and name members.

    Args:
        reserved: Schema -> the attributes that the overlays add to its model; no member may have one of these names.
        members: `Schema.member` -> the attribute to use.
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
    for name, schema in get_schemas(document).items():
        place = build_pointer("components", "schemas", name)
        _name_members(schema, split_agreed(members or {}, name), place, report)
    _check_reserved(document, report, reserved or {})


def _name_members(schema: Node, agreed: Mapping[str, str], place: str, report: Report) -> None:
    properties = schema.get("properties") or {}
    for wire, name in choose_names(properties, attribute_name, agreed=agreed).items():
        preferred = attribute_name(wire)
        if name == preferred or wire not in properties:
            continue
        properties[wire] = {**properties[wire], "x-name": name}
        if wire not in agreed:
            message = f"another member has the name {preferred} in Python; this one is named {name}"
            report.warn(place + build_pointer("properties", wire), "same-member", message)


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
