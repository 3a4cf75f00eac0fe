"""Removes what a package cannot represent, with warnings: webhooks, callbacks, unknown methods, and other servers.

before
    operation: {operationId: getPets, callbacks: {onSold: {}}, servers: [{url: 'https://pets.example'}]}
after
    operation: {operationId: getPets}
    warns: "callbacks: 'onSold' left out: the package only sends requests"

Servers of paths and operations only cause a warning if they differ from the document's: a client has one base URL.
"""

from __future__ import annotations

from ..document import METHODS, Node, build_pointer, build_server_url, iter_operations
from ..problems import Report

_PATH_MEMBERS = frozenset({*METHODS, "$ref", "summary", "description", "parameters", "servers"})
_MAX_NAMES = 5
_SENDS_ONLY = "the package only sends requests"


def run(document: Node, report: Report) -> None:
    """Remove the parts that are not needed to send requests, with a warning for each."""
    elsewhere: dict[str, list[str]] = {}
    default = _list_urls(document) or ["/"]
    _remove_member(document, "webhooks", "", _SENDS_ONLY, report)
    for path, item in document["paths"].items():
        place = build_pointer("paths", path)
        _remove_servers(item, default, place, elsewhere)
        unknown = [word for word in item if word not in _PATH_MEMBERS and not word.startswith("x-")]
        for word in unknown:
            del item[word]
            report.leave_out(place + build_pointer(word), "unknown-method", "left out: unknown method")
    for place, _, _, operation in iter_operations(document):
        _remove_member(operation, "callbacks", place, _SENDS_ONLY, report)
        _remove_servers(operation, default, place, elsewhere)
    for url, places in elsewhere.items():
        others = f" (and {len(places) - 1} more)" if places[1:] else ""
        reason = f"the server {url} is left out{others}; use a client with this base URL"
        report.leave_out(places[0], "other-server", reason, len(places))


def _remove_member(owner: Node, word: str, place: str, reason: str, report: Report) -> None:
    found = list(owner.pop(word, ()))
    if found:
        names = ", ".join(map(repr, found[:_MAX_NAMES]))
        more = f" and {len(found) - _MAX_NAMES} more" if len(found) > _MAX_NAMES else ""
        report.leave_out(f"{place}/{word}", "callback-left-out", f"{names}{more} left out: {reason}", len(found))


def _remove_servers(owner: Node, default: list[str], place: str, elsewhere: dict[str, list[str]]) -> None:
    urls = _list_urls(owner)
    if urls not in ([], default):
        elsewhere.setdefault(urls[0], []).append(f"{place}/servers")
    owner.pop("servers", None)


def _list_urls(owner: Node) -> list[str]:
    return [build_server_url(server) for server in owner.get("servers") or ()]
