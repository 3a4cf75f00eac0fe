"""Completes the discriminators of unions of objects: the tag, and the variant for each of its values.

before
    schemas: {Cat: {properties: {kind: {const: cat}}, required: [kind]}, Pet: {anyOf: [{$ref: Cat}, {$ref: Dog}]},
      Dog: {properties: {kind: {const: dog}}, required: [kind]}}
after
    schemas: {Cat: {properties: {kind: {const: cat}}, required: [kind]}, Pet: {anyOf: [{$ref: Cat}, {$ref: Dog}],
      discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}},
      Dog: {properties: {kind: {const: dog}}, required: [kind]}}
"""

from __future__ import annotations

from ..document import Node, build_reference, flatten_variants, get_reference_name, get_schemas, walk
from ..problems import Report


def run(document: Node, report: Report) -> None:
    """Complete declared discriminators, infer missing ones, and remove those that do not distinguish the variants."""
    for place, schema in walk(document):
        objects = [
            name
            for name in map(get_reference_name, flatten_variants(document, schema))
            if name and _is_object(document, name)
        ]
        declared = schema.pop("discriminator", None) or {}
        if len(objects) < 2:
            continue
        candidates = [declared["propertyName"]] if declared.get("propertyName") else _find_candidates(document, objects)
        for tag in candidates:
            mapping = _build_mapping(
                document, objects, tag, declared.get("mapping") or {}, named_by_default=bool(declared)
            )
            if mapping is not None:
                schema["discriminator"] = {"propertyName": tag, "mapping": mapping}
                break
        else:
            if declared:
                report.warn(
                    place,
                    "discriminator",
                    f"the discriminator {declared.get('propertyName')!r} does not distinguish the variants",
                )


def _is_object(document: Node, name: str) -> bool:
    return "properties" in get_schemas(document).get(name, {})


def _find_candidates(document: Node, objects: list[str]) -> list[str]:
    first, *rest = (get_schemas(document)[name] for name in objects)
    return [
        name
        for name in first["properties"]
        if name in first.get("required", ()) and all(name in other.get("required", ()) for other in rest)
    ]


def _build_mapping(
    document: Node, objects: list[str], tag: str, declared: Node, *, named_by_default: bool
) -> dict[str, str] | None:
    """Return tag value -> reference, or None if the tag does not distinguish the objects.

    By default, the value for an object is the name of its schema, as OpenAPI defines it.
    """
    mapping: dict[str, str] = {}
    for value, target in declared.items():
        name = get_reference_name({"$ref": target}) or str(target)
        if name not in objects:
            return None
        mapping[value] = build_reference(name)["$ref"]
    for name in objects:
        own = build_reference(name)["$ref"]
        for value in _list_values(document, get_schemas(document)[name]["properties"].get(tag) or {}):
            if mapping.setdefault(value, own) != own and value not in declared:
                return None
    covered = set(mapping.values())
    by_name = {name: build_reference(name)["$ref"] for name in objects if build_reference(name)["$ref"] not in covered}
    if by_name and not named_by_default:
        return None
    return {**by_name, **mapping}


def _list_values(document: Node, schema: Node) -> list[str]:
    schema = get_schemas(document).get(get_reference_name(schema) or "", schema)
    values = [schema["const"]] if "const" in schema else schema.get("enum") or []
    return [value for value in values if isinstance(value, str)]
