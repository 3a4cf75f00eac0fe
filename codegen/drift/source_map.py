"""Tracks the JSON Pointers of the original document through the passes that build the normal form."""

from __future__ import annotations

from typing import Any

from ..document import Node, build_pointer


class LocatedObject(dict[str, Any]):
    """A JSON object with its JSON Pointer in the original document, which copies of the object keep."""

    pointer = ""


def add_pointers(value: Any, pointer: str = "") -> Any:
    """Return a copy of a document in which every object has its pointer."""
    if isinstance(value, dict):
        located = LocatedObject(
            {key: add_pointers(inner, pointer + build_pointer(key)) for key, inner in value.items()}
        )
        located.pointer = pointer
        return located
    if isinstance(value, list):
        return [add_pointers(inner, f"{pointer}/{index}") for index, inner in enumerate(value)]
    return value


def get_pointer(node: Node, default: str) -> str:
    """Return the original pointer of an object, or the default for an object that a pass has created."""
    return node.pointer if isinstance(node, LocatedObject) else default
