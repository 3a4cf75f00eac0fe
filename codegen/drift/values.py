"""How scalars, arrays and kinds differ at one pointer, and what of it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import Node
from .alternatives import LIMITS, Alternative, get_kinds, get_limit, find_missing_kinds, get_values, describe
from .difference import Difference, Location

_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems")
_UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems")


def type_difference(lefts: list[Alternative], found: list[Alternative], rights: list[Node], location: Location) -> Difference:
    """Kinds of things are let through there that are not here, or the other way round.

    A request breaks where less is taken than before, an answer where details comes.
    """
    here, there = get_kinds(lefts), get_kinds(found)
    breaking = bool((location.sent and find_missing_kinds(here, there)) or (location.received and find_missing_kinds(there, here)))
    details = {"ours": describe(lefts), "theirs": describe(found)}
    return location.build_difference("changed", "type", breaking=breaking, **details, node=rights)


def null_difference(lefts: list[Alternative], found: list[Alternative], rights: list[Node], location: Location) -> Difference:
    """Null, and nothing else, is let through there and not here, or the other way round."""
    null = [each for each in found if each.kind == "null"]
    return type_difference(lefts, [*(each for each in lefts if each.kind != "null"), *null], rights, location)


def compare_values(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Values that are declared on one side only; new ones in an answer break nothing, enumerations are open."""
    here, there = get_values(lefts), get_values(rights)
    location = replace(location, pointer=lefts[0].pointer)
    if here is None or there is None:
        if here != there:
            breaking = here is None and location.sent
            pointers = [each.pointer for each in lefts if (each.values is None) == (here is None)]
            yield location.build_difference("changed", "values", breaking=breaking, ours=here, theirs=there, node=(pointers, rights))
        return
    for value in there:
        if value not in here:
            yield location.build_difference("added", "value", breaking=False, theirs=value, node=value)
    for value in here:
        if value not in there:
            yield location.build_difference("removed", "value", breaking=location.sent, ours=value)


def compare_limits(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Limits and formats; a request breaks where they become tighter."""
    for word in LIMITS:
        here, there = get_limit(lefts, word), get_limit(rights, word)
        if here != there:
            breaking = location.sent and _tighter(word, here, there)
            details = {"ours": here, "theirs": there, "name": word, "node": there}
            yield location.build_difference("changed", "limit", breaking=breaking, **details)


def _tighter(word: str, here: Any, there: Any) -> bool:
    if there is None or here is None:
        return there is not None
    if word in _LOWER:
        return bool(there > here)
    return bool(there < here) if word in _UPPER else True
