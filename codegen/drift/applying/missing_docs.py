"""Finds the parts of a document that have no description, and lists them by operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import Node, build_pointer, get_schemas, iter_operations, split_pointer, walk

SHARED = "shared by several operations"
UNUSED = "used by no operation"


def find_missing_docs(document: Node) -> list[str]:
    """Return the JSON Pointers of all missing descriptions, summaries and examples.

    Tags, operations, parameters, bodies, responses, schemas and their fields need a description; operations also need
    a summary, and bodies and responses need examples.
    """
    return [
        *_check_tags(document),
        *_check_operations(document),
        *_check_components(document),
        *_check_schemas(document),
    ]


def group_by_operation(document: Node, pointers: list[str]) -> dict[str, list[str]]:
    """Return pointers by the operation that uses the part; those of SHARED and UNUSED parts are the last ones."""
    users = _find_users(document)
    found: dict[str, list[str]] = {}
    for pointer in pointers:
        steps = split_pointer(pointer)
        if steps[0] == "paths":
            name = f"{steps[2].upper()} {steps[1]}"
        else:
            operations = users.get(build_pointer(*steps[:3]), set())
            name = next(iter(operations)) if len(operations) == 1 else SHARED if operations else UNUSED
        found.setdefault(SHARED if steps[0] == "tags" else name, []).append(pointer)
    return dict(sorted(found.items(), key=lambda each: each[0] in (SHARED, UNUSED)))


def _find_users(document: Node) -> dict[str, set[str]]:
    """Return the operations that refer to each component, directly or through other components."""
    components = document.get("components") or {}
    edges = {
        build_pointer("components", kind, name): set(_list_references(part))
        for kind, parts in components.items()
        if isinstance(parts, dict)
        for name, part in parts.items()
    }
    found: dict[str, set[str]] = {}
    for _, path, method, operation in iter_operations(document):
        shared = document["paths"][path].get("parameters") or []
        todo, seen = {*_list_references(operation), *_list_references(shared)}, set()
        while todo:
            seen.add(pointer := todo.pop())
            todo |= edges.get(pointer, set()) - seen
        for pointer in seen:
            found.setdefault(pointer, set()).add(f"{method.upper()} {path}")
    return found


def _list_references(value: Any) -> Iterator[str]:
    """Yield the pointers of the components that a part refers to."""
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str) and target.startswith("#/components/"):
            yield build_pointer(*split_pointer(target)[:3])
        for inner in value.values():
            yield from _list_references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _list_references(inner)


def _check_tags(document: Node) -> Iterator[str]:
    for index, tag in enumerate(document.get("tags") or ()):
        yield from _check_description(tag, f"/tags/{index}")


def _check_operations(document: Node) -> Iterator[str]:
    for pointer, _, _, operation in iter_operations(document):
        if not str(operation.get("summary") or "").strip():
            yield f"{pointer}/summary"
        yield from _check_description(operation, pointer)
        for index, parameter in enumerate(operation.get("parameters") or ()):
            yield from _check_description(parameter, f"{pointer}/parameters/{index}")
        if "requestBody" in operation:
            yield from _check_body(operation["requestBody"], f"{pointer}/requestBody")
        for status, response in (operation.get("responses") or {}).items():
            yield from _check_body(response, pointer + build_pointer("responses", status))


def _check_components(document: Node) -> Iterator[str]:
    for kind in ("parameters", "headers", "responses", "requestBodies"):
        for name, part in (document.get("components", {}).get(kind) or {}).items():
            yield from _check_body(part, build_pointer("components", kind, name))


def _check_body(part: Any, pointer: str) -> Iterator[str]:
    if "$ref" in part:
        return
    yield from _check_description(part, pointer)
    for name, header in (part.get("headers") or {}).items():
        yield from _check_description(header, pointer + build_pointer("headers", name))
    for media_type, media in (part.get("content") or {}).items():
        if not media.keys() & {"example", "examples"}:
            yield pointer + build_pointer("content", media_type, "examples")


def _check_schemas(document: Node) -> Iterator[str]:
    for name, schema in get_schemas(document).items():
        yield from _check_description(schema, build_pointer("components", "schemas", name))
    for pointer, schema in walk(document):
        for name, inner in (schema.get("properties") or {}).items():
            if "description" not in inner or not str(inner["description"]).strip():
                yield pointer + build_pointer("properties", name, "description")


def _check_description(part: Any, pointer: str) -> Iterator[str]:
    if "$ref" not in part and not str(part.get("description") or "").strip():
        yield f"{pointer}/description"
