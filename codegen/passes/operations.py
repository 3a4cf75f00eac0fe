"""Adds `x-call` to each operation: its group and method names, its paging, and whether it requires a key.

before
    operation: {operationId: getModels, tags: [Models], x-speakeasy-name-override: list}
after
    operation: {operationId: getModels, tags: [Models], x-speakeasy-name-override: list,
      x-call: {group: models, method: list, stream_method: null,
        needs_key: false, paging: null, stream_switch: null, sentinel: null}}
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..document import Node, iter_operations
from ..names import AgreedNames
from ..problems import Report
from ..rendering.identifiers import group_name, method_name, snake_case
from .media import EVENT_STREAM, has_form_alternative


def run(document: Node, report: Report, agreed: AgreedNames | None = None) -> None:
    """Add `x-call` to every operation; `agreed` overrides generated names."""
    agreed = agreed or AgreedNames()
    taken: set[tuple[str, str]] = set()

    def reserve(group: str, name: str, place: str) -> str:
        candidate, number = name, 1
        while (group, candidate.upper()) in taken:  # upper case, as the endpoint of a method is a constant
            number += 1
            candidate = f"{name}_{number}"
        taken.add((group, candidate.upper()))
        if candidate != name:
            report.warn(place, f"another method of {group} has the name {name}; this one is renamed to {candidate}")
        return candidate

    for place, _, _, operation in iter_operations(document):
        identity = operation["operationId"]
        tag = str((operation.get("tags") or ["default"])[0])
        group = agreed.groups.get(tag) or group_name(tag) or "default"
        preferred = agreed.methods.get(identity) or snake_case(operation.get("x-speakeasy-name-override") or identity)
        method = reserve(group, method_name(preferred), place)
        stream_method = agreed.streams.get(identity, f"stream_{method}")
        operation["x-call"] = {
            "group": group,
            "method": method,
            "stream_method": reserve(group, stream_method, place) if _has_event_stream(operation) else None,
            "needs_key": _needs_key(operation.get("security", document.get("security"))),
            "paging": _parse_paging(operation),
            "stream_switch": operation.get("x-speakeasy-stream-request-field"),
            "sentinel": _find_sentinel(operation),
        }
        if has_form_alternative(operation):
            operation["x-call"]["form"] = _name_form_method(reserve, group, method, place)


def _needs_key(security: list[Node] | None) -> bool:
    return bool(security) and all(security or ())  # an empty alternative means that the key is optional


def _name_form_method(reserve: Callable[[str, str, str], str], group: str, method: str, place: str) -> dict[str, str]:
    # The methods for JSON and for the form are separate, as they accept different arguments.
    return {"method": reserve(group, f"{method.rstrip('_')}_form", place)}


def _has_event_stream(operation: Node) -> bool:
    return bool(operation.get("x-speakeasy-stream-request-field")) and any(
        status.startswith("2") and EVENT_STREAM in (response.get("content") or {})
        for status, response in operation["responses"].items()
    )


def _find_sentinel(operation: Node) -> str | None:
    for response in operation["responses"].values():
        media = (response.get("content") or {}).get(EVENT_STREAM)
        if media is not None and media.get("x-speakeasy-sse-sentinel"):
            return str(media["x-speakeasy-sse-sentinel"])
    return None


def _parse_paging(operation: Node) -> dict[str, Any] | None:
    declared = operation.get("x-speakeasy-pagination")
    if not declared:
        return None
    inputs = {item["type"]: item["name"] for item in declared.get("inputs", ()) if item.get("in") == "parameters"}
    outputs = declared.get("outputs", {})
    defaults = {each["name"]: (each.get("schema") or {}).get("default") for each in operation["parameters"]}
    size = defaults.get(inputs.get("limit"))
    return {
        "results": _split_json_path(outputs.get("results", "$")),
        "offset": inputs.get("offset"),
        "limit": inputs.get("limit"),
        "limit_default": size if type(size) is int else None,
        "cursor": inputs.get("cursor"),
        "next_cursor": _split_json_path(outputs.get("nextCursor", "$")),
    }


def _split_json_path(json_path: str) -> list[str]:
    return [step for step in json_path.removeprefix("$").split(".") if step]
