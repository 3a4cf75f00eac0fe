"""How scalars, arrays and kinds differ at one place, and what of it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..document import Node
from .alternatives import LIMITS, Alternative, kinds_of, limit_of, not_covered, values_of, words_of
from .difference import Difference, Site

_LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems")
_UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems")


def other_type(lefts: list[Alternative], found: list[Alternative], rights: list[Node], site: Site) -> Difference:
    """Kinds of things are let through there that are not here, or the other way round.

    A request breaks where less is taken than before, an answer where more comes.
    """
    here, there = kinds_of(lefts), kinds_of(found)
    breaking = bool((site.sent and not_covered(here, there)) or (site.received and not_covered(there, here)))
    said = {"here": words_of(lefts), "there": words_of(found)}
    return site.tell("changed", "type", breaking=breaking, **said, theirs=rights)


def other_null(lefts: list[Alternative], found: list[Alternative], rights: list[Node], site: Site) -> Difference:
    """Null, and nothing else, is let through there and not here, or the other way round."""
    null = [each for each in found if each.kind == "null"]
    return other_type(lefts, [*(each for each in lefts if each.kind != "null"), *null], rights, site)


def other_values(lefts: list[Alternative], rights: list[Alternative], site: Site) -> Iterator[Difference]:
    """Values that are stated on one side only; new ones in an answer break nothing, enumerations are open."""
    here, there = values_of(lefts), values_of(rights)
    site = replace(site, place=lefts[0].place)
    if here is None or there is None:
        if here != there:
            breaking = here is None and site.sent
            places = [each.place for each in lefts if (each.values is None) == (here is None)]
            yield site.tell("changed", "values", breaking=breaking, here=here, there=there, theirs=(places, rights))
        return
    for value in there:
        if value not in here:
            yield site.tell("added", "value", breaking=False, there=value, theirs=value)
    for value in here:
        if value not in there:
            yield site.tell("removed", "value", breaking=site.sent, here=value)


def other_limits(lefts: list[Alternative], rights: list[Alternative], site: Site) -> Iterator[Difference]:
    """Limits and formats; a request breaks where they become tighter."""
    for word in LIMITS:
        here, there = limit_of(lefts, word), limit_of(rights, word)
        if here != there:
            breaking = site.sent and _tighter(word, here, there)
            said = {"here": here, "there": there, "name": word, "theirs": there}
            yield site.tell("changed", "limit", breaking=breaking, **said)


def _tighter(word: str, here: Any, there: Any) -> bool:
    if there is None or here is None:
        return there is not None
    if word in _LOWER:
        return bool(there > here)
    return bool(there < here) if word in _UPPER else True
