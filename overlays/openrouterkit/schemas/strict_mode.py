"""`make_strict`: a JSON Schema as strict structured output requires it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import InvalidArgumentError
from .document import JsonSchema, SchemaChange
from .strict_rules import STRICT_RULES, SUPPORTED, Place, StrictRule
from .traversal import copy_schema, list_children, resolve, write_pointer

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["make_strict"]


def make_strict(schema: Mapping[str, Any]) -> JsonSchema:
    """Return a JSON Schema as strict structured output requires it, with the changes that this needed.

    Args:
        schema: The schema; it is not changed.

    Raises:
        InvalidArgumentError: A part cannot be strict, such as an object with any members. The error has its pointer.
    """
    document = copy_schema(dict(schema))
    root = resolve(document, document)
    if root is not document:  # a reference at the root
        document = {**copy_schema(root), **({"$defs": document["$defs"]} if "$defs" in document else {})}
    if document.get("type") != "object":
        raise InvalidArgumentError(
            "/: strict mode requires an object at the root; put the value into a class with one member, or use "
            "strict=False"
        )
    changes: list[SchemaChange] = []
    _apply(Place(document, "", document, changes))
    return JsonSchema(document, changes=changes)


def _apply(place: Place) -> None:
    for rule in STRICT_RULES:
        if rule.is_structural:
            _apply_rule(rule, place)
    for keys, child in list_children(place.schema):
        if keys[0] not in SUPPORTED and keys[0] != "prefixItems":  # moved to the description as it is
            continue
        _apply(Place(child, place.pointer + write_pointer(*keys), place.document, place.changes))
    for rule in STRICT_RULES:
        if not rule.is_structural:
            _apply_rule(rule, place)
    place.describe()


def _apply_rule(rule: StrictRule, place: Place) -> None:
    changed = rule.apply(place)
    if changed is not None:
        before, after = changed
        place.changes.append(SchemaChange(place.pointer, rule.name, before, after, rule.reason))
