"""What is wrong with a value, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from jsonschema.exceptions import ValidationError

_LONGEST = 60
_KINDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
_WORDS: dict[str, Callable[[Any, Any], str]] = {
    "type": lambda kinds, value: f"must be {alternatives(kinds)}, not {shown(value)}",
    "const": lambda only, value: f"must be {shown(only)}, not {shown(value)}",
    "minimum": lambda least, value: f"must be at least {least}, not {value}",
    "maximum": lambda most, value: f"must be at most {most}, not {value}",
    "exclusiveMinimum": lambda least, value: f"must be more than {least}, not {value}",
    "exclusiveMaximum": lambda most, value: f"must be less than {most}, not {value}",
    "minLength": lambda least, value: f"must have at least {least} characters, and has {len(value)}",
    "maxLength": lambda most, value: f"must have at most {most} characters, and has {len(value)}",
    "minItems": lambda least, value: f"must have at least {least} items, and has {len(value)}",
    "maxItems": lambda most, value: f"must have at most {most} items, and has {len(value)}",
    "pattern": lambda pattern, value: f"must match {pattern}, which {shown(value)} does not",
    "not": lambda _, value: f"must not be {shown(value)}",
}


def complaint(error: ValidationError) -> str:
    """What an error of validation says of the value, without saying where."""
    words = _WORDS.get(str(error.validator))
    return error.message if words is None else words(error.validator_value, error.instance)


def alternatives(kinds: str | list[str]) -> str:
    """JSON types in words: "a string, an array or null"."""
    names = [_KINDS.get(kind, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def shown(value: Any) -> str:
    """A value as JSON, cut where it is long."""
    if isinstance(value, dict | list):
        return _KINDS["object" if isinstance(value, dict) else "array"]
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
