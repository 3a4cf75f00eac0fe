"""Applies differences of schemas: members, values, types, limits and annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...document import NULL, Node, build_reference
from ..comparing.alternatives import LIMITS, Alternative
from ..comparing.difference import Difference
from .editor import Editor, insert, insert_before
from .writer import Writer

_PROSE = ("description", "title", "summary", "example", "examples")
_LATER = ("properties", "required", "schema", "content", "example", "examples")


class SchemaUpdater:
    """Writes differences of schemas into a document.

    Args:
        editor: the document.
        writer: writes parts of the new document.
    """

    def __init__(self, editor: Editor, writer: Writer) -> None:
        self.editor = editor
        self.writer = writer
        self.replaced: list[str] = []
        """The pointers of schemas that were written anew."""
        self.handlers: dict[str, Callable[[Difference], None]] = {
            "requirement": self.change_keyword,
            "default": self.change_keyword,
            "deprecated": self.change_keyword,
            "readOnly": self.change_keyword,
            "writeOnly": self.change_keyword,
            "field": self._add_field,
            "required": self._change_required,
            "value": self._add_value,
            "values": self._change_values,
            "variant": self._add_variant,
            "discriminator": self._change_discriminator,
            "type": self._change_type,
            "limit": self._change_limit,
        }

    def change_keyword(self, difference: Difference) -> None:
        """Set or remove a keyword of a parameter, a body or a schema."""
        is_flag = difference.kind not in ("default", "requirement")
        value = None if is_flag and not difference.node else difference.node
        owner = self.editor.at(difference.pointer)
        if not isinstance(owner, dict):  # the document has no schema here; the difference of its type inserts one
            return
        if value is None or (difference.kind == "default" and "$ref" not in owner):
            owner = self._find_part(difference.pointer, (difference.name,))
        _set_keyword(owner, difference.name, value)

    def _add_field(self, difference: Difference) -> None:
        schemas, required = difference.node
        owner = self._find_part(difference.owner, ("properties",))
        insert(owner["properties"], difference.name, self.writer.write_union(schemas))
        if required:
            _add_required(owner, difference.name)

    def _change_required(self, difference: Difference) -> None:
        if difference.theirs == "required":
            _add_required(self._find_part(difference.owner, ("properties",)), difference.name)
            return
        for part in self._collect_parts(self.editor.at(difference.owner)):
            if difference.name in part.get("required", ()):
                part["required"].remove(difference.name)
                if not part["required"]:
                    del part["required"]

    def _add_value(self, difference: Difference) -> None:
        owner = self._find_part(difference.pointer, ("enum", "const"))
        if "const" in owner:
            insert_before(owner, "enum", [owner["const"]], ("const",))
            del owner["const"]
        values = owner["enum"]
        values.insert(len(values) - (values[-1] is None), difference.node)

    def _change_values(self, difference: Difference) -> None:
        alternatives: list[Alternative]
        pointers, alternatives = difference.node
        for pointer in pointers:
            owner = self._find_part(pointer, ("enum", "const", "type"))
            if difference.theirs is None:
                for keyword in owner.keys() & {"enum", "const"}:
                    del owner[keyword]
            else:
                kind = alternatives[0].kind
                names = {each.name for each in alternatives}
                only = names.pop() if len(names) == 1 else None
                name = self.writer.get_name(only) if only else None
                written = build_reference(name) if name else {"type": kind, "enum": list(difference.theirs)}
                self._replace_type(owner, kind, written)

    def _replace_type(self, owner: Any, kind: str, schema: Node) -> None:
        """Replace a schema; or one of its types, if it has a list of them. Null is a difference of its own."""
        types = owner.get("type")
        others = [each for each in types if each != kind] if isinstance(types, list) else []
        if others in ([], ["null"]):
            _replace_schema(owner, schema)
        else:
            owner["type"] = others if len(others) > 1 else others[0]
            _add_union_member(owner, schema, schema)

    def _add_variant(self, difference: Difference) -> None:
        variant: Alternative = difference.node
        name = self.writer.get_name(variant.name) if variant.name else None
        added = build_reference(name) if name else self.writer.write_inline(variant.schema)
        owner = self._find_part(difference.pointer, ("oneOf", "anyOf"))
        _add_union_member(owner, added, variant.schema)
        tag = (owner.get("discriminator") or {}).get("propertyName")
        value = ((variant.schema.get("properties") or {}).get(tag) or {}).get("const")
        if name and value is not None and "mapping" in owner["discriminator"]:
            owner["discriminator"]["mapping"][str(value)] = added["$ref"]

    def _change_discriminator(self, difference: Difference) -> None:
        owner = self._find_part(difference.pointer, ("oneOf", "anyOf"))
        if difference.node is None:
            owner.pop("discriminator", None)
        else:
            owner["discriminator"] = self.writer.write_discriminator(difference.node)

    def _change_type(self, difference: Difference) -> None:
        self.replaced.append(difference.pointer)
        owner = self.editor.at(difference.pointer)
        outer, _, keyword = difference.pointer.rpartition("/")
        if isinstance(owner, dict):
            _replace_schema(owner, self.writer.write_union(difference.node))
        elif keyword == "itemSchema":
            self.editor.at(outer)["schema"] = self.writer.write_event(difference.node)
        else:
            self._find_part(outer, ("properties", "type"))[keyword] = self.writer.write_union(difference.node)

    def _change_limit(self, difference: Difference) -> None:
        owner = self._find_part(difference.pointer, (difference.name, "items", *LIMITS, "type"))
        # In OpenAPI 3.0, `exclusiveMaximum: true` stands beside the limit.
        if difference.name.startswith("exclusive") and owner.get(difference.name) is True:
            owner.pop(difference.name.removeprefix("exclusive").lower(), None)
        _set_keyword(owner, difference.name, difference.node)

    def _find_part(self, path: str, keywords: tuple[str, ...]) -> Any:
        """Return the first part of the schema at a path with the first of the keywords that any part has."""
        parts = self._collect_parts(self.editor.at(path))
        return next((part for keyword in keywords for part in parts if keyword in part), parts[0])

    def _collect_parts(self, schema: Any) -> list[Any]:
        """Return a schema and all schemas that it is composed of."""
        found = [schema]
        for each in found:
            members = [member for keyword in ("allOf", "oneOf", "anyOf") for member in each.get(keyword, ())]
            if str(each.get("$ref", "")).startswith("#/"):
                members.append(self.editor.at(each["$ref"][1:]))
            found += [member for member in members if isinstance(member, dict) and all(member is not x for x in found)]
        return found


def _add_required(owner: Any, name: str) -> None:
    if "required" not in owner:
        insert_before(owner, "required", [], ("additionalProperties",))
    owner["required"].append(name)


def _add_union_member(owner: Any, added: Node, schema: Node) -> None:
    """Add a variant to a union, or make one of a schema and the variant; `schema` is what a reference leads to."""
    keyword = next((each for each in ("oneOf", "anyOf") if each in owner), None)
    if keyword is None:
        first = {key: owner[key] for key in list(owner) if key not in _PROSE}
        keyword = "anyOf" if _may_match_both(first, schema) else "oneOf"
        _replace_schema(owner, {keyword: [first]})
    members = owner[keyword]
    nulls = sum(each == NULL for each in members)
    members.insert(len(members) - nulls, added)


def _may_match_both(one: Node, other: Node) -> bool:
    """Return True if an object of one schema may match the other too, which `oneOf` would reject."""
    left, right = one.get("properties") or {}, other.get("properties") or {}
    constants = [(left[name].get("const"), right[name].get("const")) for name in left.keys() & right.keys()]
    if any(None not in pair and pair[0] != pair[1] for pair in constants):
        return False
    is_object = [each.get("type", "object") == "object" and "enum" not in each for each in (one, other)]
    return all(is_object) and (left.keys() <= right.keys() or right.keys() <= left.keys())


def _replace_schema(owner: Any, schema: Node) -> None:
    for keyword in [each for each in owner if each not in _PROSE and not each.startswith("x-") and each not in schema]:
        del owner[keyword]
    for keyword, value in schema.items():
        owner[keyword] = value


def _set_keyword(owner: Any, keyword: str, value: Any) -> None:
    if value is None:
        owner.pop(keyword, None)
    else:
        insert_before(owner, keyword, value, _LATER)
