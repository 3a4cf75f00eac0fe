"""Decoders for the JSON values of a schema, as expressions that use the decoders of the runtime."""

from __future__ import annotations

from ..document import NULL, Node, flatten_variants, get_reference_name, get_schemas, get_variants
from .expressions import DECODED_BY_FORMAT, drop_date_format, drop_date_formats, find_kind
from .identifiers import class_name


def build_decoder(document: Node, schema: Node) -> str | None:
    """Return the expression that decodes the values of a schema; None if they need no decoding."""
    name = get_reference_name(schema)
    kind = find_kind(document, schema)
    if kind == "model":
        return f"Nested({class_name(name or '')!r})"
    if name is not None:
        return f"Union({class_name(name)!r})" if _is_decoded(document, schema, ()) else None
    if kind == "union":
        return _build_union_decoder(document, schema)
    if kind == "array":
        return f"Each({build_decoder(document, drop_date_format(schema.get('items') or {})) or ''})"
    if kind == "map":
        value = schema.get("additionalProperties")
        decoder = build_decoder(document, drop_date_format(value)) if isinstance(value, dict) else None
        return f"Mapped({decoder or ''})"
    temporal = DECODED_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    return temporal[1] if temporal else None


def build_named_union_decoder(document: Node, name: str) -> str | None:
    """Return the expression that decodes the values of a named union; None if they need no decoding."""
    return _build_union_decoder(document, get_schemas(document)[name])


def _is_decoded(document: Node, schema: Node, seen: tuple[str, ...]) -> bool:
    """Return True if the values of a schema need decoding; `seen` are the unions that contain it."""
    name = get_reference_name(schema)
    kind = find_kind(document, schema)
    if kind != "union":
        return kind in ("model", "array", "map")
    if name is None:
        return any(_is_decoded(document, member, seen) for member in get_variants(schema))
    return name not in seen and _is_decoded(
        document, {"anyOf": get_variants(get_schemas(document)[name])}, (*seen, name)
    )


def _build_union_decoder(document: Node, schema: Node, seen: tuple[Node, ...] = ()) -> str | None:
    """Return the decoder of a union; `seen` are the unions of array items that contain it."""
    members = [member for member in drop_date_formats(get_variants(schema)) if member != NULL]
    if len(members) == 1:
        return build_decoder(document, members[0])
    members = flatten_variants(document, schema)
    kinds = [(find_kind(document, member), member) for member in members]
    objects = [get_reference_name(member) or "" for kind, member in kinds if kind == "model"]
    items = [member.get("items") or {} for kind, member in kinds if kind == "array"]
    values = [_get_values(member) for kind, member in kinds if kind == "map"]
    decode_object = (
        _build_object_decoder(document, schema, objects)
        if objects
        else f"Mapped({_build_items_decoder(document, values, seen) or ''})"
        if values
        else None
    )
    if not items:
        return decode_object
    array = f"Each({_build_items_decoder(document, items, seen) or ''})"
    return f"Kinds(array={array}, object={decode_object})" if decode_object else f"Kinds(array={array})"


def _get_values(schema: Node) -> Node:
    """Return the schema of the values of a map; one of any values if they are not described."""
    values = schema.get("additionalProperties")
    return values if isinstance(values, dict) else {}


def _build_items_decoder(document: Node, items: list[Node], seen: tuple[Node, ...]) -> str | None:
    """Return the decoder for the items of several arrays, or for the values of several maps.

    If the items of one array include those of all others, its decoder is used for all.
    """
    flat = flatten_variants(document, {"anyOf": items})
    for item in items:
        variants = flatten_variants(document, {"anyOf": [item]})
        if len(items) == 1 or (find_kind(document, item) == "union" and all(each in variants for each in flat)):
            return build_decoder(document, drop_date_format(item))
    either = {"anyOf": flat}
    # Arrays that contain each other nest without end: items that repeat are not decoded.
    return None if either in seen else _build_union_decoder(document, either, (*seen, either))


def _build_object_decoder(document: Node, schema: Node, objects: list[str]) -> str:
    """Return the decoder that selects one of several models: by a tag if the union has one, else by the keys."""
    if len(objects) == 1:
        return f"Nested({class_name(objects[0])!r})"
    tag = schema.get("discriminator")
    if tag is not None:
        table = {
            value: class_name(get_reference_name({"$ref": target}) or "") for value, target in tag["mapping"].items()
        }
        optional = [
            name for name in objects if tag["propertyName"] not in get_schemas(document)[name].get("required", ())
        ]
        default = f", {class_name(optional[0])!r}" if len(optional) == 1 else ""
        return f"Tagged({tag['propertyName']!r}, {table!r}{default})"
    candidates = []
    for name in objects:
        target = get_schemas(document)[name]
        required, known = sorted(target.get("required", ())), sorted(target["properties"])
        candidates.append(f"({class_name(name)!r}, frozenset({required!r}), frozenset({known!r}))")
    return f"Shaped({', '.join(candidates)})"
