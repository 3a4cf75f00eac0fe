"""Merges `allOf` into one schema.

before
    schemas: {Word: {enum: [a, b]}, Base: {properties: {a: {}}},
      Pet: {allOf: [{$ref: Base}, {properties: {b: {allOf: [{$ref: Word}], description: d}}}]}}
after
    schemas: {Word: {enum: [a, b]}, Base: {properties: {a: {}}},
      Pet: {properties: {a: {}, b: {$ref: Word, description: d}}}}

before
    schemas: {Cat: {properties: {b: {}}}, Dog: {properties: {c: {}}},
      Pet: {allOf: [{properties: {a: {}}}, {anyOf: [{$ref: Cat}, {$ref: Dog}]}]}}
after
    schemas: {Cat: {properties: {b: {}}}, Dog: {properties: {c: {}}},
      Pet: {anyOf: [{properties: {a: {}, b: {}}}, {properties: {a: {}, c: {}}}]}}

A member that two of the schemas declare is merged in turn; if that is impossible, the later declaration is used.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from ..document import NULL, Node, build_reference, get_reference_name, get_schemas, replace, walk, walk_schema
from ..problems import Report
from .nullability import ANNOTATIONS
from .references import choose_name

_DEPTH = 6  # nesting up to which members declared twice are merged; further inside, the later declaration is used


def run(document: Node, report: Report) -> None:
    """Merge every `allOf`; one that cannot be merged becomes plain JSON, with a warning."""
    cycles: dict[str, str] = {}
    for _ in range(_DEPTH):  # repeated, as merging copies schemas that contain `allOf` themselves
        found = [each for each in walk(document) if "allOf" in each[1]]
        if not found:
            return
        for place, schema in found:
            if "allOf" in schema:
                _merge_in_place(document, schema, place, report, cycles)
    for place, schema in walk(document):
        if "allOf" in schema:
            report.keep_plain(place, "recursive-all-of", "allOf contains itself, and cannot be merged completely")
            replace(schema, _get_annotations(schema))


def _merge_in_place(document: Node, schema: Node, place: str, report: Report, cycles: dict[str, str]) -> None:
    annotations, text = _get_annotations(schema), _serialize(schema)
    if text in cycles:
        replace(schema, {**build_reference(cycles[text]), **annotations})
        return
    named = next((name for name, each in get_schemas(document).items() if each is schema), None)
    rest = {word: value for word, value in schema.items() if word != "allOf" and word not in ANNOTATIONS}
    members = [member for member in [*schema["allOf"], rest] if _has_constraints(member)]
    null = any(map(_is_nullable, members)) and all(
        _is_nullable(each) or _is_neutral_about_null(each) for each in members
    )
    merged = _merge(document, members, ())
    if merged is None:
        merged = _distribute(document, members)
    if merged is None:
        report.keep_plain(place, "incompatible-all-of", "allOf combines incompatible schemas")
        merged = {}
    elif named is None:
        merged = _find_equal_reference(document, merged, members, ()) or merged
    if any("allOf" in inner and _serialize(inner) == text for _, inner in walk_schema(merged, "")):
        merged = _name_cycle(document, merged, text, cycles, named or choose_name(document, place))
    rest = {word: value for word, value in merged.items() if word not in annotations}
    replace(schema, {"anyOf": [rest, dict(NULL)], **annotations} if null else {**rest, **annotations})


def _name_cycle(document: Node, merged: Node, text: str, cycles: dict[str, str], name: str) -> Node:
    """Name a merged schema that contains its own `allOf`, which would never end, and replace that by a reference."""
    cycles[text] = name
    for _, inner in walk_schema(merged, ""):
        if "allOf" in inner and _serialize(inner) == text:
            replace(inner, {**build_reference(name), **_get_annotations(inner)})
    if name in get_schemas(document):
        return merged
    get_schemas(document)[name] = merged
    return build_reference(name)


def _serialize(schema: Node) -> str:
    """Return a key that is equal for schemas that differ in annotations only."""
    return json.dumps(_drop_annotations(schema), sort_keys=True)


def _get_annotations(schema: Node) -> Node:
    return {word: schema[word] for word in ANNOTATIONS if word in schema}


def _has_constraints(schema: Node) -> bool:
    return bool(_drop_annotations(schema))


def _drop_annotations(schema: Node) -> Node:
    return {word: value for word, value in schema.items() if word not in ANNOTATIONS}


def _is_nullable(schema: Node) -> bool:
    return NULL in schema.get("anyOf", ())


def _is_neutral_about_null(schema: Node) -> bool:
    """Return True if a schema accepts null because it only restricts the members of objects."""
    return not schema.keys() & {"type", "$ref", "enum", "const", "anyOf", "allOf", "not"}


def _merge(document: Node, members: list[Node], seen: tuple[str, ...]) -> Node | None:
    """Return one schema for all members, or None if they are incompatible."""
    bare = [_drop_null(member) for member in members]
    if not bare:
        return {}
    if len(bare) == 1:
        return deepcopy(bare[0])
    word = _find_enumeration(document, bare)
    if word is not None:
        return build_reference(word)
    names = [name for name in map(get_reference_name, bare) if name is not None]
    merged: Node = {}
    for member in bare:
        inner = _expand(document, member, seen)
        if inner is None or not _merge_into(document, merged, inner, (*seen, *names)):
            return None
    return merged


def _distribute(document: Node, members: list[Node]) -> Node | None:
    """Return the union of what each variant makes with the other members; None without one union, or if one fails."""
    expanded = [_expand(document, _drop_null(member), ()) or {} for member in members]
    unions = [index for index, each in enumerate(expanded) if "anyOf" in each]
    if len(unions) != 1:
        return None
    index = unions[0]
    union = expanded[index]
    if NULL in union["anyOf"] or _drop_annotations(union).keys() - {"anyOf", "discriminator"}:
        return None
    variants = [_merge(document, [*members[:index], each, *members[index + 1 :]], ()) for each in union["anyOf"]]
    return None if None in variants else {"anyOf": variants}


def _find_equal_reference(document: Node, merged: Node, members: list[Node], seen: tuple[str, ...]) -> Node | None:
    """Return a reference to a member that is equal to the merged schema, so that it keeps its name, or None."""
    for name in map(get_reference_name, map(_drop_null, members)):
        expanded = _expand(document, build_reference(name), seen) if name is not None else None
        if name is None or expanded is None or not expanded.get("properties"):
            continue
        if all(expanded.get(word) == merged.get(word) for word in ("properties", "required")):
            return build_reference(name)
    return None


def _drop_null(schema: Node) -> Node:
    """Return the other variant of a union with null, or the schema itself."""
    rest = [member for member in schema.get("anyOf", ()) if member != NULL]
    return rest[0] if len(rest) == 1 else schema


def _find_enumeration(document: Node, members: list[Node]) -> str | None:
    """Return the name of the enumeration that the members combine with a copy of it or with limits of a scalar."""
    names = [name for name in map(get_reference_name, members) if name is not None]
    if len(set(names)) != 1:
        return None
    target = get_schemas(document)[names[0]]
    others = [member for member in members if get_reference_name(member) is None]
    if "properties" in target or target.get("type") == "object":
        return None
    return names[0] if all("properties" not in other and "anyOf" not in other for other in others) else None


def _expand(document: Node, schema: Node, seen: tuple[str, ...]) -> Node | None:
    """Return a schema without reference and `allOf` at its top level, or None if it is recursive or incompatible."""
    name = get_reference_name(schema)
    if name is not None:
        return None if name in seen else _expand(document, get_schemas(document)[name], (*seen, name))
    if "allOf" in schema:
        rest = {word: value for word, value in schema.items() if word != "allOf"}
        return _merge(document, [*schema["allOf"], *([rest] if _has_constraints(rest) else [])], seen)
    return schema


def _merge_into(document: Node, merged: Node, schema: Node, seen: tuple[str, ...]) -> bool:
    """Add the members of a schema to the merged one; return False if they are incompatible."""
    kinds = {merged.get("type"), schema.get("type")} - {None}
    if len(kinds) > 1 or ("anyOf" in schema and merged) or "anyOf" in merged:
        return False
    for word, value in schema.items():
        merged[word] = _combine(document, word, merged.get(word), deepcopy(value), seen)
    return True


def _combine(document: Node, word: str, old: Any, new: Any, seen: tuple[str, ...]) -> Any:
    """Return the combined value of a keyword that two schemas have."""
    if word == "properties":
        both = {name: _combine_schemas(document, old[name], new[name], seen) for name in old or () if name in new}
        return {**(old or {}), **new, **both}
    if word == "required":
        return [*(old or []), *(name for name in new if name not in (old or []))]
    if word == "enum" and old:
        return [value for value in old if value in new] or new
    if word in ("items", "additionalProperties") and isinstance(old, dict) and isinstance(new, dict):
        return _combine_schemas(document, old, new, seen)
    return new


def _combine_schemas(document: Node, old: Node, new: Node, seen: tuple[str, ...]) -> Node:
    """Return the combined schema of a member that two schemas declare; the later one if they are incompatible."""
    if _drop_annotations(old) == _drop_annotations(new):
        return {**old, **new}
    constrained = [schema for schema in (old, new) if _has_constraints(schema)]
    merged = _merge(document, constrained, seen) if len(seen) < _DEPTH else None
    if merged is None:
        return new
    merged = _find_equal_reference(document, merged, [old, new], seen) or merged
    annotations = {word: schema[word] for schema in (old, new) for word in ANNOTATIONS if word in schema}
    rest = {word: value for word, value in merged.items() if word not in annotations}
    null = _is_nullable(new) or (_is_nullable(old) and not _has_constraints(new))
    return {"anyOf": [rest, dict(NULL)], **annotations} if null else {**rest, **annotations}
