"""A schema of the normal form as Python types: what an attribute returns, and what a caller may give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import NoneType
from typing import Any

from ..document import NULL, Node, referent, schemas_of, variants_of
from .identifiers import class_name, dict_name

_TYPE_NAMES: dict[type, str] = {str: "str", bool: "bool", int: "int", float: "float", NoneType: "None"}
_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""")
_NAME = r"[^\s\[\]|,'\"]+"  # not \w, which lacks the marks that some capitals are written with
_NAMES = re.compile(rf"{_QUOTED.pattern}|{_NAME}")
_MARKS = re.compile(rf"{_QUOTED.pattern}|[\[\]|]")
DECODED_BY_FORMAT = {"date-time": ("datetime", "decode_datetime"), "date": ("date", "decode_date")}


@dataclass
class Names:
    """What one module names.

    Attributes:
        dicts: the schemas that have typed dicts.
        models: the schemas the module has to import; filled by `annotation` and `argument`.
        quoted: the schemas that are written as text inside brackets, because their modules import this one.
    """

    dicts: frozenset[str] = frozenset()
    models: set[str] = field(default_factory=set)
    quoted: frozenset[str] = frozenset()


def kind_of(document: Node, schema: Node) -> str:
    """model, enumeration or union for a reference; else constant, union, array, map, any, or the scalar's type."""
    name = referent(schema)
    if name is not None:
        target = schemas_of(document)[name]
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


def annotation(document: Node, schema: Node, names: Names) -> str:
    """What reading an attribute gives, for type checkers."""
    return _type(document, schema, names, given=False)


def argument(document: Node, schema: Node, names: Names) -> str:
    """What a caller may give for a member: models, typed dicts and mappings, sequences, dates as text."""
    return _type(document, schema, names, given=True)


def _type(document: Node, schema: Node, names: Names, *, given: bool) -> str:
    name = referent(schema)
    kind = kind_of(document, schema)
    if name is not None:
        return _named_type(name, kind, names, given=given)
    if kind == "union":
        return joined(_type(document, member, names, given=given) for member in timeless(variants_of(schema)))
    if kind == "constant":
        return literal_type([schema["const"]])
    if kind == "array":
        item = _inner_type(document, schema.get("items"), names, given=given)
        return f"{'Sequence' if given else 'list'}[{item}]"
    if kind == "map":
        value = _inner_type(document, schema.get("additionalProperties"), names, given=given)
        return f"{'Mapping' if given else 'dict'}[str, {value}]"
    return _scalar_type(schema, kind, given=given)


def _inner_type(document: Node, schema: Any, names: Names, *, given: bool) -> str:
    schema = schema if isinstance(schema, dict) else {}
    text = _type(document, schema, names, given=given)
    if given and _is_union_of_models(document, schema):
        text = joined([text, "JsonModel"])  # a checker that joins types calls a list of several models a list of these
    quoted = {word for name in names.quoted for word in (class_name(name), dict_name(name))}
    return repr(text) if quoted & words_outside_quotes(text) else text


def _is_union_of_models(document: Node, schema: Node) -> bool:
    members = variants_of(schemas_of(document)[name]) if (name := referent(schema)) else variants_of(schema)
    return sum(kind_of(document, member) == "model" for member in members) > 1


def words_outside_quotes(text: str) -> set[str]:
    """The names a type mentions, those in text left out."""
    return set(re.findall(_NAME, _QUOTED.sub("", text)))


def unhidden(text: str, hidden: frozenset[str]) -> str:
    """A type in which the builtins that a method or function of the same name hides say where they come from."""
    return _NAMES.sub(lambda found: f"builtins.{found[0]}" if found[0] in hidden else found[0], text)


def timeless(members: list[Node]) -> list[Node]:
    """The members of a union, in which a date beside others is left as the text it is."""
    if sum(member != NULL for member in members) < 2:
        return members
    return [{**member, "format": None} if member.get("format") in DECODED_BY_FORMAT else member for member in members]


def literal_type(values: Iterable[Any]) -> str:
    """The type of a value that is one of these; numbers with a fraction, lists and objects are no literals."""
    values = list(values)
    literals = [repr(value) for value in values if isinstance(value, str | int)]
    others = {_TYPE_NAMES.get(type(value), "Any") for value in values if not isinstance(value, str | int)}
    return joined([*([f"Literal[{', '.join(literals)}]"] if literals else []), *sorted(others)])


def _named_type(name: str, kind: str, names: Names, *, given: bool) -> str:
    names.models.add(name)
    parts = [class_name(name)]
    if given and name in names.dicts:
        parts.append(dict_name(name))
    if given and kind == "model":
        # Beside a typed dict, `Mapping[str, Any]` would let every misspelt key pass.
        parts.append("JsonObject" if name in names.dicts else "Mapping[str, Any]")
    return " | ".join(parts)


def joined(types: Iterable[str]) -> str:
    """The union of types, each alternative once."""
    return " | ".join(dict.fromkeys(part for text in types for part in alternatives(text)))


def alternatives(text: str) -> list[str]:
    """The alternatives of a union type, those inside brackets and quotes left alone."""
    parts, depth, start = [], 0, 0
    for found in _MARKS.finditer(text):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if found[0] == "|" and depth == 0:
            parts.append(text[start : found.start()].strip())
            start = found.end()
    return [*parts, text[start:].strip()]


def open_type(values: Iterable[Any]) -> str:
    """The type of an enumeration that may get new values: those it has, or anything of their kinds."""
    values = list(values)
    return joined([literal_type(values), *sorted({_TYPE_NAMES.get(type(value), "Any") for value in values})])


def _scalar_type(schema: Node, kind: str, *, given: bool) -> str:
    moment = DECODED_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    if moment is not None:
        return f"{moment[0]} | str" if given else moment[0]
    if kind == "string" and schema.get("format") == "binary":
        return "FileInput" if given else "bytes"
    return _SCALARS.get(kind, "Any")
