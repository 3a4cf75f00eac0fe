"""Schemas of the normal form as Python types: those that attributes return and those that arguments accept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import NoneType
from typing import Any

from ..document import NULL, Node, flatten_variants, get_reference_name, get_schemas, get_variants
from .identifiers import class_name, dict_name

_TYPE_NAMES: dict[type, str] = {str: "str", bool: "bool", int: "int", float: "float", NoneType: "None"}
_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""")
_NAME = r"[^\s\[\]|,'\"]+"  # not \w, which excludes combining marks
_NAMES = re.compile(rf"{_QUOTED.pattern}|{_NAME}")
_MARKS = re.compile(rf"{_QUOTED.pattern}|[\[\]|]")
DECODED_BY_FORMAT = {"date-time": ("datetime", "decode_datetime"), "date": ("date", "decode_date")}


@dataclass
class Names:
    """The schemas in the types of one module.

    Attributes:
        dicts: The schemas that have typed dicts.
        models: The schemas that the module must import; `build_annotation` and `build_argument_type` add them.
        quoted: The schemas that are quoted inside brackets, because their modules import this one.
    """

    dicts: frozenset[str] = frozenset()
    models: set[str] = field(default_factory=set)
    quoted: frozenset[str] = frozenset()


def find_kind(document: Node, schema: Node) -> str:
    """Return the kind of a schema.

    The kinds are model, enumeration and union (the kinds of named schemas), constant, array, map, any, and the scalar
    types of JSON.
    """
    name = get_reference_name(schema)
    if name is not None:
        target = get_schemas(document)[name]
        if target.get("properties"):
            return "model"
        return "enumeration" if "enum" in target else "union"
    if "const" in schema:
        return "constant"
    if "anyOf" in schema:
        return "union"
    kind = str(schema.get("type", "any"))
    if kind == "object":
        return "map"
    return kind if kind == "array" or kind in _SCALARS else "any"


def find_kinds(document: Node, schema: Node) -> set[str]:
    """Return the kinds of the variants of a schema, without null."""
    return {find_kind(document, each) for each in flatten_variants(document, {"anyOf": [schema]}) if each != NULL}


def build_annotation(document: Node, schema: Node, names: Names) -> str:
    """Return the type of an attribute."""
    return _build_type(document, schema, names, for_argument=False)


def build_argument_type(document: Node, schema: Node, names: Names) -> str:
    """Return the type of an argument; it also accepts typed dicts, mappings, sequences, and dates as text."""
    return _build_type(document, schema, names, for_argument=True)


def _build_type(document: Node, schema: Node, names: Names, *, for_argument: bool) -> str:
    name = get_reference_name(schema)
    kind = find_kind(document, schema)
    if name is not None:
        return _build_named_type(name, kind, names, for_argument=for_argument)
    if kind == "union":
        members = drop_date_formats(get_variants(schema))
        return join_types(_build_type(document, member, names, for_argument=for_argument) for member in members)
    if kind == "constant":
        return build_literal_type([schema["const"]])
    if kind == "array":
        item = _build_inner_type(document, schema.get("items"), names, for_argument=for_argument)
        return f"{'Sequence' if for_argument else 'list'}[{item}]"
    if kind == "map":
        value = _build_inner_type(document, schema.get("additionalProperties"), names, for_argument=for_argument)
        return f"{'Mapping' if for_argument else 'dict'}[str, {value}]"
    return _build_scalar_type(schema, kind, for_argument=for_argument)


def _build_inner_type(document: Node, schema: Any, names: Names, *, for_argument: bool) -> str:
    schema = drop_date_format(schema) if isinstance(schema, dict) else {}
    text = _build_type(document, schema, names, for_argument=for_argument)
    if for_argument and _is_union_of_models(document, schema):
        # Type checkers infer list[JsonModel] for a list of several models.
        text = join_types([text, "JsonModel"])
    quoted = {word for name in names.quoted for word in (class_name(name), dict_name(name))}
    return repr(text) if quoted & find_names(text) else text


