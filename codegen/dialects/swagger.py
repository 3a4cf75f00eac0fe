"""Converts Swagger 2.0 to OpenAPI 3.0."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

from ..document import METHODS, Node, build_pointer, split_pointer
from ..passes.structure import conform
from ..problems import Report
from .swagger_parameters import Converter

_MOVED = {
    "definitions": ("components", "schemas"),
    "parameters": ("components", "parameters"),
    "responses": ("components", "responses"),
    "securityDefinitions": ("components", "securitySchemes"),
}
_FLOWS = {"accessCode": "authorizationCode", "application": "clientCredentials"}
_FLOW_MEMBERS = ("authorizationUrl", "tokenUrl", "scopes")
_VALUES = ("default", "enum", "example", "examples", "const")
_COUNTED = ("parameter", "body parameter", "form", "file", "response", "schema", "discriminator", "security scheme")
_DROPPED = (*_MOVED, "swagger", "host", "basePath", "schemes", "consumes", "produces")


def convert(document: Node, report: Report) -> None:
    """Convert a document in place if it is Swagger 2.0; `report.converted` counts what was converted."""
    if "swagger" not in document:
        return
    conform(document, "swagger", "", report)
    _Document(document, report).convert()


class _Document:
    """A Swagger 2.0 document that is converted in place.

    Args:
        document: The document, whose types have been checked.
        report: Receives the counts, the warnings, and the places of what was moved.
    """

    def __init__(self, document: Node, report: Report) -> None:
        self.document = document
        self.report = report
        self.counts = Counter(dict.fromkeys(_COUNTED, 0))
        self.origins = {build_pointer(*new): build_pointer(old) for old, new in _MOVED.items()}
        self.parameters = Converter(document, report, self.counts, self.origins)

    def convert(self) -> None:
        """Convert all parts."""
        document, counts = self.document, self.counts
        _convert_schemas(document, counts)
        for path, item in (document.get("paths") or {}).items():
            self._convert_path(item, build_pointer("paths", path))
        responses = document.get("responses") or {}
        for name, response in responses.items():
            self._convert_response(response, self._get_types(document, "produces"), build_pointer("responses", name))
        schemes = document.get("securityDefinitions") or {}
        counts["security scheme"] += len(schemes)
        components = {
            "schemas": document.get("definitions") or {},
            "responses": responses,
            "securitySchemes": {name: _convert_scheme(scheme) for name, scheme in schemes.items()},
        }
        urls = dict.fromkeys(map(self._build_url, self._list_schemes(document)))
        rest = {word: value for word, value in document.items() if word not in _DROPPED}
        document.clear()
        document.update(
            {"openapi": "3.0.3", **rest, "servers": [{"url": url} for url in urls], "components": components}
        )
        counts["schema"] += len(components["schemas"])
        self.report.origins = self.origins
        self.report.converted = {word: number for word, number in counts.items() if number}

    def _convert_path(self, item: Node, place: str) -> None:
        shared = item.pop("parameters", [])
        for method in METHODS:
            if method in item:
                self._convert_operation(item[method], shared, f"{place}/{method}")

    def _convert_operation(self, operation: Node, shared: list[Node], place: str) -> None:
        consumes = self._get_types(operation, "consumes")
        produces = self._get_types(operation, "produces")
        self.parameters.convert(operation, shared, consumes, place)
        for status, response in (operation.get("responses") or {}).items():
            self._convert_response(response, produces, place + build_pointer("responses", status))
        schemes = operation.pop("schemes", None)
        if schemes and not set(schemes) & set(self._list_schemes(self.document)):
            operation["servers"] = [{"url": self._build_url(scheme)} for scheme in schemes]
        operation.pop("consumes", None)
        operation.pop("produces", None)

    def _get_types(self, owner: Node, word: str) -> list[str]:
        """Return the media types of an operation: its own, or else those of the document."""
        found: list[str] = owner.get(word) or self.document.get(word) or ["application/json"]
        return found

    def _convert_response(self, response: Node, produces: list[str], place: str) -> None:
        if "$ref" in response:
            return
        schema, examples = response.pop("schema", None), response.pop("examples", None) or {}
        if schema is not None:
            self.counts["response"] += 1
            types = [kind for kind in examples if kind in produces] + produces
            response["content"] = {kind: {"schema": deepcopy(schema)} for kind in dict.fromkeys(types)}
            for kind, media in response["content"].items():
                media.update({"example": examples[kind]} if kind in examples else {})
                self.origins[place + build_pointer("content", kind)] = place
        for name, header in (response.get("headers") or {}).items():
            where = place + build_pointer("headers", name)
            response["headers"][name] = self.parameters.convert_header(header, where)

    def _list_schemes(self, owner: Node) -> list[str]:
        schemes = [scheme for scheme in owner.get("schemes") or () if scheme in ("http", "https")]
        return sorted(schemes, reverse=True) or ["https"]  # https first, as a client uses the first server

    def _build_url(self, scheme: str) -> str:
        host, path = self.document.get("host"), str(self.document.get("basePath") or "/")
        path = "/" + path.strip("/")
        return f"{scheme}://{host}{path}".rstrip("/") if host else path


def _convert_scheme(scheme: Node) -> Node:
    kind = scheme.get("type")
    if kind == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if kind != "oauth2":
        return scheme
    flow = str(scheme.get("flow"))
    members = {word: scheme[word] for word in _FLOW_MEMBERS if word in scheme}
    rest = {word: value for word, value in scheme.items() if word not in (*_FLOW_MEMBERS, "flow")}
    return {**rest, "flows": {_FLOWS.get(flow, flow): members}}


def _convert_schemas(document: Node, counts: Counter[str]) -> None:
    """Convert the keywords of all schemas, and the references to what is moved; parts may have any type."""
    todo: list[tuple[Any, bool]] = [(document, False)]
    while todo:
        value, named = todo.pop()
        if isinstance(value, list):
            todo += [(item, False) for item in value]
        if not isinstance(value, dict):
            continue
        if not named:  # the names of members are no keywords
            _convert_keywords(value, counts)
        todo += [
            (inner, word in ("properties", "definitions") and not named)
            for word, inner in value.items()
            if named or word not in _VALUES
        ]


def _convert_keywords(schema: Node, counts: Counter[str]) -> None:
    path = schema.get("$ref")
    if isinstance(path, str) and path.startswith("#/"):
        first, *rest = split_pointer(path)
        if first in _MOVED and first != "parameters":  # references to parameters are followed
            schema["$ref"] = "#" + build_pointer(*_MOVED[first], *rest).replace("%", "%25")
    if schema.get("type") == "file":
        schema.update(type="string", format="binary")
        counts["file"] += 1
    if isinstance(schema.get("discriminator"), str):
        schema["discriminator"] = {"propertyName": schema["discriminator"]}
        counts["discriminator"] += 1
    if "x-nullable" in schema:
        schema.setdefault("nullable", schema.pop("x-nullable"))
