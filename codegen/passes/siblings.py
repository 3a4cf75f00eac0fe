"""Combines members beside a reference or a union with the reference or each variant, by `allOf`.

before
    schemas: {Cat: {}, Dog: {}, Pet: {properties: {a: {}}, oneOf: [{$ref: Cat}, {$ref: Dog}]}}
after
    schemas: {Cat: {}, Dog: {}, Pet: {oneOf: [{allOf: [{$ref: Cat}, {type: object, properties: {a: {}}}]},
      {allOf: [{$ref: Dog}, {type: object, properties: {a: {}}}]}]}}

Variants that declare no members, such as those that only list required ones, are removed.
"""

from __future__ import annotations

from ..document import Node, get_reference_name, get_schemas, get_variants, replace, walk
from ..problems import Report

_MEMBERS = ("properties", "required", "additionalProperties")


def run(document: Node, report: Report) -> None:
    """Replace members beside references and unions by `allOf`."""
    for place, schema in walk(document):
        if get_variants(schema) and all(map(_has_only_required, get_variants(schema))):
            _drop_variants(schema)
        beside = {word: schema[word] for word in _MEMBERS if word in schema}
        if not beside.get("properties"):
            continue
        rest = {word: value for word, value in schema.items() if word not in beside}
        if "$ref" in schema:
            replace(schema, {"allOf": [rest, {"type": "object", **beside}]})
        elif get_variants(schema):
            _add_to_variants(document, schema, beside, rest, place, report)


def _add_to_variants(document: Node, schema: Node, beside: Node, rest: Node, place: str, report: Report) -> None:
    word = "oneOf" if schema.get("oneOf") else "anyOf"
    if not any(map(_has_members, schema[word])):
        _drop_variants(schema)
        return
    if any(_reaches(document, variant, schema) for variant in schema[word]):
        message = "the variants of the union refer back to it; only its own members are kept"
        report.warn(place, "recursive-union", message)
        _drop_variants(schema)
        return
    rest.pop("type", None)
    members = {"type": "object", **beside}
    replace(schema, {**rest, word: [{"allOf": [variant, members]} for variant in schema[word]]})


def _drop_variants(schema: Node) -> None:
    for word in ("oneOf", "anyOf", "discriminator"):
        schema.pop(word, None)


def _has_only_required(schema: Node) -> bool:
    return "required" in schema and not schema.keys() - {"required", "type", "title", "description"}


def _has_members(schema: Node) -> bool:
    return any(
        word in schema for word in ("$ref", "properties", "items", "allOf", "anyOf", "oneOf", "additionalProperties")
    )


def _reaches(document: Node, schema: Node, target: Node) -> bool:
    """Return True if a schema includes another one through references and `allOf`."""
    todo, seen = [schema], set()
    while todo:
        each = todo.pop()
        if each is target:
            return True
        name = get_reference_name(each)
        if name is not None and name not in seen:
            seen.add(name)
            todo.append(get_schemas(document)[name])
        todo += each.get("allOf") or ()
    return False
