"""The decoder of a schema's JSON values, as an expression over the runtime's decoders."""

from __future__ import annotations

from ..document import NULL, Node, flat_variants, referent, schemas_of, variants_of
from .expressions import DECODED_BY_FORMAT, kind_of, timeless
from .identifiers import class_name


def decoder(document: Node, schema: Node) -> str | None:
    """The expression that decodes a member's JSON value; None where the attribute returns the value itself."""
    name = referent(schema)
    kind = kind_of(document, schema)
    if kind == "model":
        return f"Nested({class_name(name or '')!r})"
    if name is not None:
        return f"Union({class_name(name)!r})" if _is_decoded(document, schema, ()) else None
    if kind == "union":
        return _union_decoder(document, schema)
    if kind == "array":
        return f"Each({decoder(document, schema.get('items') or {}) or ''})"
    if kind == "map":
        value = schema.get("additionalProperties")
        return f"Mapped({(decoder(document, value) if isinstance(value, dict) else None) or ''})"
    moment = DECODED_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    return moment[1] if moment else None


def union_decoder(document: Node, name: str) -> str | None:
    """The expression that decodes a named union; None where its values are not converted."""
    return _union_decoder(document, schemas_of(document)[name])


def _is_decoded(document: Node, schema: Node, seen: tuple[str, ...]) -> bool:
    name = referent(schema)
    kind = kind_of(document, schema)
    if kind != "union":
        return kind in ("model", "array", "map")
    if name is None:
        return any(_is_decoded(document, member, seen) for member in variants_of(schema))
    return name not in seen and _is_decoded(document, {"anyOf": variants_of(schemas_of(document)[name])}, (*seen, name))


def _union_decoder(document: Node, schema: Node, seen: tuple[Node, ...] = ()) -> str | None:
    members = [member for member in timeless(variants_of(schema)) if member != NULL]
    if len(members) == 1:
        return decoder(document, members[0])
    members = flat_variants(document, schema)
    kinds = [(kind_of(document, member), member) for member in members]
    objects = [referent(member) or "" for kind, member in kinds if kind == "model"]
    items = [member.get("items") or {} for kind, member in kinds if kind == "array"]
    maps = [member for kind, member in kinds if kind == "map"]
    decode_object = (
        _object_decoder(document, schema, objects) if objects else decoder(document, maps[0]) if maps else None
    )
    if not items:
        return decode_object
    array = f"Each({_items_decoder(document, items, seen) or ''})"
    return f"Kinds(array={array}, object={decode_object})" if decode_object else f"Kinds(array={array})"


def _items_decoder(document: Node, items: list[Node], seen: tuple[Node, ...]) -> str | None:
    """The decoder of the items of several arrays; one with the others among its variants decodes them all."""
    flat = flat_variants(document, {"anyOf": items})
    for item in items:
        variants = flat_variants(document, {"anyOf": [item]})
        if len(items) == 1 or (kind_of(document, item) == "union" and all(each in variants for each in flat)):
            return decoder(document, item)
    either = {"anyOf": flat}
    # Arrays of arrays of each other have no end: where the same items occur again, they are not decoded.
    return None if either in seen else _union_decoder(document, either, (*seen, either))


def _object_decoder(document: Node, schema: Node, objects: list[str]) -> str:
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
