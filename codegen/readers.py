"""What reads a schema's JSON values, as an expression over the runtime's readers."""

from __future__ import annotations

from .document import Node, flat_variants, referent, schemas_of, variants_of
from .expressions import READ_BY_FORMAT, kind_of, timeless
from .identifiers import class_name
from .passes.nullability import NULL


def reader(document: Node, schema: Node) -> str | None:
    """The expression that reads a member's JSON value; None where the value is the attribute's."""
    name = referent(schema)
    kind = kind_of(document, schema)
    if kind == "model":
        return f"Nested({class_name(name or '')!r})"
    if name is not None:
        return f"Union({class_name(name)!r})" if _is_read(document, schema, ()) else None
    if kind == "union":
        return _union_reader(document, schema)
    if kind == "array":
        return f"Each({reader(document, schema.get('items') or {}) or ''})"
    if kind == "map":
        value = schema.get("additionalProperties")
        return f"Mapped({(reader(document, value) if isinstance(value, dict) else None) or ''})"
    moment = READ_BY_FORMAT.get(str(schema.get("format"))) if kind == "string" else None
    return moment[1] if moment else None


def union_reader(document: Node, name: str) -> str | None:
    """The expression that reads a named union; None where its values are left as they come."""
    return _union_reader(document, schemas_of(document)[name])


def _is_read(document: Node, schema: Node, seen: tuple[str, ...]) -> bool:
    name = referent(schema)
    kind = kind_of(document, schema)
    if kind != "union":
        return kind in ("model", "array", "map")
    if name is None:
        return any(_is_read(document, member, seen) for member in variants_of(schema))
    return name not in seen and _is_read(document, {"anyOf": variants_of(schemas_of(document)[name])}, (*seen, name))


def _union_reader(document: Node, schema: Node, seen: tuple[Node, ...] = ()) -> str | None:
    members = [member for member in timeless(variants_of(schema)) if member != NULL]
    if len(members) == 1:
        return reader(document, members[0])
    members = flat_variants(document, schema)
    kinds = [(kind_of(document, member), member) for member in members]
    objects = [referent(member) or "" for kind, member in kinds if kind == "model"]
    items = [member.get("items") or {} for kind, member in kinds if kind == "array"]
    maps = [member for kind, member in kinds if kind == "map"]
    read_object = _object_reader(document, schema, objects) if objects else reader(document, maps[0]) if maps else None
    if not items:
        return read_object
    array = f"Each({_items_reader(document, items, seen) or ''})"
    return f"Kinds(array={array}, object={read_object})" if read_object else f"Kinds(array={array})"


def _items_reader(document: Node, items: list[Node], seen: tuple[Node, ...]) -> str | None:
    """What reads the items of several arrays; one that has the others among its variants reads for all."""
    flat = flat_variants(document, {"anyOf": items})
    for item in items:
        variants = flat_variants(document, {"anyOf": [item]})
        if len(items) == 1 or (kind_of(document, item) == "union" and all(each in variants for each in flat)):
            return reader(document, item)
    either = {"anyOf": flat}
    # Arrays of arrays of each other have no end: where the same items come again, they are as they came.
    return None if either in seen else _union_reader(document, either, (*seen, either))


def _object_reader(document: Node, schema: Node, objects: list[str]) -> str:
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
