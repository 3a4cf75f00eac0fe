"""Applies differences of the whole document: servers, security schemes, security, and names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from ...document import Node, build_pointer, build_reference
from ..comparing.difference import Difference
from .editor import Editor, insert, insert_before

_BEFORE_BODY = ("parameters", "requestBody", "responses", "callbacks")


class DocumentUpdater:
    """Writes differences of the whole document into it.

    Args:
        editor: the document.
    """

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.handlers: dict[str, Callable[[Difference], None]] = {
            "server": self._change_server,
            "server variable": self._change_variable,
            "server values": self._change_variable,
            "security scheme": self._change_scheme,
            "security scheme name": self._rename_scheme,
            "security": self._change_security,
            "operation id": self._change_name,
            "method name": self._change_name,
            "tags": self._change_tags,
            "schema name": self._rename_schema,
        }

    def _change_server(self, difference: Difference) -> None:
        old, server = difference.node
        outer = difference.pointer.rpartition("/")[0]
        owner = self.editor.at(outer)
        if "servers" not in owner:
            insert_before(owner, "servers", [], ("tags", "paths", "components", *_BEFORE_BODY))
        servers = owner["servers"]
        existing = next((each for each in servers if each.get("url", "/") == old), None)
        if existing is None:
            servers.append(_drop_prose(server))
            return
        existing["url"] = server["url"]
        variables, new = existing.pop("variables", {}), _drop_prose(server).get("variables")
        if new:
            existing["variables"] = {name: variables.get(name, each) for name, each in new.items()}

    def _change_variable(self, difference: Difference) -> None:
        url, server = difference.node
        existing = next(each for each in self.editor.at(difference.pointer) if each.get("url", "/") == url)
        keyword = "default" if difference.kind == "server variable" else "enum"
        variable, new = existing["variables"][difference.name], server["variables"][difference.name]
        if keyword in new:
            variable[keyword] = new[keyword]
        else:
            variable.pop(keyword, None)

    def _change_scheme(self, difference: Difference) -> None:
        self.add_scheme(difference.name, difference.node)

    def add_scheme(self, name: str, scheme: Node) -> None:
        """Write a security scheme; one that exists keeps its description."""
        components = self.editor.data.setdefault("components", {})
        schemes = components.setdefault("securitySchemes", {})
        new = _drop_prose(scheme)
        if name not in schemes:
            insert(schemes, name, new)
            return
        existing = schemes[name]
        for keyword in [each for each in existing if each not in new and each != "description"]:
            del existing[keyword]
        for keyword, value in new.items():
            if existing.get(keyword) != value:
                existing[keyword] = value

    def _rename_scheme(self, difference: Difference) -> None:
        if difference.node in self.editor.at("/components/securitySchemes"):
            return
        self.editor.rename(difference.pointer, difference.node)
        for pointer, owner in self._iter_secured():
            for index, each in enumerate(owner.get("security") or ()):
                if difference.name in each:
                    self.editor.rename(f"{pointer}/security/{index}{build_pointer(difference.name)}", difference.node)

    def _iter_secured(self) -> Iterator[tuple[str, Any]]:
        yield "", self.editor.data
        for path, item in self.editor.data.get("paths", {}).items():
            for method, operation in item.items() if isinstance(item, dict) else ():
                if isinstance(operation, dict):
                    yield build_pointer("paths", path, method), operation

    def _change_security(self, difference: Difference) -> None:
        owner = self.editor.at("" if difference.pointer == "/security" else difference.owner)
        if owner is self.editor.data:
            if difference.node:
                insert_before(owner, "security", deepcopy(difference.node), ("tags", "paths", "components"))
            else:
                owner.pop("security", None)
        elif difference.node == self.editor.data.get("security"):
            owner.pop("security", None)
        else:
            insert_before(owner, "security", deepcopy(difference.node), _BEFORE_BODY)

    def _change_name(self, difference: Difference) -> None:
        owner = self.editor.at(difference.owner)
        if difference.node is None:
            owner.pop(difference.name, None)
        else:
            insert_before(owner, difference.name, difference.node, ("summary", "description", *_BEFORE_BODY))

    def _change_tags(self, difference: Difference) -> None:
        owner = self.editor.at(difference.owner)
        if difference.node:
            insert_before(owner, "tags", list(difference.node), ("summary", "description", *_BEFORE_BODY))
            self.add_tags(difference.node)
        else:
            owner.pop("tags", None)

    def add_tags(self, tags: list[str]) -> None:
        """Declare tags, if the document declares any."""
        known = self.editor.data.get("tags")
        for tag in tags if known is not None else ():
            if tag not in [each["name"] for each in known]:
                known.append({"name": tag})

    def _rename_schema(self, difference: Difference) -> None:
        """Rename a schema and the references to it, unless another schema has the new name."""
        schemas = self.editor.at("/components/schemas")
        if difference.node is None or difference.node in schemas:
            return
        old, new = build_reference(difference.name)["$ref"], build_reference(difference.node)["$ref"]
        self.editor.rename(difference.pointer, difference.node)
        _replace_references(self.editor.data, old, new)


def _replace_references(value: Any, old: str, new: str) -> None:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        if each == old or (isinstance(each, str) and key == "$ref" and each.startswith(f"{old}/")):
            value[key] = new + each[len(old) :]
        else:
            _replace_references(each, old, new)


def _drop_prose(value: Any) -> Any:
    """Return a part of the new document without its descriptions, which for scopes are their values."""
    if isinstance(value, dict):
        return {
            key: dict.fromkeys(each, "") if key == "scopes" else _drop_prose(each)
            for key, each in value.items()
            if key != "description"
        }
    return [_drop_prose(each) for each in value] if isinstance(value, list) else value
