"""Constraints in the descriptions of a schema, where strict mode moves them and models read them, as keywords again."""

from __future__ import annotations

import re
from typing import Any

_NUMBERS = {
    "minimum": r"at least (-?[\d.]+)(?! (?:characters|items|members))\b",
    "exclusiveMinimum": r"greater than (-?[\d.]+)",
    "maximum": r"at most (-?[\d.]+)(?! (?:characters|items|members))\b",
    "exclusiveMaximum": r"less than (-?[\d.]+)",
    "multipleOf": r"a multiple of ([\d.]+)",
}
_COUNTS = {
    "minLength": r"at least (\d+) characters",
    "maxLength": r"at most (\d+) characters",
    "minItems": r"at least (\d+) items",
    "maxItems": r"at most (\d+) items",
}
_TEXTS = {
    "format": r"format: ([\w-]+)",
    "contentEncoding": r"encoded in ([\w-]+)",
    "pattern": r"matches the regular expression (.+?)(?:; |\)?$)",
}
_KEYWORDS = {"number": _NUMBERS, "integer": _NUMBERS, "array": _COUNTS, "string": {**_COUNTS, **_TEXTS}}
_TUPLE = re.compile(r"(?:exactly |\d+ to )(\d+) items: ([^;)]+)", re.IGNORECASE)


def restore_constraints(schema: Any) -> Any:
    """Return a schema with the constraints that its descriptions contain, unless it has them already.

    Args:
        schema: A JSON Schema, or a value inside one; it is not changed.
    """
    if isinstance(schema, list):
        return [restore_constraints(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    restored = {key: restore_constraints(value) for key, value in schema.items()}
    description, kind = schema.get("description"), schema.get("type")
    if not isinstance(description, str) or not isinstance(kind, str):
        return restored
    for keyword, pattern in _KEYWORDS.get(kind, {}).items():
        found = re.search(pattern, description, re.IGNORECASE)
        if found is not None and keyword not in restored:
            restored[keyword] = found.group(1) if keyword in _TEXTS else _read_number(found.group(1))
    items = _TUPLE.search(description)
    if kind == "array" and items is not None and isinstance(restored.get("items"), dict):
        inner = restored["items"]
        kinds = items.group(2).split(", ")
        restored["prefixItems"] = [_choose_kind(inner, each) for each in kinds[: int(items.group(1))]]
    return restored


def _choose_kind(schema: dict[str, Any], name: str) -> Any:
    """Return the part of a union that a description names by its type or title."""
    parts = schema.get("anyOf", [schema])
    named = [each for each in parts if isinstance(each, dict) and name in (each.get("type"), each.get("title"))]
    return (named or [each for each in parts if str(each.get("$ref", "")).endswith(f"/{name}")] or parts)[0]


def _read_number(text: str) -> float:
    number = float(text.rstrip("."))
    return int(number) if number.is_integer() else number
