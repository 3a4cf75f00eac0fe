"""Parameters, bodies and answers of both sides; one that operations share is told of once, by its own name.

A part of ours may stand for several of theirs: see `codegen.drift.schemas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..document import Node, build_pointer, split_pointer
from .difference import Difference, Location
from .schemas import SchemaComparison
from .source_map import get_pointer


@dataclass
class _Part:
    kind: str
    left: Node
    location: Location
    succeeds: bool
    rights: list[Node] = field(default_factory=list)


class Parts:
    """Collects the parts of all operations, then compares each with everything it stands for."""

    def __init__(self, schemas: SchemaComparison) -> None:
        self.schemas = schemas
        self._parts: dict[str, _Part] = {}

    def parameter(self, left: Node, right: Node, location: Location) -> None:
        """Two parameters are the same one."""
        self._collect("parameter", left, right, location, succeeds=True)

    def body(self, left: Node, right: Node, location: Location) -> None:
        """Two bodies are of the same operation."""
        self._collect("body", left, right, location, succeeds=True)

    def answer(self, left: Node, right: Node, location: Location, succeeds: bool) -> None:
        """Two answers are of the same operation and status, which may be one of success."""
        self._collect("answer", left, right, location, succeeds=succeeds)

    def _collect(self, kind: str, left: Node, right: Node, location: Location, *, succeeds: bool) -> None:
        if location.pointer.startswith("/components/"):
            location = replace(location, where=f"{kind} {split_pointer(location.pointer)[-1]}")
        part = self._parts.setdefault(location.pointer, _Part(kind, left, location, succeeds))
        part.rights.append(right)

    def finish(self) -> Iterator[Difference]:
        """What the parts differ in, but for what lies in named schemas."""
        for part in self._parts.values():
            if part.kind == "parameter":
                yield from _requirement(part)
                inner = replace(part.location, pointer=get_pointer(part.left["schema"], f"{part.location.pointer}/schema"))
                yield from self.schemas.compare(part.left["schema"], [each["schema"] for each in part.rights], inner)
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
            pointer = get_pointer(header, f"{part.location.pointer}/headers{build_pointer(name)}")
            inner = part.location.child(f" header {name}", pointer)
            if name.lower() not in theirs:
                yield inner.build_difference("removed", "header", breaking=False)
            else:
                schema = header.get("schema") or {}
                others = [other.get("schema") or {} for _, other in theirs[name.lower()]]
                yield from self.schemas.compare(schema, others, replace(inner, pointer=get_pointer(schema, f"{pointer}/schema")))
        for key, found in theirs.items():
            if key not in map(str.lower, mine):
                name, header = found[0]
                inner = part.location.child(f" header {name}", f"{part.location.pointer}/headers{build_pointer(name)}")
                details = {"owner": part.location.pointer, "name": name, "node": header}
                yield inner.build_difference("added", "header", breaking=False, **details)

    def _media(self, part: _Part) -> Iterator[Difference]:
        mine = part.left.get("content") or {}
        theirs: dict[str, list[Node]] = {}
        for right in part.rights:
            for media_type, media in (right.get("content") or {}).items():
                theirs.setdefault(media_type, []).append(media)
        for media_type in [*mine, *(each for each in theirs if each not in mine)]:
            pointer = f"{part.location.pointer}/content{build_pointer(media_type)}"
            inner = part.location.child(f" {media_type}", pointer)
            if media_type not in theirs:
                yield inner.build_difference("removed", "media type", breaking=part.succeeds)
            elif media_type not in mine:
                details = {"owner": part.location.pointer, "name": media_type, "node": theirs[media_type][0]}
                yield inner.build_difference("added", "media type", breaking=False, **details)
            else:
                left = mine[media_type]
                word = "itemSchema" if "itemSchema" in left else "schema"
                schema = left.get(word) or {}
                others = [each.get(word) or {} for each in theirs[media_type]]
                at = replace(inner, pointer=get_pointer(schema, f"{pointer}/{word}"))
                yield from self.schemas.compare(schema, others, at)


def _requirement(part: _Part) -> Iterator[Difference]:
    required = all(each.get("required") for each in part.rights)
    if bool(part.left.get("required")) != required:
        words = ("optional", "required")
        details = {"ours": words[not required], "theirs": words[required], "name": "required", "node": required}
        yield part.location.build_difference("changed", "requirement", breaking=required, **details)
