"""Writes parts of a normal form in the style of the contract, without descriptions and examples."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ...document import NULL, SCHEMAS, Node, build_reference, get_reference_name, get_schemas
from ..comparing.alternatives import LIMITS, SCALARS

_SCHEMA_KEYWORDS = (
    *("type", "const", "enum", *LIMITS, "items", "properties", "required", "additionalProperties"),
    *("anyOf", "discriminator", "default", "deprecated", "readOnly", "writeOnly"),
)
_OPERATION_MEMBERS = (
    *("operationId", "tags", "deprecated", "x-speakeasy-group", "x-speakeasy-name-override"),
    *("x-speakeasy-pagination", "x-speakeasy-stream-request-field"),
)
_PARAMETER_MEMBERS = ("name", "in", "required", "deprecated")
_STYLES: dict[str, Node] = {
    "comma": {"style": "form", "explode": False},
    "space": {"style": "spaceDelimited", "explode": False},
    "pipe": {"style": "pipeDelimited", "explode": False},
    "deep": {"style": "deepObject", "explode": True},
}
"""The OpenAPI members for each `x-style` of a normal form, without the default style."""


class Writer:
    """Writes parts of the other description with our schema names, and collects the schemas missing in the contract.

    Args:
        theirs: the normal form of the other description.
        names: a map from their schema names to ours for the same schemas.
        ours: the names of the schemas in the contract.
        normalized: the names of the schemas in the normal form of the contract, which include names of inline schemas.

    Attributes:
        needed: the schemas missing in the contract, by name.
    """

    def __init__(self, theirs: Node, names: dict[str, str], ours: set[str], normalized: set[str]) -> None:
        self.theirs = theirs
        self.names = names
        self.ours = ours
        self.normalized = normalized
        self.needed: Node = {}

    def get_name(self, theirs: str) -> str | None:
        """Return our name of one of their named schemas, or None if the contract has it as an inline schema."""
        name = self.names.get(theirs, theirs)
        if name not in self.ours and name in self.normalized:
            return None
        if name not in self.ours and name not in self.needed:
            self.needed[name] = {}
            self.needed[name] = self.write_inline(get_schemas(self.theirs)[theirs])
        return name

    def write_schema(self, schema: Node) -> Node:
        """Return a schema, or a reference to a named one."""
        target = get_reference_name(schema)
        if target is None:
            return self.write_inline(schema)
        name = self.get_name(target)
        result = self.write_inline(get_schemas(self.theirs)[target]) if name is None else build_reference(name)
        return {**result, **{keyword: schema[keyword] for keyword in ("default", "deprecated") if keyword in schema}}

    def write_inline(self, schema: Node) -> Node:
        """Return a schema that is not a reference."""
        result: Node = {}
        for keyword in _SCHEMA_KEYWORDS:
            if keyword in schema:
                result.update(self._write_keyword(keyword, schema[keyword], schema))
        return result

    def write_union(self, schemas: list[Node]) -> Node:
        """Return one schema that allows everything that one of the schemas allows."""
        flat: list[Node] = []
        for schema in schemas:
            flat += [each for each in schema.get("anyOf") or [schema] if each not in flat]
        null = [each for each in flat if each == NULL]
        return self.write_schema(
            {"anyOf": [each for each in flat if each != NULL] + null} if len(flat) > 1 else flat[0]
        )

    def _write_keyword(self, keyword: str, value: Any, schema: Node) -> Node:
        if keyword == "properties":
            return {keyword: {name: self.write_schema(inner) for name, inner in value.items()}}
        if keyword in ("items", "additionalProperties") and isinstance(value, dict):
            return {keyword: self.write_schema(value)}
        if keyword == "discriminator":
            return {keyword: self.write_discriminator(value)}
        if keyword != "anyOf":
            return {keyword: deepcopy(value)}
        if len(value) == 2 and value[1] == NULL and value[0].get("type") in (*SCALARS, "array", "object"):
            inner = self.write_schema(value[0])
            return {**inner, "type": [inner["type"], "null"]}
        exclusive = "discriminator" in schema or (len(value) == 2 and NULL in value)
        return {"oneOf" if exclusive else "anyOf": [self.write_schema(member) for member in value]}

    def write_discriminator(self, declared: Node) -> Node:
        """Return a discriminator with a mapping to our schemas."""
        mapping = {
            value: self.get_name(get_reference_name({"$ref": target}) or "")
            for value, target in declared["mapping"].items()
        }
        return {
            **declared,
            "mapping": {value: f"{SCHEMAS}{name}" for value, name in mapping.items() if name is not None},
        }

    def write_parameter(self, parameter: Node) -> Node:
        """Return a parameter."""
        result = {keyword: parameter[keyword] for keyword in _PARAMETER_MEMBERS if keyword in parameter}
        result |= _STYLES.get(parameter.get("x-style", ""), {})
        return {**result, "schema": self.write_schema(parameter["schema"])}

    def write_header(self, header: Node) -> Node:
        """Return a response header."""
        return {"schema": self.write_schema(header.get("schema") or {})}

    def write_media_type(self, media: Node) -> Node:
        """Return the content of a body for one media type; for an event stream, with the schema of its data."""
        result = {keyword: media[keyword] for keyword in ("x-speakeasy-sse-sentinel",) if keyword in media}
        if "itemSchema" in media:
            return {**result, "schema": self.write_event([media["itemSchema"]])}
        return {**result, "schema": self.write_schema(media["schema"])} if "schema" in media else result

    def write_event(self, schemas: list[Node]) -> Node:
        """Return the schema of an event stream, whose data has one of the schemas."""
        written = self.write_union(schemas)
        targets = [get_schemas(self.theirs).get(get_reference_name(each) or "", each) for each in schemas]
        # A schema with the property `data` would be read as the schema of the whole event.
        needs_event = any("data" in (each.get("properties") or {}) for each in targets)
        return {"type": "object", "properties": {"data": written}} if needs_event else written

    def write_body(self, body: Node) -> Node:
        """Return a request body or a response."""
        result: Node = {"required": True} if body.get("required") else {}
        if body.get("headers"):
            result["headers"] = {name: self.write_header(header) for name, header in body["headers"].items()}
        if body.get("content"):
            result["content"] = {name: self.write_media_type(media) for name, media in body["content"].items()}
        return result

    def write_operation(self, operation: Node) -> Node:
        """Return an operation."""
        result = {keyword: deepcopy(operation[keyword]) for keyword in _OPERATION_MEMBERS if keyword in operation}
        if operation["parameters"]:
            result["parameters"] = [self.write_parameter(each) for each in operation["parameters"]]
        if "requestBody" in operation:
            result["requestBody"] = self.write_body(operation["requestBody"])
        result["responses"] = {status: self.write_body(response) for status, response in operation["responses"].items()}
        return result
