"""`schema_of`: the JSON Schema of a Python type."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import frozen

from ..errors import InvalidArgumentError
from .document import JsonSchema
from .strict_mode import make_strict
from .traversal import copy_schema, find_references
from .type_forms import Parts, is_pydantic, is_pydantic_metadata, is_type, name_type, walk

__all__ = ["schema_of"]

_PREFIX = "#/$defs/"


@frozen
class TypeDescription:
    """The JSON Schema of a type, and the library that reads its values.

    Attributes:
        schema: The schema, with the root inlined. It is shared: copy it before changing it.
        reads_with_pydantic: Whether pydantic reads the values, and not msgspec.
        has_constraints: Whether the schema has constraints that the library does not check.
    """

    schema: dict[str, Any]
    reads_with_pydantic: bool
    has_constraints: bool = False


def schema_of(kind: Any, *, strict: bool = False) -> JsonSchema:
    """Return the JSON Schema of a type.

        @dataclass
        class City:
            name: Annotated[str, "The English name."]
            population: Annotated[int, msgspec.Meta(ge=0)] = 0

        schema_of(City)

    The type is a type of JSON values, Literal, an Enum, a union, a list, tuple or dict, a dataclass, attrs class,
    TypedDict, NamedTuple, `msgspec.Struct` or pydantic model, or a date, UUID, Decimal or bytes. Constraints are
    written as Annotated with `msgspec.Meta` or annotated_types. Descriptions are taken from Annotated, as a text or
    `Meta(description=...)`, and from the docstrings of classes and their sections "Attributes" or "Args".

    Args:
        kind: The type.
        strict: Whether to change the schema to what the strict mode of structured output accepts: every member is
            required, optional ones may be null, and what strict mode does not support is moved to the descriptions.
            `changes` of the result lists what was changed.

    Raises:
        InvalidArgumentError: A type has no JSON Schema, or, for `strict`, cannot be written as strict mode requires.
        ConfigurationError: A docstring with sections is parsed by the extra `tools`, which is not installed.
    """
    schema = copy_schema(describe(kind).schema)
    return make_strict(schema) if strict else JsonSchema(schema)


def describe(kind: Any) -> TypeDescription:
    """Return the schema of a type, and how its values are read.

    Args:
        kind: The type.

    Raises:
        InvalidArgumentError: A type has no JSON Schema.
    """
    try:
        return _describe_once(kind)
    except TypeError as error:
        if "unhashable" not in str(error):
            raise
    return _describe(kind)


def _describe(kind: Any) -> TypeDescription:
    from .msgspec_types import Description

    if isinstance(kind, str) or not is_type(kind):
        raise InvalidArgumentError(
            f"schema_of() requires a type, not {kind!r:.60}; pass a class such as City, or list[int]"
        )
    parts = walk(kind)
    if _contains_pydantic(parts):
        from .pydantic_types import check_type

        if check_type(kind) is None:
            return _describe_with_pydantic(kind)
    try:
        description = Description(kind)
        _check_msgspec(kind)
    except InvalidArgumentError:
        if _contains_msgspec(parts) or not _is_read_by_pydantic(kind):
            raise
        return _describe_with_pydantic(kind)
    schema = _inline_root(description.schema, description.definitions)
    return TypeDescription(schema, reads_with_pydantic=False, has_constraints=description.has_constraints)


_describe_once = lru_cache(maxsize=512)(_describe)


def _describe_with_pydantic(kind: Any) -> TypeDescription:
    from .pydantic_types import describe_type

    try:
        schema, definitions = describe_type(kind)
    except InvalidArgumentError as error:
        raise InvalidArgumentError(f"the type {name_type(kind)} has no JSON Schema: {error}") from None
    return TypeDescription(_inline_root(schema, definitions), reads_with_pydantic=True)


def _contains_pydantic(parts: Parts) -> bool:
    """Return True if a type contains a pydantic model, or a field with settings of pydantic."""
    return any(map(is_pydantic, parts.classes)) or any(map(is_pydantic_metadata, parts.metadata))


def _contains_msgspec(parts: Parts) -> bool:
    """Return True if a type contains constraints of msgspec, which pydantic would ignore."""
    import msgspec

    return any(isinstance(each, msgspec.Meta) for each in parts.metadata)


def _check_msgspec(kind: Any) -> None:
    """Check that msgspec can read a type, for example that it can tell the members of a union apart.

    Raises:
        InvalidArgumentError: It cannot.
    """
    import msgspec

    try:
        msgspec.json.Decoder(kind, dec_hook=lambda _, value: value)
    except TypeError as error:
        raise InvalidArgumentError(
            f"values of the type {name_type(kind)} cannot be read: {error}; use one class, msgspec.Struct classes with "
            f"tags, or install pydantic"
        ) from None


def _is_read_by_pydantic(kind: Any) -> bool:
    """Return True if pydantic is installed and reads a type that msgspec does not, such as a union of dataclasses."""
    try:
        from .pydantic_types import check_type

        return check_type(kind) is None
    except ImportError:
        return False


def _inline_root(schema: dict[str, Any], definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return a schema with the definitions that it needs, and without a reference at its root."""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        target = definitions[reference.removeprefix(_PREFIX)]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    needed: dict[str, dict[str, Any]] = {}
    todo = [schema]
    while todo:
        for each in find_references(todo.pop()):
            name = each.removeprefix(_PREFIX)
            if name not in needed:
                needed[name] = definitions[name]
                todo.append(definitions[name])
    ordered = {name: needed[name] for name in definitions if name in needed}
    return {**schema, "$defs": ordered} if ordered else schema
