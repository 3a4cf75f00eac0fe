"""How the operations of two normal forms differ: parameters, bodies, answers, and what is said of a call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Node, operations_of, pointer
from .alternatives import alternatives, words_of
from .difference import ANSWER, REQUEST, Difference, Site
from .parts import Parts
from .schemas import SchemaComparison
from .source_map import place_of

_SAID = {"needs_key": "key", "paging": "paging", "stream_switch": "stream switch", "sentinel": "sentinel"}
_BOTH = REQUEST | ANSWER


def compare(ours: Node, theirs: Node) -> tuple[list[Difference], dict[str, str]]:
    """The differences of two normal forms, and their names of schemas with ours for the same things.

    A path is the same whatever its parameters are called; so is an operation, whatever its id.
    """
    schemas = SchemaComparison(ours, theirs)
    parts = Parts(schemas)
    found: list[Difference] = []
    left, right = _calls(ours), _calls(theirs)
    for call in [*left, *(call for call in right if call not in left)]:
        path, method, operation = left.get(call) or right[call]
        place = pointer("paths", path, method)
        site = Site(f"{method.upper()} {path}", place_of(operation, place) if call in left else place, _BOTH)
        if call not in right:
            found.append(site.tell("removed", "operation", breaking=True))
        elif call not in left:
            found.append(site.tell("added", "operation", breaking=False, theirs=(path, method, operation)))
        else:
            found += _call(operation, right[call][2], site)
            found += _parameters(parts, (path, operation), (right[call][0], right[call][2]), site)
            found += _body(parts, operation.get("requestBody"), right[call][2].get("requestBody"), site)
            found += _answers(parts, operation["responses"], right[call][2]["responses"], site)
    found += parts.finish()
    return [*found, *schemas.finish()], schemas.names


def _calls(document: Node) -> dict[tuple[str, str], tuple[str, str, Node]]:
    return {
        (re.sub(r"{[^}]*}", "{}", path), method): (path, method, operation)
        for _, path, method, operation in operations_of(document)
    }


def _call(left: Node, right: Node, site: Site) -> Iterator[Difference]:
    for word, what in _SAID.items():
        here, there = left["x-call"][word], right["x-call"][word]
        if here != there:
            breaking = word == "needs_key" and bool(there)
            said = {"here": here, "there": there, "name": word, "theirs": right}
            yield site.tell("removed" if there is None else "changed", what, breaking=breaking, **said)
    old, new = bool(left.get("deprecated")), bool(right.get("deprecated"))
    if old != new:
        said = {"here": old, "there": new, "name": "deprecated", "theirs": new}
        yield site.tell("changed", "deprecated", breaking=False, **said)


def _parameters(parts: Parts, left: tuple[str, Node], right: tuple[str, Node], site: Site) -> Iterator[Difference]:
    mine, theirs = _by_name(*left), _by_name(*right)
    for key, stated in mine.items():
        where = f"{site.where} {stated['in']} {stated['name']}"
        inner = Site(where, place_of(stated, site.place), REQUEST)
        if key in theirs:
            parts.parameter(stated, theirs[key], inner)
        else:
            here = words_of(alternatives(parts.schemas.ours, stated["schema"], ""))
            yield inner.tell("removed", "parameter", breaking=True, here=here)
    for key, other in theirs.items():
        if key not in mine:
            words = words_of(alternatives(parts.schemas.theirs, other["schema"], ""))
            required = bool(other.get("required"))
            inner = Site(f"{site.where} {other['in']} {other['name']}", f"{site.place}/parameters/-", REQUEST)
            there = f"{words}, required" if required else words
            yield inner.tell("added", "parameter", breaking=required, there=there, owner=site.place, theirs=other)


def _by_name(path: str, operation: Node) -> dict[tuple[str, str], Node]:
    # Those of the path by their order: what they are called is not sent.
    in_path = re.findall(r"{([^}]*)}", path)
    found: dict[tuple[str, str], Node] = {}
    for each in operation["parameters"]:
        name = each["name"].lower() if each["in"] == "header" else each["name"]
        found[each["in"], str(in_path.index(name)) if each["in"] == "path" else name] = each
    return found


def _body(parts: Parts, left: Node | None, right: Node | None, site: Site) -> Iterator[Difference]:
    where = f"{site.where} body"
    if left is None and right is not None:
        inner = Site(where, f"{site.place}/requestBody", REQUEST)
        there = ", ".join(right.get("content") or {})
        more = {"there": there, "owner": site.place, "theirs": right}
        yield inner.tell("added", "body", breaking=bool(right.get("required")), **more)
    elif left is not None:
        inner = Site(where, place_of(left, f"{site.place}/requestBody"), REQUEST)
        if right is None:
            yield inner.tell("removed", "body", breaking=True, here=", ".join(left.get("content") or {}))
        else:
            parts.body(left, right, inner)


def _answers(parts: Parts, left: Node, right: Node, site: Site) -> Iterator[Difference]:
    for status in [*left, *(status for status in right if status not in left)]:
        place = site.place + pointer("responses", status)
        where = f"{site.where} {status}"
        succeeds = status.startswith("2")
        if status not in right:
            said = {"here": _content(left[status])}
            yield Site(where, place, ANSWER).tell("removed", "answer", breaking=succeeds, **said)
        elif status not in left:
            more = {"there": _content(right[status]), "owner": site.place, "name": status, "theirs": right[status]}
            yield Site(where, place, ANSWER).tell("added", "answer", breaking=False, **more)
        else:
            parts.answer(left[status], right[status], Site(where, place_of(left[status], place), ANSWER), succeeds)


def _content(part: Node) -> str:
    return ", ".join(part.get("content") or {}) or "no content"
