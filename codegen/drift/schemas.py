"""How the schemas of two normal forms differ: each named schema of ours once, against all it stands for in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import NULL, Node, build_pointer, get_reference_name, get_schemas, get_variants
from .alternatives import SCALARS, Alternative, find_alternatives, get_kinds, describe
from .difference import Difference, Direction, Location
from .matching import match_variants
from .source_map import get_pointer
from .values import compare_limits, null_difference, type_difference, compare_values


class SchemaComparison:
    """Follows two documents side by side; what it learns later about a named schema makes it look again.

    A schema of ours may stand for several of theirs. Then it states too little what any of them says and it does not,
    and it states too much only what none of them says.
    """

    def __init__(self, ours: Node, theirs: Node) -> None:
        self.ours = ours
        self.theirs = theirs
        self.names: dict[str, str] = {}
        """Their names of schemas, with ours for the same things."""
        self._counterparts: dict[str, list[Alternative]] = {}
        self._uses: dict[str, frozenset[Direction]] = {}
        self._places: dict[str, str] = {}
        self._found: dict[str, list[Difference]] = {}
        self._again: list[str] = []

    def finish(self) -> Iterator[Difference]:
        """What the named schemas differ in that were met so far, and those met on the way."""
        while self._again:
            name = self._again.pop(0)
            schema = get_schemas(self.ours)[name]
            location = Location(name, get_pointer(schema, self._places[name]), self._uses[name])
            rights = self._counterparts[name]
            declared = find_alternatives(self.ours, schema, location.pointer)  # null is told of where the schema is used
            lefts = [
                replace(each, name=name) if each.schema is schema else each for each in declared if each.kind != "null"
            ]
            self._found[name] = list(self._level(lefts, rights, [each.schema for each in rights], location))
        for name in get_schemas(self.ours):
            yield from self._found.get(name, ())

    def compare(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        """What differs where a schema is used; what lies in a named one is left for later."""
        name = _named(left)
        lefts = find_alternatives(self.ours, left, location.pointer)
        found = [each for right in rights for each in find_alternatives(self.theirs, right, "")]
        here, there = get_kinds(lefts), get_kinds(found)
        yield from self._notes(left, rights, location)
        if name is None:
            yield from self._level(lefts, found, rights, location)
        elif not here & there - {"null"}:
            yield type_difference(lefts, found, rights, location)
        else:
            if ("null" in here) != ("null" in there):
                yield null_difference(lefts, found, rights, location)
            for other in filter(None, map(_named, rights)):
                self.names.setdefault(other, name)
            self._later(name, [each for each in found if each.kind != "null"], location)

    def _later(self, name: str, rights: list[Alternative], location: Location) -> None:
        known = self._counterparts.setdefault(name, [])
        new = [each for each in rights if all(each.schema is not other.schema for other in known)]
        known += new
        self._places.setdefault(name, location.pointer)  # of one that a pass has named: where it is used first
        uses = self._uses.get(name, frozenset()) | location.directions
        if (new or uses != self._uses.get(name)) and name not in self._again:
            self._again.append(name)
        self._uses[name] = uses

    def _level(
        self, lefts: list[Alternative], found: list[Alternative], rights: list[Node], location: Location
    ) -> Iterator[Difference]:
        here, there = get_kinds(lefts), get_kinds(found)
        if here != there:
            yield type_difference(lefts, found, rights, location)
        for kind in sorted(here & there - {"any", "null"}):
            mine = [each for each in lefts if _is_of(each, kind)]
            others = [each for each in found if _is_of(each, kind)]
            if kind == "object":
                yield from self._objects(mine, others, location)
            elif len(mine) == 1 and mine[0].name not in (None, location.where):
                self._later(str(mine[0].name), others, location)
            else:
                yield from compare_limits(mine, others, location)
                if kind in SCALARS:
                    yield from compare_values(mine, others, location)
                elif len(mine) == 1 or any(self._items(mine, others, location)):
                    many = len(mine) > 1  # which of them has changed cannot be told
                    yield from [type_difference(mine, others, rights, location)] if many else self._items(mine, others, location)

    def _items(self, lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
        items = [each.schema.get("items") or {} for each in lefts]
        left = items[0] if len(items) == 1 else {"anyOf": items}
        inner = location.child("[]", get_pointer(left, f"{lefts[0].pointer}/items"))
        yield from self.compare(left, [each.schema.get("items") or {} for each in rights], inner)

    def _objects(self, lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
        pairs = match_variants(self.ours, lefts, self.theirs, rights)
        for index, left in enumerate(lefts):
            others = [rights[at] for at in pairs[index]]
            for name in (each.name for each in others if each.name and left.name):
                self.names.setdefault(str(name), str(left.name))
            if not others:
                yield location.build_difference("removed", "variant", breaking=location.sent, ours=describe([left]))
            elif left.name not in (None, location.where):
                self._later(str(left.name), others, location)
            else:
                yield from self._members(left, others, replace(location, pointer=left.pointer))
        known = {at for found in pairs.values() for at in found}
        for at, right in enumerate(rights):
            if at not in known:
                yield location.build_difference("added", "variant", breaking=False, theirs=describe([right]), node=right)

    def _members(self, left: Alternative, rights: list[Alternative], location: Location) -> Iterator[Difference]:
        mine: Node = left.schema.get("properties") or {}
        theirs: dict[str, list[Node]] = {}
        for right in rights:
            for name, schema in (right.schema.get("properties") or {}).items():
                theirs.setdefault(name, []).append(schema)
        if theirs and not mine:
            yield type_difference([left], rights, [each.schema for each in rights], location)
            return
        for name in [*mine, *(each for each in theirs if each not in mine)]:
            inner = location.child(f".{name}", get_pointer(mine.get(name, {}), left.pointer + build_pointer("properties", name)))
            required = all(name in (each.schema.get("required") or ()) for each in rights)
            declared = name in (left.schema.get("required") or ())
            if name not in theirs:
                here = describe(find_alternatives(self.ours, mine[name], inner.pointer))
                yield inner.build_difference("removed", "field", breaking=True, ours=here)
            elif name not in mine:
                yield self._added(name, theirs[name], inner, left.pointer, required=required)
            else:
                if declared != required:
                    yield _required(name, inner, left.pointer, required=required)
                yield from self.compare(mine[name], theirs[name], inner)
        yield from self._unnamed(left, rights, location)

    def _added(self, name: str, rights: list[Node], location: Location, owner: str, *, required: bool) -> Difference:
        words = describe([each for right in rights for each in find_alternatives(self.theirs, right, "")])
        there = f"{words}, required" if required else words
        details = {"owner": owner, "name": name, "node": (rights, required)}
        return location.build_difference("added", "field", breaking=required and location.sent, theirs=there, **details)

    def _unnamed(self, left: Alternative, rights: list[Alternative], location: Location) -> Iterator[Difference]:
        # What is details of members that have no name of their own.
        mine = left.schema.get("additionalProperties", True)
        others = [each.schema.get("additionalProperties", True) for each in rights]
        closed = all(each is False for each in others)
        if (mine is False) != closed:
            details = {"ours": mine is not False, "theirs": not closed, "name": "additionalProperties"}
            yield location.build_difference("changed", "limit", breaking=closed and location.sent, **details, node=others[0])
        elif not closed:
            inner = location.child("{}", f"{left.pointer}/additionalProperties")
            theirs = [each if isinstance(each, dict) else {} for each in others if each is not False]
            yield from self.compare(mine if isinstance(mine, dict) else {}, theirs, inner)

    def _notes(self, left: Node, rights: list[Node], location: Location) -> Iterator[Difference]:
        for word in ("default", "deprecated"):
            here = _stated(self.ours, left, word)
            declared = [_stated(self.theirs, right, word) for right in rights]
            there = declared[0] if declared and all(each == declared[0] for each in declared) else None
            if here != there:
                yield location.build_difference("changed", word, breaking=False, ours=here, theirs=there, name=word, node=there)


def _named(schema: Node) -> str | None:
    """The one named schema that a schema is, null aside."""
    rest = [each for each in get_variants(schema) if each != NULL]
    return get_reference_name(schema) or (get_reference_name(rest[0]) if len(rest) == 1 else None)


def _is_of(found: Alternative, kind: str) -> bool:
    return found.kind == kind or (found.kind == "integer" and kind == "number")


def _stated(document: Node, schema: Node, word: str) -> Any:
    name = _named(schema)
    details = schema.get(word, get_schemas(document)[name].get(word) if name is not None else None)
    return None if word == "deprecated" and details is False else details


def _required(name: str, location: Location, owner: str, *, required: bool) -> Difference:
    words = ("optional", "required")
    details = {"ours": words[not required], "theirs": words[required], "owner": owner, "name": name}
    return location.build_difference("changed", "required", breaking=location.sent if required else location.received, **details)
