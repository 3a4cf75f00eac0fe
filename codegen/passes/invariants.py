"""Gives every operation a unique id, and makes its path parameters match its path.

before
    path: /pets/{id}
    operation: {operationId: getPet}
after
    path: /pets/{id}
    operation: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
    warns: the path parameter 'id' is not declared

If two operations have the same id, the second one is renamed.
"""

from __future__ import annotations

import re

from ..document import Node, iter_operations
from ..problems import Report
from ..rendering.identifiers import snake_case


def run(document: Node, report: Report) -> None:
    """Name operations, declare missing path parameters, and remove those that do not occur in the path."""
    _name_operations(document, report)
    for place, path, _, operation in iter_operations(document):
        if not operation.get("responses"):
            report.warn(place, "no-responses", "no responses are declared; a response is decoded by its Content-Type")
            operation["responses"] = {}
        _check_template(path, place, report)
        _match_path_parameters(operation, path, place, report)


def _name_operations(document: Node, report: Report) -> None:
    declared = {operation.get("operationId") for _, _, _, operation in iter_operations(document)}
    taken: set[str] = set()
    for place, path, method, operation in iter_operations(document):
        preferred = operation.get("operationId") or snake_case(f"{method} {path}")
        identity, number = preferred, 1
        while identity in taken or (identity != operation.get("operationId") and identity in declared):
            number += 1
            identity = f"{preferred}_{number}"
        if identity != preferred:
            report.warn(
                place,
                "same-operation-id",
                f"another operation has the id {preferred}; this one is renamed to {identity}",
            )
        operation["operationId"] = identity
        taken.add(identity)


def _check_template(path: str, place: str, report: Report) -> None:
    """Warn about braces of a path that do not enclose the name of a parameter."""
    rest = re.sub(r"{[^{}]+}", "", path)
    if {"{", "}"} & set(rest):
        report.warn(place, "path-template", f"a brace of the path {path!r} encloses no name; it is sent as it is")


def _match_path_parameters(operation: Node, path: str, place: str, report: Report) -> None:
    declared = {each["name"] for each in operation.get("parameters") or () if each["in"] == "path"}
    preferred = re.findall(r"{([^{}]+)}", path)
    for name in dict.fromkeys(preferred):
        if name not in declared:
            report.warn(place, "path-parameter", f"the path parameter {name!r} is not declared; it becomes a string")
            operation.setdefault("parameters", []).append(
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            )
    for name in sorted(declared - set(preferred)):
        report.warn(place, "path-parameter", f"the path parameter {name!r} does not occur in the path; it is left out")
        operation["parameters"] = [
            each for each in operation["parameters"] if (each["in"], each["name"]) != ("path", name)
        ]
