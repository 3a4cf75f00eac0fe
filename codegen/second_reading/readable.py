"""The normal form as the parser of openapi-python-client accepts it.

It reads a document whole only if nothing in it has the name of something else, and if it knows all media types, types
of constants and places of parameters. So names are replaced by numbers, by which the rest of the package finds the
places again; each body and each response has a media type that it reads; constants are JSON text; and titles, defaults
and limits, which it would use for names or reject, are left out.
"""

from __future__ import annotations

import json
from typing import Any

from ..document import SCHEMAS, Node, get_reference_name, get_schemas, iter_operations, walk_schema
from ..passes.media import EVENT_STREAM
from ..rendering.arguments import is_encoded
from .types import find_cycles

MAP = "Map"
"""The title of every map, with a number: the parser makes a class of each, which needs a name of its own."""


def number(kind: str, index: int) -> str:
    """Return the name of the numbered part of a kind."""
    return f"{kind}{index}"


def find_index(name: str) -> int:
    """Return the number in a name."""
    return int("".join(filter(str.isdigit, name)))


def list_responses(operation: Node) -> list[tuple[str, str | None, Node]]:
    """Return the responses of an operation: status, media type and schema; no media type for one without content."""
    found: list[tuple[str, str | None, Node]] = []
    for status, response in operation["responses"].items():
        content = response.get("content") or {}
        for kind, media in content.items():
            found.append((status, kind, media.get("itemSchema" if kind == EVENT_STREAM else "schema") or {}))
        if not content:
            found.append((status, None, {}))
    return found


def list_bodies(operation: Node) -> list[tuple[str, Node]]:
    """Return the media types of the body of an operation, with their schemas; a file if there is no schema."""
    content = (operation.get("requestBody") or {}).get("content") or {}
    return [
        (kind, media.get("schema") or ({} if is_encoded(kind) else {"type": "string", "format": "binary"}))
        for kind, media in content.items()
    ]


def build_readable(normal: Node) -> Node:
    """Return a document for the parser of openapi-python-client, with numbers in place of the names."""
    return _Builder(normal).build()


class _Builder:
    def __init__(self, normal: Node) -> None:
        self.normal = normal
        self.indexes = {name: index for index, name in enumerate(get_schemas(normal))}
        self.maps = 0
        unions = {name: each for name, each in get_schemas(normal).items() if each.get("anyOf")}
        self.cycles = find_cycles(
            {name: {*filter(None, map(get_reference_name, _list_inside(each)))} for name, each in unions.items()}
        )

    def build(self) -> Node:
        schemas = {
            number("Schema", self.indexes[name]): self._build_schema(schema, name)
            for name, schema in get_schemas(self.normal).items()
        }
        paths: Node = {}
        for index, (_, _, method, operation) in enumerate(iter_operations(self.normal)):
            paths[f"/{index}"] = {method: self._build_operation(operation, number("operation", index))}
        info = {"title": "", "version": ""}
        return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}

    def _build_operation(self, operation: Node, identity: str) -> Node:
        # All parameters are in the query, where the parser accepts every type.
        parameters = [
            {
                "name": number("parameter", index),
                "in": "query",
                "required": bool(each.get("required")),
                "schema": self._build_schema(each["schema"]),
            }
            for index, each in enumerate(operation["parameters"])
        ]
        responses = {
            str(index): {"description": "", "content": {"application/json": {"schema": self._build_schema(schema)}}}
            for index, (_, _, schema) in enumerate(list_responses(operation))
        }
        built: Node = {"operationId": identity, "parameters": parameters, "responses": responses}
        bodies = {
            f"application/{number('body', index)}+json": {"schema": self._build_schema(schema)}
            for index, (_, schema) in enumerate(list_bodies(operation))
        }
        if bodies:
            required = bool(operation["requestBody"].get("required"))
            built["requestBody"] = {"required": required, "content": bodies}
        return built

    def _build_schema(self, schema: Node, owner: str | None = None) -> Node:
        name = get_reference_name(schema)
        if name is not None and name in self.cycles.get(owner or "", ()):
            return {}  # the parser never finishes a union that contains itself
        if name is not None:
            return {"$ref": SCHEMAS + number("Schema", self.indexes[name])}
        if "const" in schema:
            return {"const": json.dumps(schema["const"])}
        if "enum" in schema:
            return {"type": "string", "enum": [json.dumps(value) for value in schema["enum"]]}
        built: Node = {word: schema[word] for word in ("type", "format") if schema.get(word) is not None}
        if schema.get("anyOf"):
            built["anyOf"] = [self._build_schema(each, owner) for each in schema["anyOf"]]
        if schema.get("type") == "array":
            built["items"] = self._build_inner(schema.get("items"), owner)
        if schema.get("properties"):
            built |= self._build_members(schema)
        elif schema.get("type") == "object":
            built["title"] = number(MAP, self.maps)
            self.maps += 1
            built["additionalProperties"] = self._build_inner(schema.get("additionalProperties"), owner)
        return built

    def _build_inner(self, schema: Any, owner: str | None) -> Node:
        return self._build_schema(schema, owner) if isinstance(schema, dict) else {}

    def _build_members(self, schema: Node) -> Node:
        wires = list(schema["properties"])
        members = {
            number("member", index): self._build_schema(inner)
            for index, inner in enumerate(schema["properties"].values())
        }
        required = [number("member", wires.index(wire)) for wire in schema.get("required") or () if wire in wires]
        return {"properties": members, **({"required": required} if required else {})}


def _list_inside(schema: Node) -> list[Node]:
    return [inner for _, inner in walk_schema(schema, "")]
