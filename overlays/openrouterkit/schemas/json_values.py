"""JSON values beside their schema: nulls that mean absent members, and constraints that no library checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .constraints import describe_constraint
from .nullability import accepts_null
from .traversal import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__: list[str] = []

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def drop_nulls(document: Mapping[str, Any], value: Any) -> Any:
    """Return a value without the nulls of members that are optional but not nullable.

    Args:
        document: The schema of the value. Values of unions are changed according to the members that they fit.
        value: The JSON value; it is not changed.
    """
    return _drop(document, document, value)


def _drop(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any) -> Any:
    if not schema or not isinstance(value, dict | list):  # a value of any type is left as it is
        return value
    for option in _list_options(document, schema, value):
        if isinstance(value, dict):
            properties, required = option.get("properties", {}), option.get("required", ())
            extra = option.get("additionalProperties")
            value = {
                key: _drop(document, properties.get(key) or (extra if isinstance(extra, dict) else {}), item)
                for key, item in value.items()
                if item is not None
                or key not in properties
                or key in required
                or accepts_null(document, properties[key])
            }
        else:
            first, rest = option.get("prefixItems", []), option.get("items")
            rest = rest if isinstance(rest, dict) else {}
            value = [_drop(document, first[i] if i < len(first) else rest, item) for i, item in enumerate(value)]
    return value


def _list_options(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the schemas that a value may follow: the schema, or the members of its union that the value fits."""
    schema = resolve(document, schema)
    for keyword in ("anyOf", "oneOf", "allOf"):
        for each in schema.get(keyword, ()):
            yield from _list_options(document, each, value)
    if _has_type(schema, value) and _has_tags(document, schema, value):
        yield schema


def _has_type(schema: Mapping[str, Any], value: Any) -> bool:
    kind = schema.get("type")
    kinds: list[Any] = kind if isinstance(kind, list) else [kind]
    if isinstance(value, bool) and kind is not None:
        return "boolean" in kinds
    return kind is None or any(isinstance(value, _TYPES.get(each, ())) for each in kinds)


def _has_tags(document: Mapping[str, Any], schema: Mapping[str, Any], value: Any) -> bool:
    """Return True if the members of an object that have a fixed value have it, such as the tag of a union."""
    if not isinstance(value, dict):
        return True
    for name, member in schema.get("properties", {}).items():
        found = resolve(document, member)
        allowed = found.get("enum") or ([found["const"]] if "const" in found else None)
        if allowed is not None and value.get(str(name)) is not None and value[name] not in allowed:
            return False
    return set(schema.get("required", ())) <= value.keys()


def find_violations(document: Mapping[str, Any], value: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the constraints of a schema that a value violates, with their paths.

    Args:
        document: The schema of the value.
        value: The JSON value, which has the types that the schema requires.
    """
    return list(_find(document, document, value, ()))


def _find(
    document: Mapping[str, Any], schema: Mapping[str, Any], value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    options = list(_list_options(document, schema, value))
    found: list[list[tuple[tuple[str | int, ...], str]]] = [
        [*_find_own(option, value, path), *_find_inner(document, option, value, path)] for option in options
    ]
    unions = [each for each in options if each is not options[-1]]
    if unions and "anyOf" in resolve(document, schema):  # a value follows one member, and the constraints beside them
        yield from min(found[:-1], key=len)
        yield from found[-1]
    else:
        for each in found:
            yield from each


def _find_inner(
    document: Mapping[str, Any], schema: Mapping[str, Any], value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        extra = schema.get("additionalProperties")
        for key, item in value.items():
            member = schema.get("properties", {}).get(key, extra)
            if isinstance(member, dict):
                yield from _find(document, member, item, (*path, key))
    elif isinstance(value, list):
        first, rest = schema.get("prefixItems", []), schema.get("items")
        for index, item in enumerate(value):
            member = first[index] if index < len(first) else rest
            if isinstance(member, dict):
                yield from _find(document, member, item, (*path, index))


def _find_own(
    schema: Mapping[str, Any], value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        checks: dict[str, Callable[[Any], bool]] = {
            "minimum": lambda bound: value >= bound,
            "exclusiveMinimum": lambda bound: value > bound,
            "maximum": lambda bound: value <= bound,
            "exclusiveMaximum": lambda bound: value < bound,
            "multipleOf": lambda bound: value % bound == 0,
        }
    elif isinstance(value, str):
        checks = {
            "minLength": lambda bound: len(value) >= bound,
            "maxLength": lambda bound: len(value) <= bound,
            "pattern": lambda bound: re.search(bound, value) is not None,
        }
    elif isinstance(value, list):
        checks = {"minItems": lambda bound: len(value) >= bound, "maxItems": lambda bound: len(value) <= bound}
    elif isinstance(value, dict):
        checks = {
            "minProperties": lambda bound: len(value) >= bound,
            "maxProperties": lambda bound: len(value) <= bound,
        }
    else:
        return
    for keyword, is_valid in checks.items():
        if keyword in schema and not is_valid(schema[keyword]):
            yield path, f"expected {describe_constraint(keyword, schema[keyword])}, got {value!r:.60}"
