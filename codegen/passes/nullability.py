"""Expresses null in one way: as the last variant of an `anyOf`, where a nullable schema is used.

before
    schemas: {Home: {}, Pet: {properties: {
      a: {type: [string, 'null']}, b: {$ref: Home, nullable: true}, c: {enum: [x, y, null]}}}}
after
    schemas: {Home: {}, Pet: {properties: {a: {anyOf: [{type: string}, {type: 'null'}]},
      b: {anyOf: [{$ref: Home}, {type: 'null'}]}, c: {anyOf: [{enum: [x, y]}, {type: 'null'}]}}}}
"""

from __future__ import annotations

from copy import copy

from ..document import NULL, Node, build_reference, get_reference_name, get_schemas, replace, walk
from ..problems import Report

ANNOTATIONS = ("title", "description", "deprecated", "default", "example", "examples", "readOnly", "writeOnly")


def run(document: Node, report: Report) -> None:
    """Write every union as a flat `anyOf` with null last; move null from named schemas to the references to them."""
    for _, schema in walk(document):
        _normalize(schema)
    nullable = {name for name, schema in get_schemas(document).items() if NULL in schema.get("anyOf", ())}
    nullable |= _find_aliases(nullable, get_schemas(document))
    for name in nullable:
        _remove_null(get_schemas(document)[name])
    for _, schema in walk(document):
        if get_reference_name(schema) in nullable:
            annotations = {word: schema[word] for word in ANNOTATIONS if word in schema}
            replace(schema, {"anyOf": [build_reference(get_reference_name(schema) or ""), dict(NULL)], **annotations})
        elif "anyOf" in schema:
            _flatten(schema)


def _find_aliases(nullable: set[str], named: Node) -> set[str]:
    """Return the named schemas that are only a reference to a nullable one."""
    return {
        name for name, schema in named.items() if get_reference_name(schema) in nullable and set(schema) <= {"$ref"}
    }


def _normalize(schema: Node) -> None:
    """Write the ways to express null and unions in one schema as `anyOf`."""
    types = schema.get("type")
    values = schema.get("enum")
    null = bool(schema.pop("nullable", False))
    if "const" in schema and schema["const"] is None:
        del schema["const"]
        schema["type"] = "null"
    if isinstance(values, list) and None in values:
        null = True
        schema["enum"] = [value for value in values if value is not None]
    if isinstance(types, list):
        null = null or "null" in types
        _split_types(schema, [kind for kind in types if kind != "null"])
    if "oneOf" in schema:
        schema["anyOf"] = schema.pop("oneOf") + (schema.get("anyOf") or [])
    if schema.get("enum") == []:
        del schema["enum"]
    if null and schema.get("type") != "null":
        _add_null(schema)
    if "anyOf" in schema:
        _flatten(schema)


def _split_types(schema: Node, kinds: list[str]) -> None:
    """Write a list of types as one type, or as a union of schemas with one type each."""
    if len(kinds) == 1:
        schema["type"] = kinds[0]
    elif not kinds:
        schema["type"] = "null"
    else:
        annotations = {word: schema.pop(word) for word in ANNOTATIONS if word in schema}
        words = {
            "array": ("items", "minItems", "maxItems"),
            "object": ("properties", "required", "additionalProperties"),
        }
        owned = {word for listed in words.values() for word in listed}
        rest = {word: value for word, value in schema.items() if word not in owned and word != "type"}
        members = [
            {"type": kind, **rest, **{word: schema[word] for word in words.get(kind, ()) if word in schema}}
            for kind in kinds
        ]
        replace(schema, {"anyOf": members, **annotations})


def _add_null(schema: Node) -> None:
    if "anyOf" in schema:
        schema["anyOf"] = [*schema["anyOf"], dict(NULL)]
        return
    annotations = {word: schema.pop(word) for word in ANNOTATIONS if word in schema}
    inner = copy(schema)
    replace(schema, {"anyOf": [inner, dict(NULL)], **annotations})


def _flatten(schema: Node) -> None:
    """Inline nested unions, drop duplicates, and move null to the end; a union of one schema becomes that schema."""
    members: list[Node] = []
    for member in schema["anyOf"]:
        nested = member.get("anyOf") if set(member) <= {"anyOf", "description", "title"} else None
        members += [each for each in nested or [member] if each not in members]
    rest = [member for member in members if member != NULL]
    if len(rest) < len(members):
        rest.append(dict(NULL))
    if len(rest) == 1 and "type" not in schema:
        annotations = {word: schema[word] for word in schema if word != "anyOf"}
        replace(schema, {**rest[0], **annotations})
    else:
        schema["anyOf"] = rest


def _remove_null(schema: Node) -> None:
    """Remove null from the variants of a union; a union of one schema becomes that schema."""
    if "anyOf" not in schema:
        return
    members = [member for member in schema.pop("anyOf") if member != NULL]
    if len(members) == 1:
        replace(schema, {**members[0], **schema})
    else:
        schema["anyOf"] = members
