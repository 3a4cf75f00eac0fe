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
    UnresolvedError,
    build_pointer,
    build_reference,
    get_reference_name,
    get_schemas,
    iter_contents,
    replace,
    resolve_pointer,
    split_pointer,
    walk,
)
from ..problems import LEFT_OUT, PLAIN, Report
from ..rendering.identifiers import pascal_case
from ..shapes import SHAPES
from .structure import INVALID, conform, set_part

_SHARED = ("parameters", "responses", "requestBodies", "headers", "examples", "pathItems")
_PLACES = ("path", "query", "header", "cookie")
_STRUCTURE = frozenset(
    "components schemas properties paths items content schema allOf anyOf oneOf".split()  # noqa: SIM905 - reads better
)


def run(document: Node, report: Report) -> None:
    """Inline shared parts that are not schemas, name referenced inner schemas, and copy path parameters to operations.

    A reference without a valid target is an error. A schema then accepts anything, and other parts are removed.
    """
    for path, item in list((document.get("paths") or {}).items()):
        place = build_pointer("paths", path)
        resolved = resolve_part(document, item, "path", place, report)
        if resolved is INVALID:
            del document["paths"][path]
            continue
        document["paths"][path] = resolved
        if "$ref" in item:
            resolved.update({word: part for word, part in item.items() if word != "$ref"})
        shared = resolved.get("parameters") or []
        for method in METHODS:
            if isinstance(resolved.get(method), dict):
                _resolve_operation(document, resolved[method], shared, f"{place}/{method}", report)
    named = -1
    while named != len(get_schemas(document)):  # a schema that gets a name may contain such references too
        named = len(get_schemas(document))
        _name_deep_targets(document, report)
    for word in _SHARED:
        document.get("components", {}).pop(word, None)
    for item in filter(None, map(_as_object, (document.get("paths") or {}).values())):
        item.pop("parameters", None)  # only now, as references may point to them


def _as_object(value: Any) -> Node:
    return value if isinstance(value, dict) else {}


def _resolve_operation(document: Node, operation: Node, shared: list[Node], place: str, report: Report) -> None:
    own = _resolve_list(document, operation.get("parameters") or [], f"{place}/parameters", report)
    named = {(parameter.get("in"), parameter.get("name")) for parameter in own}
    inherited = _resolve_list(document, shared, f"{place.rpartition('/')[0]}/parameters", report)
    own += [each for each in inherited if (each.get("in"), each.get("name")) not in named]
    operation["parameters"] = own
    if "requestBody" in operation:
        set_part(
            operation,
            "requestBody",
            resolve_part(document, operation["requestBody"], "body", f"{place}/requestBody", report),
        )
    responses = f"{place}/responses"
    operation["responses"] = _resolve_named(document, operation.get("responses") or {}, "response", responses, report)
    for status, response in operation["responses"].items():
        if response.get("headers"):
            where = responses + build_pointer(status, "headers")
            response["headers"] = _resolve_named(document, response["headers"], "header", where, report)
    for where, content in iter_contents(operation, place):
        for media_type, media in content.items():
            if media.get("examples"):
                here = where + build_pointer(media_type, "examples")
                media["examples"] = _resolve_named(document, media["examples"], "example", here, report)


def _resolve_list(document: Node, parts: list[Node], place: str, report: Report) -> list[Node]:
    resolved = [
        resolve_part(document, part, "parameter", f"{place}/{index}", report) for index, part in enumerate(parts)
    ]
    found = []
    for index, part in enumerate(resolved):
        if part is INVALID:
            continue
        if part.get("in") in _PLACES:
            found.append(part)
        else:
            message = f"the parameter has no `in` with one of {', '.join(_PLACES)}"
            report.reject(f"{place}/{index}", "parameter-place", message, instead=LEFT_OUT)
    return found


def _resolve_named(document: Node, parts: Node, kind: str, place: str, report: Report) -> Node:
    resolved = {
        name: resolve_part(document, part, kind, place + build_pointer(name), report) for name, part in parts.items()
    }
    return {name: part for name, part in resolved.items() if part is not INVALID}


def resolve_part(document: Node, part: Any, kind: str, place: str, report: Report) -> Any:
    """Return a copy of a part with its references followed, INVALID after an error.

    It is a copy, as a pass may change each use separately. For the arguments see `find_target`.
    """
    seen: list[str] = []
    while isinstance(part, dict) and isinstance(part.get("$ref"), str):
        if part["$ref"] in seen:
            message = f"the reference {part['$ref']!r} leads to itself"
            report.reject(place, "circular-reference", message, instead=LEFT_OUT)
            return INVALID
        seen.append(part["$ref"])
        part = find_target(document, part["$ref"], kind, place, report)
    return deepcopy(part) if part is not INVALID else INVALID


def find_target(document: Node, path: str, kind: str, place: str, report: Report) -> Any:
    """Return the target of a reference, or INVALID after an error.

    Args:
        document: The document.
        path: The reference.
        kind: The expected type of the target, see `codegen.shapes`.
        place: Where the reference is.
        report: Receives the error.
    """
    instead = PLAIN if kind == "schema" else LEFT_OUT
    try:
        target = resolve_pointer(document, path, place)
    except UnresolvedError as error:
        if report.has_rejected(build_pointer(*split_pointer(path))):
            report.warn(place, "wrong-reference", f"the reference target {path!r} is not valid; {instead}")
        else:
            report.reject(place, error.rule, error.problem, error.fix, instead=instead)
        return INVALID
    # Checked here, as it may be in a place that the pass `structure` skips, such as `x-shared` or `$defs`.
    inside = Report()
    conformed = conform(target, kind, build_pointer(*split_pointer(path)), inside)
    for each in inside.errors:
        message = f"the reference target {path!r} is not a valid {kind}: {each.message}"
        report.reject(place, "wrong-reference", message, f"correct the reference, or {each.pointer}", instead=instead)
    return INVALID if inside.errors else conformed


def _name_deep_targets(document: Node, report: Report) -> None:
    for place, schema in walk(document):
        path = schema.get("$ref")
        if path is None:
            continue
        name = get_reference_name(schema)
        if name is not None and name in get_schemas(document):
            continue
        target = find_target(document, path, "schema", place, report)
        if target is not INVALID and not _is_schema_location(split_pointer(path)):
            message = f"the reference target {path!r} is not a valid schema"
            report.reject(place, "wrong-reference", message, instead=PLAIN)
            target = INVALID
        rest = {word: value for word, value in schema.items() if word != "$ref"}
        replace(schema, rest if target is INVALID else {**rest, **_name_target(document, target, path)})


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
    steps = split_pointer(path)
    words = steps
    if steps[0] == "paths" and len(steps) > 3:
        operation = (document["paths"].get(steps[1]) or {}).get(steps[2]) or {}
        owner = operation.get("operationId") or f"{steps[2]} {steps[1]}"
        kind = "request" if steps[3] == "requestBody" else "response" if steps[3] == "responses" else ""
        inside = steps.index("schema") if "schema" in steps else len(steps)
        words = [owner, kind, *steps[inside:]]
    kept = [word for word in words if word not in _STRUCTURE and not word.isdecimal()]
    name = "".join(map(pascal_case, kept)) or "Shared"
    while name in get_schemas(document):
        name += "Part"
    return name
