"""Walks through JSON Schemas: the schemas inside a schema, and the definitions that it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__: list[str] = []

_NAMED = ("properties", "$defs", "definitions", "patternProperties", "dependentSchemas")
_SINGLE = ("items", "additionalProperties", "contains", "propertyNames", "not", "if", "then", "else")
_LISTED = ("anyOf", "oneOf", "allOf", "prefixItems", "items")


def list_children(schema: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Yield the schemas directly inside a schema, with the keys that lead to them.

    Args:
        schema: The schema.
    """
    for keyword in _NAMED:
        members = schema.get(keyword)
        if isinstance(members, dict):
            yield from (((keyword, name), each) for name, each in members.items() if isinstance(each, dict))
    for keyword in _SINGLE:
        if isinstance(schema.get(keyword), dict):
            yield (keyword,), schema[keyword]
    for keyword in _LISTED:
        items = schema.get(keyword)
        if isinstance(items, list):
            yield from (((keyword, index), each) for index, each in enumerate(items) if isinstance(each, dict))


def find_references(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the targets of all references inside a schema.

    Args:
        schema: The schema.
    """
    if isinstance(schema.get("$ref"), str):
        yield schema["$ref"]
    for _, child in list_children(schema):
        yield from find_references(child)


def write_pointer(*keys: str | int) -> str:
    """Return the JSON Pointer of a path.

    Args:
        *keys: The keys of the path.
    """
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def resolve(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema, or the one that it refers to inside its document; {} if that does not exist.

    Args:
        document: The whole document.
        schema: A schema inside it.
    """
    for _ in range(20):  # references to references; more would be a circle
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        found: Any = document
        for key in reference.removeprefix("#").split("/")[1:]:
            name = key.replace("~1", "/").replace("~0", "~")
            found = found.get(name) if isinstance(found, dict) else None
        if not isinstance(found, dict):
            return {}
        schema = {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
    return {}


def copy_schema(value: Any, visit: Callable[[Any], Any] = lambda value: value) -> Any:
    """Return a copy of a schema, so that changing it does not change the original.

    Args:
        value: The schema, or a value inside it.
        visit: Applied to each value that is neither a dict nor a list.
    """
    if isinstance(value, dict):
        return {key: copy_schema(item, visit) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [copy_schema(item, visit) for item in value]
    return visit(value)


def hoist_definitions(schema: Mapping[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without its definitions, which are added to those of another document.

    Args:
        schema: The schema; it is not changed.
        definitions: The other definitions. A different one of the same name gets another name.
    """
    own = schema.get("$defs", {})
    names = {}
    for name, definition in own.items():
        names[name] = new = _choose_name(name, definition, definitions)
        definitions.setdefault(new, None)
    renamed = {f"#/$defs/{old}": f"#/$defs/{new}" for old, new in names.items() if old != new}
    for name, definition in own.items():
        if definitions[names[name]] is None:
            definitions[names[name]] = _rename_references(definition, renamed)
    return _rename_references({key: value for key, value in schema.items() if key != "$defs"}, renamed)


def _choose_name(name: str, definition: Any, definitions: Mapping[str, Any]) -> str:
    """Return a name that no other definition has; that of an equal definition is the same."""
    chosen, number = name, 2
    while chosen in definitions and definitions[chosen] != definition:
        chosen, number = f"{name}_{number}", number + 1
    return chosen


def _rename_references(schema: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    copied: dict[str, Any] = copy_schema(schema)
    todo = [copied]
    while todo:
        each = todo.pop()
        if isinstance(each.get("$ref"), str):
            each["$ref"] = names.get(each["$ref"], each["$ref"])
        todo.extend(child for _, child in list_children(each))
    return copied
