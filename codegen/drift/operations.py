"""How the operations of two normal forms differ: parameters, bodies, answers, and what is details of a call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Node, build_pointer, iter_operations
from .alternatives import find_alternatives, describe
from .difference import RESPONSE, REQUEST, Difference, Location
from .parts import Parts
from .schemas import SchemaComparison
from .source_map import get_pointer

_SAID = {"needs_key": "key", "paging": "paging", "stream_switch": "stream switch", "sentinel": "sentinel"}
_BOTH = REQUEST | RESPONSE


def compare(ours: Node, theirs: Node) -> tuple[list[Difference], dict[str, str]]:
    """The differences of two normal forms, and their names of schemas with ours for the same things.

    A path is the same whatever its parameters are called; so is an operation, whatever its id.
    """
    schemas = SchemaComparison(ours, theirs)
    parts = Parts(schemas)
    found: list[Difference] = []
    left, right = _calls(ours), _calls(theirs)
    for call in [*left, *(call for call in right if call not in left)]:
        path, method, operation = left.get(call) or right[call]
        pointer = build_pointer("paths", path, method)
        location = Location(f"{method.upper()} {path}", get_pointer(operation, pointer) if call in left else pointer, _BOTH)
        if call not in right:
            found.append(location.build_difference("removed", "operation", breaking=True))
        elif call not in left:
            found.append(location.build_difference("added", "operation", breaking=False, node=(path, method, operation)))
        else:
            found += _call(operation, right[call][2], location)
            found += _parameters(parts, (path, operation), (right[call][0], right[call][2]), location)
            found += _body(parts, operation.get("requestBody"), right[call][2].get("requestBody"), location)
            found += _answers(parts, operation["responses"], right[call][2]["responses"], location)
    found += parts.finish()
    return [*found, *schemas.finish()], schemas.names


def _calls(document: Node) -> dict[tuple[str, str], tuple[str, str, Node]]:
    return {
        (re.sub(r"{[^}]*}", "{}", path), method): (path, method, operation)
        for _, path, method, operation in iter_operations(document)
    }


def _call(left: Node, right: Node, location: Location) -> Iterator[Difference]:
    for word, what in _SAID.items():
        here, there = left["x-call"][word], right["x-call"][word]
        if here != there:
            breaking = word == "needs_key" and bool(there)
            details = {"ours": here, "theirs": there, "name": word, "node": right}
            yield location.build_difference("removed" if there is None else "changed", what, breaking=breaking, **details)
    old, new = bool(left.get("deprecated")), bool(right.get("deprecated"))
    if old != new:
        details = {"ours": old, "theirs": new, "name": "deprecated", "node": new}
        yield location.build_difference("changed", "deprecated", breaking=False, **details)


def _parameters(parts: Parts, left: tuple[str, Node], right: tuple[str, Node], location: Location) -> Iterator[Difference]:
    mine, theirs = _by_name(*left), _by_name(*right)
    for key, declared in mine.items():
        where = f"{location.where} {declared['in']} {declared['name']}"
        inner = Location(where, get_pointer(declared, location.pointer), REQUEST)
        if key in theirs:
            parts.parameter(declared, theirs[key], inner)
        else:
            here = describe(find_alternatives(parts.schemas.ours, declared["schema"], ""))
            yield inner.build_difference("removed", "parameter", breaking=True, ours=here)
    for key, other in theirs.items():
        if key not in mine:
            words = describe(find_alternatives(parts.schemas.theirs, other["schema"], ""))
            required = bool(other.get("required"))
            inner = Location(f"{location.where} {other['in']} {other['name']}", f"{location.pointer}/parameters/-", REQUEST)
            there = f"{words}, required" if required else words
            yield inner.build_difference("added", "parameter", breaking=required, theirs=there, owner=location.pointer, node=other)


def _by_name(path: str, operation: Node) -> dict[tuple[str, str], Node]:
    # Those of the path by their order: what they are called is not sent.
    in_path = re.findall(r"{([^}]*)}", path)
    found: dict[tuple[str, str], Node] = {}
    for each in operation["parameters"]:
        name = each["name"].lower() if each["in"] == "header" else each["name"]
        found[each["in"], str(in_path.index(name)) if each["in"] == "path" else name] = each
    return found


def _body(parts: Parts, left: Node | None, right: Node | None, location: Location) -> Iterator[Difference]:
    where = f"{location.where} body"
    if left is None and right is not None:
        inner = Location(where, f"{location.pointer}/requestBody", REQUEST)
        there = ", ".join(right.get("content") or {})
        details = {"theirs": there, "owner": location.pointer, "node": right}
        yield inner.build_difference("added", "body", breaking=bool(right.get("required")), **details)
    elif left is not None:
        inner = Location(where, get_pointer(left, f"{location.pointer}/requestBody"), REQUEST)
        if right is None:
            yield inner.build_difference("removed", "body", breaking=True, ours=", ".join(left.get("content") or {}))
        else:
            parts.body(left, right, inner)


def _answers(parts: Parts, left: Node, right: Node, location: Location) -> Iterator[Difference]:
    for status in [*left, *(status for status in right if status not in left)]:
        pointer = location.pointer + build_pointer("responses", status)
        where = f"{location.where} {status}"
        succeeds = status.startswith("2")
        if status not in right:
            details = {"ours": _content(left[status])}
            yield Location(where, pointer, RESPONSE).build_difference("removed", "answer", breaking=succeeds, **details)
        elif status not in left:
            details = {"theirs": _content(right[status]), "owner": location.pointer, "name": status, "node": right[status]}
            yield Location(where, pointer, RESPONSE).build_difference("added", "answer", breaking=False, **details)
        else:
            parts.answer(left[status], right[status], Location(where, get_pointer(left[status], pointer), RESPONSE), succeeds)


def _content(part: Node) -> str:
    return ", ".join(part.get("content") or {}) or "no content"
