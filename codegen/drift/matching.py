"""Which variant of a union is which in another description: by tag, by name, by what they have in common."""

from __future__ import annotations

from ..document import Node, get_reference_name, get_schemas
from .alternatives import Alternative


def match_variants(ours: Node, lefts: list[Alternative], theirs: Node, rights: list[Alternative]) -> dict[int, list[int]]:
    """For each object of a union of ours the objects of theirs that it stands for, by index; one may stand for many."""
    found: dict[int, list[int]] = {index: [] for index in range(len(lefts))}
    for index, right in enumerate(rights):
        score, best = max((_likeness(ours, left, theirs, right), -at) for at, left in enumerate(lefts))
        if score > 0 or (len(lefts) == 1 and (right.only_object or not right.schema.get("properties"))):
            found[-best].append(index)
    return found


def _likeness(ours: Node, left: Alternative, theirs: Node, right: Alternative) -> float:
    """From 0, two different things, upwards; a common tag says details than a name, a name details than common members.

    Members tell where details than half of those of the smaller thing are common.
    """
    mine, other = left.schema.get("properties") or {}, right.schema.get("properties") or {}
    common = mine.keys() & other.keys()
    share = len(common) / max(1, len(mine.keys() | other.keys()))
    named = left.name is not None and left.name == right.name
    tags = [
        (_constants(ours, mine[name]), _constants(theirs, other[name]))
        for name in common
        if _constants(ours, mine[name]) and _constants(theirs, other[name])
    ]
    if tags:
        return 2 + share + named if all(a & b for a, b in tags) else 0
    if named:
        return 1 + share
    return share if len(common) > min(len(mine), len(other)) / 2 else 0


def _constants(document: Node, schema: Node) -> set[str]:
    found = get_schemas(document).get(get_reference_name(schema) or "", schema)
    return {repr(found["const"])} if "const" in found else set()
