"""Differences, carried over into the contract as it is written."""

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
    """Changes the contract so that it states what the other description does; what it states beyond that stays.

    Args:
        editor: the contract.
        ours: its normal form.
        theirs: the normal form of the other description.
        names: their names of schemas, with ours for the same things.
    """

    def __init__(self, editor: Editor, ours: Node, theirs: Node, names: dict[str, str]) -> None:
        self.editor = editor
        self.schemas: Any = editor.data.setdefault("components", {}).setdefault("schemas", {})
        self.writer = Writer(theirs, names, set(self.schemas), set(get_schemas(ours)))
        self._retyped: list[str] = []
        self._ways: dict[str, Callable[[Difference], None]] = {
            "operation": self._operation,
            "parameter": self._parameter,
            "requirement": self._word,
            "body": self._body,
            "answer": self._answer,
            "header": self._header,
            "media type": self._media,
            "field": self._field,
            "required": self._required,
            "value": self._value,
            "values": self._values,
            "variant": self._variant,
            "type": self._type,
            "limit": self._limit,
            "default": self._word,
            "deprecated": self._word,
            "key": self._key,
            "paging": self._extension,
            "stream switch": self._extension,
            "sentinel": self._sentinel,
        }

    def carry(self, difference: Difference) -> None:
        """Carry over one difference that is no removal; what lies in a pointer that has just got another type waits."""
        if any(f"{difference.owner}/".startswith(f"{pointer}/") for pointer in self._retyped):
            return
        self._ways[difference.kind](difference)
        for name in list(self.writer.needed):
            insert(self.schemas, name, self.writer.needed.pop(name))
            self.writer.ours.add(name)

    def _operation(self, difference: Difference) -> None:
        path, method, operation = difference.node
        written = self.writer.operation(operation)
        known = next((each for each in self.editor.data["paths"] if _nameless(each) == _nameless(path)), None)
        if known is not None:
            renamed = dict(zip(re.findall(r"{([^}]*)}", path), re.findall(r"{([^}]*)}", known), strict=True))
            for each in written.get("parameters", ()):
                each["name"] = renamed[each["name"]] if each["in"] == "path" else each["name"]
        else:
            insert(self.editor.data["paths"], path, {})
        if not operation["x-call"]["needs_key"] and self.editor.data.get("security"):
            written["security"] = []
        for status, answer in written["responses"].items():
            shared = self._shared(status, answer)
            if shared is not None:
                written["responses"][status] = {"$ref": shared}
        self.editor.data["paths"][known or path][method] = style(written)
        self._tags(written.get("tags", ()))

    def _shared(self, status: str, answer: Node) -> str | None:
        # The answer that the contract has for this status in other operations, where it is the same one.
        for item in self.editor.data["paths"].values():
            for operation in item.values():
                declared = operation.get("responses", {}).get(status, {}) if isinstance(operation, dict) else {}
                target = self.editor.at(declared["$ref"][1:]) if "$ref" in declared else None
                if target is not None and _bodies(target) == _bodies(answer):
                    return str(declared["$ref"])
        return None

    def _tags(self, tags: list[str]) -> None:
        known = self.editor.data.get("tags")
        for tag in tags if known is not None else ():
            if tag not in [each["name"] for each in known]:
                known.append(style({"name": tag}))

    def _parameter(self, difference: Difference) -> None:
        operation = self.editor.at(difference.owner)
        if "parameters" not in operation:
            insert_before(operation, "parameters", [], ("requestBody", *_AFTER_BODY))
        operation["parameters"].append(style(self.writer.parameter(difference.node)))

    def _body(self, difference: Difference) -> None:
        written = self.writer.body(difference.node)
        insert_before(self.editor.at(difference.owner), "requestBody", written, _AFTER_BODY)

    def _answer(self, difference: Difference) -> None:
        written = self.writer.body(difference.node)
        shared = self._shared(difference.name, written)
        answers = self.editor.at(difference.owner)["responses"]
        insert(answers, difference.name, written if shared is None else {"$ref": shared})

    def _header(self, difference: Difference) -> None:
        answer = self.editor.at(difference.owner)
        if "headers" not in answer:
            insert_before(answer, "headers", {}, ("content",))
        insert(answer["headers"], difference.name, self.writer.header(difference.node))

    def _media(self, difference: Difference) -> None:
        owner = self.editor.at(difference.owner)
        if "content" not in owner:
            owner["content"] = style({})
        owner["content"][difference.name] = style(self.writer.media(difference.node))

    def _field(self, difference: Difference) -> None:
        schemas, required = difference.node
        owner = self._holder(difference.owner, ("properties",))
        if "properties" not in owner:
            insert_before(owner, "properties", {}, ("required", "additionalProperties"))
        insert(owner["properties"], difference.name, self.writer.union(schemas))
        if required:
            self._require(owner, difference.name)

    def _required(self, difference: Difference) -> None:
        if difference.theirs == "required":
            self._require(self._holder(difference.owner, ("properties",)), difference.name)
            return
        for holder in self._all(self.editor.at(difference.owner)):
            if difference.name in holder.get("required", ()):
                holder["required"].remove(difference.name)
                if not holder["required"]:
                    del holder["required"]

    def _require(self, owner: Any, name: str) -> None:
        if "required" not in owner:
            insert_before(owner, "required", [], ("additionalProperties",))
        owner["required"].append(name)

    def _value(self, difference: Difference) -> None:
        owner = self._holder(difference.pointer, ("enum", "const"))
        if "const" in owner:
            insert_before(owner, "enum", [owner.pop("const")], ())
        values = owner["enum"]
        values.insert(len(values) - (values[-1] is None), difference.node)

    def _values(self, difference: Difference) -> None:
        found: list[Alternative]
        pointers, found = difference.node
        for pointer in pointers:
            owner = self._holder(pointer, ("enum", "const", "type"))
            if difference.theirs is None:
                for word in owner.keys() & {"enum", "const"}:
                    del owner[word]
            else:
                names = {self.writer.name(each.name) if each.name else None for each in found}
                name = names.pop() if len(names) == 1 else None
                self._retype(
                    owner, build_reference(name) if name else {"type": found[0].kind, "enum": difference.theirs}
                )

    def _variant(self, difference: Difference) -> None:
        found: Alternative = difference.node
        name = self.writer.name(found.name) if found.name else None
        added = build_reference(name) if name else self.writer.written(found.schema)
        owner = self._holder(difference.pointer, ("oneOf", "anyOf"))
        self._add_member(owner, added)
        tag = (owner.get("discriminator") or {}).get("propertyName")
        value = ((found.schema.get("properties") or {}).get(tag) or {}).get("const")
        if name and value is not None and "mapping" in owner["discriminator"]:
            owner["discriminator"]["mapping"][str(value)] = added["$ref"]

    def _add_member(self, owner: Any, added: Node) -> None:
        word = next((each for each in ("oneOf", "anyOf") if each in owner), None)
        if word is None:
            word, first = "oneOf", {key: owner[key] for key in list(owner) if key not in _PROSE}
            self._retype(owner, {word: [first]})
        members = owner[word]
        nulls = sum(each == NULL for each in members)
        members.insert(len(members) - nulls, style(added))

    def _type(self, difference: Difference) -> None:
        self._retyped.append(difference.pointer)
        owner = self.editor.at(difference.pointer)
        written = self.writer.union(difference.node)
        if isinstance(owner, dict):
            self._retype(owner, written)
        else:
            outer, _, word = difference.pointer.rpartition("/")
            word = "schema" if word == "itemSchema" else word
            self._holder(outer, ("properties", "type"))[word] = style(written)

    def _retype(self, owner: Any, schema: Node) -> None:
        for word in [each for each in owner if each not in _PROSE and not each.startswith("x-")]:
            del owner[word]
        for word, value in schema.items():
            owner[word] = style(value)

    def _limit(self, difference: Difference) -> None:
        owner = self._holder(difference.pointer, (difference.name, "items", *LIMITS, "type"))
        self._set(owner, difference.name, None if difference.node is True else difference.node)

    def _word(self, difference: Difference) -> None:
        value = None if difference.kind == "deprecated" and not difference.node else difference.node
        owner = self.editor.at(difference.pointer)
        if difference.kind == "default":
            owner = self._holder(difference.pointer, ("default",))
        self._set(owner, difference.name, value)

    def _set(self, owner: Any, word: str, value: Any) -> None:
        if value is None:
            owner.pop(word, None)
        else:
            insert_before(owner, word, value, ("properties", "required", "schema", "content", "example", "examples"))

    def _key(self, difference: Difference) -> None:
        operation = self.editor.at(difference.owner)
        if difference.theirs and self.editor.data.get("security"):
            operation.pop("security", None)
        elif not difference.theirs:
            insert_before(operation, "security", [], ("parameters", "requestBody", "responses"))

    def _extension(self, difference: Difference) -> None:
        word = {"paging": "x-speakeasy-pagination", "stream switch": "x-speakeasy-stream-request-field"}[
            difference.kind
        ]
        later = ("security", "parameters", "requestBody", "responses")
        insert_before(self.editor.at(difference.owner), word, difference.node[word], later)

    def _sentinel(self, difference: Difference) -> None:
        for status, answer in difference.node["responses"].items():
            for media_type, media in (answer.get("content") or {}).items():
                path = difference.owner + build_pointer("responses", status, "content", media_type)
                owner = self.editor.at(path)
                if "x-speakeasy-sse-sentinel" in media and isinstance(owner, dict):
                    owner["x-speakeasy-sse-sentinel"] = media["x-speakeasy-sse-sentinel"]

    def _holder(self, path: str, words: tuple[str, ...]) -> Any:
        """The schema at a pointer, or the one it is composed of, that says the first of the words that any says."""
        found = self._all(self.editor.at(path))
        return next((each for word in words for each in found if word in each), found[0])

    def _all(self, schema: Any) -> list[Any]:
        found = [schema]
        for each in found:
            members = [member for word in ("allOf", "oneOf", "anyOf") for member in each.get(word, ())]
            if str(each.get("$ref", "")).startswith("#/"):
                members.append(self.editor.at(each["$ref"][1:]))
            found += [member for member in members if isinstance(member, dict) and all(member is not x for x in found)]
        return found


def _nameless(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path)


def _bodies(answer: Any) -> Node:
    content = answer.get("content") or {}
    return {str(name): dict(media.get("schema") or {}) for name, media in content.items()}
