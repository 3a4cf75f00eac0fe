"""Named scalars, arrays and maps are written where they are used: only objects, enumerations and unions are named.

before  {ChatModelNames: {type: array, items: {type: string}}}    {models: {$ref: ChatModelNames}}
after                                                             {models: {type: array, items: {type: string}}}
"""

from __future__ import annotations

from copy import deepcopy

from ..document import Node, referent, replace, schemas_of, subschemas, variants_of, walk
from ..problems import Report
from .nullability import NULL


def run(document: Node, report: Report) -> None:
    """Replace each reference to an alias by what the alias says, and drop the aliases."""
    named = schemas_of(document)
    aliases = {name for name, schema in named.items() if not keeps_name(schema)}
    for place, schema in walk(document):
        _inline(schema, named, aliases, place, report, ())
    for name in aliases:
        del named[name]


def keeps_name(schema: Node) -> bool:
    """Whether a named schema is one in Python too: an object with members, an enumeration, or a union."""
    rest = [member for member in variants_of(schema) if member != NULL]
    return bool(schema.get("properties")) or "enum" in schema or len(rest) > 1


def _inline(schema: Node, named: Node, aliases: set[str], place: str, report: Report, seen: tuple[str, ...]) -> None:
    name = referent(schema)
    if name not in aliases or name is None:
        return
    notes = {word: value for word, value in schema.items() if word != "$ref"}
    if name in seen:
        report.keep_plain(place, f"{name} contains itself without an object between")
        replace(schema, notes)
        return
    replace(schema, {**deepcopy(named[name]), **notes})
    for inner_place, inner in _inside(schema, place):
        _inline(inner, named, aliases, inner_place, report, (*seen, name))
    _inline(schema, named, aliases, place, report, (*seen, name))


def _inside(schema: Node, place: str) -> list[tuple[str, Node]]:
    found = []
    for inner_place, inner in subschemas(schema, place):
        found += [*_inside(inner, inner_place), (inner_place, inner)]
    return found
