"""Inline objects, enumerations and unions of objects get names.

before
    schemas: {Usage: {properties: {details: {properties: {cost: {type: number}}}}}}
after
    schemas: {Usage: {properties: {details: {$ref: UsageDetails}}}, UsageDetails: {properties: {cost: {type: number}}}}
"""

from __future__ import annotations

from collections.abc import Mapping

from ..document import (
    NULL,
    Node,
    contents_of,
    operations_of,
    pointer,
    reference,
    referent,
    replace,
    schemas_of,
    variants_of,
)
from ..problems import Report
from ..rendering.identifiers import pascal_case


def run(document: Node, report: Report, names: Mapping[str, str] | None = None) -> None:
    """Give a name to every schema that needs a class or an alias and is written in place.

    The name is the owner's and the property's, then the tag's value, then a telling member; `names` maps one that the
    rule gives to a better one.
    """
    hoister = _Hoister(schemas_of(document), names or {}, report)
    for name, schema in list(schemas_of(document).items()):
        hoister.enter(schema, name, pointer("components", "schemas", name))
    for place, _, _, operation in operations_of(document):
        owner = pascal_case(operation["operationId"])
        for index, parameter in enumerate(operation["parameters"]):
            name = owner + pascal_case(parameter["name"])
            hoister.visit(parameter["schema"], name, f"{place}/parameters/{index}/schema")
        for where, content in contents_of(operation, place):
            for media_type, media in content.items():
                if "schema" in media:
                    name = owner + _suffix(where.removeprefix(place))
                    name += "Body" if name in schemas_of(document) else ""
                    hoister.visit(media["schema"], name, where + pointer(media_type, "schema"))


def _suffix(where: str) -> str:
    if where.startswith("/requestBody"):
        return "Request"
    status = where.split("/")[2]
    return "Response" if status.startswith("2") else f"Response{pascal_case(status)}"


class _Hoister:
    def __init__(self, named: Node, better: Mapping[str, str], report: Report) -> None:
        self.named = named
        self.better = better
        self.report = report

    def visit(self, schema: Node, name: str, place: str) -> None:
        """Name the schema if it needs a name, and go on inside it."""
        if referent(schema) is not None or not schema:
            return
        if not _needs_name(schema):
            self.enter(schema, name, place)
            return
        name = self.better.get(name, name)
        notes: Node = {word: schema[word] for word in ("description", "deprecated") if word in schema}
        inner = dict(schema)
        name = self._place(name, inner, place)
        replace(schema, {**reference(name), **notes})
        self.enter(inner, name, place)

    def enter(self, schema: Node, name: str, place: str) -> None:
        """Visit the schemas inside one, `name` being what they are called after."""
        for prop, inner in (schema.get("properties") or {}).items():
            self.visit(inner, name + pascal_case(prop), place + pointer("properties", prop))
        if isinstance(schema.get("items"), dict):
            self.visit(schema["items"], singular(name), f"{place}/items")
        if isinstance(schema.get("additionalProperties"), dict):
            self.visit(schema["additionalProperties"], f"{singular(name)}Value", f"{place}/additionalProperties")
        members = [member for member in variants_of(schema) if member != NULL]
        alone = sum(map(_needs_name, members)) == 1 and name not in self.named
        # All are named before the first is visited: what is visited becomes a reference, and tells nothing any more.
        called = [name if alone else name + _telling(member, members) for member in variants_of(schema)]
        for index, member in enumerate(variants_of(schema)):
            self.visit(member, called[index], f"{place}/anyOf/{index}")

    def _place(self, name: str, schema: Node, place: str) -> str:
        candidate, number = name, 1
        while candidate in self.named and self.named[candidate] != schema:
            number += 1
            candidate = f"{name}{number}"
        if candidate != name:
            self.report.warn(place, f"another schema has the name {name}; this one is renamed to {candidate}")
        self.named[candidate] = schema
        return candidate


def _needs_name(schema: Node) -> bool:
    if referent(schema) is not None:
        return False
    objects = [member for member in variants_of(schema) if _is_object(member) or referent(member) is not None]
    return _is_object(schema) or "enum" in schema or len(objects) > 1


def _is_object(schema: Node) -> bool:
    return bool(schema.get("properties"))


def _telling(schema: Node, siblings: list[Node]) -> str:
    """What sets a union's member apart: its tag's value, a member only it requires, or its kind."""
    properties = schema.get("properties") or {}
    for name, inner in properties.items():
        stated = [(each.get("properties") or {}).get(name, {}).get("const") for each in siblings]
        if "const" in inner and stated.count(inner["const"]) == 1:
            return pascal_case(str(inner["const"]))
    others = {name for each in siblings if each is not schema for name in each.get("properties") or {}}
    for name in [*(schema.get("required") or ()), *properties]:
        if name not in others:
            return pascal_case(name)
    return {"array": "Item", "object": "Object", "string": "Value"}.get(str(schema.get("type")), "Other")


def singular(name: str) -> str:
    """The name of one of many: `Plugins` -> `Plugin`, `Entries` -> `Entry`; a word that is no plural gets `Item`."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return f"{name}Item"
