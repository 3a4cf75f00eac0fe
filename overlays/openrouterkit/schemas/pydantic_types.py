"""JSON Schemas and values of pydantic models, and of types that contain them. pydantic is imported only here."""

from __future__ import annotations

import inspect
from typing import Any, get_origin

from ..errors import InvalidArgumentError
from .docstrings import read_docstring
from .problems import add_received
from .type_forms import name_type, walk

__all__: list[str] = []

_PREFIX = "#/$defs/"


def describe_type(kind: Any) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the JSON Schema of a type, and the definitions that it refers to, by name.

    Args:
        kind: The type.

    Raises:
        InvalidArgumentError: pydantic has no schema for the type.
    """
    from pydantic import PydanticUserError, TypeAdapter

    classes = list(walk(kind).classes)
    try:
        inputs = [(index, "validation", TypeAdapter(each)) for index, each in enumerate([kind, *classes])]
        schemas, document = TypeAdapter.json_schemas(inputs, by_alias=True, ref_template=_PREFIX + "{model}")  # type: ignore[arg-type]  # list is invariant
    except (PydanticUserError, NameError, TypeError) as error:
        raise InvalidArgumentError(f"{error}".partition("\n")[0]) from None
    definitions: dict[str, dict[str, Any]] = document.get("$defs", {})
    for definition in definitions.values():
        _drop_titles(definition)
    for index, each in enumerate(classes):
        name = schemas[index + 1, "validation"].get("$ref", "").removeprefix(_PREFIX)
        if name in definitions:
            _add_descriptions(definitions[name], get_origin(each) or each)
    return schemas[0, "validation"], definitions


def _add_descriptions(definition: dict[str, Any], kind: type) -> None:
    """Add the descriptions of a docstring to the definition of a class, unless it has others."""
    docstring = read_docstring(kind)
    if "description" not in definition or definition["description"] == inspect.cleandoc(kind.__doc__ or ""):
        definition.pop("description", None)  # the whole docstring; another one is from the configuration
        definition |= {"description": docstring.text} if docstring.text else {}
    fields = getattr(kind, "__pydantic_fields__", None) or getattr(kind, "model_fields", {})
    properties = definition.get("properties", {})
    for name, text in docstring.members.items():
        key = getattr(fields.get(name), "alias", None) or name
        if key in properties and "description" not in properties[key]:
            properties[key] = {"description": text, **properties[key]}


def _drop_titles(definition: dict[str, Any]) -> None:
    """Remove the titles of members that only repeat their names, because each costs tokens."""
    for name, schema in definition.get("properties", {}).items():
        if isinstance(schema, dict) and schema.get("title") == name.replace("_", " ").title():
            del schema["title"]


def read_json(kind: Any, value: Any) -> Any:
    """Return a JSON value as a type.

    Args:
        kind: The type.
        value: The plain JSON value.

    Raises:
        ValueError: The value does not have the type; see `list_problems`.
    """
    from pydantic import TypeAdapter

    from openrouterkit_runtime.json import encode

    # As JSON, because strict models accept a date as text only from JSON.
    return TypeAdapter(kind).validate_json(encode(value))


def list_problems(error: ValueError) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the problems that a validation error of pydantic contains, with their paths.

    Args:
        error: The error.
    """
    found: Any = getattr(error, "errors", None)
    if found is None:
        return [((), str(error))]
    return [(tuple(each["loc"]), _write_reason(each)) for each in found(include_url=False, include_context=False)]


def _write_reason(problem: Any) -> str:
    """Return the reason of a problem, with the value that was received, unless that is missing."""
    reason = problem["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return reason if problem["type"] == "missing" else add_received(reason, problem["input"])


def check_type(kind: Any) -> str | None:
    """Return why pydantic cannot read a type; None if it can.

    Args:
        kind: The type.
    """
    from pydantic import PydanticUserError, TypeAdapter

    try:
        TypeAdapter(kind)
    except (PydanticUserError, NameError, TypeError) as error:
        return f"the type {name_type(kind)} has no JSON Schema: {error}".partition("\n")[0]
    return None
