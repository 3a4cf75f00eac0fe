"""Which JSON Schemas accept null, and schemas that also do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .traversal import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__: list[str] = []


def make_nullable(schema: dict[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema that also accepts null.

    Args:
        schema: The schema; it is not changed.
        document: The whole document, for references.
    """
    if accepts_null(document, schema):
        return schema
    described: dict[str, Any] = {key: schema[key] for key in ("title", "description") if key in schema}
    inner = {key: value for key, value in schema.items() if key not in described}
    if "anyOf" in inner and len(inner) == 1:
        return {**described, "anyOf": [*inner["anyOf"], {"type": "null"}]}
    return {**described, "anyOf": [inner, {"type": "null"}]}


def accepts_null(document: Mapping[str, Any], schema: Mapping[str, Any]) -> bool:
    """Return True if null is valid for a schema.

    Args:
        document: The whole document, for references.
        schema: The schema.
    """
    schema = resolve(document, schema)
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return any(accepts_null(document, each) for each in schema[keyword])
    if "enum" in schema:
        return None in schema["enum"]
    if "const" in schema:
        return schema["const"] is None
    kind = schema.get("type")
    return kind in (None, "null") or (isinstance(kind, list) and "null" in kind)
