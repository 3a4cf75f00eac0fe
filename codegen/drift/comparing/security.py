"""Compares the security schemes of two documents, and which of them operations require."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import Node, build_pointer, iter_operations, resolve_pointer
from .difference import REQUEST, Difference, Location, find_rules
from .normalize import get_pointer

Alternatives = list[dict[str, list[str]]]
"""What a request may contain: each is a set of schemes that are sent together, with their scopes."""


def compare_schemes(ours: Node, theirs: Node) -> Iterator[Difference]:
    """Yield the differences of the declared security schemes."""
    old, new = _read_schemes(ours), _read_schemes(theirs)
    renamed = dict(_find_renamed(old, new))
    for name in old:
        location = _locate(name, _find_users(ours, name))
        if name in renamed:
            rules = find_rules(["api-security-component-renamed"])
            details: Node = {"ours": name, "theirs": renamed[name], "name": name, "node": renamed[name]}
            yield location.build_difference("changed", "security scheme name", rules, **details)
        elif name not in new:
            rules = find_rules(["api-security-component-removed"])
            yield location.build_difference("removed", "security scheme", rules, ours=_describe(old[name]))
        elif _normalize(old[name]) != _normalize(new[name]):
            rules = find_rules(_name_rules(old[name], new[name]))
            details = {"ours": _describe(old[name]), "theirs": _describe(new[name]), "name": name, "node": new[name]}
            yield location.build_difference("changed", "security scheme", rules, **details)
    for name in new:
        if name not in old and name not in renamed.values():
            rules = find_rules(["api-security-component-added"])
            details = {"theirs": _describe(new[name]), "name": name, "node": new[name]}
            location = _locate(name, _find_users(theirs, name))
            yield location.build_difference("added", "security scheme", rules, **details)


def _locate(name: str, operations: frozenset[str]) -> Location:
    return Location(name, build_pointer("components", "securitySchemes", name), REQUEST, operations=operations)


def _read_schemes(document: Node) -> dict[str, Node]:
    found = (document.get("components") or {}).get("securitySchemes") or {}
    return {
        name: resolve_pointer(document, each["$ref"]) if isinstance(each.get("$ref"), str) else each
        for name, each in found.items()
    }


def _find_renamed(old: dict[str, Node], new: dict[str, Node]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names of schemes that only differ in their name."""
    added = [name for name in new if name not in old]
    for name in (name for name in old if name not in new):
        same = next((each for each in added if _normalize(new[each]) == _normalize(old[name])), None)
        if same is not None:
            added.remove(same)
            yield name, same


def _normalize(scheme: Node) -> Node:
    kept = {key: value for key, value in scheme.items() if key != "description" and not key.startswith("x-")}
    if isinstance(kept.get("scheme"), str):
        kept["scheme"] = kept["scheme"].lower()
    kept.pop("bearerFormat", None)  # a hint for readers
    flows = kept.get("flows") or {}
    kept["flows"] = {
        kind: {**flow, "scopes": sorted(flow.get("scopes") or {})}
        for kind, flow in flows.items()
        if isinstance(flow, dict)
    }
    return kept


def _name_rules(old: Node, new: Node) -> list[str]:
    prefix = "api-security-component"
    old, new = _normalize(old), _normalize(new)
    if (old.get("type"), old.get("scheme")) != (new.get("type"), new.get("scheme")):
        return [f"{prefix}-type-changed"]
    if (old.get("in"), old.get("name")) != (new.get("in"), new.get("name")):
        return [f"{prefix}-place-changed"]
    rules = []
    scopes = [{scope for flow in each["flows"].values() for scope in flow["scopes"]} for each in (old, new)]
    if scopes[1] - scopes[0]:
        rules.append(f"{prefix}-oauth-scope-added")
    if scopes[0] - scopes[1]:
        rules.append(f"{prefix}-oauth-scope-removed")
    if _list_urls(old, "tokenUrl") != _list_urls(new, "tokenUrl"):
        rules.append(f"{prefix}-oauth-token-url-changed")
    return rules or [f"{prefix}-oauth-url-changed"]


