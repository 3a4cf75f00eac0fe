"""Compares types, values and limits at one location, and decides which differences are breaking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import Node
from .alternatives import LIMITS, Alternative, describe, find_missing_kinds, get_kinds, get_limit, get_values
from .difference import Difference, Location

_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems")
_UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems")


def build_type_difference(
    lefts: list[Alternative], alternatives: list[Alternative], rights: list[Node], location: Location
) -> Difference:
    """Return the difference of two sets of types.

    It is breaking if requests may no longer have one of our types, or if responses may have a new one.
    """
    ours, theirs = get_kinds(lefts), get_kinds(alternatives)
    breaking = bool(
        (location.sent and find_missing_kinds(ours, theirs)) or (location.received and find_missing_kinds(theirs, ours))
    )
    details = {"ours": describe(lefts), "theirs": describe(alternatives)}
    return location.build_difference("changed", "type", breaking=breaking, **details, node=rights)


def build_null_difference(
    lefts: list[Alternative], alternatives: list[Alternative], rights: list[Node], location: Location
) -> Difference:
    """Return the difference of two sets of types of which only null differs."""
    null = [each for each in alternatives if each.kind == "null"]
    return build_type_difference(lefts, [*(each for each in lefts if each.kind != "null"), *null], rights, location)


def compare_values(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Yield the values allowed on one side only; new values in responses are not breaking, because enums are open."""
    ours, theirs = get_values(lefts), get_values(rights)
    location = replace(location, pointer=lefts[0].pointer)
    if ours is None or theirs is None:
        if ours != theirs:
            breaking = ours is None and location.sent
            pointers = [each.pointer for each in lefts if (each.values is None) == (ours is None)]
            yield location.build_difference(
                "changed", "values", breaking=breaking, ours=ours, theirs=theirs, node=(pointers, rights)
            )
        return
    for value in theirs:
        if value not in ours:
            yield location.build_difference("added", "value", breaking=False, theirs=value, node=value)
    for value in ours:
        if value not in theirs:
            yield location.build_difference("removed", "value", breaking=location.sent, ours=value)


def compare_limits(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Yield the limits and formats that differ; stricter ones are breaking in requests."""
    location = replace(location, pointer=lefts[0].pointer)
    for keyword in LIMITS:
        ours, theirs = get_limit(lefts, keyword), get_limit(rights, keyword)
        if ours != theirs:
            breaking = location.sent and _is_stricter(keyword, ours, theirs)
            details = {"ours": ours, "theirs": theirs, "name": keyword, "node": theirs}
            yield location.build_difference("changed", "limit", breaking=breaking, **details)


def _is_stricter(keyword: str, ours: Any, theirs: Any) -> bool:
    if theirs is None or ours is None:
        return theirs is not None
    if keyword in _LOWER:
        return bool(theirs > ours)
    return bool(theirs < ours) if keyword in _UPPER else True
