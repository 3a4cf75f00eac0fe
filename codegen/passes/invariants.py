"""An operation has a name of its own, and its path's parameters are those it declares.

before
    path: /pets/{id}
    operation: {operationId: getPet}
after
    path: /pets/{id}
    operation: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
    warns: the path's parameter 'id' is not declared

Two operations of one id, or a parameter without a name or a place, stop the generation.
"""

from __future__ import annotations

from ..document import Node, operations_of
from ..problems import Problem, Report

_PLACES = ("path", "query", "header", "cookie")


def run(document: Node, report: Report) -> None:
    """Declare what a path needs, leave out what it has no place for; raise a Problem at what has no name."""
    taken: dict[str, str] = {}
    for place, path, _, operation in operations_of(document):
        identity = str(operation.get("operationId") or place)
        if taken.setdefault(identity, place) != place:
            raise Problem(
                place, f"an operation id stands once, {identity} stands twice", "rename one of the operations"
            )
        if not operation.get("responses"):
            report.warn(place, "no answer is stated; one is read as its Content-Type says")
            operation["responses"] = {}
        _parameters_are_named(operation, place)
        _path_is_declared(operation, path, place, report)


def _parameters_are_named(operation: Node, place: str) -> None:
    for index, parameter in enumerate(operation.get("parameters") or ()):
        if not isinstance(parameter.get("name"), str) or parameter.get("in") not in _PLACES:
            raise Problem(
                f"{place}/parameters/{index}",
                f"a parameter has a `name`, and is `in` one of {', '.join(_PLACES)}",
                "say both",
            )


def _path_is_declared(operation: Node, path: str, place: str, report: Report) -> None:
    declared = {each["name"] for each in operation.get("parameters") or () if each["in"] == "path"}
    wanted = [part.partition("}")[0] for part in path.split("{")[1:]]
    for name in dict.fromkeys(wanted):
        if name not in declared:
            report.warn(place, f"the path's parameter {name!r} is not declared; it is taken as text")
            operation.setdefault("parameters", []).append(
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            )
    for name in sorted(declared - set(wanted)):
        report.warn(place, f"the path parameter {name!r} has no place in the path; it is not sent")
        operation["parameters"] = [
            each for each in operation["parameters"] if (each["in"], each["name"]) != ("path", name)
        ]
