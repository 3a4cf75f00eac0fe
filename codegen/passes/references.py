"""Leaves only references to named schemas: other shared parts are inlined, and inner schemas get names.

before
    parameters: {Limit: {name: limit, in: query, schema: {$ref: Pet/properties/home}}}
    operation: {parameters: [{$ref: '#/components/parameters/Limit'}]}
    schemas: {Pet: {properties: {home: {type: object}}}}
after
    operation: {parameters: [{name: limit, in: query, schema: {$ref: PetHome}}]}
    schemas: {Pet: {properties: {home: {$ref: PetHome}}}, PetHome: {type: object}}
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..document import (
    METHODS,
    Node,
    build_pointer,
    build_reference,
    get_reference_name,
    get_schemas,
    replace,
    resolve_pointer,
    split_pointer,
    walk,
)
from ..problems import CodegenError, Report
from ..rendering.identifiers import pascal_case
from ..shapes import SHAPES
from .structure import conform

_SHARED = ("parameters", "responses", "requestBodies", "headers", "examples", "pathItems")
_STRUCTURE = frozenset({"components", "schemas", "properties", "paths", "items", "content", "schema"})


def run(document: Node, report: Report) -> None:
    """Inline shared parts that are not schemas, name referenced inner schemas, and copy path parameters to operations.

    Raises:
        CodegenError: The target of a reference does not exist, or has the wrong type.
    """
    for path, item in list((document.get("paths") or {}).items()):
        place = build_pointer("paths", path)
        resolved = document["paths"][path] = _resolve_part(document, item, "path", place)
        if "$ref" in item:
            resolved.update({word: part for word, part in item.items() if word != "$ref"})
        shared = resolved.get("parameters") or []
        for method in METHODS:
            if isinstance(resolved.get(method), dict):
                _resolve_operation(document, resolved[method], shared, f"{place}/{method}")
    named = -1
    while named != len(get_schemas(document)):  # a schema that gets a name may contain such references too
        named = len(get_schemas(document))
        _name_deep_targets(document)
    for word in _SHARED:
        document.get("components", {}).pop(word, None)
    for item in filter(None, map(_as_object, (document.get("paths") or {}).values())):
        item.pop("parameters", None)  # only now, as references may point to them


def _as_object(value: Any) -> Node:
    return value if isinstance(value, dict) else {}


def _resolve_operation(document: Node, operation: Node, shared: list[Node], place: str) -> None:
    own = [
        _resolve_part(document, parameter, "parameter", f"{place}/parameters")
        for parameter in operation.get("parameters") or ()
    ]
    named = {(parameter.get("in"), parameter.get("name")) for parameter in own}
    inherited = [_resolve_part(document, parameter, "parameter", f"{place}/parameters") for parameter in shared]
    own += [each for each in inherited if (each.get("in"), each.get("name")) not in named]
    operation["parameters"] = own
    if "requestBody" in operation:
        operation["requestBody"] = _resolve_part(document, operation["requestBody"], "body", f"{place}/requestBody")
    responses = operation.get("responses") or {}
    operation["responses"] = {
        status: _resolve_part(document, response, "response", place + build_pointer("responses", status))
        for status, response in responses.items()
    }
    for response in operation["responses"].values():
        for name, header in (response.get("headers") or {}).items():
            response["headers"][name] = _resolve_part(document, header, "header", place)
    for part in (operation.get("requestBody") or {}, *operation["responses"].values()):
        for media in (part.get("content") or {}).values():
            for name, example in (media.get("examples") or {}).items():
                media["examples"][name] = _resolve_part(document, example, "example", place)


def _resolve_part(document: Node, part: Any, kind: str, place: str) -> Any:
    """Return a copy of a part with its references followed; a copy, as a pass may change each use separately."""
    seen: list[str] = []
    while isinstance(part, dict) and isinstance(part.get("$ref"), str):
        if part["$ref"] in seen:
            raise CodegenError(place, f"the reference {part['$ref']!r} leads to itself", "correct the reference")
        seen.append(part["$ref"])
        part = _find_target(document, part["$ref"], kind, place)
    return deepcopy(part)


def _find_target(document: Node, path: str, kind: str, place: str) -> Any:
    # Checked here, as it may be in a place that the pass `structure` skips, such as `x-shared` or `$defs`.
    try:
        return conform(resolve_pointer(document, path, place), kind, build_pointer(*split_pointer(path)))
    except CodegenError as error:
        if error.pointer == place:
            raise
        problem = f"the reference target {path!r} is not a valid {kind}: {error.problem}"
        raise CodegenError(place, problem, f"correct the reference, or {error.pointer}") from None


def _name_deep_targets(document: Node) -> None:
    for place, schema in walk(document):
        path = schema.get("$ref")
        if path is None:
            continue
        if get_reference_name(schema) is not None:
            resolve_pointer(document, path, place)
        else:
            target = _find_target(document, path, "schema", place)
            if not _is_schema_location(split_pointer(path)):
                raise CodegenError(
                    place, f"the reference target {path!r} is not a valid schema", "correct the reference"
                )
            replace(schema, {**schema, **_name_target(document, target, path)})


def _is_schema_location(steps: list[str]) -> bool:
    # A target that gets a name is replaced by a reference, which would destroy anything but a schema.
    if steps[0] not in SHAPES["document"]:
        return True
    return (steps[1:2] == ["schemas"] and len(steps) > 2) or bool({"schema", "itemSchema"} & set(steps[2:]))


def _name_target(document: Node, target: Node, path: str) -> Node:
    if get_reference_name(target) is not None:
        return {"$ref": target["$ref"]}
    name = choose_name(document, path)
    get_schemas(document)[name] = dict(target)
    replace(target, build_reference(name))
    return build_reference(name)


def choose_name(document: Node, path: str) -> str:
    """Return an unused name for the schema at a pointer."""
    name = "".join(pascal_case(step) for step in split_pointer(path) if step not in _STRUCTURE) or "Shared"
    while name in get_schemas(document):
        name += "Part"
    return name
