"""Compares the schemas of two normal forms: each of our named schemas once, with all corresponding ones of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...document import Node, get_schemas
from .alternatives import SCALARS, Alternative, describe, find_alternatives, get_kinds
from .annotations import compare_annotations, compare_discriminators, get_schema_name
from .difference import Difference, Direction, Location
from .matching import match_variants
from .members import compare_members
from .normalize import get_pointer
from .values import build_null_difference, build_type_difference, compare_limits, compare_values


class SchemaComparison:
    """Compares schemas where they are used, and collects the named ones, which it compares afterwards.

    One schema of ours may correspond to several of theirs. Then a part is added if any of theirs has it, and removed
    only if none of theirs has it. A named schema is compared again if it gets another counterpart or direction later.

    Args:
        ours: the normal form of the old document.
        theirs: the normal form of the new document.
        operations: the operations that reach each of our named schemas.
    """

    def __init__(self, ours: Node, theirs: Node, operations: Mapping[str, frozenset[str]] | None = None) -> None:
        self.ours = ours
        self.theirs = theirs
        self.operations = operations or {}
        self.names: dict[str, str] = {}
        """A map from their schema names to ours for the same schemas."""
        self.counterparts: dict[str, dict[str, None]] = {}
        """Their names of each of our schemas, in order."""
        self._counterparts: dict[str, list[Alternative]] = {}
        self._uses: dict[str, frozenset[Direction]] = {}
        self._subjects: dict[str, set[str]] = {}
        self._pointers: dict[str, str] = {}
        self._found: dict[str, list[Difference]] = {}
        self._queue: dict[str, None] = {}

    def compare_named(self) -> Iterator[Difference]:
        """Yield the differences of all named schemas collected so far, and of those they use."""
        while self._queue:
            name = next(iter(self._queue))
            del self._queue[name]
            schema = get_schemas(self.ours)[name]
            subjects = self._subjects[name]
            subject = next(iter(subjects)) if len(subjects) == 1 else "property"
            location = Location(name, get_pointer(schema, self._pointers[name]), self._uses[name], subject)
            location = replace(location, operations=self.operations.get(name, frozenset()))
            rights = self._counterparts[name]
            # A difference of null is reported where the schema is used.
            alternatives = find_alternatives(self.ours, schema, location.pointer)
            lefts = [
                replace(each, name=name) if each.schema is schema else each
                for each in alternatives
                if each.kind != "null"
            ]
            others = [get_schemas(self.theirs)[each] for each in self.counterparts.get(name, ())]
            self._found[name] = [
                *(compare_discriminators(schema, others, location) if others else ()),
                *self._compare_alternatives(lefts, rights, [each.schema for each in rights], location),
            ]
        for name in get_schemas(self.ours):
            yield from self._found.get(name, ())

    def compare(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        """Yield the differences where a schema is used, without those inside a named schema, which is queued."""
        name = get_schema_name(left)
        lefts = find_alternatives(self.ours, left, location.pointer)
        alternatives = [each for right in rights for each in find_alternatives(self.theirs, right, "")]
        our_kinds, their_kinds = get_kinds(lefts), get_kinds(alternatives)
        yield from compare_annotations((self.ours, [left]), (self.theirs, rights), location)
        if name is None:
            yield from self._compare_alternatives(lefts, alternatives, rights, location)
        elif not our_kinds & their_kinds - {"null"}:
            yield build_type_difference(lefts, alternatives, rights, location)
        else:
            if ("null" in our_kinds) != ("null" in their_kinds):
                yield build_null_difference(lefts, alternatives, rights, location)
            for other in map(get_schema_name, rights):
                self._pair(name, other)
            self._enqueue(name, [each for each in alternatives if each.kind != "null"], location)

    def _pair(self, ours: str | None, theirs: str | None) -> None:
        """Note that two names are of the same schema."""
        if ours is not None and theirs is not None:
            self.names.setdefault(theirs, ours)
            self.counterparts.setdefault(ours, {})[theirs] = None

    def _enqueue(self, name: str, rights: list[Alternative], location: Location) -> None:
        """Queue a named schema for comparison if it has a new counterpart or direction."""
        known = self._counterparts.setdefault(name, [])
        new = [each for each in rights if all(each.schema is not other.schema for other in known)]
        known += new
        self._pointers.setdefault(name, location.pointer)  # a pass may have named it: then its first use
        self._subjects.setdefault(name, set()).add(location.subject)
        uses = self._uses.get(name, frozenset()) | location.directions
        if new or uses != self._uses.get(name):
            self._queue.setdefault(name)
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
                    rules = max(differences, key=lambda each: each.breaking).rules
                    yield replace(build_type_difference(ours, others, rights, location), rules=rules)
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
            for each in others:
                self._pair(left.name, each.name)
            if not others:
                rules = location.judge("one-of-removed")
                yield location.build_difference("removed", "variant", rules, ours=describe([left]))
            elif left.name not in (None, location.where):
                self._enqueue(str(left.name), others, replace(location, pointer=left.pointer, subject="property"))
            else:
                inner = replace(location, pointer=left.pointer)
                yield from compare_members(self, left, others, inner)
        known = {at for matches in pairs.values() for at in matches}
        for at, right in enumerate(rights):
            if at not in known:
                rules = location.judge("one-of-added")
                yield location.build_difference("added", "variant", rules, theirs=describe([right]), node=right)


def _is_kind(alternative: Alternative, kind: str) -> bool:
    return alternative.kind == kind or (alternative.kind == "integer" and kind == "number")
