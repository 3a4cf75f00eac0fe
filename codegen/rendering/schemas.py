"""Records of the named schemas of a normal form."""

from __future__ import annotations

import re

from ..document import (
    NULL,
    Node,
    get_reference_name,
    get_schemas,
    get_variants,
    iter_root_schemas,
    iter_subschemas,
    walk_schema,
)
from .decoders import build_decoder, build_named_union_decoder
from .expressions import (
    Names,
    build_annotation,
    build_argument_type,
    build_open_type,
    find_kind,
    is_decimal,
    join_types,
    split_union,
)
from .identifiers import attribute_name, class_name, dict_name, is_plain_name, module_name, reader_name
from .prose import format_prose
from .records import Enumeration, Member, Model, UnionAlias


def build_records(normal: Node, sent: frozenset[str]) -> tuple[list[Model], list[UnionAlias], list[Enumeration]]:
    """Return the records of all named schemas; those in `sent` get typed dicts."""
    models, unions, enumerations = [], [], []
    for name, schema in get_schemas(normal).items():
        if schema.get("properties"):
            models.append(_build_model(normal, name, schema, sent))
        elif "enum" in schema:
            enumerations.append(_build_enumeration(name, schema))
        else:
            unions.append(_build_union(normal, name, schema, sent))
    return models, unions, enumerations


def find_request_schemas(normal: Node) -> frozenset[str]:
    """Return the schemas that requests contain, except enumerations."""
    todo = [
        schema for place, schema in iter_root_schemas(normal) if "/requestBody/" in place or "/parameters/" in place
    ]
    seen: set[str] = set()
    while todo:
        schema = todo.pop()
        name = get_reference_name(schema)
        if name is not None and name not in seen:
            seen.add(name)
            todo.append(get_schemas(normal)[name])
        todo += [inner for _, inner in iter_subschemas(schema, "")]
    return frozenset(name for name in seen if "enum" not in get_schemas(normal)[name])


def build_member(normal: Node, wire: str, schema: Node, *, required: bool, names: Names) -> Member:
    """Return the record of a member of an object or of a parameter."""
    constant = schema.get("const")
    type_ = build_annotation(normal, schema, names)
    nullable = NULL in schema.get("anyOf", ())
    return Member(
        name=schema.get("x-name") or attribute_name(wire),
        wire=wire,
        annotation=type_ if required or nullable or type_ in ("None", "Any") else f"{type_} | None",
        argument=build_argument_type(normal, schema, names),
        decoder=build_decoder(normal, schema),
        description=format_prose(schema.get("description")),
        required=required,
        default=repr(constant) if constant is not None and required else None,
    )


def _build_model(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> Model:
    names = Names(sent)
    required = set(schema.get("required") or ())
    members = [
        build_member(normal, wire, inner, required=wire in required, names=names)
        for wire, inner in schema["properties"].items()
    ]
    _add_decimals(normal, members, schema["properties"])
    names.models.discard(name)
    return Model(
        name=class_name(name),
        module=module_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=format_prose(schema.get("description")),
        members=members,
        names=names,
        dict_is_class=all(is_plain_name(wire) for wire in schema["properties"]),
    )


def _add_decimals(normal: Node, members: list[Member], properties: Node) -> None:
    """Name the properties that return decimal numbers, unlike every member: `price_decimal` for `price`."""
    taken = {each.name for each in members}
    for each in members:
        schema = properties[each.wire]
        variants = [variant for variant in get_variants(schema) or [schema] if variant != NULL]
        if variants and all(is_decimal(normal, variant) for variant in variants):
            each.decimal = f"{each.name}_decimal"
            while each.decimal in taken:
                each.decimal += "_"
            taken.add(each.decimal)


def _build_union(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> UnionAlias:
    names = Names(sent, quoted=_find_cycle(normal, name))
    inner = {"anyOf": get_variants(schema)}
    attribute_type = build_annotation(normal, inner, names)
    argument_types = split_union(build_argument_type(normal, inner, names))
    accepted = [part for part in argument_types if part not in split_union(attribute_type)]
    decode = build_named_union_decoder(normal, name)
    if decode is not None and re.match(r"Tagged|Shaped|Kinds\(.*(Tagged|Shaped)", decode):
        attribute_type += " | UnknownVariant"
    names.models.discard(name)
    return UnionAlias(
        name=class_name(name),
        module=module_name(name),
        function=reader_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=format_prose(schema.get("description")),
        annotation=attribute_type,
        argument=join_types(accepted) or attribute_type,
        decoder=decode,
        names=names,
    )


def _find_cycle(normal: Node, name: str) -> frozenset[str]:
    """Return the unions that a union contains and that contain it; the union itself if it contains itself."""

    def find_contained(start: str) -> set[str]:
        found: set[str] = set()
        todo = [start]
        while todo:
            for _, inner in walk_schema(get_schemas(normal)[todo.pop()], ""):
                target = get_reference_name(inner)
                if target is not None and target not in found and find_kind(normal, inner) == "union":
                    found.add(target)
                    todo.append(target)
        return found

    return frozenset(other for other in find_contained(name) if other == name or name in find_contained(other))


def _build_enumeration(name: str, schema: Node) -> Enumeration:
    return Enumeration(class_name(name), format_prose(schema.get("description")), build_open_type(schema["enum"]))