def _is_union_of_models(document: Node, schema: Node) -> bool:
    """Return True if a schema is a union with more than one model."""
    members = (
        get_variants(get_schemas(document)[name]) if (name := get_reference_name(schema)) else get_variants(schema)
    )
    return sum(find_kind(document, member) == "model" for member in members) > 1


def find_names(text: str) -> set[str]:
    """Return the names in a type, except those inside quotes."""
    return set(re.findall(_NAME, _QUOTED.sub("", text)))


def qualify_builtins(text: str, hidden: frozenset[str]) -> str:
    """Return a type in which every name in `hidden`, which a function or method shadows, has the prefix `builtins.`."""
    return _NAMES.sub(lambda match: f"builtins.{match[0]}" if match[0] in hidden else match[0], text)


def is_decimal(normal: Node, schema: Node) -> bool:
    """Return True if a schema is a decimal number: a string or a number with the format `decimal`."""
    return schema.get("format") == "decimal" and find_kind(normal, schema) in ("string", "number", "integer")


def drop_date_formats(members: list[Node]) -> list[Node]:
    """Return the members of a union; a date or time beside other members loses its format and remains text."""
    if sum(member != NULL for member in members) < 2:
        return members
    return [drop_date_format(member) for member in members]


def drop_date_format(schema: Node) -> Node:
    """Return a schema whose dates remain text, as those in lists and maps do.

    An attribute returns the decoded list itself, so that it can be changed: in it, the original text would be lost.
    """
    if schema.get("format") in DECODED_BY_FORMAT:
        return {**schema, "format": None}
    return {**schema, "anyOf": [drop_date_format(each) for each in schema["anyOf"]]} if "anyOf" in schema else schema


def build_literal_type(values: Iterable[Any]) -> str:
    """Return the type of the listed values: a `Literal` for text, integers and booleans, plain types for the rest."""
    values = list(values)
    literals = [repr(value) for value in values if isinstance(value, str | int)]
    others = {_TYPE_NAMES.get(type(value), "Any") for value in values if not isinstance(value, str | int)}
    return join_types([*([f"Literal[{', '.join(literals)}]"] if literals else []), *sorted(others)])


def _build_named_type(name: str, kind: str, names: Names, *, for_argument: bool) -> str:
    names.models.add(name)
    parts = [class_name(name)]
    if for_argument and name in names.dicts:
        parts.append(dict_name(name))
    if for_argument and kind == "model":
        # If the schema has a typed dict, `Mapping[str, Any]` would hide misspelt keys from type checkers.
        parts.append("JsonObject" if name in names.dicts else "Mapping[str, Any]")
    return " | ".join(parts)


def join_types(types: Iterable[str]) -> str:
    """Return the union of types, without duplicates."""
    return " | ".join(dict.fromkeys(part for text in types for part in split_union(text)))


def split_union(text: str) -> list[str]:
    """Return the alternatives of a union type; bars inside brackets and quotes do not separate."""
    parts, depth, start = [], 0, 0
    for match in _MARKS.finditer(text):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if match[0] == "|" and depth == 0:
            parts.append(text[start : match.start()].strip())
            start = match.end()
    return [*parts, text[start:].strip()]


def build_open_type(values: Iterable[Any]) -> str:
    """Return the type of an enumeration: the listed values, and for values added later any value of their types."""
    values = list(values)
    return join_types([build_literal_type(values), *sorted({_TYPE_NAMES.get(type(value), "Any") for value in values})])


def _build_scalar_type(schema: Node, kind: str, *, for_argument: bool) -> str:
    temporal = DECODED_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    if temporal is not None:
        return f"{temporal[0]} | str" if for_argument else temporal[0]
    if kind == "string" and schema.get("format") == "binary":
        return "FileInput" if for_argument else "bytes"
    return _SCALARS.get(kind, "Any")
