"""Each operation says what it is called by: its group, its method, how it pages, whether it needs a key.

before  {operationId: getModels, tags: [Models], x-speakeasy-name-override: list}
after   {operationId: getModels, tags: [Models], x-call: {group: models, method: list, needs_key: true, ...}}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openapi_python_client.strings import snake_case

from ..document import Node, operations_of
from ..problems import Problem, Report
from .media import EVENT_STREAM


def run(document: Node, report: Report, methods: Mapping[str, str] | None = None) -> None:
    """Write `x-call` into every operation; `methods` maps an operation id to a better method name."""
    taken: dict[tuple[str, str], str] = {}
    for place, path, method, operation in operations_of(document):
        operation.setdefault(
            "operationId", snake_case(f"{method} {path.replace('{', ' ').replace('}', ' ').replace('/', ' ')}")
        )
        identity = operation["operationId"]
        group = snake_case((operation.get("tags") or ["default"])[0]) or "default"
        name = (methods or {}).get(identity) or snake_case(operation.get("x-speakeasy-name-override") or identity)
        if taken.setdefault((group, name), identity) != identity:
            report.warn(place, f"{group}.{name} is {taken[group, name]}; this one is called by its operation id")
            name = snake_case(identity)
        operation["x-call"] = {
            "group": group,
            "method": name,
            "needs_key": bool(operation.get("security", document.get("security"))),
            "paging": _paging(operation),
            "stream_switch": operation.get("x-speakeasy-stream-request-field"),
            "sentinel": _sentinel(operation),
        }
        if not operation.get("responses"):
            raise Problem(place, "an operation states at least one answer", "add `responses`")


def _sentinel(operation: Node) -> str | None:
    for answer in (operation.get("responses") or {}).values():
        media = (answer.get("content") or {}).get(EVENT_STREAM)
        if media is not None and media.get("x-speakeasy-sse-sentinel"):
            return str(media["x-speakeasy-sse-sentinel"])
    return None


def _paging(operation: Node) -> dict[str, Any] | None:
    stated = operation.get("x-speakeasy-pagination")
    if not stated:
        return None
    inputs = {item["type"]: item["name"] for item in stated.get("inputs", ()) if item.get("in") == "parameters"}
    outputs = stated.get("outputs", {})
    defaults = {each["name"]: (each.get("schema") or {}).get("default") for each in operation.get("parameters") or ()}
    return {
        "results": _steps(outputs.get("results", "$")),
        "offset": inputs.get("offset"),
        "limit": inputs.get("limit"),
        "limit_default": defaults.get(inputs.get("limit")),
        "cursor": inputs.get("cursor"),
        "next_cursor": _steps(outputs.get("nextCursor", "$")),
    }


def _steps(json_path: str) -> list[str]:
    return [step for step in json_path.removeprefix("$").split(".") if step]
