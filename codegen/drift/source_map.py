"""Where the parts of a normal form stood in the document it was made from."""

from __future__ import annotations

from typing import Any

from ..document import Node, build_pointer


class LocatedObject(dict[str, Any]):
    """A JSON object that knows its JSON Pointer; the passes copy and change it like any other, and it still does."""

    pointer = ""


def add_pointers(value: Any, pointer: str = "") -> Any:
    """A copy of a document whose objects know where they stand."""
    if isinstance(value, dict):
        found = LocatedObject({key: add_pointers(inner, pointer + build_pointer(key)) for key, inner in value.items()})
        found.pointer = pointer
        return found
    return (
        [add_pointers(inner, f"{pointer}/{index}") for index, inner in enumerate(value)] if isinstance(value, list) else value
    )


def get_pointer(node: Node, otherwise: str) -> str:
    """Where an object stood; what a pass has made stands at the pointer it was made for."""
    return node.pointer if isinstance(node, LocatedObject) else otherwise
