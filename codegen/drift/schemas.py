"""How the schemas of two normal forms differ: each named schema of ours once, against all it stands for in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import NULL, Node, pointer, referent, schemas_of, variants_of
from .alternatives import SCALARS, Alternative, alternatives, kinds_of, words_of
from .difference import Difference, Direction, Site
from .matching import matched
from .source_map import place_of
from .values import other_limits, other_null, other_type, other_values


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
            schema = schemas_of(self.ours)[name]
            site = Site(name, place_of(schema, self._places[name]), self._uses[name])
            rights = self._counterparts[name]
            stated = alternatives(self.ours, schema, site.place)  # null is told of where the schema is used
            lefts = [
                replace(each, name=name) if each.schema is schema else each for each in stated if each.kind != "null"
            ]
            self._found[name] = list(self._level(lefts, rights, [each.schema for each in rights], site))
        for name in schemas_of(self.ours):
            yield from self._found.get(name, ())

    def site(self, left: Node, rights: list[Node], site: Site) -> Iterator[Difference]:
        """What differs where a schema is used; what lies in a named one is left for later."""
        name = _named(left)
        lefts = alternatives(self.ours, left, site.place)
        found = [each for right in rights for each in alternatives(self.theirs, right, "")]
        here, there = kinds_of(lefts), kinds_of(found)
        yield from self._notes(left, rights, site)
        if name is None:
            yield from self._level(lefts, found, rights, site)
        elif not here & there - {"null"}:
            yield other_type(lefts, found, rights, site)
        else:
            if ("null" in here) != ("null" in there):
                yield other_null(lefts, found, rights, site)
            for other in filter(None, map(_named, rights)):
                self.names.setdefault(other, name)
            self._later(name, [each for each in found if each.kind != "null"], site)

    def _later(self, name: str, rights: list[Alternative], site: Site) -> None:
        known = self._counterparts.setdefault(name, [])
        new = [each for each in rights if all(each.schema is not other.schema for other in known)]
        known += new
        self._places.setdefault(name, site.place)  # of one that a pass has named: where it is used first
        uses = self._uses.get(name, frozenset()) | site.directions
        if (new or uses != self._uses.get(name)) and name not in self._again:
            self._again.append(name)
        self._uses[name] = uses

    def _level(
        self, lefts: list[Alternative], found: list[Alternative], rights: list[Node], site: Site
    ) -> Iterator[Difference]:
        here, there = kinds_of(lefts), kinds_of(found)
        if here != there:
            yield other_type(lefts, found, rights, site)
        for kind in sorted(here & there - {"any", "null"}):
            mine = [each for each in lefts if _is_of(each, kind)]
            others = [each for each in found if _is_of(each, kind)]
            if kind == "object":
                yield from self._objects(mine, others, site)
            elif len(mine) == 1 and mine[0].name not in (None, site.where):
                self._later(str(mine[0].name), others, site)
            else:
                yield from other_limits(mine, others, site)
                if kind in SCALARS:
                    yield from other_values(mine, others, site)
                elif len(mine) == 1 or any(self._items(mine, others, site)):
                    many = len(mine) > 1  # which of them has changed cannot be told
                    yield from [other_type(mine, others, rights, site)] if many else self._items(mine, others, site)

    def _items(self, lefts: list[Alternative], rights: list[Alternative], site: Site) -> Iterator[Difference]:
        items = [each.schema.get("items") or {} for each in lefts]
        left = items[0] if len(items) == 1 else {"anyOf": items}
        inner = site.inner("[]", place_of(left, f"{lefts[0].place}/items"))
        yield from self.site(left, [each.schema.get("items") or {} for each in rights], inner)

    def _objects(self, lefts: list[Alternative], rights: list[Alternative], site: Site) -> Iterator[Difference]:
        pairs = matched(self.ours, lefts, self.theirs, rights)
        for index, left in enumerate(lefts):
            others = [rights[at] for at in pairs[index]]
            for name in (each.name for each in others if each.name and left.name):
                self.names.setdefault(str(name), str(left.name))
            if not others:
                yield site.tell("removed", "variant", breaking=site.sent, here=words_of([left]))
            elif left.name not in (None, site.where):
                self._later(str(left.name), others, site)
            else:
                yield from self._members(left, others, replace(site, place=left.place))
        known = {at for found in pairs.values() for at in found}
        for at, right in enumerate(rights):
            if at not in known:
                yield site.tell("added", "variant", breaking=False, there=words_of([right]), theirs=right)

    def _members(self, left: Alternative, rights: list[Alternative], site: Site) -> Iterator[Difference]:
        mine: Node = left.schema.get("properties") or {}
        theirs: dict[str, list[Node]] = {}
        for right in rights:
            for name, schema in (right.schema.get("properties") or {}).items():
                theirs.setdefault(name, []).append(schema)
        if theirs and not mine:
            yield other_type([left], rights, [each.schema for each in rights], site)
            return
        for name in [*mine, *(each for each in theirs if each not in mine)]:
            inner = site.inner(f".{name}", place_of(mine.get(name, {}), left.place + pointer("properties", name)))
            required = all(name in (each.schema.get("required") or ()) for each in rights)
            stated = name in (left.schema.get("required") or ())
            if name not in theirs:
                here = words_of(alternatives(self.ours, mine[name], inner.place))
                yield inner.tell("removed", "field", breaking=True, here=here)
            elif name not in mine:
                yield self._added(name, theirs[name], inner, left.place, required=required)
            else:
                if stated != required:
                    yield _required(name, inner, left.place, required=required)
                yield from self.site(mine[name], theirs[name], inner)
        yield from self._unnamed(left, rights, site)

    def _added(self, name: str, rights: list[Node], site: Site, owner: str, *, required: bool) -> Difference:
        words = words_of([each for right in rights for each in alternatives(self.theirs, right, "")])
        there = f"{words}, required" if required else words
        more = {"owner": owner, "name": name, "theirs": (rights, required)}
        return site.tell("added", "field", breaking=required and site.sent, there=there, **more)

    def _unnamed(self, left: Alternative, rights: list[Alternative], site: Site) -> Iterator[Difference]:
        # What is said of members that have no name of their own.
        mine = left.schema.get("additionalProperties", True)
        others = [each.schema.get("additionalProperties", True) for each in rights]
        closed = all(each is False for each in others)
        if (mine is False) != closed:
            said = {"here": mine is not False, "there": not closed, "name": "additionalProperties"}
            yield site.tell("changed", "limit", breaking=closed and site.sent, **said, theirs=others[0])
        elif not closed:
            inner = site.inner("{}", f"{left.place}/additionalProperties")
            theirs = [each if isinstance(each, dict) else {} for each in others if each is not False]
            yield from self.site(mine if isinstance(mine, dict) else {}, theirs, inner)

    def _notes(self, left: Node, rights: list[Node], site: Site) -> Iterator[Difference]:
        for word in ("default", "deprecated"):
            here = _stated(self.ours, left, word)
            stated = [_stated(self.theirs, right, word) for right in rights]
            there = stated[0] if stated and all(each == stated[0] for each in stated) else None
            if here != there:
                yield site.tell("changed", word, breaking=False, here=here, there=there, name=word, theirs=there)


def _named(schema: Node) -> str | None:
    """The one named schema that a schema is, null aside."""
    rest = [each for each in variants_of(schema) if each != NULL]
    return referent(schema) or (referent(rest[0]) if len(rest) == 1 else None)


def _is_of(found: Alternative, kind: str) -> bool:
    return found.kind == kind or (found.kind == "integer" and kind == "number")


def _stated(document: Node, schema: Node, word: str) -> Any:
    name = _named(schema)
    said = schema.get(word, schemas_of(document)[name].get(word) if name is not None else None)
    return None if word == "deprecated" and said is False else said


def _required(name: str, site: Site, owner: str, *, required: bool) -> Difference:
    words = ("optional", "required")
    more = {"here": words[not required], "there": words[required], "owner": owner, "name": name}
    return site.tell("changed", "required", breaking=site.sent if required else site.received, **more)
