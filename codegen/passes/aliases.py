"""Inlines named scalars, arrays and maps: only objects, enumerations and unions keep their names.

before
    schemas: {Names: {type: array, items: {type: string}}, Pet: {properties: {names: {$ref: Names}}}}
after
    schemas: {Pet: {properties: {names: {type: array, items: {type: string}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from ..document import (
    NULL,
    Node,
    flatten_variants,
    get_reference_name,
    get_schemas,
    get_variants,
    iter_subschemas,
    replace,
    walk,
)
from ..problems import Report


def run(document: Node, report: Report) -> None:
    """Replace each reference to an alias by the schema of the alias, and remove the aliases."""
    _drop_aliases(document, report)
    if _cut_loops(document):
        _drop_aliases(document, report)


def _cut_loops(document: Node) -> bool:
    """Remove unions from their own variants, also where they are nested in other unions; return whether any were."""
    named = get_schemas(document)
    looping = [name for name in named if name in _collect_member_names(named, name)]
    flat = {name: flatten_variants(document, named[name]) for name in looping}
    for name in looping:
        members = [member for member in flat[name] if get_reference_name(member) not in looping]
        members += [dict(NULL)] if NULL in _iter_members(named[name]) else []
        rest = members[0] if len(members) == 1 else {"anyOf": members} if members else {}
        replace(named[name], {**rest, **{word: value for word, value in named[name].items() if word != "anyOf"}})
    return bool(looping)


def _collect_member_names(named: Node, name: str) -> set[str]:
    """Return the names of all schemas that are variants of a union, directly or through other unions."""
    found: set[str] = set()
    todo = [name]
    while todo:
        members = {target for target in map(get_reference_name, _iter_members(named[todo.pop()])) if target is not None}
        todo += members - found
        found |= members
    return found


def _iter_members(union: Node) -> Iterator[Node]:
    """Yield the variants of a union, and those of inline unions among them."""
    for member in get_variants(union):
        yield member
        yield from _iter_members(member)


def _drop_aliases(document: Node, report: Report) -> None:
    named = get_schemas(document)
    aliases = {name for name, schema in named.items() if not is_named_in_python(schema)}
    for place, schema in walk(document):
        _inline(schema, named, aliases, place, report, ())
    for name in aliases:
        del named[name]


def is_named_in_python(schema: Node) -> bool:
    """Return True if a schema has a name in Python: it is an object with members, an enumeration, or a union."""
    rest = [member for member in get_variants(schema) if member != NULL]
    return bool(schema.get("properties")) or "enum" in schema or len(rest) > 1


def _inline(schema: Node, named: Node, aliases: set[str], place: str, report: Report, seen: tuple[str, ...]) -> None:
    """Replace a reference to an alias by the schema of the alias; `seen` are the aliases being replaced."""
    name = get_reference_name(schema)
    if name not in aliases or name is None:
        return
    annotations = {word: value for word, value in schema.items() if word != "$ref"}
    if name in seen:
        report.keep_plain(place, "recursive-alias", f"{name} contains itself, without an object in between")
        replace(schema, annotations)
        return
    replace(schema, {**deepcopy(named[name]), **annotations})
    for inner_place, inner in _list_inner_schemas(schema, place):
        _inline(inner, named, aliases, inner_place, report, (*seen, name))
    _inline(schema, named, aliases, place, report, (*seen, name))


def _list_inner_schemas(schema: Node, place: str) -> list[tuple[str, Node]]:
    """Return all schemas inside a schema with their pointers, inner schemas first."""
    found = []
    for inner_place, inner in iter_subschemas(schema, place):
        found += [*_list_inner_schemas(inner, inner_place), (inner_place, inner)]
    return found
