"""Messages for validation errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from jsonschema.exceptions import ValidationError

_MAX_LENGTH = 60
_TYPE_NAMES = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
# By keyword of JSON Schema; the arguments are the value of the keyword and the invalid value.
_MESSAGES: dict[str, Callable[[Any, Any], str]] = {
    "type": lambda types, value: f"must be {join_types(types)}, not {format_value(value)}",
    "const": lambda constant, value: f"must be {format_value(constant)}, not {format_value(value)}",
    "minimum": lambda minimum, value: f"must be at least {minimum}, not {value}",
    "maximum": lambda maximum, value: f"must be at most {maximum}, not {value}",
    "exclusiveMinimum": lambda minimum, value: f"must be greater than {minimum}, not {value}",
    "exclusiveMaximum": lambda maximum, value: f"must be less than {maximum}, not {value}",
    "minLength": lambda minimum, value: f"must have at least {minimum} characters, not {len(value)}",
    "maxLength": lambda maximum, value: f"must have at most {maximum} characters, not {len(value)}",
    "minItems": lambda minimum, value: f"must have at least {minimum} items, not {len(value)}",
    "maxItems": lambda maximum, value: f"must have at most {maximum} items, not {len(value)}",
    "pattern": lambda pattern, value: f"must match the pattern {pattern}, not {format_value(value)}",
    "not": lambda _, value: f"must not be {format_value(value)}",
}


def describe_error(error: ValidationError) -> str:
    """Return the message for a validation error, without the path of the invalid value."""
    build_message = _MESSAGES.get(str(error.validator))
    return error.message if build_message is None else build_message(error.validator_value, error.instance)


def join_types(types: str | list[str]) -> str:
    """Return one or more JSON types as text, such as "a string, an array or null"."""
    names = [_TYPE_NAMES.get(each, each) for each in ([types] if isinstance(types, str) else types)]
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def format_value(value: Any) -> str:
    """Return a value as JSON, truncated to 60 characters; "an array" or "an object" for containers."""
    if isinstance(value, dict | list):
        return _TYPE_NAMES["object" if isinstance(value, dict) else "array"]
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_LENGTH else f"{text[:_MAX_LENGTH]}..."
