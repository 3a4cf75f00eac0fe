"""JSON Schemas of the types that msgspec reads, with descriptions; those of pydantic inside them are described by it.

msgspec describes single types and the members of classes. Containers are walked here, because metadata of other
libraries and the docstrings of classes are unknown to msgspec, and because an error should name the member.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from ..errors import InvalidArgumentError
from .docstrings import read_docstring
from .metadata import is_constraint, read_metadata
from .traversal import hoist_definitions
from .type_forms import is_enum, is_pydantic, is_record, is_union, name_type, read_hints, unwrap

__all__: list[str] = []

PREFIX = "#/$defs/"
_FORMATS = {"datetime": "date-time", "time": "time"}
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


class Description:
    """The JSON Schema of a type, with the definitions that it refers to.

    Args:
        kind: The type.

    Attributes:
        schema: The schema of the type.
        definitions: Name -> the schema of a class or enumeration.
        has_constraints: Whether the type contains constraints that msgspec does not check.

    Raises:
        InvalidArgumentError: The type, or the type of a member, has no JSON Schema.
    """

    def __init__(self, kind: Any) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}
        self.has_constraints = False
        self._names: dict[Any, str] = {}
        self._path: list[str] = []
        self.schema = self._describe(kind)

    def _describe(self, kind: Any) -> dict[str, Any]:
        """Return the schema of a type, with the keywords of its metadata."""
        plain, metadata = unwrap(kind)
        schema = self._describe_plain(plain)
        self.has_constraints = self.has_constraints or any(map(is_constraint, metadata))
        keywords = read_metadata(metadata, _find_json_type(schema))
        named: dict[str, Any] = {key: keywords.pop(key) for key in ("title", "description") if key in keywords}
        return {**named, **{key: value for key, value in schema.items() if key not in named}, **keywords}

    def _describe_plain(self, kind: Any) -> dict[str, Any]:
        origin, arguments = get_origin(kind), get_args(kind)
        if is_union(kind):
            return self._describe_union(arguments)
        if origin is Literal:
            return self._describe_values(kind, arguments)
        if isinstance(kind, TypeVar):
            return self._describe(kind.__bound__) if kind.__bound__ is not None else {}
        if is_pydantic(kind):
            return self._describe_pydantic(kind)
        if is_record(kind) or is_enum(kind):
            return self._refer(kind)
        if isinstance(origin, type) and arguments:
            if issubclass(origin, tuple):
                return self._describe_tuple(arguments)
            if issubclass(origin, Mapping):
                key, value = arguments
                schema = self._ask_msgspec(dict[key, Any])  # type: ignore[valid-type]  # only known at run time
                inner = self._inside("{}", value)
                return {**schema, **({"additionalProperties": inner} if inner else {})}
            if issubclass(origin, Collection):
                inner = self._inside("[]", arguments[0])
                return {**self._ask_msgspec(origin), **({"items": inner} if inner else {})}
        schema = self._ask_msgspec(kind)
        if isinstance(kind, type) and kind.__module__ == "datetime" and kind.__name__ in _FORMATS:
            schema.setdefault("format", _FORMATS[kind.__name__])  # msgspec adds it only with a time zone
        return schema

    def _describe_union(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        described = [self._describe(each) for each in arguments]
        nulls = [each for each in described if each == {"type": "null"}]
        return {"anyOf": [*(each for each in described if each not in nulls), *nulls[:1]]}

    def _describe_tuple(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        if arguments[-1] is Ellipsis:
            inner = self._inside("[]", arguments[0])
            return {"type": "array", **({"items": inner} if inner else {})}
        items = [self._inside(f"[{index}]", each) for index, each in enumerate(arguments)]
        size = len(arguments)
        return {"type": "array", "minItems": size, "maxItems": size, "prefixItems": items, "items": False}

    def _refer(self, kind: Any) -> dict[str, Any]:
        """Return a reference to the definition of a class, which is added at its first use."""
        name = self._names.get(kind)
        if name is None:
            name = self._names[kind] = self._choose_name(kind)
            self.definitions[name] = {}  # for classes that refer to themselves
            self.definitions[name] = self._describe_enum(kind) if is_enum(kind) else self._describe_record(kind)
        return {"$ref": PREFIX + name}

    def _choose_name(self, kind: Any) -> str:
        """Return a name for a definition that no other class has."""
        name = plain = re.sub(r"\W+", "_", name_type(kind)).strip("_")
        number = 2
        while name in self.definitions:
            name, number = f"{plain}_{number}", number + 1
        return name

    def _describe_enum(self, kind: Any) -> dict[str, Any]:
        schema = self._describe_values(kind, tuple(each.value for each in kind))
        return _describe_class({"title": kind.__name__, **schema}, read_docstring(kind).text)

    def _describe_values(self, kind: Any, values: tuple[Any, ...]) -> dict[str, Any]:
        """Return the schema of values in their order, with their types, which some providers require."""
        odd = [each for each in values if type(each) not in _JSON_TYPES]
        if odd:
            raise self._fail(kind, f"its value {odd[0]!r:.60} is no JSON value")
        types = list(dict.fromkeys(_JSON_TYPES[type(each)] for each in values))
        if types == ["null"]:
            return {"type": "null"}
        return {"enum": [*values], "type": types[0] if len(types) == 1 else types}

    def _describe_record(self, kind: Any) -> dict[str, Any]:
        schema = self._ask_msgspec(kind, members=True)
        hints = read_hints(kind)
        docstring = read_docstring(get_origin(kind) or kind)
        keys = _read_keys(kind, hints)
        described = {keys[name]: (name, hint) for name, hint in hints.items() if name in keys}
        if "prefixItems" in schema:  # a named tuple, or a struct that is an array
            first = len(schema["prefixItems"]) - len(described)  # the tag of a struct comes first
            for index, (name, hint) in enumerate(described.values()):
                schema["prefixItems"][first + index] = self._describe_member(
                    name, hint, schema["prefixItems"][first + index], docstring.members
                )
        for key, (name, hint) in described.items():
            if key in schema.get("properties", {}):
                schema["properties"][key] = self._describe_member(
                    name, hint, schema["properties"][key], docstring.members
                )
        return _describe_class(schema, docstring.text)

    def _describe_member(
        self, name: str, hint: Any, known: dict[str, Any], descriptions: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the schema of a member; `known` is that of msgspec, with the default."""
        schema = self._inside(f".{name}", hint)
        if "description" not in schema and name in descriptions:
            schema = {"description": descriptions[name], **schema}
        return {**schema, "default": known["default"]} if "default" in known else schema

    def _describe_pydantic(self, kind: Any) -> dict[str, Any]:
        from .pydantic_types import describe_type

        try:
            schema, definitions = describe_type(kind)
        except InvalidArgumentError as error:
            raise self._fail(kind, error.args[0]) from None
        return hoist_definitions({**schema, "$defs": definitions}, self.definitions)

    def _ask_msgspec(self, kind: Any, *, members: bool = False) -> dict[str, Any]:
        """Return the schema of a type as msgspec describes it.

        With `members`, the schemas of members of types that msgspec does not know are placeholders.
        """
        try:
            (schema,), definitions = msgspec.json.schema_components(
                [kind], ref_template=PREFIX + "{name}", schema_hook=_replace_custom if members else None
            )
        except (TypeError, NameError, RecursionError) as error:
            raise self._fail(kind, _explain(error)) from None
        name = schema.get("$ref", "").removeprefix(PREFIX)
        return definitions[name] if name else schema

    def _inside(self, place: str, kind: Any) -> dict[str, Any]:
        with self._at(place):
            return self._describe(kind)

    @contextmanager
    def _at(self, place: str) -> Iterator[None]:
        self._path.append(place)
        yield
        self._path.pop()

    def _fail(self, kind: Any, reason: str) -> InvalidArgumentError:
        place = "".join(self._path).removeprefix(".")
        where = f" of the member {place}" if place else ""
        return InvalidArgumentError(
            f"the type {name_type(kind)}{where} has no JSON Schema: {reason}; use a type of JSON values, a dataclass, "
            f"attrs class, TypedDict, NamedTuple, Enum, msgspec.Struct or pydantic model"
        )


