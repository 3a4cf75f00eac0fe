"""What a contract does not describe yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document import Node, build_pointer, get_schemas, iter_operations, walk


def find_missing_docs(document: Node) -> list[str]:
    """The JSON Pointers of what wants words: operations, parameters, bodies, answers, schemas, their fields, tags.

    An operation wants a summary besides, and examples of what it takes and gives; those are told as pointers, too.
    """
    return [*_tags(document), *_operations(document), *_shared(document), *_schemas(document)]


def _tags(document: Node) -> Iterator[str]:
    for index, tag in enumerate(document.get("tags") or ()):
        yield from _silent(tag, f"/tags/{index}")


def _operations(document: Node) -> Iterator[str]:
    for pointer, _, _, operation in iter_operations(document):
        if not str(operation.get("summary") or "").strip():
            yield f"{pointer}/summary"
        yield from _silent(operation, pointer)
        for index, parameter in enumerate(operation.get("parameters") or ()):
            yield from _silent(parameter, f"{pointer}/parameters/{index}")
        if "requestBody" in operation:
            yield from _body(operation["requestBody"], f"{pointer}/requestBody")
        for status, answer in (operation.get("responses") or {}).items():
            yield from _body(answer, pointer + build_pointer("responses", status))


def _shared(document: Node) -> Iterator[str]:
    for kind in ("parameters", "headers", "responses", "requestBodies"):
        for name, part in (document.get("components", {}).get(kind) or {}).items():
            yield from _body(part, build_pointer("components", kind, name))


def _body(part: Any, pointer: str) -> Iterator[str]:
    if "$ref" in part:
        return
    yield from _silent(part, pointer)
    for name, header in (part.get("headers") or {}).items():
        yield from _silent(header, pointer + build_pointer("headers", name))
    for media_type, media in (part.get("content") or {}).items():
        if not media.keys() & {"example", "examples"}:
            yield pointer + build_pointer("content", media_type, "examples")


def _schemas(document: Node) -> Iterator[str]:
    for name, schema in get_schemas(document).items():
        yield from _silent(schema, build_pointer("components", "schemas", name))
    for pointer, schema in walk(document):
        for name, inner in (schema.get("properties") or {}).items():
            if "description" not in inner or not str(inner["description"]).strip():
                yield pointer + build_pointer("properties", name, "description")


def _silent(part: Any, pointer: str) -> Iterator[str]:
    if "$ref" not in part and not str(part.get("description") or "").strip():
        yield f"{pointer}/description"
