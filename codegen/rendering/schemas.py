"""The named schemas of a normal form as records."""

from __future__ import annotations

import re

from ..document import NULL, Node, referent, roots, schemas_of, subschemas, variants_of, walk_inside
from .decoders import decoder, union_decoder
from .expressions import Names, alternatives, annotation, argument, joined, kind_of, open_type
from .identifiers import attribute_name, class_name, dict_name, is_plain_name, module_name, reader_name
from .prose import prose
from .records import Enumeration, Member, Model, UnionAlias


def records_of(normal: Node, sent: frozenset[str]) -> tuple[list[Model], list[UnionAlias], list[Enumeration]]:
    """The named schemas; those in `sent` get typed dicts."""
    models, unions, enumerations = [], [], []
    for name, schema in schemas_of(normal).items():
        if schema.get("properties"):
            models.append(_model(normal, name, schema, sent))
        elif "enum" in schema:
            enumerations.append(_enumeration(name, schema))
        else:
            unions.append(_union(normal, name, schema, sent))
    return models, unions, enumerations


def sent_schemas(normal: Node) -> frozenset[str]:
    """The schemas a caller may have to write: what requests reach, enumerations aside."""
    todo = [schema for place, schema in roots(normal) if "/requestBody/" in place or "/parameters/" in place]
    seen: set[str] = set()
    while todo:
        schema = todo.pop()
        name = referent(schema)
        if name is not None and name not in seen:
            seen.add(name)
            todo.append(schemas_of(normal)[name])
        todo += [inner for _, inner in subschemas(schema, "")]
    return frozenset(name for name in seen if "enum" not in schemas_of(normal)[name])


def member(normal: Node, wire: str, schema: Node, *, required: bool, names: Names) -> Member:
    """A member of an object, or a parameter."""
    constant = schema.get("const")
    held = annotation(normal, schema, names)
    nullable = NULL in schema.get("anyOf", ())
    return Member(
        name=attribute_name(wire),
        wire=wire,
        annotation=held if required or nullable or held in ("None", "Any") else f"{held} | None",
        argument=argument(normal, schema, names),
        decoder=decoder(normal, schema),
        description=prose(schema.get("description")),
        required=required,
        default=repr(constant) if constant is not None and required else None,
    )


def _model(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> Model:
    names = Names(sent)
    required = set(schema.get("required") or ())
    members = [
        member(normal, wire, inner, required=wire in required, names=names)
        for wire, inner in schema["properties"].items()
    ]
    _tell_apart(members)
    names.models.discard(name)
    return Model(
        name=class_name(name),
        module=module_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=prose(schema.get("description")),
        members=members,
        names=names,
        dict_is_class=all(is_plain_name(wire) for wire in schema["properties"]),
    )


def _tell_apart(members: list[Member]) -> None:
    taken: set[str] = set()
    for each in members:
        while each.name in taken:
            each.name += "_"
        taken.add(each.name)


def _union(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> UnionAlias:
    names = Names(sent, quoted=_cycle(normal, name))
    inner = {"anyOf": variants_of(schema)}
    held = annotation(normal, inner, names)
    given = [part for part in alternatives(argument(normal, inner, names)) if part not in alternatives(held)]
    decode = union_decoder(normal, name)
    if decode is not None and re.match(r"Tagged|Shaped|Kinds\(.*(Tagged|Shaped)", decode):
        held += " | UnknownVariant"
    names.models.discard(name)
    return UnionAlias(
        name=class_name(name),
        module=module_name(name),
        function=reader_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=prose(schema.get("description")),
        annotation=held,
        argument=joined(given) or held,
        decoder=decode,
        names=names,
    )


def _cycle(normal: Node, name: str) -> frozenset[str]:
    """The unions that a union contains and that contain it, itself included where it contains itself."""

    def reached(start: str) -> set[str]:
        found: set[str] = set()
        todo = [start]
        while todo:
            for _, inner in walk_inside(schemas_of(normal)[todo.pop()], ""):
                target = referent(inner)
                if target is not None and target not in found and kind_of(normal, inner) == "union":
                    found.add(target)
                    todo.append(target)
        return found

    return frozenset(other for other in reached(name) if other == name or name in reached(other))


def _enumeration(name: str, schema: Node) -> Enumeration:
    return Enumeration(class_name(name), prose(schema.get("description")), open_type(schema["enum"]))
