"""References to parameters, bodies, answers and headers: each is written where it is used.

before  {parameters: [{$ref: '#/components/parameters/Limit'}]}
after   {parameters: [{name: limit, in: query, schema: {type: integer}}]}
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..document import METHODS, Node, follow, pointer
from ..problems import Report


def run(document: Node, report: Report) -> None:
    """Resolve everything that is shared by reference and is not a schema; path-wide parameters join each operation."""
    for path, item in list((document.get("paths") or {}).items()):
        place = pointer("paths", path)
        item = document["paths"][path] = _resolved(document, item, place)
        shared = [
            _resolved(document, parameter, f"{place}/parameters") for parameter in item.pop("parameters", None) or ()
        ]
        for method in METHODS:
            if isinstance(item.get(method), dict):
                _resolve_operation(document, item[method], shared, f"{place}/{method}")
    for word in ("parameters", "responses", "requestBodies", "headers", "examples", "pathItems"):
        document.get("components", {}).pop(word, None)


def _resolve_operation(document: Node, operation: Node, shared: list[Node], place: str) -> None:
    own = [_resolved(document, parameter, f"{place}/parameters") for parameter in operation.get("parameters") or ()]
    named = {(parameter.get("in"), parameter.get("name")) for parameter in own}
    own += [deepcopy(each) for each in shared if (each.get("in"), each.get("name")) not in named]
    operation["parameters"] = own
    if "requestBody" in operation:
        operation["requestBody"] = _resolved(document, operation["requestBody"], f"{place}/requestBody")
    answers = operation.get("responses") or {}
    operation["responses"] = {
        status: _resolved(document, answer, place + pointer("responses", status)) for status, answer in answers.items()
    }
    for answer in operation["responses"].values():
        for name, header in (answer.get("headers") or {}).items():
            answer["headers"][name] = _resolved(document, header, place)
    for part in (operation.get("requestBody") or {}, *operation["responses"].values()):
        for media in (part.get("content") or {}).values():
            for name, example in (media.get("examples") or {}).items():
                media["examples"][name] = _resolved(document, example, place)


def _resolved(document: Node, part: Any, place: str) -> Any:
    steps = 0
    while isinstance(part, dict) and isinstance(part.get("$ref"), str) and steps < 50:
        part, steps = deepcopy(follow(document, part["$ref"], place)), steps + 1
    return part
