"""Each operation says what it is called by: its group, its method, how it pages, whether it needs a key.

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
    """Write `x-call` into every operation, with the agreed names where there are some."""
    agreed = agreed or AgreedNames()
    taken: set[tuple[str, str]] = set()

    def free(group: str, name: str, place: str) -> str:
        candidate, number = name, 1
        while (group, candidate.upper()) in taken:  # the endpoint of a function is a constant, in capitals
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
        wanted = agreed.methods.get(identity) or snake_case(operation.get("x-speakeasy-name-override") or identity)
        called = free(group, method_name(wanted), place)
        reading = agreed.streams.get(identity, f"stream_{called}")
        operation["x-call"] = {
            "group": group,
            "method": called,
            "stream_method": free(group, reading, place) if _has_event_stream(operation) else None,
            "needs_key": bool(operation.get("security", document.get("security"))),
            "paging": _parse_paging(operation),
            "stream_switch": operation.get("x-speakeasy-stream-request-field"),
            "sentinel": _find_sentinel(operation),
        }
        if has_form_alternative(operation):
            operation["x-call"]["form"] = _name_form_method(free, group, called, place)


def _name_form_method(free: Callable[[str, str, str], str], group: str, method: str, place: str) -> dict[str, str]:
    # JSON and a multipart form are two methods: they do not take the same.
    return {"method": free(group, f"{method.rstrip('_')}_form", place)}


def _has_event_stream(operation: Node) -> bool:
    return bool(operation.get("x-speakeasy-stream-request-field")) and any(
        status.startswith("2") and EVENT_STREAM in (answer.get("content") or {})
        for status, answer in operation["responses"].items()
    )


def _find_sentinel(operation: Node) -> str | None:
    for answer in operation["responses"].values():
        media = (answer.get("content") or {}).get(EVENT_STREAM)
        if media is not None and media.get("x-speakeasy-sse-sentinel"):
            return str(media["x-speakeasy-sse-sentinel"])
    return None


def _parse_paging(operation: Node) -> dict[str, Any] | None:
    stated = operation.get("x-speakeasy-pagination")
    if not stated:
        return None
    inputs = {item["type"]: item["name"] for item in stated.get("inputs", ()) if item.get("in") == "parameters"}
    outputs = stated.get("outputs", {})
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
