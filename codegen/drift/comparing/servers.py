"""Compares the servers of two documents, with their variables, and the names of their webhooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import Node
from .difference import REQUEST, RESPONSE, Difference, Location, find_rules
from .normalize import SERVERS, WEBHOOKS

_BOTH = REQUEST | RESPONSE


def compare_servers(ours: Node, theirs: Node, operations: frozenset[str]) -> Iterator[Difference]:
    """Yield the differences of the servers of the documents, which these operations use."""
    location = Location("servers", "/servers", _BOTH, operations=operations)
    yield from _compare_lists(_list_servers(ours), _list_servers(theirs), location)


def compare_own_servers(ours: Node, theirs: Node, left: Node, right: Node, location: Location) -> Iterator[Difference]:
    """Yield the differences of the servers of an operation, if it has its own in one of the documents."""
    if SERVERS in left or SERVERS in right:
        old, new = left.get(SERVERS) or _list_servers(ours), right.get(SERVERS) or _list_servers(theirs)
        inner = location.child(" servers", f"{location.pointer}/servers", "")
        yield from _compare_lists(old, new, inner)


def _list_servers(document: Node) -> list[Node]:
    return [each for each in document.get("servers") or () if isinstance(each, dict)] or [{"url": "/"}]


def _compare_lists(ours: list[Node], theirs: list[Node], location: Location) -> Iterator[Difference]:
    old, new = ({str(each.get("url", "/")): each for each in side} for side in (ours, theirs))
    removed, added = [url for url in old if url not in new], [url for url in new if url not in old]
    if len(removed) == len(added) == 1:
        details = {"ours": removed[0], "theirs": added[0], "node": (removed[0], new[added[0]])}
        yield location.build_difference("changed", "server", find_rules(["server-url-changed"]), **details)
    else:
        for url in removed:
            yield location.build_difference("removed", "server", find_rules(["server-removed"]), ours=url)
        for url in added:
            node = (None, new[url])
            yield location.build_difference("added", "server", find_rules(["server-added"]), theirs=url, node=node)
    for url in old:
        if url in new:
            yield from _compare_variables(old[url], new[url], location)


def _compare_variables(left: Node, right: Node, location: Location) -> Iterator[Difference]:
    ours, theirs = left.get("variables") or {}, right.get("variables") or {}
    for name in ours.keys() & theirs.keys():
        inner = Location(f"{location.where} {{{name}}}", location.pointer, _BOTH, operations=location.operations)
        old, new = ours[name].get("default"), theirs[name].get("default")
        details: dict[str, Any] = {"name": name, "node": (str(left.get("url", "/")), right)}
        if old != new:
            rules = find_rules(["server-variable-default-changed"])
            yield inner.build_difference("changed", "server variable", rules, ours=old, theirs=new, **details)
        values, others = list(ours[name].get("enum") or ()), list(theirs[name].get("enum") or ())
        if values != others:
            rules = find_rules(
                [
                    *(
                        ["server-variable-value-removed"]
                        if (others and set(values) - set(others)) or not values
                        else []
                    ),
                    *(["server-variable-value-added"] if not others or set(others) - set(values) else []),
                ]
            )
            yield inner.build_difference("changed", "server values", rules, ours=values, theirs=others, **details)


def compare_webhooks(ours: Node, theirs: Node) -> Iterator[Difference]:
    """Yield the webhooks that only one of the documents has."""
    old, new = ours.get(WEBHOOKS) or [], theirs.get(WEBHOOKS) or []
    for name in old:
        if name not in new:
            location = Location(name, "/webhooks", RESPONSE)
            yield location.build_difference("removed", "webhook", find_rules(["webhook-removed"]))
    for name in new:
        if name not in old:
            location = Location(name, "/webhooks", RESPONSE)
            yield location.build_difference("added", "webhook", find_rules(["webhook-added"]))
