"""Compares the schemas of two normal forms: each of our named schemas once, with all corresponding ones of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import NULL, Node, build_pointer, get_reference_name, get_schemas, get_variants
from .alternatives import SCALARS, Alternative, describe, find_alternatives, get_kinds
from .difference import Difference, Direction, Location
from .matching import match_variants
from .source_map import get_pointer
from .values import build_null_difference, build_type_difference, compare_limits, compare_values


class SchemaComparison:
    """Compares schemas where they are used, and collects the named ones, which it compares afterwards.

    One schema of ours may correspond to several of theirs. Then a part is added if any of theirs has it, and removed
    only if none of theirs has it. A named schema is compared again if it gets another counterpart or direction later.
    """

    def __init__(self, ours: Node, theirs: Node) -> None:
        self.ours = ours
        self.theirs = theirs
        self.names: dict[str, str] = {}
        """A map from their schema names to ours for the same schemas."""
        self._counterparts: dict[str, list[Alternative]] = {}
        self._uses: dict[str, frozenset[Direction]] = {}
        self._pointers: dict[str, str] = {}
        self._found: dict[str, list[Difference]] = {}
        self._queue: list[str] = []

    def compare_named(self) -> Iterator[Difference]:
        """Yield the differences of all named schemas collected so far, and of those they use."""
        while self._queue:
            name = self._queue.pop(0)
            schema = get_schemas(self.ours)[name]
            location = Location(name, get_pointer(schema, self._pointers[name]), self._uses[name])
            rights = self._counterparts[name]
            # A difference of null is reported where the schema is used.
            alternatives = find_alternatives(self.ours, schema, location.pointer)
            lefts = [
                replace(each, name=name) if each.schema is schema else each
                for each in alternatives
                if each.kind != "null"
            ]
            self._found[name] = list(
                self._compare_alternatives(lefts, rights, [each.schema for each in rights], location)
            )
        for name in get_schemas(self.ours):
            yield from self._found.get(name, ())

    def compare(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        """Yield the differences where a schema is used, without those inside a named schema, which is queued."""
        name = _get_schema_name(left)
        lefts = find_alternatives(self.ours, left, location.pointer)
        alternatives = [each for right in rights for each in find_alternatives(self.theirs, right, "")]
        our_kinds, their_kinds = get_kinds(lefts), get_kinds(alternatives)
        yield from self._compare_annotations(left, rights, location)
        if name is None:
            yield from self._compare_alternatives(lefts, alternatives, rights, location)
        elif not our_kinds & their_kinds - {"null"}:
            yield build_type_difference(lefts, alternatives, rights, location)
        else:
            if ("null" in our_kinds) != ("null" in their_kinds):
                yield build_null_difference(lefts, alternatives, rights, location)
            for other in filter(None, map(_get_schema_name, rights)):
                self.names.setdefault(other, name)
            self._enqueue(name, [each for each in alternatives if each.kind != "null"], location)

    def _enqueue(self, name: str, rights: list[Alternative], location: Location) -> None:
        """Queue a named schema for comparison if it has a new counterpart or direction."""
        known = self._counterparts.setdefault(name, [])
        new = [each for each in rights if all(each.schema is not other.schema for other in known)]
        known += new
        self._pointers.setdefault(name, location.pointer)  # a pass may have named it: then its first use
        uses = self._uses.get(name, frozenset()) | location.directions
        if (new or uses != self._uses.get(name)) and name not in self._queue:
            self._queue.append(name)
        self._uses[name] = uses

    def _compare_alternatives(
        self, lefts: list[Alternative], alternatives: list[Alternative], rights: list[Node], location: Location
    ) -> Iterator[Difference]:
        our_kinds, their_kinds = get_kinds(lefts), get_kinds(alternatives)
        if our_kinds != their_kinds:
            yield build_type_difference(lefts, alternatives, rights, location)
        for kind in sorted(our_kinds & their_kinds - {"any", "null"}):
            ours = [each for each in lefts if _is_kind(each, kind)]
            others = [each for each in alternatives if _is_kind(each, kind)]
            if kind == "object":
                yield from self._compare_objects(ours, others, location)
            elif len(ours) == 1 and ours[0].name not in (None, location.where):
                self._enqueue(str(ours[0].name), others, replace(location, pointer=ours[0].pointer))
            else:
                yield from compare_limits(ours, others, location)
                if kind in SCALARS:
                    yield from compare_values(ours, others, location)
                    continue
                differences = list(self._compare_items(ours, others, location))
                if len(ours) > 1 and differences:  # it is unknown which of the arrays has changed
                    breaking = any(each.breaking for each in differences)
                    yield replace(build_type_difference(ours, others, rights, location), breaking=breaking)
                else:
                    yield from differences

    def _compare_items(
        self, lefts: list[Alternative], rights: list[Alternative], location: Location
    ) -> Iterator[Difference]:
        items = [each.schema.get("items") or {} for each in lefts]
        left = items[0] if len(items) == 1 else {"anyOf": items}
        inner = location.child("[]", get_pointer(left, f"{lefts[0].pointer}/items"))
        yield from self.compare(left, [each.schema.get("items") or {} for each in rights], inner)

    def _compare_objects(
        self, lefts: list[Alternative], rights: list[Alternative], location: Location
    ) -> Iterator[Difference]:
        pairs = match_variants(lefts, rights)
        for index, left in enumerate(lefts):
            others = [rights[at] for at in pairs[index]]
            for name in (each.name for each in others if each.name and left.name):
                self.names.setdefault(str(name), str(left.name))
            if not others:
                yield location.build_difference("removed", "variant", breaking=location.sent, ours=describe([left]))
            elif left.name not in (None, location.where):
                self._enqueue(str(left.name), others, replace(location, pointer=left.pointer))
            else:
                yield from self._compare_members(left, others, replace(location, pointer=left.pointer))
        known = {at for matches in pairs.values() for at in matches}
        for at, right in enumerate(rights):
            if at not in known:
                yield location.build_difference(
                    "added", "variant", breaking=False, theirs=describe([right]), node=right
                )

    def _compare_members(
        self, left: Alternative, rights: list[Alternative], location: Location
    ) -> Iterator[Difference]:
        ours: Node = left.schema.get("properties") or {}
        theirs: dict[str, list[Node]] = {}
        for right in rights:
            for name, schema in (right.schema.get("properties") or {}).items():
                theirs.setdefault(name, []).append(schema)
        if theirs and not ours:
            yield build_type_difference([left], rights, [each.schema for each in rights], location)
            return
        for name in [*ours, *(each for each in theirs if each not in ours)]:
            inner = location.child(
                f".{name}", get_pointer(ours.get(name, {}), left.pointer + build_pointer("properties", name))
            )
            required = all(name in (each.schema.get("required") or ()) for each in rights)
            was_required = name in (left.schema.get("required") or ())
            if name not in theirs:
                type_text = describe(find_alternatives(self.ours, ours[name], inner.pointer))
                yield inner.build_difference("removed", "field", breaking=True, ours=type_text)
            elif name not in ours:
                yield self._build_added_field(name, theirs[name], inner, left.pointer, required=required)
            else:
                if was_required != required:
                    yield _build_required_difference(name, inner, left.pointer, required=required)
                yield from self.compare(ours[name], theirs[name], inner)
        yield from self._compare_additional(left, rights, location)

    def _build_added_field(
        self, name: str, rights: list[Node], location: Location, owner: str, *, required: bool
    ) -> Difference:
        type_text = describe([each for right in rights for each in find_alternatives(self.theirs, right, "")])
        description = f"{type_text}, required" if required else type_text
        details = {"owner": owner, "name": name, "node": (rights, required)}
        return location.build_difference(
            "added", "field", breaking=required and location.sent, theirs=description, **details
        )

    def _compare_additional(
        self, left: Alternative, rights: list[Alternative], location: Location
    ) -> Iterator[Difference]:
        """Compare `additionalProperties`."""
        ours = left.schema.get("additionalProperties", True)
        others = [each.schema.get("additionalProperties", True) for each in rights]
        closed = all(each is False for each in others)
        if (ours is False) != closed:
            details = {"ours": ours is not False, "theirs": not closed, "name": "additionalProperties"}
            # Applying it allows any values; the next comparison finds the schema of the values, if there is one.
            details["node"] = False if closed else None
            yield location.build_difference("changed", "limit", breaking=closed and location.sent, **details)
        elif not closed:
            inner = location.child("{}", f"{left.pointer}/additionalProperties")
            theirs = [each if isinstance(each, dict) else {} for each in others if each is not False]
            yield from self.compare(ours if isinstance(ours, dict) else {}, theirs, inner)

    def _compare_annotations(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        for keyword in ("default", "deprecated"):
            our_value = _get_annotation(self.ours, left, keyword)
            declared = [_get_annotation(self.theirs, right, keyword) for right in rights]
            their_value = declared[0] if declared and all(each == declared[0] for each in declared) else None
            if our_value != their_value:
                yield location.build_difference(
                    "changed",
                    keyword,
                    breaking=False,
                    ours=our_value,
                    theirs=their_value,
                    name=keyword,
                    node=their_value,
                )


def _get_schema_name(schema: Node) -> str | None:
    """Return the name of the schema that a schema refers to, alone or in a union with null; otherwise None."""
    rest = [each for each in get_variants(schema) if each != NULL]
    return get_reference_name(schema) or (get_reference_name(rest[0]) if len(rest) == 1 else None)


def _is_kind(alternative: Alternative, kind: str) -> bool:
    return alternative.kind == kind or (alternative.kind == "integer" and kind == "number")


def _get_annotation(document: Node, schema: Node, keyword: str) -> Any:
    name = _get_schema_name(schema)
    value = schema.get(keyword, get_schemas(document)[name].get(keyword) if name is not None else None)
    return None if keyword == "deprecated" and value is False else value


def _build_required_difference(name: str, location: Location, owner: str, *, required: bool) -> Difference:
    texts = ("optional", "required")
    details = {"ours": texts[not required], "theirs": texts[required], "owner": owner, "name": name}
    return location.build_difference(
        "changed", "required", breaking=location.sent if required else location.received, **details
    )