def _list_urls(scheme: Node, keyword: str) -> list[tuple[str, Any]]:
    return sorted((kind, flow.get(keyword)) for kind, flow in scheme["flows"].items())


def _describe(scheme: Node) -> str:
    normal = _normalize(scheme)
    parts = [
        normal.get("type"),
        normal.get("scheme"),
        normal.get("in"),
        normal.get("name"),
        normal.get("openIdConnectUrl"),
    ]
    for kind, flow in normal["flows"].items():
        parts += [kind, flow.get("authorizationUrl"), flow.get("tokenUrl"), ", ".join(flow["scopes"])]
    return " ".join(str(each) for each in parts if each)


def compare_security(ours: Node, theirs: Node, pairs: list[tuple[str, Node, Node]]) -> Iterator[Difference]:
    """Yield the differences of what requests must contain: of the document, and of operations that declare their own.

    Args:
        pairs: The operations of both documents, with their readable names.
    """
    renamed = dict(_find_renamed(_read_schemes(ours), _read_schemes(theirs)))
    old, new = _read_alternatives(ours.get("security"), renamed), _read_alternatives(theirs.get("security"), {})
    inheriting = frozenset(name for name, left, right in pairs if "security" not in left and "security" not in right)
    if old != new and (inheriting or not pairs):
        location = Location("document", "/security", REQUEST, operations=inheriting)
        yield _build_security(location, old, new, theirs.get("security"), "api-global-security")
    for name, left, right in pairs:
        if name not in inheriting:
            declared = right.get("security", theirs.get("security"))
            old = _read_alternatives(left.get("security", ours.get("security")), renamed)
            new = _read_alternatives(declared, {})
            if old != new:
                location = Location(name, get_pointer(left, ""), REQUEST, operations=frozenset({name}))
                yield _build_security(location, old, new, declared, "api-security")


def _read_alternatives(declared: Any, renamed: dict[str, str]) -> Alternatives:
    """Return the alternatives in a fixed order; without any, requests need nothing."""
    found = [
        {renamed.get(name, name): sorted(scopes or ()) for name, scopes in each.items()} for each in declared or ()
    ]
    return sorted(found or [{}], key=lambda each: sorted(each.items()))


def _build_security(location: Location, old: Alternatives, new: Alternatives, declared: Any, prefix: str) -> Difference:
    names_only = [[sorted(each) for each in side] for side in (old, new)]
    if names_only[0] == names_only[1]:
        pairs = [
            (scopes, other.get(name) or []) for one, other in zip(old, new, strict=True) for name, scopes in one.items()
        ]
        rules = [f"{prefix}-scope-added"] if any({*after} - {*before} for before, after in pairs) else []
        rules += [f"{prefix}-scope-removed"] if any({*before} - {*after} for before, after in pairs) else []
    else:
        # Whoever sends an old alternative is served if a new one requires no more.
        broken = [each for each in old if not any(other.keys() <= each.keys() for other in new)]
        word = "became-required" if {} in broken else "removed" if broken else "added"
        rules = [f"{prefix}-{word}"]
    details = {"ours": _format(old), "theirs": _format(new), "name": "security", "node": declared or []}
    return location.build_difference("changed", "security", find_rules(rules), **details)


def _format(alternatives: Alternatives) -> str:
    texts = [
        " + ".join(f"{name} ({', '.join(scopes)})" if scopes else name for name, scopes in each.items()) or "nothing"
        for each in alternatives
    ]
    return " or ".join(texts)


def _find_users(document: Node, name: str) -> frozenset[str]:
    """Return the operations that a scheme is sent with."""
    return frozenset(
        f"{method.upper()} {path}"
        for _, path, method, operation in iter_operations(document)
        if any(name in each for each in operation.get("security", document.get("security")) or ())
    )
