"""Parameters, bodies and answers of both sides; one that operations share is told of once, by its own name.

A part of ours may stand for several of theirs: see `codegen.drift.schemas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..document import Node, pointer, steps_of
from .difference import Difference, Site
from .schemas import SchemaComparison
from .source_map import place_of


@dataclass
class _Part:
    kind: str
    left: Node
    site: Site
    succeeds: bool
    rights: list[Node] = field(default_factory=list)


class Parts:
    """Collects the parts of all operations, then compares each with everything it stands for."""

    def __init__(self, schemas: SchemaComparison) -> None:
        self.schemas = schemas
        self._parts: dict[str, _Part] = {}

    def parameter(self, left: Node, right: Node, site: Site) -> None:
        """Two parameters are the same one."""
        self._collect("parameter", left, right, site, succeeds=True)

    def body(self, left: Node, right: Node, site: Site) -> None:
        """Two bodies are of the same operation."""
        self._collect("body", left, right, site, succeeds=True)

    def answer(self, left: Node, right: Node, site: Site, succeeds: bool) -> None:
        """Two answers are of the same operation and status, which may be one of success."""
        self._collect("answer", left, right, site, succeeds=succeeds)

    def _collect(self, kind: str, left: Node, right: Node, site: Site, *, succeeds: bool) -> None:
        if site.place.startswith("/components/"):
            site = replace(site, where=f"{kind} {steps_of(site.place)[-1]}")
        part = self._parts.setdefault(site.place, _Part(kind, left, site, succeeds))
        part.rights.append(right)

    def finish(self) -> Iterator[Difference]:
        """What the parts differ in, but for what lies in named schemas."""
        for part in self._parts.values():
            if part.kind == "parameter":
                yield from _requirement(part)
                inner = replace(part.site, place=place_of(part.left["schema"], f"{part.site.place}/schema"))
                yield from self.schemas.site(part.left["schema"], [each["schema"] for each in part.rights], inner)
            elif part.kind == "body":
                yield from _requirement(part)
                yield from self._media(part)
            else:
                yield from self._headers(part)
                yield from self._media(part)

    def _headers(self, part: _Part) -> Iterator[Difference]:
        mine = part.left.get("headers") or {}
        theirs: dict[str, list[tuple[str, Node]]] = {}
        for right in part.rights:
            for name, header in (right.get("headers") or {}).items():
                theirs.setdefault(name.lower(), []).append((name, header))
        for name, header in mine.items():
            place = place_of(header, f"{part.site.place}/headers{pointer(name)}")
            inner = part.site.inner(f" header {name}", place)
            if name.lower() not in theirs:
                yield inner.tell("removed", "header", breaking=False)
            else:
                schema = header.get("schema") or {}
                others = [other.get("schema") or {} for _, other in theirs[name.lower()]]
                yield from self.schemas.site(schema, others, replace(inner, place=place_of(schema, f"{place}/schema")))
        for key, found in theirs.items():
            if key not in map(str.lower, mine):
                name, header = found[0]
                inner = part.site.inner(f" header {name}", f"{part.site.place}/headers{pointer(name)}")
                more = {"owner": part.site.place, "name": name, "theirs": header}
                yield inner.tell("added", "header", breaking=False, **more)

    def _media(self, part: _Part) -> Iterator[Difference]:
        mine = part.left.get("content") or {}
        theirs: dict[str, list[Node]] = {}
        for right in part.rights:
            for media_type, media in (right.get("content") or {}).items():
                theirs.setdefault(media_type, []).append(media)
        for media_type in [*mine, *(each for each in theirs if each not in mine)]:
            place = f"{part.site.place}/content{pointer(media_type)}"
            inner = part.site.inner(f" {media_type}", place)
            if media_type not in theirs:
                yield inner.tell("removed", "media type", breaking=part.succeeds)
            elif media_type not in mine:
                more = {"owner": part.site.place, "name": media_type, "theirs": theirs[media_type][0]}
                yield inner.tell("added", "media type", breaking=False, **more)
            else:
                left = mine[media_type]
                word = "itemSchema" if "itemSchema" in left else "schema"
                schema = left.get(word) or {}
                others = [each.get(word) or {} for each in theirs[media_type]]
                at = replace(inner, place=place_of(schema, f"{place}/{word}"))
                yield from self.schemas.site(schema, others, at)


def _requirement(part: _Part) -> Iterator[Difference]:
    required = all(each.get("required") for each in part.rights)
    if bool(part.left.get("required")) != required:
        words = ("optional", "required")
        said = {"here": words[not required], "there": words[required], "name": "required", "theirs": required}
        yield part.site.tell("changed", "requirement", breaking=required, **said)
