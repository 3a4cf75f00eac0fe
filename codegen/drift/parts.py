"""Compares parameters, bodies and responses. A part that several operations share is reported once, by its name.

One part of ours may correspond to several parts of theirs: see `codegen.drift.schemas`.
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
    """A parameter, body or response of ours, with all corresponding parts of theirs."""

    kind: str
    left: Node
    location: Location
    is_success: bool
    rights: list[Node] = field(default_factory=list)


class Parts:
    """Collects the parts of all operations, then compares each of ours with all corresponding parts of theirs."""

    def __init__(self, schemas: SchemaComparison) -> None:
        self.schemas = schemas
        self._parts: dict[str, _Part] = {}

    def add_parameter(self, left: Node, right: Node, location: Location) -> None:
        """Add a pair of corresponding parameters."""
        self._collect("parameter", left, right, location, is_success=True)

    def add_body(self, left: Node, right: Node, location: Location) -> None:
        """Add the request bodies of an operation."""
        self._collect("body", left, right, location, is_success=True)

    def add_response(self, left: Node, right: Node, location: Location, is_success: bool) -> None:
        """Add the responses of an operation for one status code."""
        self._collect("response", left, right, location, is_success=is_success)

    def _collect(self, kind: str, left: Node, right: Node, location: Location, *, is_success: bool) -> None:
        if location.pointer.startswith("/components/"):
            location = replace(location, where=f"{kind} {split_pointer(location.pointer)[-1]}")
        part = self._parts.setdefault(location.pointer, _Part(kind, left, location, is_success))
        part.rights.append(right)

    def compare(self) -> Iterator[Difference]:
        """Yield the differences of the collected parts, without those inside named schemas."""
        for part in self._parts.values():
            if part.kind == "parameter":
                yield from _compare_required(part)
                inner = replace(
                    part.location, pointer=get_pointer(part.left["schema"], f"{part.location.pointer}/schema")
                )
                yield from self.schemas.compare(part.left["schema"], [each["schema"] for each in part.rights], inner)
            elif part.kind == "body":
                yield from _compare_required(part)
                yield from self._compare_content(part)
            else:
                yield from self._compare_headers(part)
                yield from self._compare_content(part)

    def _compare_headers(self, part: _Part) -> Iterator[Difference]:
        ours = part.left.get("headers") or {}
        theirs: dict[str, list[tuple[str, Node]]] = {}
        for right in part.rights:
            for name, header in (right.get("headers") or {}).items():
                theirs.setdefault(name.lower(), []).append((name, header))
        for name, header in ours.items():
            pointer = get_pointer(header, f"{part.location.pointer}/headers{build_pointer(name)}")
            inner = part.location.child(f" header {name}", pointer)
            if name.lower() not in theirs:
                yield inner.build_difference("removed", "header", breaking=False)
            else:
                schema = header.get("schema") or {}
                others = [other.get("schema") or {} for _, other in theirs[name.lower()]]
                yield from self.schemas.compare(
                    schema, others, replace(inner, pointer=get_pointer(schema, f"{pointer}/schema"))
                )
        for key, headers in theirs.items():
            if key not in map(str.lower, ours):
                name, header = headers[0]
                inner = part.location.child(f" header {name}", f"{part.location.pointer}/headers{build_pointer(name)}")
                details = {"owner": part.location.pointer, "name": name, "node": header}
                yield inner.build_difference("added", "header", breaking=False, **details)

    def _compare_content(self, part: _Part) -> Iterator[Difference]:
        ours = part.left.get("content") or {}
        theirs: dict[str, list[Node]] = {}
        for right in part.rights:
            for media_type, media in (right.get("content") or {}).items():
                theirs.setdefault(media_type, []).append(media)
        for media_type in [*ours, *(each for each in theirs if each not in ours)]:
            pointer = f"{part.location.pointer}/content{build_pointer(media_type)}"
            inner = part.location.child(f" {media_type}", pointer)
            if media_type not in theirs:
                yield inner.build_difference("removed", "media type", breaking=part.is_success)
            elif media_type not in ours:
                details = {"owner": part.location.pointer, "name": media_type, "node": theirs[media_type][0]}
                yield inner.build_difference("added", "media type", breaking=False, **details)
            else:
                left = ours[media_type]
                keyword = "itemSchema" if "itemSchema" in left else "schema"
                schema = left.get(keyword) or {}
                others = [each.get(keyword) or {} for each in theirs[media_type]]
                target = replace(inner, pointer=get_pointer(schema, f"{pointer}/{keyword}"))
                yield from self.schemas.compare(schema, others, target)


def _compare_required(part: _Part) -> Iterator[Difference]:
    required = all(each.get("required") for each in part.rights)
    if bool(part.left.get("required")) != required:
        texts = ("optional", "required")
        details = {"ours": texts[not required], "theirs": texts[required], "name": "required", "node": required}
        yield part.location.build_difference("changed", "requirement", breaking=required, **details)
