"""The rules of strict structured output: what each changes in a JSON Schema, and why.

The rules are those that all providers of strict mode have in common. OpenAI accepts some constraints, others do not;
so constraints move to the descriptions, where every model reads them, and `read_value` checks them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen

from ..errors import InvalidArgumentError
from .constraints import describe_constraint
from .nullability import make_nullable
from .traversal import copy_schema, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .document import SchemaChange

__all__ = ["STRICT_RULES", "StrictRule"]


@define
class Place:
    """A schema that rules change in place.

    Attributes:
        schema: The schema.
        pointer: Its JSON Pointer.
        document: The whole document, for references.
        changes: Where rules record what they changed.
        notes: Texts to add to the description, such as constraints.
    """

    schema: dict[str, Any]
    pointer: str
    document: Mapping[str, Any]
    changes: list[SchemaChange]
    notes: list[str] = field(factory=list)

    def describe(self) -> None:
        """Add the notes to the description."""
        if self.notes:
            text, known = "; ".join(self.notes), self.schema.get("description")
            self.schema["description"] = f"{known} ({text})" if known else text[:1].upper() + text[1:]
            self.notes.clear()

    def fail(self, what: str, remedy: str) -> InvalidArgumentError:
        """Return the error for a schema that cannot be strict.

        Args:
            what: What strict mode does not support.
            remedy: What to write instead.
        """
        return InvalidArgumentError(f"{self.pointer or '/'}: {what}; {remedy}, or use strict=False")


@frozen
class StrictRule:
    """A rule of strict mode.

    Attributes:
        name: The name, as in `SchemaChange.rule`.
        what: What the rule changes.
        reason: Why strict mode requires it.
        apply: The function that changes a schema. It returns the parts before and after, None if it changed nothing.
        is_structural: Whether it runs before the rules of the inner schemas, because it replaces them.
    """

    name: str
    what: str
    reason: str
    apply: Callable[[Place], tuple[Any, Any] | None]
    is_structural: bool = False


def _replace_one_of(place: Place) -> tuple[Any, Any] | None:
    if "oneOf" not in place.schema:
        return None
    before = {key: place.schema.pop(key) for key in ("oneOf", "discriminator") if key in place.schema}
    place.schema["anyOf"] = before["oneOf"]
    return [*before], ["anyOf"]


def _merge_all_of(place: Place) -> tuple[Any, Any] | None:
    parts = place.schema.get("allOf")
    if not isinstance(parts, list):
        return None
    merged: dict[str, Any] = {}
    for part in [*parts, {key: value for key, value in place.schema.items() if key != "allOf"}]:
        found = part if len(parts) == 1 else resolve(place.document, part)
        for key, value in found.items():
            if key == "properties":
                merged["properties"] = {**merged.get("properties", {}), **value}
            elif key == "required":
                merged["required"] = [*merged.get("required", []), *value]
            elif merged.get(key, value) != value and key not in ("title", "description", "additionalProperties"):
                raise place.fail(f"allOf whose parts differ in {key!r}", "write one schema")
            else:
                merged[key] = value
    place.schema.clear()
    place.schema.update(copy_schema(merged))
    return ["allOf"], None


def _copy_reference(place: Place) -> tuple[Any, Any] | None:
    siblings = [key for key in place.schema if key not in ("$ref", "$defs")]
    if "$ref" not in place.schema or not siblings:
        return None
    reference = place.schema["$ref"]
    found = resolve(place.document, {"$ref": reference})
    if not found:
        raise place.fail(f"a reference to {reference}, which does not exist", "add the definition")
    own = {key: value for key, value in place.schema.items() if key != "$ref"}
    place.schema.clear()
    place.schema.update({**copy_schema(dict(found)), **own})
    return {"$ref": reference, **{key: own[key] for key in siblings}}, siblings


def _replace_tuple(place: Place) -> tuple[Any, Any] | None:
    items = place.schema.get("prefixItems")
    if not isinstance(items, list):
        return None
    del place.schema["prefixItems"]
    kinds = [each for index, each in enumerate(items) if each not in items[:index]]
    place.schema["items"] = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    names = ", ".join(
        str(resolve(place.document, each).get("title") or each.get("type") or "a value") for each in items
    )
    least = place.schema.pop("minItems", 0)
    place.schema.pop("maxItems", None)
    size = f"exactly {len(items)}" if least == len(items) else f"{least} to {len(items)}"
    place.notes.append(f"{size} items: {names}")
    return {"prefixItems": len(items)}, {"items": place.schema["items"]}


def _close_object(place: Place) -> tuple[Any, Any] | None:
    schema = place.schema
    if schema.get("type") != "object" and "properties" not in schema:
        return None
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict) or extra is True or "patternProperties" in schema or "properties" not in schema:
        raise place.fail(
            "strict mode does not support objects with any members, such as dict[str, int]",
            "use a list of objects with a name and a value, or a class with these members",
        )
    if extra is False:
        return None
    schema["additionalProperties"] = False
    return None if extra is None else {"additionalProperties": extra}, {"additionalProperties": False}


def _require_members(place: Place) -> tuple[Any, Any] | None:
    properties = place.schema.get("properties")
    if not isinstance(properties, dict):
        return None
    required = place.schema.get("required", [])
    optional = [name for name in properties if name not in required]
    for name in optional:
        properties[name] = make_nullable(properties[name], place.document)
    place.schema["required"] = [*properties]
    return ({"required": required}, {"required": [*properties]}) if optional else None


def _require_type(place: Place) -> tuple[Any, Any] | None:
    schema = place.schema
    if any(key in schema for key in ("type", "anyOf", "$ref")):
        return None
    values = schema["enum"] if "enum" in schema else [schema["const"]] if "const" in schema else []
    types = sorted({_JSON_TYPES[type(each)] for each in values if type(each) in _JSON_TYPES})
    if not types:
        raise place.fail("strict mode does not support values of any type, such as Any", "name the types")
    schema["type"] = types[0] if len(types) == 1 else types
    return None, {"type": schema["type"]}


_JSON_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


def _describe_default(place: Place) -> tuple[Any, Any] | None:
    if "default" not in place.schema:
        return None
    default = place.schema.pop("default")
    if default is not None:
        place.notes.append(f"null means the default: {json.dumps(default, ensure_ascii=False)}")
    return {"default": default}, None


def _describe_constraints(place: Place) -> tuple[Any, Any] | None:
    found = {key: place.schema.pop(key) for key in [*place.schema] if key not in SUPPORTED}
    said = [describe_constraint(key, value) for key, value in found.items() if key not in _SILENT]
    place.notes.extend(said)
    return (found, {"description": "; ".join(said)} if said else None) if found else None


SUPPORTED: Final = frozenset(
    [
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "anyOf",
        "enum",
        "const",
        "description",
        "title",
        "default",
        "$ref",
        "$defs",
        "definitions",
    ]
)
_SILENT: Final = frozenset(["$schema", "$id", "$comment", "$anchor", "deprecated", "readOnly", "writeOnly", "items"])
STRICT_RULES: Final = (
    StrictRule(
        "all-of",
        "merges the parts of allOf into one schema",
        "strict mode does not support allOf",
        _merge_all_of,
        is_structural=True,
    ),
    StrictRule(
        "one-of", "replaces oneOf by anyOf", "strict mode supports only anyOf", _replace_one_of, is_structural=True
    ),
    StrictRule(
        "reference",
        "replaces a reference with other keywords beside it by a copy",
        "strict mode ignores or rejects keywords beside $ref",
        _copy_reference,
        is_structural=True,
    ),
    StrictRule(
        "tuple",
        "replaces the positions of a tuple by items of any of their types",
        "strict mode does not support prefixItems",
        _replace_tuple,
    ),
    StrictRule(
        "closed-object",
        "sets additionalProperties to false",
        "strict mode requires that all members are known",
        _close_object,
    ),
    StrictRule("type", "adds the type of an enumeration", "strict mode requires a type", _require_type),
    StrictRule(
        "constraint",
        "moves constraints to the description",
        "not every provider of strict mode supports them",
        _describe_constraints,
    ),
    StrictRule(
        "default",
        "moves a default to the description",
        "strict mode requires every member, so none has a default",
        _describe_default,
    ),
    StrictRule(
        "required",
        "makes every member required, and optional ones nullable",
        "strict mode requires every member",
        _require_members,
    ),
)
"""The rules of strict mode, in the order in which they are applied."""
