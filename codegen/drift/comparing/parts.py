"""Compares parameters, bodies and responses. A part that several operations share is reported once, by its name.

One part of ours may correspond to several parts of theirs: see `codegen.drift.comparing.schemas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...document import Node, build_pointer, split_pointer
from .difference import Difference, Location
from .normalize import STYLE, get_pointer
from .reach import serialize_values
from .rules import Rule
from .schemas import SchemaComparison


@dataclass
class _Uses:
    """A part of ours, with each operation that uses it and the corresponding part of theirs."""

    kind: str
    left: Node
    name: str
    pairs: list[tuple[Node, Location]] = field(default_factory=list)


@dataclass
class _Part:
    """A parameter, body or response of ours, with all corresponding parts of theirs."""

    kind: str
    left: Node
    location: Location
    rights: list[Node] = field(default_factory=list)


class Parts:
    """Collects the parts of all operations, then compares each of ours with all corresponding parts of theirs."""

    def __init__(self, schemas: SchemaComparison) -> None:
        self.schemas = schemas
        self._uses: dict[str, _Uses] = {}

    def add_parameter(self, left: Node, right: Node, location: Location) -> None:
        """Add a pair of corresponding parameters."""
        self._collect("parameter", left, right, location)

    def add_body(self, left: Node, right: Node, location: Location) -> None:
        """Add the request bodies of an operation."""
        self._collect("body", left, right, location)

    def add_response(self, left: Node, right: Node, location: Location) -> None:
        """Add the responses of an operation for one status code."""
        self._collect("response", left, right, location)

    def _collect(self, kind: str, left: Node, right: Node, location: Location) -> None:
        name = location.where
        if location.pointer.startswith("/components/"):
            name = f"{kind} {split_pointer(location.pointer)[-1]}"
        uses = self._uses.setdefault(location.pointer, _Uses(kind, left, name))
        uses.pairs.append((right, location))

    def compare(self) -> Iterator[Difference]:
        """Yield the differences of the collected parts, without those inside named schemas."""
        for part in (part for uses in self._uses.values() for part in self._split(uses)):
            if part.kind == "parameter":
                yield from _compare_required(part)
                yield from _compare_parameter(part)
                pointer = get_pointer(part.left["schema"], f"{part.location.pointer}/schema")
                inner = replace(part.location, pointer=pointer, subject="parameter")
                yield from self.schemas.compare(part.left["schema"], [each["schema"] for each in part.rights], inner)
            elif part.kind == "body":
                yield from _compare_required(part)
                yield from self._compare_content(part)
            else:
                yield from self._compare_headers(part)
                yield from self._compare_content(part)

    def _split(self, uses: _Uses) -> Iterator[_Part]:
        """Yield one part for all uses; of a parameter, also one for each use that differs from most others."""
        texts = [
            serialize_values(self.schemas.theirs, right) if uses.kind == "parameter" else "" for right, _ in uses.pairs
        ]
        most = max(dict.fromkeys(texts), key=texts.count)
        usual = [pair for text, pair in zip(texts, uses.pairs, strict=True) if text == most]
        operations = frozenset[str]().union(*(location.operations for _, location in usual))
        location = replace(usual[0][1], where=uses.name, operations=operations)
        yield _Part(uses.kind, uses.left, location, [right for right, _ in usual])
        for text, (right, own) in zip(texts, uses.pairs, strict=True):
            if text != most:
                yield _Part(uses.kind, uses.left, replace(own, is_own=False), [right])

    def _compare_headers(self, part: _Part) -> Iterator[Difference]:
        ours = part.left.get("headers") or {}
        theirs: dict[str, list[tuple[str, Node]]] = {}
        for right in part.rights:
            for name, header in (right.get("headers") or {}).items():
                theirs.setdefault(name.lower(), []).append((name, header))
        for name, header in ours.items():
            pointer = get_pointer(header, f"{part.location.pointer}/headers{build_pointer(name)}")
            inner = part.location.child(f" header {name}", pointer, "header")
            if name.lower() not in theirs:
                word = "required" if header.get("required") else "optional"
                rules = inner.judge(response=f"{word}-response-header-removed")
                yield inner.build_difference("removed", "header", rules)
            else:
                required = all(other.get("required") for _, other in theirs[name.lower()])
                if bool(header.get("required")) != required:
                    yield _build_requirement(inner, required, response="response-header-became")
                schema = header.get("schema") or {}
                others = [other.get("schema") or {} for _, other in theirs[name.lower()]]
                yield from self.schemas.compare(
                    schema, others, replace(inner, pointer=get_pointer(schema, f"{pointer}/schema"))
                )
        for key, headers in theirs.items():
            if key not in map(str.lower, ours):
                name, header = headers[0]
                pointer = f"{part.location.pointer}/headers{build_pointer(name)}"
                inner = part.location.child(f" header {name}", pointer, "header")
                details = {"owner": part.location.pointer, "name": name, "node": header}
                yield inner.build_difference(
                    "added", "header", inner.judge(response="response-header-added"), **details
                )

    def _compare_content(self, part: _Part) -> Iterator[Difference]:
        ours = part.left.get("content") or {}
        theirs: dict[str, list[Node]] = {}
        for right in part.rights:
            for media_type, media in (right.get("content") or {}).items():
                theirs.setdefault(media_type, []).append(media)
        for media_type in [*ours, *(each for each in theirs if each not in ours)]:
            pointer = f"{part.location.pointer}/content{build_pointer(media_type)}"
            inner = part.location.child(f" {media_type}", pointer, "body")
            if media_type not in theirs:
                rules = _judge_media_type(inner, "removed")
                yield inner.build_difference("removed", "media type", rules)
            elif media_type not in ours:
                details = {"owner": part.location.pointer, "name": media_type, "node": theirs[media_type][0]}
                yield inner.build_difference("added", "media type", _judge_media_type(inner, "added"), **details)
            else:
                left = ours[media_type]
                keyword = "itemSchema" if "itemSchema" in left else "schema"
                schema = left.get(keyword) or {}
                others = [each.get(keyword) or {} for each in theirs[media_type]]
                target = replace(inner, pointer=get_pointer(schema, f"{pointer}/{keyword}"))
                yield from self.schemas.compare(schema, others, target)


def _judge_media_type(location: Location, word: str) -> tuple[Rule, ...]:
    return location.judge(request=f"request-body-media-type-{word}", response=f"response-media-type-{word}")


def _compare_required(part: _Part) -> Iterator[Difference]:
    required = all(each.get("required") for each in part.rights)
    if bool(part.left.get("required")) != required:
        yield _build_requirement(part.location, required, request=f"request-{part.kind}-became")


def _build_requirement(location: Location, required: bool, *, request: str = "", response: str = "") -> Difference:
    texts = ("optional", "required")
    details = {"ours": texts[not required], "theirs": texts[required], "name": "required", "node": required}
    rules = location.judge(
        request=request and f"{request}-{texts[required]}", response=response and f"{response}-{texts[required]}"
    )
    return location.build_difference("changed", "requirement", rules, **details)


def _compare_parameter(part: _Part) -> Iterator[Difference]:
    """Yield the differences of how a parameter is written, and whether it is deprecated."""
    location = replace(part.location, subject="parameter")
    new_styles = [each.get(STYLE) for each in part.rights]
    old, new = part.left.get(STYLE), new_styles[0]
    word = _compare_styles(old, new) if all(each == new for each in new_styles) else None
    if old and new and word:
        rules = location.judge(request=f"request-parameter-{word}-changed")
        details = {"ours": _describe_style(old), "theirs": _describe_style(new), "name": "style", "node": new}
        yield location.build_difference("changed", "style", rules, **details)
    was_deprecated = bool(part.left.get("deprecated"))
    deprecated = all(each.get("deprecated") for each in part.rights)
    if was_deprecated != deprecated:
        rules = location.judge("deprecated" if deprecated else "reactivated")
        details = {"ours": was_deprecated, "theirs": deprecated, "name": "deprecated", "node": deprecated}
        yield location.build_difference("changed", "deprecated", rules, **details)


def _compare_styles(old: Node | None, new: Node | None) -> str | None:
    """Return what differs: style or explode; None if nothing does, as far as both matter."""
    if old is None or new is None:
        return None
    if any(old.get(word) != new.get(word) for word in ("style", "content")):
        return "style"
    return "explode" if {old.get("explode"), new.get("explode")} == {True, False} else None


def _describe_style(style: Node) -> str:
    if "content" in style:
        return str(style["content"])
    return str(style["style"]) + {True: ", exploded", False: ", joined", None: ""}[style.get("explode")]
