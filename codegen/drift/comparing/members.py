"""Compares the members of two objects that match: which there are, which are required, and whether others may occur."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ...document import Node, build_pointer
from .alternatives import Alternative, describe, find_alternatives
from .annotations import compare_direction, get_annotation, get_common_annotation
from .difference import Difference, Location
from .normalize import get_pointer
from .values import build_type_difference, compare_limits


class Schemas(Protocol):
    """Compares schemas of two documents where they are used."""

    ours: Node
    theirs: Node

    def compare(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        """Yield the differences of a schema and its counterparts."""
        ...


def compare_members(
    schemas: Schemas, left: Alternative, rights: list[Alternative], location: Location
) -> Iterator[Difference]:
    """Yield the differences of an object and its counterparts, without those inside named schemas."""
    ours: Node = left.schema.get("properties") or {}
    theirs: dict[str, list[Node]] = {}
    for right in rights:
        for name, schema in (right.schema.get("properties") or {}).items():
            theirs.setdefault(name, []).append(schema)
    if theirs and not ours:
        yield build_type_difference([left], rights, [each.schema for each in rights], location)
        return
    yield from compare_limits([left], rights, location)
    for name in [*ours, *(each for each in theirs if each not in ours)]:
        pointer = get_pointer(ours.get(name, {}), left.pointer + build_pointer("properties", name))
        inner = location.child(f".{name}", pointer)
        required = all(name in (each.schema.get("required") or ()) for each in rights)
        was_required = name in (left.schema.get("required") or ())
        if name not in theirs:
            yield _build_removed_member(schemas, ours[name], _restrict_old(schemas, ours[name], inner), was_required)
        elif name not in ours:
            yield _build_added_member(schemas, name, theirs[name], inner, left.pointer, required=required)
        else:
            sides = (schemas.ours, [ours[name]]), (schemas.theirs, theirs[name])
            yield from compare_direction(*sides, inner, required=was_required)
            inner = _restrict_both(schemas, ours[name], theirs[name], inner)
            if was_required != required:
                has_default = get_common_annotation(*sides[1], "default") is not None
                yield _build_required_difference(name, inner, left.pointer, required=required, has_default=has_default)
            yield from schemas.compare(ours[name], theirs[name], inner)
    yield from _compare_additional(schemas, left, rights, location)


def _restrict_old(schemas: Schemas, schema: Node, location: Location) -> Location:
    flags = [bool(get_annotation(schemas.ours, schema, each)) for each in ("readOnly", "writeOnly")]
    return location.restrict(read_only=flags[0], write_only=flags[1])


def _restrict_both(schemas: Schemas, left: Node, rights: list[Node], location: Location) -> Location:
    """Return the location without the directions in which the member occurs in neither document."""
    flags = [
        bool(get_annotation(schemas.ours, left, each) and get_common_annotation(schemas.theirs, rights, each))
        for each in ("readOnly", "writeOnly")
    ]
    return location.restrict(read_only=flags[0], write_only=flags[1])


def _build_removed_member(schemas: Schemas, schema: Node, location: Location, required: bool) -> Difference:
    type_text = describe(find_alternatives(schemas.ours, schema, location.pointer))
    response = f"response-{'required' if required else 'optional'}-property-removed"
    rules = location.judge(request="request-property-removed", response=response)
    return location.build_difference("removed", "field", rules, ours=type_text)


def _build_added_member(
    schemas: Schemas, name: str, rights: list[Node], location: Location, owner: str, *, required: bool
) -> Difference:
    type_text = describe([each for right in rights for each in find_alternatives(schemas.theirs, right, "")])
    flags = [bool(get_common_annotation(schemas.theirs, rights, each)) for each in ("readOnly", "writeOnly")]
    location = location.restrict(read_only=flags[0], write_only=flags[1])
    has_default = get_common_annotation(schemas.theirs, rights, "default") is not None
    request = "new-required-request-property" if required else "new-optional-request-property"
    response = f"response-{'required' if required else 'optional'}-property-added"
    rules = location.judge(request=request + ("-with-default" if required and has_default else ""), response=response)
    description = f"{type_text}, required" if required else type_text
    details = {"owner": owner, "name": name, "node": (rights, required)}
    return location.build_difference("added", "field", rules, theirs=description, **details)


def _build_required_difference(
    name: str, location: Location, owner: str, *, required: bool, has_default: bool
) -> Difference:
    texts = ("optional", "required")
    aspect = f"became-{texts[required]}"
    request = f"request-property-{aspect}" + ("-with-default" if required and has_default else "")
    rules = location.judge(request=request, response=f"response-property-{aspect}")
    details = {"ours": texts[not required], "theirs": texts[required], "owner": owner, "name": name}
    return location.build_difference("changed", "required", rules, **details)


def _compare_additional(
    schemas: Schemas, left: Alternative, rights: list[Alternative], location: Location
) -> Iterator[Difference]:
    """Compare `additionalProperties`."""
    ours = left.schema.get("additionalProperties", True)
    others = [each.schema.get("additionalProperties", True) for each in rights]
    closed = all(each is False for each in others)
    if (ours is False) != closed:
        details = {"ours": ours is not False, "theirs": not closed, "name": "additionalProperties"}
        # Applying it allows any values; the next comparison finds the schema of the values, if there is one.
        details["node"] = False if closed else None
        rules = location.judge(f"additional-properties-{'forbidden' if closed else 'allowed'}")
        yield location.build_difference("changed", "limit", rules, **details)
    elif not closed:
        inner = location.child("{}", f"{left.pointer}/additionalProperties")
        theirs = [each if isinstance(each, dict) else {} for each in others if each is not False]
        yield from schemas.compare(ours if isinstance(ours, dict) else {}, theirs, inner)
