"""Adds `x-security` to each operation: the alternatives of credentials, each a list of names of security schemes.

before
    operation: {operationId: getPets, security: [{key: [], app: []}, {}]}
after
    operation: {operationId: getPets, security: [{key: [], app: []}, {}], x-security: [[key, app], []]}
    warns: "the security scheme 'key' is not declared; its value is sent as a bearer token"

The schemes that operations use are written to `x-security-schemes` of the document, as in `openrouterkit_runtime`, and
the alternatives of requests by path to its `x-security`: those of the document, or else of all operations.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from ..document import Node, build_pointer, iter_operations
from ..problems import Report
from .references import find_target
from .structure import INVALID

_BEARER: Node = {"type": "http", "scheme": "bearer"}
_AS_BEARER = "its value is sent as a bearer token"
_PLACES = ("header", "query", "cookie")


def run(document: Node, report: Report) -> None:
    """Add the alternatives to every operation, and the schemes that they use to the document.

    A scheme that lacks a member, or refers to one that does not exist, is an error.
    """
    declared = _read_schemes(document, report)
    sent = {name: scheme for name, scheme in declared.items() if scheme is not None}
    used: dict[str, Node] = {}
    found: list[list[list[str]]] = []
    for place, _, _, operation in iter_operations(document):
        security = operation.get("security", document.get("security"))
        alternatives = operation["x-security"] = _list_alternatives(security, declared)
        found += [alternatives] if alternatives is not None else []
        for name in (name for each in alternatives or () for name in each if name not in used):
            used[name] = sent.get(name) or _assume_bearer(name, place, report)
    unused = [name for name in sent if name not in used] if found else []
    for name in unused:
        place = build_pointer("components", "securitySchemes", name)
        report.leave_out(place, "unused-security", "left out: no operation uses this security scheme")
    distinct = {tuple(each): each for alternatives in found for each in alternatives}
    default = _list_alternatives(document.get("security"), declared)
    if default is None or not set(chain.from_iterable(default)) <= used.keys():
        default = list(distinct.values()) or None
    document["x-security"] = default
    document["x-security-schemes"] = used if found else sent


def _list_alternatives(security: list[Node] | None, declared: Mapping[str, Node | None]) -> list[list[str]] | None:
    """Return the names of the schemes that are sent together, for each alternative; None if nothing is declared."""
    if security is None:
        return None
    return [[name for name in each if declared.get(name, {}) is not None] for each in security] or [[]]


def _assume_bearer(name: str, place: str, report: Report) -> Node:
    problem = f"the security scheme {name!r} is not declared; its value is sent as a bearer token"
    report.warn(f"{place}/security", "unknown-security", problem)
    return {"kind": "bearer"}


def _read_schemes(document: Node, report: Report) -> dict[str, Node | None]:
    """Return the declared schemes; None for those that are not sent in a request."""
    found: dict[str, Node | None] = {}
    for name, part in (document.get("components", {}).get("securitySchemes") or {}).items():
        place = build_pointer("components", "securitySchemes", name)
        found[name] = _read_scheme(_resolve(document, part, place, report), place, report)
    return found


def _resolve(document: Node, part: Node, place: str, report: Report, seen: tuple[str, ...] = ()) -> Node:
    """Return a scheme with its references followed."""
    path = part.get("$ref")
    if path is None:
        return part
    if path in seen:
        message = f"the reference {path!r} leads to itself"
        report.reject(place, "circular-reference", message, instead=_AS_BEARER)
        return _BEARER
    target = find_target(document, path, "scheme", place, report)
    return _BEARER if target is INVALID else _resolve(document, target, place, report, (*seen, path))


def _read_scheme(declared: Node, place: str, report: Report) -> Node | None:
    kind = str(declared.get("type") or "").lower()
    read = {"apikey": _read_key, "http": _read_http, "oauth2": _read_oauth2}.get(kind)
    description = {"description": declared["description"]} if declared.get("description") else {}
    if read is not None:
        return {**read(declared, place, report), **description}
    if kind == "mutualtls":
        report.leave_out(place, "client-certificate", "left out: pass the certificate to the client, as cert=...")
        return None
    if kind != "openidconnect":
        problem = f"unknown type {declared.get('type')!r} of a security scheme; its value is sent as a bearer token"
        report.warn(place, "security-scheme", problem)
        return {"kind": "bearer", **description}
    return {"kind": "openid", **description}


def _read_key(declared: Node, place: str, report: Report) -> Node:
    if declared.get("in") not in _PLACES or not declared.get("name"):
        problem = "the security scheme does not declare where the key is sent"
        remedy = "add `name`, and `in` with the value header, query or cookie"
        report.reject(place, "security-scheme", problem, remedy, instead=_AS_BEARER)
        return {"kind": "bearer"}
    return {"kind": declared["in"], "name": declared["name"]}


def _read_http(declared: Node, place: str, report: Report) -> Node:
    scheme = str(declared.get("scheme") or "").lower()
    if scheme in ("bearer", "basic"):
        return {"kind": scheme}
    message = f"the HTTP scheme {scheme!r} is not supported; pass the whole value of the Authorization header"
    report.warn(place, "http-scheme", message)
    return {"kind": "header", "name": "Authorization"}


def _read_oauth2(declared: Node, place: str, report: Report) -> Node:
    flows: dict[str, Any] = declared.get("flows") or {}
    scopes = list(dict.fromkeys(scope for flow in flows.values() for scope in flow.get("scopes") or ()))
    flow = flows.get("clientCredentials")
    if flow is None:
        return {"kind": "oauth2", "scopes": scopes}
    if not flow.get("tokenUrl"):
        where = f"{place}/flows/clientCredentials"
        report.reject(
            where, "missing-member", "the flow has no `tokenUrl`", instead="tokens are passed as a credential"
        )
        return {"kind": "oauth2", "scopes": scopes}
    return {"kind": "client_credentials", "token_url": flow["tokenUrl"], "scopes": list(flow.get("scopes") or ())}
