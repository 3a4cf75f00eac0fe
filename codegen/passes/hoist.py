"""Moves inline objects, enumerations and unions of objects to the named schemas.

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
    build_pointer,
    build_reference,
    get_reference_name,
    get_schemas,
    get_variants,
    iter_contents,
    iter_operations,
    replace,
)
from ..problems import Report
from ..rendering.identifiers import pascal_case


def run(document: Node, report: Report, names: Mapping[str, str] | None = None) -> None:
    """Name every inline schema that needs a class or an alias in Python.

    The generated name consists of the names of the owner and the property. For a variant of a union, it ends with the
    value of the tag, or with the name of a member that only this variant has.

    Args:
        names: Generated name -> name to use instead.
    """
    hoister = _Hoister(get_schemas(document), names or {}, report)
    for name, schema in list(get_schemas(document).items()):
        hoister.enter(schema, name, build_pointer("components", "schemas", name))
    for place, _, _, operation in iter_operations(document):
        owner = pascal_case(operation["operationId"])
        for index, parameter in enumerate(operation["parameters"]):
            name = owner + pascal_case(parameter["name"])
            hoister.visit(parameter["schema"], name, f"{place}/parameters/{index}/schema")
        for where, content in iter_contents(operation, place):
            for media_type, media in content.items():
                if "schema" in media:
                    name = owner + _build_suffix(where.removeprefix(place))
                    name += "Body" if name in get_schemas(document) else ""
                    hoister.visit(media["schema"], name, where + build_pointer(media_type, "schema"))


def _build_suffix(where: str) -> str:
    """Return the part of a name for the schema of a body: `Request`, `Response`, or `Response404`."""
    if where.startswith("/requestBody"):
        return "Request"
    status = where.split("/")[2]
    return "Response" if status.startswith("2") else f"Response{pascal_case(status)}"


class _Hoister:
    """Adds inline schemas to the named ones.

    Args:
        named: The named schemas of the document, which are added to.
        better: Generated name -> name to use instead.
        report: Receives the warnings.
    """

    def __init__(self, named: Node, better: Mapping[str, str], report: Report) -> None:
        self.named = named
        self.better = better
        self.report = report

    def visit(self, schema: Node, name: str, place: str) -> None:
        """Name the schema if it needs a name, and visit the schemas inside it."""
        if get_reference_name(schema) is not None or not schema:
            return
        if not _needs_name(schema):
            self.enter(schema, name, place)
            return
        name = self.better.get(name, name)
        annotations: Node = {word: schema[word] for word in ("description", "deprecated") if word in schema}
        inner = dict(schema)
        name = self._add_schema(name, inner, place)
        replace(schema, {**build_reference(name), **annotations})
        self.enter(inner, name, place)

    def enter(self, schema: Node, name: str, place: str) -> None:
        """Visit the schemas inside a schema; their names start with `name`."""
        for prop, inner in (schema.get("properties") or {}).items():
            self.visit(inner, name + pascal_case(prop), place + build_pointer("properties", prop))
        if isinstance(schema.get("items"), dict):
            self.visit(schema["items"], singularize(name), f"{place}/items")
        if isinstance(schema.get("additionalProperties"), dict):
            self.visit(schema["additionalProperties"], f"{singularize(name)}Value", f"{place}/additionalProperties")
        members = [member for member in get_variants(schema) if member != NULL]
        alone = sum(map(_needs_name, members)) == 1 and name not in self.named
        # Choose all names first: a visit replaces the schema by a reference, which loses what distinguishes it.
        names = [name if alone else name + _find_distinction(member, members) for member in get_variants(schema)]
        for index, member in enumerate(get_variants(schema)):
            self.visit(member, names[index], f"{place}/anyOf/{index}")

    def _add_schema(self, name: str, schema: Node, place: str) -> str:
        """Add a named schema and return its name, with a number if another schema has this name."""
        candidate, number = name, 1
        while candidate in self.named and self.named[candidate] != schema:
            number += 1
            candidate = f"{name}{number}"
        if candidate != name:
            message = f"another schema has the name {name}; this one is renamed to {candidate}"
            self.report.warn(place, "same-schema", message)
        self.named[candidate] = schema
        return candidate


def _needs_name(schema: Node) -> bool:
    if get_reference_name(schema) is not None:
        return False
    objects = [
        member for member in get_variants(schema) if _is_object(member) or get_reference_name(member) is not None
    ]
    return _is_object(schema) or "enum" in schema or len(objects) > 1


def _is_object(schema: Node) -> bool:
    return bool(schema.get("properties"))


def _find_distinction(schema: Node, siblings: list[Node]) -> str:
    """Return what distinguishes a variant of a union: the value of its tag, a member only it has, or its type."""
    properties = schema.get("properties") or {}
    for name, inner in properties.items():
        constants = [(each.get("properties") or {}).get(name, {}).get("const") for each in siblings]
        if "const" in inner and constants.count(inner["const"]) == 1:
            return pascal_case(str(inner["const"]))
    others = {name for each in siblings if each is not schema for name in each.get("properties") or {}}
    for name in [*(schema.get("required") or ()), *properties]:
        if name not in others:
            return pascal_case(name)
    return {"array": "Item", "object": "Object", "string": "Value"}.get(str(schema.get("type")), "Other")


def singularize(name: str) -> str:
    """Return the singular of a name: `Plugins` -> `Plugin`, `Entries` -> `Entry`, `Data` -> `DataItem`."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return f"{name}Item"
