"""What a package has no place for is told and counted: webhooks, callbacks, servers of their own, unknown methods.

before
    operation: {operationId: getPets, callbacks: {onSold: {}}, servers: [{url: 'https://pets.example'}]}
after
    operation: {operationId: getPets}
    warns: "callbacks: 'onSold' left out: the package only sends requests"

A server is told of where it is another than the document's, as calls go to the base URL of whoever sends them.
"""

from __future__ import annotations

from ..document import METHODS, Node, build_pointer, build_server_url, iter_operations
from ..problems import Report

_OF_A_PATH = frozenset({*METHODS, "$ref", "summary", "description", "parameters", "servers"})
_SHOWN = 5
_CALLS_ONLY = "the package only sends requests"


def run(document: Node, report: Report) -> None:
    """Take out what no call is made of, each place with a warning."""
    elsewhere: dict[str, list[str]] = {}
    home = _list_urls(document) or ["/"]
    _remove_member(document, "webhooks", "", _CALLS_ONLY, report)
    for path, item in document["paths"].items():
        place = build_pointer("paths", path)
        _remove_servers(item, home, place, elsewhere)
        unknown = [word for word in item if word not in _OF_A_PATH and not word.startswith("x-")]
        for word in unknown:
            del item[word]
            report.leave_out(place + build_pointer(word), "left out: unknown method")
    for place, _, _, operation in iter_operations(document):
        _remove_member(operation, "callbacks", place, _CALLS_ONLY, report)
        _remove_servers(operation, home, place, elsewhere)
    for url, places in elsewhere.items():
        others = f" (and {len(places) - 1} more)" if places[1:] else ""
        reason = f"the server {url} is left out{others}; use a client with this base URL"
        report.leave_out(places[0], reason, len(places))


def _remove_member(owner: Node, word: str, place: str, reason: str, report: Report) -> None:
    found = list(owner.pop(word, ()))
    if found:
        shown = ", ".join(map(repr, found[:_SHOWN])) + (f" and {len(found) - _SHOWN} more" if found[_SHOWN:] else "")
        report.leave_out(f"{place}/{word}", f"{shown} left out: {reason}", len(found))


def _remove_servers(owner: Node, home: list[str], place: str, elsewhere: dict[str, list[str]]) -> None:
    urls = _list_urls(owner)
    if urls not in ([], home):
        elsewhere.setdefault(urls[0], []).append(f"{place}/servers")
    owner.pop("servers", None)


def _list_urls(owner: Node) -> list[str]:
    return [build_server_url(server) for server in owner.get("servers") or ()]
