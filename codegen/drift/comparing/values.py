"""Compares types, values and limits at one location."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from ...document import Node
from .alternatives import LIMITS, Alternative, describe, find_missing_kinds, get_kinds, get_limit, get_values
from .difference import Difference, Location
from .rules import Rule, name_bound

Relation = Literal["generalized", "specialized", "changed", "compatible"]

_INCLUDED = {("float", "double"), ("int32", "int64")}
"""Pairs of formats of which the second one includes all values of the first one."""


def build_type_difference(
    lefts: list[Alternative], alternatives: list[Alternative], rights: list[Node], location: Location
) -> Difference:
    """Return the difference of two sets of types."""
    ours, theirs = get_kinds(lefts), get_kinds(alternatives)
    details = {"ours": describe(lefts), "theirs": describe(alternatives)}
    return location.build_difference("changed", "type", _judge_kinds(ours, theirs, location), **details, node=rights)


def _judge_kinds(ours: set[str], theirs: set[str], location: Location) -> tuple[Rule, ...]:
    had_null, has_null = "null" in ours, "null" in theirs
    rules: tuple[Rule, ...] = ()
    if had_null != has_null and "any" not in ours | theirs:
        rules = location.judge("became-nullable" if has_null else "became-not-nullable")
        ours, theirs = ours - {"null"}, theirs - {"null"}
        if ours == theirs:
            return rules
    missing, new = find_missing_kinds(ours, theirs), find_missing_kinds(theirs, ours)
    relation: Relation = "changed" if missing and new else "specialized" if missing else "generalized"
    return rules + judge_relation(location, relation if missing or new else "compatible")


def judge_relation(location: Location, relation: Relation) -> tuple[Rule, ...]:
    """Return the rules for a type or format that includes more, fewer or other values than before."""
    # In requests, the checks of oasdiff do not distinguish a smaller set of values from another one.
    in_request = f"request-{location.subject}-type-changed" if relation == "specialized" else ""
    return location.judge(f"type-{relation}", request=in_request)


def build_null_difference(
    lefts: list[Alternative], alternatives: list[Alternative], rights: list[Node], location: Location
) -> Difference:
    """Return the difference of two sets of types of which only null differs."""
    null = [each for each in alternatives if each.kind == "null"]
    return build_type_difference(lefts, [*(each for each in lefts if each.kind != "null"), *null], rights, location)


def compare_values(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Yield the values allowed on one side only."""
    ours, theirs = get_values(lefts), get_values(rights)
    location = replace(location, pointer=lefts[0].pointer)
    if ours is None or theirs is None:
        if ours != theirs:
            word = "const" if len(ours or theirs or ()) == 1 else "enum"
            added, removed = (
                (f"{word}-added", f"{word}-removed") if word == "const" else ("became-enum", "became-not-enum")
            )
            rules = location.judge(added if ours is None else removed)
            pointers = [each.pointer for each in lefts if (each.values is None) == (ours is None)]
            node = (pointers, rights)
            yield location.build_difference("changed", "values", rules, ours=ours, theirs=theirs, node=node)
        return
    is_other = len(ours) == len(theirs) == 1
    for value in theirs:
        if value not in ours:
            rules = location.judge("const-changed" if is_other else "enum-value-added")
            yield location.build_difference("added", "value", rules, theirs=value, node=value)
    for value in ours:
        if value not in theirs:
            rules = location.judge("const-changed" if is_other else "enum-value-removed")
            yield location.build_difference("removed", "value", rules, ours=value)


def compare_limits(lefts: list[Alternative], rights: list[Alternative], location: Location) -> Iterator[Difference]:
    """Yield the limits and formats that differ."""
    location = replace(location, pointer=lefts[0].pointer)
    for keyword in LIMITS:
        ours, theirs = get_limit(lefts, keyword), get_limit(rights, keyword)
        if ours != theirs:
            if keyword == "format":
                rules = judge_relation(location, _relate_formats(lefts[0].kind, ours, theirs))
            else:
                rules = location.judge(f"{name_bound(keyword)}-{_name_change(keyword, ours, theirs)}")
            details = {"ours": ours, "theirs": theirs, "name": keyword, "node": theirs}
            yield location.build_difference("changed", "limit", rules, **details)


def _relate_formats(kind: str, ours: str | None, theirs: str | None) -> Relation:
    if kind == "number" and {ours, theirs} <= {None, "double"}:
        return "compatible"  # JSON numbers are read as doubles without a format too
    if theirs is None or (ours, theirs) in _INCLUDED:
        return "generalized"
    return "specialized" if ours is None or (theirs, ours) in _INCLUDED else "changed"


def _name_change(keyword: str, ours: Any, theirs: Any) -> str:
    """Return what happened to a limit, as in the names of the rules."""
    if keyword == "uniqueItems":
        return "set" if theirs else "unset"
    if ours is None or theirs is None:
        words = ("added", "removed") if keyword == "pattern" else ("set", "unset")
        return words[theirs is None]
    if keyword == "pattern":
        return "changed"
    if keyword != "multipleOf":
        return "increased" if theirs > ours else "decreased"
    if ours % theirs == 0:
        return "generalized"
    return "specialized" if theirs % ours == 0 else "changed"
