"""Collects the bodies of the requests that a service sends: `webhooks`, `x-webhooks`, and callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document import METHODS, RECEIVED, Node, UnresolvedError, build_pointer, iter_operations, resolve_pointer
from ..passes.media import is_json
from ..passes.references import resolve_part
from ..passes.structure import INVALID, conform
from ..problems import Report
from ..rendering.identifiers import snake_case
from ..rendering.member_names import choose_names


def collect(document: Node, report: Report) -> None:
    """Move the bodies to `x-received`: function of the package -> `name`, `schema` and descriptions of the body.

    A request without a JSON body is left out, with a warning.
    """
    found = {place: (name, operation) for name, operation, place in _iter_requests(document, report)}
    for owner in (document, *(operation for _, _, _, operation in iter_operations(document))):
        for word in ("webhooks", "x-webhooks", "callbacks"):
            owner.pop(word, None)
    bodies: dict[str, tuple[str, Node, str]] = {}
    for place, (name, operation) in found.items():
        body = resolve_part(document, operation.get("requestBody"), "body", f"{place}/requestBody", report)
        content = body.get("content") or {} if isinstance(body, dict) else {}
        media_type = next((kind for kind in content if is_json(kind.partition(";")[0].strip().lower())), None)
        if media_type is None or "schema" not in content[media_type]:
            report.leave_out(place, "webhook-body", f"{name!r} left out: it declares no JSON body")
            continue
        described = {word: operation[word] for word in ("summary", "description") if operation.get(word)}
        entry = {"name": name, **described, "schema": content[media_type]["schema"]}
        where = f"{place}/requestBody/content{build_pointer(media_type)}"
        bodies[_find_key(bodies, name, operation)] = (name, entry, where)
    names = choose_names(bodies, lambda name: f"read_{snake_case(name)}")
    if bodies:
        document[RECEIVED] = {names[key]: entry for key, (_, entry, _) in bodies.items()}
        moved = {build_pointer(RECEIVED, names[key]): place for key, (_, _, place) in bodies.items()}
        report.origins = {**report.origins, **moved}


def _find_key(taken: dict[str, Any], name: str, operation: Node) -> str:
    """Return a key that is not taken: the name, or else the id of the operation, or else a number."""
    candidates = [name, str(operation.get("operationId") or name)]
    free = [each for each in candidates if each not in taken]
    return free[0] if free else f"{name} {len(taken) + 1}"


def _iter_requests(document: Node, report: Report) -> Iterator[tuple[str, Node, str]]:
    """Yield the name, the operation and the pointer of every request that the service sends."""
    for word in ("webhooks", "x-webhooks"):
        hooks = document.get(word)
        for name, item in hooks.items() if isinstance(hooks, dict) else ():
            if not str(name).startswith("x-"):
                yield from _iter_path_item(document, item, str(name), build_pointer(word, str(name)), report)
    for place, path, method, operation in iter_operations(document):
        owner = operation.get("operationId") or snake_case(f"{method} {path}")
        callbacks = operation.get("callbacks")
        for name, callback in callbacks.items() if isinstance(callbacks, dict) else ():
            where = place + build_pointer("callbacks", str(name))
            for expression, item in _follow(document, callback, where, report).items():
                if not str(expression).startswith("x-"):
                    inside = where + build_pointer(str(expression))
                    yield from _iter_path_item(document, item, f"{owner} {name}", inside, report)


def _iter_path_item(
    document: Node, item: Any, name: str, place: str, report: Report
) -> Iterator[tuple[str, Node, str]]:
    item = conform(item, "path", place, report)
    if item is INVALID:
        return
    item = resolve_part(document, item, "path", place, report)
    for method in METHODS if item is not INVALID else ():
        if method in item:
            yield name, item[method], f"{place}/{method}"


def _follow(document: Node, callback: Any, place: str, report: Report) -> Node:
    """Return a callback, with its reference followed."""
    path = callback.get("$ref") if isinstance(callback, dict) else None
    if isinstance(path, str):
        try:
            callback = resolve_pointer(document, path, place)
        except UnresolvedError as error:
            report.warn(place, error.rule, f"{error.problem}; left out")
    return callback if isinstance(callback, dict) and "$ref" not in callback else {}
