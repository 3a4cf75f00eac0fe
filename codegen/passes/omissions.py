"""Removes what a package cannot represent, with warnings: unknown methods, and other servers.

before
    operation: {operationId: getPets, servers: [{url: 'https://pets.example'}]}
after
    operation: {operationId: getPets}
    warns: "the server https://pets.example is left out; use a client with this base URL"

Servers of paths and operations only cause a warning if they differ from the document's: a client has one base URL.
"""

from __future__ import annotations

from ..document import METHODS, Node, build_pointer, build_server_url, iter_operations
from ..problems import Report

_PATH_MEMBERS = frozenset({*METHODS, "$ref", "summary", "description", "parameters", "servers"})


def run(document: Node, report: Report) -> None:
    """Remove the parts that are not needed to send requests, with a warning for each."""
    elsewhere: dict[str, list[str]] = {}
    default = _list_urls(document) or ["/"]
    for path, item in document["paths"].items():
        place = build_pointer("paths", path)
        _remove_servers(item, default, place, elsewhere)
        unknown = [word for word in item if word not in _PATH_MEMBERS and not word.startswith("x-")]
        for word in unknown:
            del item[word]
            report.leave_out(place + build_pointer(word), "unknown-method", "left out: unknown method")
    for place, _, _, operation in iter_operations(document):
        _remove_servers(operation, default, place, elsewhere)
    for url, places in elsewhere.items():
        others = f" (and {len(places) - 1} more)" if places[1:] else ""
        reason = f"the server {url} is left out{others}; use a client with this base URL"
        report.leave_out(places[0], "other-server", reason, len(places))


def _remove_servers(owner: Node, default: list[str], place: str, elsewhere: dict[str, list[str]]) -> None:
    urls = _list_urls(owner)
    if urls not in ([], default):
        elsewhere.setdefault(urls[0], []).append(f"{place}/servers")
    owner.pop("servers", None)


def _list_urls(owner: Node) -> list[str]:
    return [build_server_url(server) for server in owner.get("servers") or ()]
