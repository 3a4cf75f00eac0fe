"""Moves inline objects, enumerations and unions of objects to the named schemas.

before
    schemas: {Usage: {properties: {details: {properties: {cost: {type: number}}}}}}
after
    schemas: {Usage: {properties: {details: {$ref: UsageDetails}}}, UsageDetails: {properties: {cost: {type: number}}}}
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from ..document import (
    NULL,
    RECEIVED,
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
from ..rendering.identifiers import class_name, pascal_case
from ..rendering.variants import find_distinctions, list_free_names


def run(document: Node, report: Report, names: Mapping[str, str] | None = None) -> None:
    """Name every inline schema that needs a class or an alias in Python.

    The generated name consists of the names of the owner and the property. For a variant of a union, it ends with what
    tells the variant apart, see `codegen.rendering.variants`.

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
            hoister.visit_content(content, owner + _build_suffix(where.removeprefix(place)), where)
    for function, body in (document.get(RECEIVED) or {}).items():
        place = build_pointer(RECEIVED, function, "schema")
        hoister.visit(body["schema"], pascal_case(body["name"]) + "Payload", place)


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
        self.owners = {class_name(name): name for name in reversed(named)}

    def visit(self, schema: Node, name: str, place: str, *alternatives: str) -> None:
        """Name the schema if it needs a name, and visit the schemas inside it; `alternatives` are further names."""
        if get_reference_name(schema) is not None or not schema:
            return
        if not _needs_name(schema):
            self.enter(schema, name, place)
            return
        name = self.better.get(name, name)
        annotations: Node = {word: schema[word] for word in ("description", "deprecated") if word in schema}
        inner = dict(schema)
        name = self._add_schema((name, *alternatives), inner, place)
        replace(schema, {**build_reference(name), **annotations})
        self.enter(inner, name, place)

    def visit_content(self, content: Node, name: str, place: str) -> None:
        """Name the schemas of a body; equal ones of several media types get one name."""
        name += "Body" if name in self.named else ""
        known: list[tuple[Node, Node]] = []
        for media_type, media in content.items():
            if "schema" not in media:
                continue
            before = deepcopy(media["schema"])
            same = next((schema for other, schema in known if other == before), None)
            if same is not None:
                media["schema"] = deepcopy(same)
                continue
            self.visit(media["schema"], name, place + build_pointer(media_type, "schema"))
            known.append((before, media["schema"]))

    def enter(self, schema: Node, name: str, place: str) -> None:
        """Visit the schemas inside a schema; their names start with `name`."""
        for prop, inner in (schema.get("properties") or {}).items():
            self.visit(inner, name + pascal_case(prop), place + build_pointer("properties", prop))
        if isinstance(schema.get("items"), dict):
            self.visit(schema["items"], singularize(name), f"{place}/items", f"{name}Item")
        if isinstance(schema.get("additionalProperties"), dict):
            self.visit(schema["additionalProperties"], f"{singularize(name)}Value", f"{place}/additionalProperties")
        members = [member for member in get_variants(schema) if member != NULL]
        alone = sum(map(_needs_name, members)) == 1 and name not in self.named
        # Choose all names first: a visit replaces the schema by a reference, which loses what distinguishes it.
        words = find_distinctions(members)
        for index, member in enumerate(members):
            self.visit(member, name if alone else name + words[index], f"{place}/anyOf/{index}")

    def _add_schema(self, names: tuple[str, ...], schema: Node, place: str) -> str:
        """Add a named schema and return its name: another one than the preferred, with a warning, if that is taken."""
        for candidate in list_free_names(names[0], schema, names[1:]):
            owner = self.owners.setdefault(class_name(candidate), candidate)
            if owner == candidate and self.named.setdefault(candidate, schema) == schema:
                break
        if candidate != names[0]:
            message = f"another schema has the name {names[0]}; this one is renamed to {candidate}"
            self.report.warn(place, "same-schema", message)
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


def singularize(name: str) -> str:
    """Return the singular of a name: `Plugins` -> `Plugin`, `Entries` -> `Entry`, `Data` -> `DataItem`."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return f"{name}Item"
