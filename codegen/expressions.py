"""A schema of the normal form, as Python: what an attribute holds, what a caller may give, what reads it."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field

from openapi_python_client.strings import ClassName, snake_case

from .document import Node, referent, schemas_of, variants_of
from .passes.nullability import NULL

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_READ_BY_FORMAT = {"date-time": ("datetime", "read_datetime"), "date": ("date", "read_date")}

# Names an annotation in the same class body needs, and those every model has.
_TAKEN = frozenset(
    {"str", "int", "float", "bool", "bytes", "list", "dict", "datetime", "date", "self", "Any", "Literal", "Sequence"}
    | {"Mapping", "ClassVar", "from_dict", "to_dict", "from_json", "to_json", "is_set", "unset"}
)

_TAKEN_CLASSES = frozenset(
    [
        "Any",
        "Answers",
        "AsyncEventStream",
        "AsyncPaging",
        "AsyncSender",
        "Body",
        "ClassVar",
        "Each",
        "Endpoint",
        "EventStream",
        "Events",
        "ExtraParams",
        "JsonModel",
        "Kinds",
        "Literal",
        "Mapped",
        "Mapping",
        "Members",
        "Nested",
        "Operation",
        "Options",
        "PagedOperation",
        "Pagination",
        "Paging",
        "READERS",
        "Reader",
        "Required",
        "Sender",
        "Sequence",
        "Shaped",
        "StreamingOperation",
        "Tagged",
        "Timeout",
        "TypeAlias",
        "TypedDict",
        "UNSET",
        "Union",
        "UnknownVariant",
        "Unpack",
    ]
)


@dataclass
class Names:
    """What one module names: schemas it has to import, and which schemas have typed dicts."""

    dicts: frozenset[str] = frozenset()
    models: set[str] = field(default_factory=set)


def class_name(name: str) -> str:
    """The class of a named schema; one that a generated module needs otherwise ends in `Schema`."""
    word = str(ClassName(name, "Schema"))
    return f"{word}Schema" if word in _TAKEN_CLASSES else word


def module_name(name: str) -> str:
    """The module of a named schema."""
    word = snake_case(class_name(name))
    return f"{word}_" if keyword.iskeyword(word) else word


def dict_name(name: str) -> str:
    """The TypedDict of a named schema."""
    return f"{class_name(name)}Dict"


def reader_name(name: str) -> str:
    """The function that reads a named union."""
    return f"read_{module_name(name)}"


def attribute_name(wire: str, taken: frozenset[str] = _TAKEN) -> str:
    """The attribute for a member; a keyword, or a name that is needed otherwise, ends in an underscore."""
    name = wire if wire.isidentifier() and not wire.startswith("_") and wire.lower() == wire else snake_case(wire)
    if not name.isidentifier() or name.startswith("_"):
        name = f"field_{name.lstrip('_')}"
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


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
        return joined(_type(document, member, names, given=given) for member in variants_of(schema))
    if kind == "constant":
        return f"Literal[{schema['const']!r}]"
    if kind == "array":
        item = _type(document, schema.get("items") or {}, names, given=given)
        return f"{'Sequence' if given else 'list'}[{item}]"
    if kind == "map":
        inner = schema.get("additionalProperties")
        value = _type(document, inner if isinstance(inner, dict) else {}, names, given=given)
        return f"{'Mapping' if given else 'dict'}[str, {value}]"
    return _scalar_type(schema, kind, names, given=given)


def _named_type(name: str, kind: str, names: Names, *, given: bool) -> str:
    names.models.add(name)
    parts = [class_name(name)]
    if given and name in names.dicts:
        parts.append(dict_name(name))
    if given and kind == "model":
        parts.append("Mapping[str, Any]")
    return " | ".join(parts)


def joined(types: Iterable[str]) -> str:
    """The union of types, each alternative once."""
    return " | ".join(dict.fromkeys(part for text in types for part in alternatives(text)))


def alternatives(text: str) -> list[str]:
    """The alternatives of a union type, those inside brackets left alone."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def _scalar_type(schema: Node, kind: str, names: Names, *, given: bool) -> str:
    moment = _READ_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    if moment is not None:
        return f"{moment[0]} | str" if given else moment[0]
    if kind == "string" and schema.get("format") == "binary":
        return "bytes"
    return _SCALARS.get(kind, "Any")


def reader(document: Node, schema: Node) -> str | None:
    """The expression that reads a member's JSON value; None where the value is the attribute's."""
    name = referent(schema)
    kind = kind_of(document, schema)
    if kind == "model":
        return f"Nested({class_name(name or '')!r})"
    if name is not None:
        return f"Union({class_name(name)!r})" if kind == "union" and union_reader(document, name) is not None else None
    if kind == "union":
        return _inline_union_reader(document, schema)
    if kind == "array":
        inner = reader(document, schema.get("items") or {})
        return f"Each({inner or ''})"
    if kind == "map":
        value = schema.get("additionalProperties")
        inner = reader(document, value) if isinstance(value, dict) else None
        return f"Mapped({inner or ''})"
    moment = _READ_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    return moment[1] if moment else None


def union_reader(document: Node, name: str) -> str | None:
    """The expression that reads a named union; None where its values are left as they come."""
    return _inline_union_reader(document, schemas_of(document)[name])


def _inline_union_reader(document: Node, schema: Node) -> str | None:
    members = [member for member in variants_of(schema) if member != NULL]
    if len(members) == 1:
        return reader(document, members[0])
    objects = [member for member in members if kind_of(document, member) == "model"]
    others = [member for member in members if kind_of(document, member) in ("array", "map", "union")]
    read_object = _object_reader(document, schema, [referent(member) or "" for member in objects])
    arrays = [reader(document, member) for member in others if kind_of(document, member) == "array"]
    nested = [
        text
        for member in others
        if kind_of(document, member) in ("map", "union") and (text := reader(document, member))
    ]
    if not arrays and not nested:
        return read_object
    if nested and not objects and not arrays:
        return nested[0]
    parts = [f"array={arrays[0]}"] if arrays else []
    if read_object or nested:
        parts.append(f"object={read_object or nested[0]}")
    return f"Kinds({', '.join(parts)})"


def _object_reader(document: Node, schema: Node, objects: list[str]) -> str | None:
    if not objects:
        return None
    if len(objects) == 1:
        return f"Nested({class_name(objects[0])!r})"
    tag = schema.get("discriminator")
    if tag is not None:
        table = {value: class_name(referent({"$ref": target}) or "") for value, target in tag["mapping"].items()}
        return f"Tagged({tag['propertyName']!r}, {table!r})"
    candidates = []
    for name in objects:
        target = schemas_of(document)[name]
        required, known = sorted(target.get("required", ())), sorted(target["properties"])
        candidates.append(f"({class_name(name)!r}, frozenset({required!r}), frozenset({known!r}))")
    return f"Shaped({', '.join(candidates)})"
