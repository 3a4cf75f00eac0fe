"""Applies differences to a document."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from ...document import Node, build_pointer, get_schemas
from ..comparing.difference import Difference
from .document import DocumentUpdater
from .editor import Editor, insert, insert_before
from .schemas import SchemaUpdater
from .writer import Writer

_AFTER_BODY = ("responses", "callbacks", "security")
_EXTENSIONS = {"paging": "x-speakeasy-pagination", "stream switch": "x-speakeasy-stream-request-field"}


class Updater:
    """Adds to the old document what the new one has; it deletes nothing that only the old one has.

    Args:
        editor: the old document.
        ours: the normal form of the old document.
        theirs: the normal form of the new document.
        names: a map from their schema names to ours for the same schemas.
    """

    def __init__(self, editor: Editor, ours: Node, theirs: Node, names: dict[str, str]) -> None:
        self.editor = editor
        self.theirs = theirs
        self.schemas: Any = editor.data.setdefault("components", {}).setdefault("schemas", {})
        self.writer = Writer(theirs, names, set(self.schemas), set(get_schemas(ours)))
        self._in_schemas = SchemaUpdater(editor, self.writer)
        self._in_document = DocumentUpdater(editor)
        self._handlers: dict[str, Callable[[Difference], None]] = {
            **self._in_schemas.handlers,
            **self._in_document.handlers,
            "operation": self._add_operation,
            "parameter": self._add_parameter,
            "style": self._change_style,
            "body": self._add_body,
            "response": self._add_response,
            "header": self._add_header,
            "media type": self._add_media_type,
            "paging": self._set_extension,
            "stream switch": self._set_extension,
            "sentinel": self._set_sentinel,
        }

    def apply(self, difference: Difference) -> None:
        """Apply one difference, which must not be a removal; one that cannot be applied is skipped.

        A difference inside a schema that was just replaced is skipped; the next comparison finds it if it remains.
        """
        replaced = self._in_schemas.replaced
        if any(f"{difference.owner}/".startswith(f"{pointer}/") for pointer in replaced):
            return
        if difference.kind in self._handlers and difference.is_own:
            self._handlers[difference.kind](difference)
        for name in list(self.writer.needed):
            insert(self.schemas, name, self.writer.needed.pop(name))
            self.writer.ours.add(name)

    def _add_operation(self, difference: Difference) -> None:
        path, method, operation = difference.node
        written = self.writer.write_operation(operation)
        paths = self.editor.data.setdefault("paths", {})
        existing = next((each for each in paths if _mask_parameters(each) == _mask_parameters(path)), None)
        if existing is not None:
            our_names = dict(zip(re.findall(r"{([^}]*)}", path), re.findall(r"{([^}]*)}", existing), strict=True))
            for each in written.get("parameters", ()):
                each["name"] = our_names[each["name"]] if each["in"] == "path" else each["name"]
        else:
            insert(paths, path, {})
        self._write_security(operation, written)
        for status, response in written["responses"].items():
            shared = self._find_shared_response(status, response)
            if shared is not None:
                written["responses"][status] = {"$ref": shared}
        paths[existing or path][method] = written
        self._in_document.add_tags(written.get("tags", []))

    def _write_security(self, operation: Node, written: Node) -> None:
        """Write what the operation requires, if it differs from the default of the document; declare new schemes."""
        required = operation.get("security", self.theirs.get("security"))
        if (required or None) == (self.editor.data.get("security") or None):
            return
        written["security"] = deepcopy(required or [])
        known = (self.editor.data.get("components") or {}).get("securitySchemes") or {}
        declared = (self.theirs.get("components") or {}).get("securitySchemes") or {}
        for name in (name for each in required or () for name in each):
            if name not in known and name in declared:
                self._in_document.add_scheme(name, declared[name])

    def _find_shared_response(self, status: str, response: Node) -> str | None:
        """Return the reference to an equal response that other operations use for this status."""
        for item in self.editor.data["paths"].values():
            for operation in item.values():
                declared = operation.get("responses", {}).get(status, {}) if isinstance(operation, dict) else {}
                target = self.editor.at(declared["$ref"][1:]) if "$ref" in declared else None
                if target is not None and _get_body_schemas(target) == _get_body_schemas(response):
                    return str(declared["$ref"])
        return None

    def _add_parameter(self, difference: Difference) -> None:
        operation = self.editor.at(difference.owner)
        if "parameters" not in operation:
            insert_before(operation, "parameters", [], ("requestBody", *_AFTER_BODY))
        operation["parameters"].append(self.writer.write_parameter(difference.node))

    def _change_style(self, difference: Difference) -> None:
        parameter, style = self.editor.at(difference.pointer), difference.node
        if "content" in style or "content" in parameter:
            medias = parameter.pop("content", None) or {"": {"schema": parameter.pop("schema", {})}}
            schema = next(iter(medias.values())).get("schema") or {}
            if "content" in style:
                parameter["content"] = {style["content"]: {"schema": schema}}
                return
            parameter["schema"] = schema
        for keyword in ("style", "explode"):
            if keyword in style:
                insert_before(parameter, keyword, style[keyword], ("schema", "example", "examples"))
            else:
                parameter.pop(keyword, None)

    def _add_body(self, difference: Difference) -> None:
        written = self.writer.write_body(difference.node)
        insert_before(self.editor.at(difference.owner), "requestBody", written, _AFTER_BODY)

    def _add_response(self, difference: Difference) -> None:
        written = self.writer.write_body(difference.node)
        shared = self._find_shared_response(difference.name, written)
        responses = self.editor.at(difference.owner).setdefault("responses", {})
        insert(responses, difference.name, written if shared is None else {"$ref": shared})

    def _add_header(self, difference: Difference) -> None:
        response = self.editor.at(difference.owner)
        if "headers" not in response:
            insert_before(response, "headers", {}, ("content",))
        insert(response["headers"], difference.name, self.writer.write_header(difference.node))

    def _add_media_type(self, difference: Difference) -> None:
        owner = self.editor.at(difference.owner)
        owner.setdefault("content", {})[difference.name] = self.writer.write_media_type(difference.node)

    def _set_extension(self, difference: Difference) -> None:
        keyword = _EXTENSIONS[difference.kind]
        later = ("security", "parameters", "requestBody", "responses")
        value = difference.node.get(keyword)
        if value is not None:
            insert_before(self.editor.at(difference.owner), keyword, deepcopy(value), later)

    def _set_sentinel(self, difference: Difference) -> None:
        for status, response in difference.node["responses"].items():
            for media_type, media in (response.get("content") or {}).items():
                path = difference.owner + build_pointer("responses", status, "content", media_type)
                owner = self.editor.at(path)
                if "x-speakeasy-sse-sentinel" in media and isinstance(owner, dict):
                    owner["x-speakeasy-sse-sentinel"] = media["x-speakeasy-sse-sentinel"]


def _mask_parameters(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path)


def _get_body_schemas(response: Any) -> Node:
    content = response.get("content") or {}
    return {str(name): dict(media.get("schema") or {}) for name, media in content.items()}
