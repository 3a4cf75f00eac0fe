"""The alternatives that a schema of a normal form allows, each of one JSON type, independent of how it is written.

{anyOf: [{$ref: Colour}, {type: array, items: X}, {type: 'null'}]}  ->  string (Colour), array, null
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from ...document import Node, get_reference_name, get_schemas, get_variants
from .normalize import get_pointer

SCALARS = ("string", "integer", "number", "boolean")
LIMITS = (
    *("format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    *("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
_UNIONS = count()
_KINDS: dict[type, str] = {bool: "boolean", str: "string", int: "integer", float: "number"}


@dataclass(frozen=True, eq=False)
class Alternative:
    """One of the alternatives that a schema allows.

    Args:
        kind: any, null, string, integer, number, boolean, array or object.
        schema: its schema, which is neither a reference nor a union.
        name: the name of that schema, or None for an inline schema.
        pointer: the JSON Pointer of the schema in the original document.
        only_object: whether it is the only object among the alternatives.
        union: the union that it is a variant of, by number; several unions may be compared together.
    """

    kind: str
    schema: Node
    name: str | None
    pointer: str
    only_object: bool = False
    union: int = 0

    @property
    def values(self) -> list[Any] | None:
        """The values of `enum` or `const`, or None without them."""
        if "const" in self.schema:
            return [self.schema["const"]]
        values: list[Any] | None = self.schema.get("enum")
        return values


def find_alternatives(document: Node, schema: Node, pointer: str) -> list[Alternative]:
    """Return the alternatives of a schema, in order; null is one of them."""
    alternatives = _collect(document, schema, None, pointer, ())
    only_object = sum(each.kind == "object" for each in alternatives) == 1
    union = next(_UNIONS)
    return [replace(each, only_object=only_object and each.kind == "object", union=union) for each in alternatives]


def _collect(document: Node, schema: Node, name: str | None, pointer: str, seen: tuple[str, ...]) -> list[Alternative]:
    target = get_reference_name(schema)
    if target is not None:
        if target in seen:
            return []
        named = get_schemas(document)[target]
        return _collect(document, named, target, get_pointer(named, pointer), (*seen, target))
    if "anyOf" in schema and "type" not in schema and "properties" not in schema:
        alternatives: list[Alternative] = []
        for member in get_variants(schema):
            # A variant created from a list of types has no place of its own, but that of the union.
            alternatives += _collect(document, member, None, get_pointer(member, pointer), seen)
        return alternatives
    return [Alternative(_find_kind(schema), schema, name, pointer)]


def _find_kind(schema: Node) -> str:
    declared = schema.get("type")
    if isinstance(declared, str):
        return declared
    if schema.keys() & {"properties", "additionalProperties", "patternProperties"}:
        return "object"
    if "items" in schema:
        return "array"
    values = [schema["const"]] if "const" in schema else schema.get("enum") or []
    kinds = {_KINDS.get(type(value), "any") for value in values}
    return kinds.pop() if len(kinds) == 1 else "any"


def get_kinds(alternatives: Iterable[Alternative]) -> set[str]:
    """Return the kinds of the alternatives; `number` includes `integer`, and `any` includes all others."""
    kinds = {each.kind for each in alternatives}
    if "any" in kinds:
        return {"any"}
    return kinds - {"integer"} if "number" in kinds else kinds


def find_missing_kinds(kinds: set[str], others: set[str]) -> set[str]:
    """Return the kinds that the others do not include."""
    if "any" in others:
        return set()
    return kinds - others - ({"integer"} if "number" in others else set())


def get_values(alternatives: list[Alternative]) -> list[Any] | None:
    """Return the values that alternatives of one kind allow, or None if one of them has no `enum` or `const`."""
    joined: list[Any] = []
    for each in alternatives:
        if each.values is None:
            return None
        joined += [value for value in each.values if value not in joined]
    return joined


def get_limit(alternatives: list[Alternative], keyword: str) -> Any:
    """Return the limit that all alternatives declare, or None if they declare different ones."""
    declared = [_read_limit(each.schema, keyword) for each in alternatives]
    return declared[0] if declared and all(each == declared[0] for each in declared) else None


def _read_limit(schema: Node, keyword: str) -> Any:
    value = schema.get(keyword)
    if keyword in ("format", "pattern"):
        return value if isinstance(value, str) else None
    if keyword == "uniqueItems":
        return True if value is True else None
    # In OpenAPI 3.0, `exclusiveMaximum: true` stands beside the limit.
    if keyword in ("minimum", "maximum") and schema.get(f"exclusive{keyword.capitalize()}") is True:
        return None
    if value is True and keyword.startswith("exclusive"):
        value = schema.get(keyword.removeprefix("exclusive").lower())
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and (value or keyword != "multipleOf") else None


def describe(alternatives: Iterable[Alternative]) -> str:
    """Return the alternatives as text: `string or array of Part or null`."""
    names: list[str] = []
    for each in alternatives:
        name = _describe_one(each)
        if name not in names:
            names.append(name)
    return " or ".join([*(name for name in names if name != "null"), *(["null"] if "null" in names else [])])


def _describe_one(alternative: Alternative) -> str:
    if alternative.kind == "object":
        return alternative.name or "object"
    if alternative.kind == "array":
        items = alternative.schema.get("items") or {}
        inner = get_reference_name(items) or items.get("type") or ("a union" if get_variants(items) else "anything")
        return f"array of {inner}"
    return "anything" if alternative.kind == "any" else alternative.kind
