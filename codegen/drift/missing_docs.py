"""What a contract does not describe yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document import Node, operations_of, pointer, schemas_of, walk


def undescribed(document: Node) -> list[str]:
    """The JSON Pointers of what wants words: operations, parameters, bodies, answers, schemas, their fields, tags.

    An operation wants a summary besides, and examples of what it takes and gives; those are told as pointers, too.
    """
    return [*_tags(document), *_operations(document), *_shared(document), *_schemas(document)]


def _tags(document: Node) -> Iterator[str]:
    for index, tag in enumerate(document.get("tags") or ()):
        yield from _silent(tag, f"/tags/{index}")


def _operations(document: Node) -> Iterator[str]:
    for place, _, _, operation in operations_of(document):
        if not str(operation.get("summary") or "").strip():
            yield f"{place}/summary"
        yield from _silent(operation, place)
        for index, parameter in enumerate(operation.get("parameters") or ()):
            yield from _silent(parameter, f"{place}/parameters/{index}")
        if "requestBody" in operation:
            yield from _body(operation["requestBody"], f"{place}/requestBody")
        for status, answer in (operation.get("responses") or {}).items():
            yield from _body(answer, place + pointer("responses", status))


def _shared(document: Node) -> Iterator[str]:
    for kind in ("parameters", "headers", "responses", "requestBodies"):
        for name, part in (document.get("components", {}).get(kind) or {}).items():
            yield from _body(part, pointer("components", kind, name))


def _body(part: Any, place: str) -> Iterator[str]:
    if "$ref" in part:
        return
    yield from _silent(part, place)
    for name, header in (part.get("headers") or {}).items():
        yield from _silent(header, place + pointer("headers", name))
    for media_type, media in (part.get("content") or {}).items():
        if not media.keys() & {"example", "examples"}:
            yield place + pointer("content", media_type, "examples")


def _schemas(document: Node) -> Iterator[str]:
    for name, schema in schemas_of(document).items():
        yield from _silent(schema, pointer("components", "schemas", name))
    for place, schema in walk(document):
        for name, inner in (schema.get("properties") or {}).items():
            if "description" not in inner or not str(inner["description"]).strip():
                yield place + pointer("properties", name, "description")


def _silent(part: Any, place: str) -> Iterator[str]:
    if "$ref" not in part and not str(part.get("description") or "").strip():
        yield f"{place}/description"
