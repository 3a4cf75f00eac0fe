"""Constraints of JSON Schema in words, for descriptions and errors."""

from __future__ import annotations

import json
from typing import Any, Final

__all__: list[str] = []

_CONSTRAINTS: Final = {
    "minimum": "at least {}",
    "exclusiveMinimum": "greater than {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches the regular expression {}",
    "format": "format: {}",
    "contentEncoding": "encoded in {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minProperties": "at least {} members",
    "maxProperties": "at most {} members",
    "examples": "examples: {}",
}


def describe_constraint(keyword: str, value: Any) -> str:
    """Return a keyword of JSON Schema in words, such as "at least 1".

    Args:
        keyword: The keyword.
        value: Its value.
    """
    if keyword == "uniqueItems":
        return "without duplicates"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _CONSTRAINTS.get(keyword, keyword + " {}").format(text)
