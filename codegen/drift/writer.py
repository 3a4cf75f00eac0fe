"""Parts of a normal form as this project's contract writes them, without the prose of the document they are from."""

from __future__ import annotations

from typing import Any

from ..document import NULL, SCHEMAS, Node, build_reference, get_reference_name, get_schemas
from .alternatives import LIMITS, SCALARS

_WORDS = (
    *("type", "const", "enum", *LIMITS, "items", "properties", "required", "additionalProperties"),
    *("anyOf", "discriminator", "default", "deprecated", "readOnly", "writeOnly"),
)
_OPERATION = (
    *("operationId", "tags", "deprecated", "x-speakeasy-group", "x-speakeasy-name-override"),
    *("x-speakeasy-pagination", "x-speakeasy-stream-request-field"),
)
_PARAMETER = ("name", "in", "required", "style", "explode", "deprecated")


class Writer:
    """Writes what is theirs in our names, and collects the named schemas that it needs and we do not have.

    Args:
        theirs: the normal form that the parts are from.
        names: their names of schemas, with ours for the same things.
        ours: the names of the contract's schemas, as it is written.
        made: the names that only passes have given in the contract.
    """

    def __init__(self, theirs: Node, names: dict[str, str], ours: set[str], made: set[str]) -> None:
        self.theirs = theirs
        self.names = names
        self.ours = ours
        self.made = made
        self.needed: Node = {}

    def name(self, theirs: str) -> str | None:
        """What one of their named schemas is called in the contract, None where it is written in pointer."""
        name = self.names.get(theirs, theirs)
        if name not in self.ours and name in self.made:
            return None
        if name not in self.ours and name not in self.needed:
            self.needed[name] = {}
            self.needed[name] = self.written(get_schemas(self.theirs)[theirs])
        return name

    def schema(self, schema: Node) -> Node:
        """A schema, as a reference where it has a name."""
        target = get_reference_name(schema)
        if target is None:
            return self.written(schema)
        name = self.name(target)
        found = self.written(get_schemas(self.theirs)[target]) if name is None else build_reference(name)
        return {**found, **{word: schema[word] for word in ("default", "deprecated") if word in schema}}

    def written(self, schema: Node) -> Node:
        """A schema that is no reference."""
        found: Node = {}
        for word in _WORDS:
            if word in schema:
                found.update(self._word(word, schema[word], schema))
        return found

    def union(self, schemas: list[Node]) -> Node:
        """One schema for what is details in several."""
        flat: list[Node] = []
        for schema in schemas:
            flat += [each for each in schema.get("anyOf") or [schema] if each not in flat]
        null = [each for each in flat if each == NULL]
        return self.schema({"anyOf": [each for each in flat if each != NULL] + null} if len(flat) > 1 else flat[0])

    def _word(self, word: str, value: Any, schema: Node) -> Node:
        if word == "properties":
            return {word: {name: self.schema(inner) for name, inner in value.items()}}
        if word in ("items", "additionalProperties") and isinstance(value, dict):
            return {word: self.schema(value)}
        if word == "discriminator":
            return {word: self._discriminator(value)}
        if word != "anyOf":
            return {word: value}
        if len(value) == 2 and value[1] == NULL and value[0].get("type") in (*SCALARS, "array", "object"):
            inner = self.schema(value[0])
            return {**inner, "type": [inner["type"], "null"]}
        told = "discriminator" in schema or (len(value) == 2 and NULL in value)
        return {"oneOf" if told else "anyOf": [self.schema(member) for member in value]}

    def _discriminator(self, declared: Node) -> Node:
        mapping = {
            value: self.name(get_reference_name({"$ref": target}) or "") for value, target in declared["mapping"].items()
        }
        return {**declared, "mapping": {value: f"{SCHEMAS}{name}" for value, name in mapping.items() if name is not None}}

    def parameter(self, parameter: Node) -> Node:
        """A parameter."""
        found = {word: parameter[word] for word in _PARAMETER if word in parameter}
        return {**found, "schema": self.schema(parameter["schema"])}

    def header(self, header: Node) -> Node:
        """A header of an answer."""
        return {"schema": self.schema(header.get("schema") or {})}

    def media(self, media: Node) -> Node:
        """What a body holds in one media type; that of an event stream is declared by its item, or by an event."""
        kept = {word: media[word] for word in ("x-speakeasy-sse-sentinel",) if word in media}
        item = media.get("itemSchema")
        if item is None:
            return {**kept, "schema": self.schema(media["schema"])} if "schema" in media else kept
        name = get_reference_name(item)
        shown = item if name is None else get_schemas(self.theirs)[name]
        written = self.schema(item)
        told = "data" in (shown.get("properties") or {})  # it would be taken for an event
        return {**kept, "schema": {"type": "object", "properties": {"data": written}} if told else written}

    def body(self, body: Node) -> Node:
        """The body of a request, or an answer."""
        found: Node = {"required": True} if body.get("required") else {}
        if body.get("headers"):
            found["headers"] = {name: self.header(header) for name, header in body["headers"].items()}
        if body.get("content"):
            found["content"] = {name: self.media(media) for name, media in body["content"].items()}
        return found

    def operation(self, operation: Node) -> Node:
        """An operation."""
        found = {word: operation[word] for word in _OPERATION if word in operation}
        if operation["parameters"]:
            found["parameters"] = [self.parameter(each) for each in operation["parameters"]]
        if "requestBody" in operation:
            found["requestBody"] = self.body(operation["requestBody"])
        found["responses"] = {status: self.body(answer) for status, answer in operation["responses"].items()}
        return found
