"""Compares the operations of two normal forms: parameters, bodies, responses and properties such as paging."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Node, build_pointer, iter_operations
from .alternatives import describe, find_alternatives
from .difference import REQUEST, RESPONSE, Difference, Location
from .parts import Parts
from .schemas import SchemaComparison
from .source_map import get_pointer

_PROPERTIES = {"needs_key": "key", "paging": "paging", "stream_switch": "stream switch", "sentinel": "sentinel"}
_BOTH = REQUEST | RESPONSE


def compare(ours: Node, theirs: Node) -> tuple[list[Difference], dict[str, str]]:
    """Return the differences of two normal forms, and a map from their schema names to ours for the same schemas.

    Names of path parameters and operation ids are not compared.
    """
    schemas = SchemaComparison(ours, theirs)
    parts = Parts(schemas)
    differences: list[Difference] = []
    left, right = _index_operations(ours), _index_operations(theirs)
    for key in [*left, *(key for key in right if key not in left)]:
        path, method, operation = left.get(key) or right[key]
        pointer = build_pointer("paths", path, method)
        location = Location(
            f"{method.upper()} {path}", get_pointer(operation, pointer) if key in left else pointer, _BOTH
        )
        if key not in right:
            differences.append(location.build_difference("removed", "operation", breaking=True))
        elif key not in left:
            differences.append(
                location.build_difference("added", "operation", breaking=False, node=(path, method, operation))
            )
        else:
            differences += _compare_properties(operation, right[key][2], location)
            differences += _compare_parameters(parts, (path, operation), (right[key][0], right[key][2]), location)
            differences += _compare_bodies(
                parts, operation.get("requestBody"), right[key][2].get("requestBody"), location
            )
            differences += _compare_responses(parts, operation["responses"], right[key][2]["responses"], location)
    differences += parts.compare()
    return [*differences, *schemas.compare_named()], schemas.names


def _index_operations(document: Node) -> dict[tuple[str, str], tuple[str, str, Node]]:
    """Return path, method and operation by the method and the path without names of parameters."""
    return {
        (re.sub(r"{[^}]*}", "{}", path), method): (path, method, operation)
        for _, path, method, operation in iter_operations(document)
    }


def _compare_properties(left: Node, right: Node, location: Location) -> Iterator[Difference]:
    for name, kind in _PROPERTIES.items():
        our_value, their_value = left["x-call"][name], right["x-call"][name]
        if our_value != their_value:
            breaking = name == "needs_key" and bool(their_value)
            details = {"ours": our_value, "theirs": their_value, "name": name, "node": right}
            yield location.build_difference(
                "removed" if their_value is None else "changed", kind, breaking=breaking, **details
            )
    old, new = bool(left.get("deprecated")), bool(right.get("deprecated"))
    if old != new:
        details = {"ours": old, "theirs": new, "name": "deprecated", "node": new}
        yield location.build_difference("changed", "deprecated", breaking=False, **details)


def _compare_parameters(
    parts: Parts, left: tuple[str, Node], right: tuple[str, Node], location: Location
) -> Iterator[Difference]:
    ours, theirs = _index_parameters(*left), _index_parameters(*right)
    for key, declared in ours.items():
        where = f"{location.where} {declared['in']} {declared['name']}"
        inner = Location(where, get_pointer(declared, location.pointer), REQUEST)
        if key in theirs:
            parts.add_parameter(declared, theirs[key], inner)
        else:
            type_text = describe(find_alternatives(parts.schemas.ours, declared["schema"], ""))
            yield inner.build_difference("removed", "parameter", breaking=True, ours=type_text)
    for key, other in theirs.items():
        if key not in ours:
            type_text = describe(find_alternatives(parts.schemas.theirs, other["schema"], ""))
            required = bool(other.get("required"))
            inner = Location(
                f"{location.where} {other['in']} {other['name']}", f"{location.pointer}/parameters/-", REQUEST
            )
            description = f"{type_text}, required" if required else type_text
            yield inner.build_difference(
                "added", "parameter", breaking=required, theirs=description, owner=location.pointer, node=other
            )


def _index_parameters(path: str, operation: Node) -> dict[tuple[str, str], Node]:
    """Return the parameters by location and name; path parameters by their order, as their names are not sent."""
    in_path = re.findall(r"{([^}]*)}", path)
    parameters: dict[tuple[str, str], Node] = {}
    for each in operation["parameters"]:
        name = each["name"].lower() if each["in"] == "header" else each["name"]
        parameters[each["in"], str(in_path.index(name)) if each["in"] == "path" else name] = each
    return parameters


def _compare_bodies(parts: Parts, left: Node | None, right: Node | None, location: Location) -> Iterator[Difference]:
    where = f"{location.where} body"
    if left is None and right is not None:
        inner = Location(where, f"{location.pointer}/requestBody", REQUEST)
        details = {"theirs": ", ".join(right.get("content") or {}), "owner": location.pointer, "node": right}
        yield inner.build_difference("added", "body", breaking=bool(right.get("required")), **details)
    elif left is not None:
        inner = Location(where, get_pointer(left, f"{location.pointer}/requestBody"), REQUEST)
        if right is None:
            yield inner.build_difference("removed", "body", breaking=True, ours=", ".join(left.get("content") or {}))
        else:
            parts.add_body(left, right, inner)


def _compare_responses(parts: Parts, left: Node, right: Node, location: Location) -> Iterator[Difference]:
    for status in [*left, *(status for status in right if status not in left)]:
        pointer = location.pointer + build_pointer("responses", status)
        where = f"{location.where} {status}"
        is_success = status.startswith("2")
        if status not in right:
            details = {"ours": _list_media_types(left[status])}
            yield Location(where, pointer, RESPONSE).build_difference(
                "removed", "response", breaking=is_success, **details
            )
        elif status not in left:
            details = {
                "theirs": _list_media_types(right[status]),
                "owner": location.pointer,
                "name": status,
                "node": right[status],
            }
            yield Location(where, pointer, RESPONSE).build_difference("added", "response", breaking=False, **details)
        else:
            parts.add_response(
                left[status], right[status], Location(where, get_pointer(left[status], pointer), RESPONSE), is_success
            )


def _list_media_types(part: Node) -> str:
    return ", ".join(part.get("content") or {}) or "no content"
