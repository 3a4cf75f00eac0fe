"""Applies differences to the contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..document import NULL, Node, build_pointer, build_reference, get_schemas
from .alternatives import LIMITS, Alternative
from .difference import Difference
from .editor import Editor, insert, insert_before, style
from .writer import Writer

_PROSE = ("description", "title", "summary", "example", "examples")
_AFTER_BODY = ("responses", "callbacks", "security")


class ContractUpdater:
    """Adds to the contract what the other description has; it deletes nothing that only the contract has.

    Args:
        editor: the contract.
        ours: the normal form of the contract.
        theirs: the normal form of the other description.
        names: a map from their schema names to ours for the same schemas.
    """

    def __init__(self, editor: Editor, ours: Node, theirs: Node, names: dict[str, str]) -> None:
        self.editor = editor
        self.schemas: Any = editor.data.setdefault("components", {}).setdefault("schemas", {})
        self.writer = Writer(theirs, names, set(self.schemas), set(get_schemas(ours)))
        self._replaced: list[str] = []
        self._handlers: dict[str, Callable[[Difference], None]] = {
            "operation": self._add_operation,
            "parameter": self._add_parameter,
            "requirement": self._change_keyword,
            "body": self._add_body,
            "response": self._add_response,
            "header": self._add_header,
            "media type": self._add_media_type,
            "field": self._add_field,
            "required": self._change_required,
            "value": self._add_value,
            "values": self._change_values,
            "variant": self._add_variant,
            "type": self._change_type,
            "limit": self._change_limit,
            "default": self._change_keyword,
            "deprecated": self._change_keyword,
            "key": self._change_security,
            "paging": self._set_extension,
            "stream switch": self._set_extension,
            "sentinel": self._set_sentinel,
        }

    def apply(self, difference: Difference) -> None:
        """Apply one difference, which must not be a removal.

        A difference inside a schema that was just replaced is skipped; the next comparison finds it if it remains.
        """
        if any(f"{difference.owner}/".startswith(f"{pointer}/") for pointer in self._replaced):
            return
        self._handlers[difference.kind](difference)
        for name in list(self.writer.needed):
            insert(self.schemas, name, self.writer.needed.pop(name))
            self.writer.ours.add(name)

    def _add_operation(self, difference: Difference) -> None:
        path, method, operation = difference.node
        written = self.writer.write_operation(operation)
        existing = next(
            (each for each in self.editor.data["paths"] if _mask_parameters(each) == _mask_parameters(path)), None
        )
        if existing is not None:
            our_names = dict(zip(re.findall(r"{([^}]*)}", path), re.findall(r"{([^}]*)}", existing), strict=True))
            for each in written.get("parameters", ()):
                each["name"] = our_names[each["name"]] if each["in"] == "path" else each["name"]
        else:
            insert(self.editor.data["paths"], path, {})
        if not operation["x-call"]["needs_key"] and self.editor.data.get("security"):
            written["security"] = []
        for status, response in written["responses"].items():
            shared = self._find_shared_response(status, response)
            if shared is not None:
                written["responses"][status] = {"$ref": shared}
        self.editor.data["paths"][existing or path][method] = style(written)
        self._add_tags(written.get("tags", ()))

    def _find_shared_response(self, status: str, response: Node) -> str | None:
        """Return the reference to an equal response that other operations use for this status."""
        for item in self.editor.data["paths"].values():
            for operation in item.values():
                declared = operation.get("responses", {}).get(status, {}) if isinstance(operation, dict) else {}
                target = self.editor.at(declared["$ref"][1:]) if "$ref" in declared else None
                if target is not None and _get_body_schemas(target) == _get_body_schemas(response):
                    return str(declared["$ref"])
        return None

    def _add_tags(self, tags: list[str]) -> None:
        known = self.editor.data.get("tags")
        for tag in tags if known is not None else ():
            if tag not in [each["name"] for each in known]:
                known.append(style({"name": tag}))

    def _add_parameter(self, difference: Difference) -> None:
        operation = self.editor.at(difference.owner)
        if "parameters" not in operation:
            insert_before(operation, "parameters", [], ("requestBody", *_AFTER_BODY))
        operation["parameters"].append(style(self.writer.write_parameter(difference.node)))

    def _add_body(self, difference: Difference) -> None:
        written = self.writer.write_body(difference.node)
        insert_before(self.editor.at(difference.owner), "requestBody", written, _AFTER_BODY)

    def _add_response(self, difference: Difference) -> None:
        written = self.writer.write_body(difference.node)
        shared = self._find_shared_response(difference.name, written)
        responses = self.editor.at(difference.owner)["responses"]
        insert(responses, difference.name, written if shared is None else {"$ref": shared})

    def _add_header(self, difference: Difference) -> None:
        response = self.editor.at(difference.owner)
        if "headers" not in response:
            insert_before(response, "headers", {}, ("content",))
        insert(response["headers"], difference.name, self.writer.write_header(difference.node))

    def _add_media_type(self, difference: Difference) -> None:
        owner = self.editor.at(difference.owner)
        if "content" not in owner:
            owner["content"] = style({})
        owner["content"][difference.name] = style(self.writer.write_media_type(difference.node))

    def _add_field(self, difference: Difference) -> None:
        schemas, required = difference.node
        owner = self._find_part(difference.owner, ("properties",))
        insert(owner["properties"], difference.name, self.writer.write_union(schemas))
        if required:
            self._add_required(owner, difference.name)

    def _change_required(self, difference: Difference) -> None:
        if difference.theirs == "required":
            self._add_required(self._find_part(difference.owner, ("properties",)), difference.name)
            return
        for part in self._collect_parts(self.editor.at(difference.owner)):
            if difference.name in part.get("required", ()):
                part["required"].remove(difference.name)
                if not part["required"]:
                    del part["required"]

    def _add_required(self, owner: Any, name: str) -> None:
        if "required" not in owner:
            insert_before(owner, "required", [], ("additionalProperties",))
        owner["required"].append(name)

    def _add_value(self, difference: Difference) -> None:
        owner = self._find_part(difference.pointer, ("enum", "const"))
        if "const" in owner:
            insert_before(owner, "enum", [owner.pop("const")], ())
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
                written = build_reference(name) if name else {"type": kind, "enum": difference.theirs}
                self._replace_type(owner, kind, written)

    def _replace_type(self, owner: Any, kind: str, schema: Node) -> None:
        """Replace a schema; or one of its types, if it has a list of them. Null is a difference of its own."""
        types = owner.get("type")
        others = [each for each in types if each != kind] if isinstance(types, list) else []
        if others in ([], ["null"]):
            self._replace_schema(owner, schema)
        else:
            owner["type"] = style(others) if len(others) > 1 else others[0]
            self._add_union_member(owner, schema)

    def _add_variant(self, difference: Difference) -> None:
        variant: Alternative = difference.node
        name = self.writer.get_name(variant.name) if variant.name else None
        added = build_reference(name) if name else self.writer.write_inline(variant.schema)
        owner = self._find_part(difference.pointer, ("oneOf", "anyOf"))
        self._add_union_member(owner, added)
        tag = (owner.get("discriminator") or {}).get("propertyName")
        value = ((variant.schema.get("properties") or {}).get(tag) or {}).get("const")
        if name and value is not None and "mapping" in owner["discriminator"]:
            owner["discriminator"]["mapping"][str(value)] = added["$ref"]

    def _add_union_member(self, owner: Any, added: Node) -> None:
        keyword = next((each for each in ("oneOf", "anyOf") if each in owner), None)
        if keyword is None:
            keyword, first = "oneOf", {key: owner[key] for key in list(owner) if key not in _PROSE}
            self._replace_schema(owner, {keyword: [first]})
        members = owner[keyword]
        nulls = sum(each == NULL for each in members)
        members.insert(len(members) - nulls, style(added))

    def _change_type(self, difference: Difference) -> None:
        self._replaced.append(difference.pointer)
        owner = self.editor.at(difference.pointer)
        outer, _, keyword = difference.pointer.rpartition("/")
        if isinstance(owner, dict):
            self._replace_schema(owner, self.writer.write_union(difference.node))
        elif keyword == "itemSchema":
            self.editor.at(outer)["schema"] = style(self.writer.write_event(difference.node))
        else:
            self._find_part(outer, ("properties", "type"))[keyword] = style(self.writer.write_union(difference.node))

    def _replace_schema(self, owner: Any, schema: Node) -> None:
        for keyword in [each for each in owner if each not in _PROSE and not each.startswith("x-")]:
            del owner[keyword]
        for keyword, value in schema.items():
            owner[keyword] = style(value)

    def _change_limit(self, difference: Difference) -> None:
        owner = self._find_part(difference.pointer, (difference.name, "items", *LIMITS, "type"))
        self._set_keyword(owner, difference.name, difference.node)

    def _change_keyword(self, difference: Difference) -> None:
        value = None if difference.kind == "deprecated" and not difference.node else difference.node
        owner = self.editor.at(difference.pointer)
        if not isinstance(owner, dict):  # the contract has no schema here; the difference of its type inserts one
            return
        if value is None or (difference.kind == "default" and "$ref" not in owner):
            owner = self._find_part(difference.pointer, (difference.name,))
        self._set_keyword(owner, difference.name, value)

    def _set_keyword(self, owner: Any, keyword: str, value: Any) -> None:
        if value is None:
            owner.pop(keyword, None)
        else:
            insert_before(owner, keyword, value, ("properties", "required", "schema", "content", "example", "examples"))

    def _change_security(self, difference: Difference) -> None:
        operation = self.editor.at(difference.owner)
        if difference.theirs and self.editor.data.get("security"):
            operation.pop("security", None)
        elif not difference.theirs:
            insert_before(operation, "security", [], ("parameters", "requestBody", "responses"))

    def _set_extension(self, difference: Difference) -> None:
        extensions = {"paging": "x-speakeasy-pagination", "stream switch": "x-speakeasy-stream-request-field"}
        keyword = extensions[difference.kind]
        later = ("security", "parameters", "requestBody", "responses")
        insert_before(self.editor.at(difference.owner), keyword, difference.node[keyword], later)

    def _set_sentinel(self, difference: Difference) -> None:
        for status, response in difference.node["responses"].items():
            for media_type, media in (response.get("content") or {}).items():
                path = difference.owner + build_pointer("responses", status, "content", media_type)
                owner = self.editor.at(path)
                if "x-speakeasy-sse-sentinel" in media and isinstance(owner, dict):
                    owner["x-speakeasy-sse-sentinel"] = media["x-speakeasy-sse-sentinel"]

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


def _mask_parameters(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path)


def _get_body_schemas(response: Any) -> Node:
    content = response.get("content") or {}
    return {str(name): dict(media.get("schema") or {}) for name, media in content.items()}
