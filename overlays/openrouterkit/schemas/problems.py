"""What is wrong with a value, in words with which a model can correct it: what is allowed, and what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .traversal import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Path = tuple[str | int, ...]

__all__: list[str] = []

_EXPECTED: Final = {
    "invalid RFC3339 encoded datetime": 'expected a date and time such as "2026-01-31T12:30:00Z"',
    "invalid RFC3339 encoded date": 'expected a date such as "2026-01-31"',
    "invalid RFC3339 encoded time": 'expected a time such as "12:30:00"',
    "invalid ISO8601 duration": 'expected a duration such as "PT90S"',
    "invalid UUID": 'expected a UUID such as "0b6a1f4e-5c1d-4e4f-9a53-0c7d2b1e8f00"',
    "invalid base64 encoded string": "expected text in base64",
    "invalid decimal string": 'expected a decimal number such as "1.50"',
}
"""Reasons of msgspec that do not contain what is allowed."""
_ALLOWED: Final = 30  # values that are listed
_MISSING: Final = object()


def explain_problem(document: Mapping[str, Any], value: Any, path: Path, reason: str) -> str:
    """Return the reason of a problem with what is allowed at its place, and what was sent.

    Args:
        document: The schema of the value.
        value: The JSON value.
        path: The place of the problem.
        reason: The reason that the library reports.
    """
    found = _find_value(value, path)
    if found is _MISSING or isinstance(found, dict | list):
        return reason
    allowed = _list_allowed(document, path)
    if allowed and found not in allowed:
        listed = ", ".join(map(write_value, allowed[:_ALLOWED])) + (", ..." if len(allowed) > _ALLOWED else "")
        reason = f"expected {'one of ' if len(allowed) > 1 else ''}{listed}"
    return add_received(_EXPECTED.get(reason, reason), found)


def add_received(reason: str, value: Any) -> str:
    """Return the reason of a problem with the value that was received, if it is not an object or list.

    Args:
        reason: The reason.
        value: The JSON value.
    """
    if isinstance(value, dict | list):
        return reason
    written = write_value(value)
    if ", got " not in reason:
        return f"{reason}, got {written}"
    return reason if value is None or written in reason else f"{reason} {written}"


def write_value(value: Any) -> str:
    """Return a JSON value as text, of which long ones have only the beginning.

    Args:
        value: The value.
    """
    from json import dumps

    text = dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _find_value(value: Any, path: Path) -> Any:
    try:
        for key in path:
            value = value[key]
    except (KeyError, IndexError, TypeError):  # a path may contain what is no key, such as a class of a union
        return _MISSING
    return value


def _list_allowed(document: Mapping[str, Any], path: Path) -> list[Any]:
    """Return the values that a schema allows at a place; [] if they are not a list of values."""
    allowed: list[Any] = []
    for schema in _find_schemas(document, document, path):
        if "const" in schema:
            allowed.append(schema["const"])
        elif "enum" in schema:
            allowed += schema["enum"]
        elif schema.get("type") == "null":
            allowed.append(None)
        else:
            return []
    return [] if allowed == [None] else allowed


def _find_schemas(document: Mapping[str, Any], schema: Mapping[str, Any], path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the schemas of a place inside a schema: several, if it contains unions."""
    schema = resolve(document, schema)
    options = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    for each in options:
        yield from _find_schemas(document, each, path)
    if not path:
        if not options:
            yield schema
        return
    key, *rest = path
    if isinstance(key, str):
        inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
    else:
        first = schema.get("prefixItems", [])
        inner = first[key] if key < len(first) else schema.get("items")
    if isinstance(inner, dict):
        yield from _find_schemas(document, inner, tuple(rest))