def _explain(error: Exception) -> str:
    """Return the reason of an error of msgspec, which for unknown types is advice about msgspec itself."""
    text = f"{error}".partition("\n")[0]
    return "msgspec does not support it" if "requires either" in text else text


def _replace_custom(_: Any) -> dict[str, Any]:
    return {"type": "object"}


def _describe_class(schema: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the schema of a class with its description in place of its whole docstring."""
    schema = {key: value for key, value in schema.items() if key != "description"}
    return {
        **({"title": schema.pop("title")} if "title" in schema else {}),
        **({"description": text} if text else {}),
        **schema,
    }


def _read_keys(kind: Any, hints: Mapping[str, Any]) -> dict[str, str]:
    """Return the members of a class by name, with their names in JSON."""
    origin = get_origin(kind) or kind
    if hasattr(origin, "__struct_fields__"):
        return {field.name: field.encode_name for field in msgspec.structs.fields(origin)}
    if hasattr(origin, "_fields"):
        return {name: name for name in origin._fields}
    return {name: name for name in hints}


def _find_json_type(schema: Mapping[str, Any]) -> str | None:
    """Return the JSON type of a schema; that of the first member of a union."""
    kind = schema.get("type") or next((each.get("type") for each in schema.get("anyOf", ())), None)
    return kind if isinstance(kind, str) else None
