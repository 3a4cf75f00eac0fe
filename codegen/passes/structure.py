"""A document is made of what OpenAPI says: objects where objects belong, lists where lists do; a boolean is a schema.

before  {properties: {a: true, b: false}}
after   {properties: {a: {}, b: {not: {}}}}
"""

from __future__ import annotations

from typing import Any

from ..document import METHODS, Node, pointer
from ..problems import Problem, Report

_MANY = ("properties", "patternProperties")
_ONE = ("items", "additionalProperties", "not", "contains", "propertyNames")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


def run(document: Node, report: Report) -> None:
    """Raise a Problem at the first thing of the wrong kind; write boolean schemas as objects."""
    for name, kind in {"info": dict, "components": dict, "servers": list, "tags": list}.items():
        _expect(document.get(name), kind, pointer(name))
    components = document.setdefault("components", {})
    for word in ("schemas", "parameters", "requestBodies", "responses", "headers"):
        named = components.get(word) or {}
        place = pointer("components", word)
        _expect(named, dict, place)
        for name, part in named.items():
            if word == "schemas":
                named[name] = _schema(part, place + pointer(name))
            else:
                _part(part, place + pointer(name))
    _paths(document)


def _expect(value: Any, kind: type, place: str) -> None:
    if value is not None and not isinstance(value, kind):
        wanted = "an object" if kind is dict else "a list"
        raise Problem(place, f"{wanted} stands here, not {type(value).__name__}", "see the OpenAPI specification")


def _paths(document: Node) -> None:
    paths = document.setdefault("paths", {})
    _expect(paths, dict, "/paths")
    for path, item in (paths or {}).items():
        place = pointer("paths", path)
        _expect(item, dict, place)
        _parameters(item, place)
        for method in METHODS:
            operation = item.get(method)
            _expect(operation, dict, f"{place}/{method}")
            if operation is not None:
                _operation(operation, f"{place}/{method}")


def _operation(operation: Node, place: str) -> None:
    _parameters(operation, place)
    _expect(operation.get("tags"), list, f"{place}/tags")
    _part(operation.get("requestBody") or {}, f"{place}/requestBody")
    _expect(operation.get("responses"), dict, f"{place}/responses")
    for status, answer in (operation.get("responses") or {}).items():
        _part(answer, place + pointer("responses", status))


def _parameters(owner: Node, place: str) -> None:
    _expect(owner.get("parameters"), list, f"{place}/parameters")
    for index, parameter in enumerate(owner.get("parameters") or ()):
        _part(parameter, f"{place}/parameters/{index}")


def _part(part: Any, place: str) -> None:
    """A parameter, body, answer or header: it may have a schema, and media types that have one."""
    _expect(part, dict, place)
    if part is None:
        raise Problem(place, "an object stands here, not nothing", "describe it, or take it out")
    for word in ("schema", "itemSchema"):
        if word in part:
            part[word] = _schema(part[word], f"{place}/{word}")
    for word in ("content", "headers"):
        _expect(part.get(word), dict, f"{place}/{word}")
        for name, inner in (part.get(word) or {}).items():
            _part({} if inner is None else inner, place + pointer(word, name))


def _schema(schema: Any, place: str) -> Node:
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if not isinstance(schema, dict):
        raise Problem(place, f"a schema is an object, not {type(schema).__name__}", "see the OpenAPI specification")
    for word in _MANY:
        _expect(schema.get(word), dict, f"{place}/{word}")
        for name, inner in (schema.get(word) or {}).items():
            schema[word][name] = _schema(inner, place + pointer(word, name))
    for word in _ONE:
        if word in schema and not (word == "additionalProperties" and isinstance(schema[word], bool)):
            schema[word] = _schema(schema[word], f"{place}/{word}")
    for word in _LISTS:
        _expect(schema.get(word), list, f"{place}/{word}")
        for index, inner in enumerate(schema.get(word) or ()):
            schema[word][index] = _schema(inner, f"{place}/{word}/{index}")
    for word in ("required", "enum"):
        # OpenAPI 3.0 documents carry the `required: true` of a parameter into its schema.
        if isinstance(schema.get(word), bool):
            del schema[word]
        _expect(schema.get(word), list, f"{place}/{word}")
    return schema
