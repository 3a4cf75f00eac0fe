"""Compares what a schema says besides its values: default, deprecation, direction, and the tag of a union."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import NULL, Node, get_reference_name, get_schemas, get_variants
from .difference import Difference, Location
from .normalize import TAG

Side = tuple[Node, list[Node]]
"""A document, and the schemas of it that correspond to each other."""


def get_schema_name(schema: Node) -> str | None:
    """Return the name of the schema that a schema refers to, alone or in a union with null; otherwise None."""
    rest = [each for each in get_variants(schema) if each != NULL]
    return get_reference_name(schema) or (get_reference_name(rest[0]) if len(rest) == 1 else None)


def get_annotation(document: Node, schema: Node, keyword: str) -> Any:
    """Return an annotation of a schema, or of the schema that it refers to; None if it is not set, or false."""
    name = get_schema_name(schema)
    value = schema.get(keyword, get_schemas(document)[name].get(keyword) if name is not None else None)
    return None if value is False and keyword != "default" else value


def get_common_annotation(document: Node, schemas: list[Node], keyword: str) -> Any:
    """Return an annotation that all schemas have; None if they differ."""
    declared = [get_annotation(document, each, keyword) for each in schemas]
    return declared[0] if declared and all(each == declared[0] for each in declared) else None


def compare_annotations(ours: Side, theirs: Side, location: Location) -> Iterator[Difference]:
    """Yield the differences of `default` and `deprecated`, of one schema of ours and all that correspond to it."""
    for keyword in ("default", "deprecated"):
        old, new = (get_common_annotation(*side, keyword) for side in (ours, theirs))
        if old == new:
            continue
        if keyword == "default":
            aspect = f"default-value-{'added' if old is None else 'removed' if new is None else 'changed'}"
        else:
            aspect = "deprecated" if new else "reactivated"
        details = {"ours": old, "theirs": new, "name": keyword, "node": new}
        yield location.build_difference("changed", keyword, location.judge(aspect), **details)


def compare_direction(ours: Side, theirs: Side, location: Location, *, required: bool) -> Iterator[Difference]:
    """Yield the differences of `readOnly` and `writeOnly` of a member."""
    for keyword, word in (("readOnly", "read-only"), ("writeOnly", "write-only")):
        old, new = (get_common_annotation(*side, keyword) for side in (ours, theirs))
        if old != new:
            middle = f"{'required' if required else 'optional'}-property-became-{'' if new else 'not-'}{word}"
            rules = location.judge(request=f"request-{middle}", response=f"response-{middle}")
            details = {"ours": bool(old), "theirs": bool(new), "name": keyword, "node": new}
            yield location.build_difference("changed", keyword, rules, **details)


def compare_discriminators(left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
    """Yield the difference of the declared members that tell the variants of a union apart."""
    old, new = _get_tag([left]), _get_tag(rights)
    if old != new and (TAG in left or any(TAG in each for each in rights)):
        word = "added" if old is None else "removed" if new is None else "property-name-changed"
        node = rights[0].get("discriminator") if new is not None else None
        details = {"ours": old, "theirs": new, "name": "discriminator", "node": node}
        yield location.build_difference("changed", "discriminator", location.judge(f"discriminator-{word}"), **details)


def _get_tag(unions: list[Node]) -> str | None:
    """Return the member that distinguishes the variants, declared or inferred; None if the unions differ in it."""
    tags = {(each.get("discriminator") or {}).get("propertyName") for each in unions}
    return tags.pop() if len(tags) == 1 else None
