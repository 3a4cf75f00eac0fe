"""Finds the parts of `components` that nothing uses; an error in them does not stop a generation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .document import Node, build_pointer, split_pointer

_ROOTS = ("paths", "webhooks", "x-webhooks", "security")


def find_unused(document: Node) -> frozenset[str]:
    """Return the pointers of the parts of `components` that no operation uses, directly or through others.

    The document is as it was read, so any part may have any type.
    """
    components = document.get("components")
    kinds = components.items() if isinstance(components, dict) else ()
    parts = {
        build_pointer("components", kind, str(name)): part
        for kind, named in kinds
        if isinstance(named, dict)
        for name, part in named.items()
    }
    used: set[str] = set()
    todo: list[Any] = [{word: document.get(word) for word in _ROOTS}]
    while todo:
        for pointer in _find_pointers(todo.pop()):
            if pointer in parts and pointer not in used:
                used.add(pointer)
                todo.append(parts[pointer])
    return frozenset(parts.keys() - used)


def _find_pointers(part: Any) -> Iterator[str]:
    """Yield the pointers to the components that a part refers to, also by the names of schemas and security schemes."""
    todo = [part]
    while todo:
        value = todo.pop()
        if isinstance(value, list):
            todo += value
        if not isinstance(value, dict):
            continue
        todo += value.values()
        mapping = value.get("mapping")
        targets = [value.get("$ref"), *(mapping.values() if isinstance(mapping, dict) else ())]
        for target in targets:
            if isinstance(target, str):
                steps = split_pointer(target) if "/" in target else ["components", "schemas", target]
                yield build_pointer(*steps[:3])
        security = value.get("security")
        for each in security if isinstance(security, list) else ():
            yield from (
                build_pointer("components", "securitySchemes", str(name))
                for name in (each if isinstance(each, dict) else ())
            )
