"""What holds for every document as it was written; a place where it does not stops the generation.

before  anything
after   the same: nothing is changed here
"""

from __future__ import annotations

from ..document import Node, operations_of
from ..problems import Problem, Report

_PLACES = ("path", "query", "header", "cookie")


def run(document: Node, report: Report) -> None:
    """Raise a Problem at the first operation that breaks a rule."""
    taken: dict[str, str] = {}
    for place, path, method, operation in operations_of(document):
        identity = str(operation.get("operationId") or place)
        if taken.setdefault(identity, place) != place:
            raise Problem(
                place, f"an operation id stands once, {identity} stands twice", "rename one of the operations"
            )
        if not operation.get("responses"):
            raise Problem(place, "an operation states at least one answer", "add `responses`")
        _parameters_are_named(operation, place)
        _path_is_declared(operation, f"{method.upper()} {path}", place)


def _parameters_are_named(operation: Node, place: str) -> None:
    for index, parameter in enumerate(operation.get("parameters") or ()):
        if not isinstance(parameter.get("name"), str) or parameter.get("in") not in _PLACES:
            raise Problem(
                f"{place}/parameters/{index}",
                f"a parameter has a `name`, and is `in` one of {', '.join(_PLACES)}",
                "say both",
            )


def _path_is_declared(operation: Node, call: str, place: str) -> None:
    declared = {each["name"] for each in operation.get("parameters") or () if each["in"] == "path"}
    wanted = {part.partition("}")[0] for part in call.split("{")[1:]}
    if declared != wanted:
        raise Problem(
            place,
            f"a path's parameters are those declared: {sorted(wanted)} are in {call}, {sorted(declared)} declared",
            "add or remove the parameter",
        )
