"""Where the parts of a normal form stood in the document it was made from."""

from __future__ import annotations

from typing import Any

from ..document import Node, pointer


class Placed(dict[str, Any]):
    """A JSON object that knows its JSON Pointer; the passes copy and change it like any other, and it still does."""

    place = ""


def placed(value: Any, place: str = "") -> Any:
    """A copy of a document whose objects know where they stand."""
    if isinstance(value, dict):
        found = Placed({key: placed(inner, place + pointer(key)) for key, inner in value.items()})
        found.place = place
        return found
    return (
        [placed(inner, f"{place}/{index}") for index, inner in enumerate(value)] if isinstance(value, list) else value
    )


def place_of(node: Node, otherwise: str) -> str:
    """Where an object stood; what a pass has made stands at the place it was made for."""
    return node.place if isinstance(node, Placed) else otherwise
