"""Compares the operations of two normal forms: parameters, bodies, responses and properties such as paging."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...document import Node, build_pointer, iter_operations
from .alternatives import describe, find_alternatives
from .difference import REQUEST, RESPONSE, Change, Difference, Location, find_rules
from .naming import compare_operation_names, compare_schema_names
from .normalize import get_pointer
from .parts import Parts
from .reach import collect_operations
from .schemas import SchemaComparison
from .security import compare_schemes, compare_security
from .servers import compare_own_servers, compare_servers, compare_webhooks

_BOTH = REQUEST | RESPONSE
_PROPERTIES = {"paging": "paging", "stream_switch": "stream switch", "sentinel": "sentinel"}


@dataclass
class Result:
    """The result of a comparison.

    Args:
        differences: all differences, in the order of the old document.
        names: a map from their schema names to ours for the same schemas.
    """

    differences: list[Difference] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def compare(ours: Node, theirs: Node) -> Result:
    """Return the differences of two documents, prepared by `codegen.drift.comparing.normalize`.

    Names of path parameters are not compared, as they are not sent.
    """
    schemas = SchemaComparison(ours, theirs, collect_operations(ours))
    parts = Parts(schemas)
    left, right = _index_operations(ours), _index_operations(theirs)
    differences = [
        *compare_servers(ours, theirs, frozenset(_name_operation(*each[:2]) for each in left.values())),
        *compare_schemes(ours, theirs),
        *compare_security(
            ours,
            theirs,
            [(_name_operation(*left[key][:2]), left[key][2], right[key][2]) for key in left if key in right],
        ),
    ]
    their_paths = {path for path, _ in right}
    for key in [*left, *(key for key in right if key not in left)]:
        path, method, operation = left.get(key) or right[key]
        name = _name_operation(path, method)
        pointer = build_pointer("paths", path, method)
        location = Location(
            name, get_pointer(operation, pointer) if key in left else pointer, _BOTH, operations=frozenset({name})
        )
        if key not in right:
            kept = "api" if key[0] in their_paths else "api-path"
            rule = f"{kept}-removed-{'with' if operation.get('deprecated') else 'without'}-deprecation"
            differences.append(location.build_difference("removed", "operation", find_rules([rule])))
        elif key not in left:
            node = (path, method, operation)
            differences.append(
                location.build_difference("added", "operation", find_rules(["endpoint-added"]), node=node)
            )
        else:
            differences += _compare_operation(parts, left[key], right[key], location)
    differences += parts.compare()
    differences += schemas.compare_named()
    differences += compare_schema_names(schemas)
    differences += compare_webhooks(ours, theirs)
    return Result(differences, schemas.names)


def _name_operation(path: str, method: str) -> str:
    return f"{method.upper()} {path}"


def _index_operations(document: Node) -> dict[tuple[str, str], tuple[str, str, Node]]:
    """Return path, method and operation by the path without names of parameters, and the method."""
    return {
        (re.sub(r"{[^}]*}", "{}", path), method): (path, method, operation)
        for _, path, method, operation in iter_operations(document)
    }


def _compare_operation(
    parts: Parts, ours: tuple[str, str, Node], theirs: tuple[str, str, Node], location: Location
) -> Iterator[Difference]:
    left, right = ours[2], theirs[2]
    yield from compare_operation_names(left, right, location)
    yield from compare_own_servers(parts.schemas.ours, parts.schemas.theirs, left, right, location)
    yield from _compare_properties(left, right, location)
    yield from _compare_parameters(parts, (ours[0], left), (theirs[0], right), location)
    yield from _compare_bodies(parts, left.get("requestBody"), right.get("requestBody"), location)
    yield from _compare_responses(parts, left["responses"], right["responses"], location)


def _compare_properties(left: Node, right: Node, location: Location) -> Iterator[Difference]:
    rules = {"paging": "pagination-changed", "stream_switch": "stream-switch-changed"}
    for name, kind in _PROPERTIES.items():
        our_value, their_value = left["x-call"][name], right["x-call"][name]
        if our_value != their_value:
            rule = rules.get(name, "event-stream-sentinel-changed")
            rule = "pagination-added" if name == "paging" and our_value is None else rule
            details = {"ours": our_value, "theirs": their_value, "name": name, "node": right}
            change: Change = "removed" if their_value is None else "changed"
            yield location.build_difference(change, kind, find_rules([rule]), **details)
    old, new = bool(left.get("deprecated")), bool(right.get("deprecated"))
    if old != new:
        details = {"ours": old, "theirs": new, "name": "deprecated", "node": new}
        deprecation = find_rules(["endpoint-deprecated" if new else "endpoint-reactivated"])
        yield location.build_difference("changed", "deprecated", deprecation, **details)


def _compare_parameters(
    parts: Parts, left: tuple[str, Node], right: tuple[str, Node], location: Location
) -> Iterator[Difference]:
    ours, theirs = _index_parameters(*left), _index_parameters(*right)
    for key, declared in ours.items():
        where = f"{location.where} {declared['in']} {declared['name']}"
        inner = Location(where, get_pointer(declared, location.pointer), REQUEST, operations=location.operations)
        if key in theirs:
            parts.add_parameter(declared, theirs[key], inner)
        else:
            type_text = describe(find_alternatives(parts.schemas.ours, declared["schema"], ""))
            rule = "request-parameter-removed" + ("-with-deprecation" if declared.get("deprecated") else "")
            yield inner.build_difference("removed", "parameter", find_rules([rule]), ours=type_text)
    for key, other in theirs.items():
        if key not in ours:
            type_text = describe(find_alternatives(parts.schemas.theirs, other["schema"], ""))
            required = bool(other.get("required"))
            where, pointer = f"{location.where} {other['in']} {other['name']}", f"{location.pointer}/parameters/-"
            inner = Location(where, pointer, REQUEST, operations=location.operations)
            rules = find_rules([f"new-{'required' if required else 'optional'}-request-parameter"])
            description = f"{type_text}, required" if required else type_text
            details = {"theirs": description, "owner": location.pointer, "node": other}
            yield inner.build_difference("added", "parameter", rules, **details)


def _index_parameters(path: str, operation: Node) -> dict[tuple[str, str], Node]:
    """Return the parameters by location and name; path parameters by their order, as their names are not sent."""
    in_path = re.findall(r"{([^}]*)}", path)
    parameters: dict[tuple[str, str], Node] = {}
    for each in operation["parameters"]:
        name = each["name"].lower() if each["in"] == "header" else each["name"]
        parameters[each["in"], str(in_path.index(name)) if each["in"] == "path" else name] = each
    return parameters


def _compare_bodies(parts: Parts, left: Node | None, right: Node | None, location: Location) -> Iterator[Difference]:
    where, operations = f"{location.where} body", location.operations
    if left is None and right is not None:
        inner = Location(where, f"{location.pointer}/requestBody", REQUEST, operations=operations)
        details = {"theirs": ", ".join(right.get("content") or {}), "owner": location.pointer, "node": right}
        rules = find_rules([f"request-body-added-{'required' if right.get('required') else 'optional'}"])
        yield inner.build_difference("added", "body", rules, **details)
    elif left is not None:
        pointer = get_pointer(left, f"{location.pointer}/requestBody")
        inner = Location(where, pointer, REQUEST, operations=operations)
        if right is None:
            details = {"ours": ", ".join(left.get("content") or {})}
            yield inner.build_difference("removed", "body", find_rules(["request-body-removed"]), **details)
        else:
            parts.add_body(left, right, inner)


def _compare_responses(parts: Parts, left: Node, right: Node, location: Location) -> Iterator[Difference]:
    for status in [*left, *(status for status in right if status not in left)]:
        pointer = location.pointer + build_pointer("responses", status)
        inner = Location(f"{location.where} {status}", pointer, RESPONSE, operations=location.operations)
        prefix = "response-success-status" if status.startswith("2") else "response-non-success-status"
        if status not in right:
            details = {"ours": _list_media_types(left[status])}
            yield inner.build_difference("removed", "response", find_rules([f"{prefix}-removed"]), **details)
        elif status not in left:
            node = right[status]
            details = {"theirs": _list_media_types(node), "owner": location.pointer, "name": status, "node": node}
            yield inner.build_difference("added", "response", find_rules([f"{prefix}-added"]), **details)
        else:
            pointer = get_pointer(left[status], pointer)
            shared = Location(inner.where, pointer, RESPONSE, operations=location.operations)
            parts.add_response(left[status], right[status], shared)


def _list_media_types(part: Node) -> str:
    return ", ".join(part.get("content") or {}) or "no content"
