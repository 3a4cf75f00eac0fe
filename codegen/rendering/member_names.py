"""Distinct Python names for the members of an object, and for the arguments of an operation."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

_SIGNS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "%": "percent",
    "&": "and",
    "|": "or",
    "=": "equal",
    "<": "lt",
    ">": "gt",
    "!": "not",
    "~": "tilde",
    "^": "caret",
    "?": "question",
    "@": "at",
    "$": "dollar",
    "#": "hash",
    ".": "dot",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "{": "open",
    "}": "close",
    "'": "quote",
    '"': "quote",
    "\\": "backslash",
}


def choose_names(
    wires: Iterable[str],
    convert: Callable[[str], str],
    taken: frozenset[str] = frozenset(),
    agreed: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return a distinct Python name for each name in JSON. The names do not depend on their order.

    Of several that have the same Python name, the one that is written like it keeps it, or else the first one in
    alphabetical order. For the others, signs are written as words (`start_time_lt` for `StartTime<`); otherwise, a name
    that is valid in Python is unchanged (`userId` beside `user_id`), and any other gets a number.

    Args:
        wires: The names in JSON; all differ.
        convert: Returns the preferred Python name.
        taken: Python names that are in use.
        agreed: Name in JSON -> Python name to use.
    """
    found = dict(agreed or {})
    rest = [wire for wire in wires if wire not in found]
    preferred = {wire: convert(wire) for wire in rest}
    used = {*taken, *found.values()}
    for wire in sorted(rest, key=lambda each: (each != preferred[each], each)):
        if preferred[wire] not in used:
            found[wire] = preferred[wire]
            used.add(preferred[wire])
    reserved = used | set(preferred.values())
    for wire in sorted(each for each in rest if each not in found):
        found[wire] = next(name for name in _list_alternatives(wire, convert) if name not in reserved)
        reserved.add(found[wire])
    return found


def split_agreed(agreed: Mapping[str, str], owner: str) -> dict[str, str]:
    """Return the entries for an owner, such as `{"userId": "name"}` for `{"Pet.userId": "name"}` and `Pet`."""
    start = f"{owner}."
    return {key.removeprefix(start): name for key, name in agreed.items() if key.startswith(start)}


def _list_alternatives(wire: str, convert: Callable[[str], str]) -> Iterator[str]:
    spelled = spell_signs(wire)
    if spelled != wire:
        yield convert(spelled)
    if wire.isidentifier() and wire.isascii() and not wire.startswith("_") and not keyword.iskeyword(wire):
        yield wire
    number = 2
    while True:
        yield f"{convert(wire).rstrip('_')}_{number}"
        number += 1


def spell_signs(wire: str) -> str:
    """Return a name in which words replace the signs, except those that separate words."""
    separated = re.sub(r"(?<=\w)[-.:/'](?=\w)", " ", wire)
    return re.sub(r"[^\w\s]", lambda found: f" {_SIGNS.get(found[0], '')} ", separated).strip()
