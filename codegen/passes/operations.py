"""Adds `x-call` to each operation: its group and method names, its stream, its paging, and whether it requires a key.

An operation that returns an event stream besides another response has a method for each. Without a vendor extension,
the stream is requested by the Boolean member `stream` of the body, or else by the Accept header.

before
    operation: {operationId: getModels, tags: [Models], x-speakeasy-name-override: list}
after
    operation: {operationId: getModels, tags: [Models], x-speakeasy-name-override: list,
      x-call: {group: models, method: list, stream_method: null,
        needs_key: false, paging: null, stream_switch: null, sentinel: null}}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ..document import NULL, Node, flatten_variants, get_reference_name, get_schemas, iter_operations
from ..names import AgreedNames
from ..problems import Report
from ..rendering.identifiers import argument_name, group_name, method_name, snake_case
from ..rendering.member_names import choose_names, split_agreed
from .media import EVENT_STREAM, has_form_alternative, is_json

_USUAL_SWITCH = "stream"
"""The Boolean member of a body that requests an event stream, in documents that do not declare one."""


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
            message = f"another method of {group} has the name {name}; this one is renamed to {candidate}"
            report.warn(place, "same-method", message)
        return candidate

    for place, _, _, operation in iter_operations(document):
        identity = operation["operationId"]
        tag = str((operation.get("tags") or ["default"])[0])
        group = agreed.groups.get(tag) or group_name(tag) or "default"
        override = operation.get("x-speakeasy-name-override")
        preferred = agreed.methods.get(identity) or snake_case(override or _leave_out_group(identity, group))
        method = reserve(group, method_name(preferred), place)
        switch = _find_switch(document, operation)
        stream_method = agreed.streams.get(identity, f"stream_{method}") if _has_choice(operation) else None
        if identity not in agreed.streams:
            _warn_of_guesses(report, place, operation, switch)
        operation["x-call"] = {
            "group": group,
            "method": method,
            "stream_method": reserve(group, stream_method, place) if stream_method else None,
            "needs_key": _needs_key(operation.get("security", document.get("security"))),
            "paging": _parse_paging(operation),
            "stream_switch": switch,
            "sentinel": _find_sentinel(operation),
        }
        body_names = _name_arguments(document, operation, split_agreed(agreed.arguments, identity), place, report)
        if body_names:
            operation["x-call"]["body_names"] = body_names
        if has_form_alternative(operation):
            operation["x-call"]["form"] = _name_form_method(reserve, group, method, place)


def _leave_out_group(identity: str, group: str) -> str:
    """Return an operation id such as `pets/list` without the name of its group, which precedes the method anyway."""
    steps = re.split(r"[/._:]", identity, maxsplit=1)
    return steps[1] if steps[1:] and group_name(steps[0]) == group and steps[1][:1].isalpha() else identity


def _name_arguments(
    document: Node, operation: Node, agreed: Mapping[str, str], place: str, report: Report
) -> dict[str, str]:
    """Add `x-name` to parameters with another name than the preferred, and return these names of the body's members."""
    taken: set[str] = set()
    body_names: dict[str, str] = {}
    for kind in ("path", "query", "header", "body"):
        found = [each for each in operation["parameters"] if each["in"] == kind]
        wires = _list_body_members(document, operation) if kind == "body" else [each["name"] for each in found]
        preferred = {wire: argument_name(wire if kind == "body" else snake_case(wire)) for wire in wires}
        known = frozenset(taken)
        chosen = {wire: name for wire, name in agreed.items() if wire in preferred}
        names = choose_names(preferred, partial(_convert, kind, known, preferred), known, chosen)
        for wire, name in names.items():
            taken.add(name)
            if name == preferred[wire]:
                continue
            if kind == "body":
                body_names[wire] = name
            for each in found:
                each.update({"x-name": name} if each["name"] == wire else {})
            if wire not in agreed:
                message = f"another argument has the name {preferred[wire]}; {wire!r} in the {kind} is named {name}"
                report.warn(place, "same-argument", message)
    return body_names


def _convert(kind: str, taken: frozenset[str], preferred: Mapping[str, str], wire: str) -> str:
    """Return the name of an argument, with the place of the parameter if another place has the name."""
    name = preferred.get(wire) or argument_name(snake_case(wire))
    return f"{name.rstrip('_')}_{kind}" if name in taken else name


def _list_body_members(document: Node, operation: Node) -> list[str]:
    """Return the members of the body, as JSON and as a form."""
    content = (operation.get("requestBody") or {}).get("content") or {}
    schemas = [media.get("schema") or {} for media in content.values()]
    targets = [get_schemas(document).get(get_reference_name(schema) or "", schema) for schema in schemas]
    return list(dict.fromkeys(wire for target in targets for wire in target.get("properties") or ()))


def _needs_key(security: list[Node] | None) -> bool:
    return bool(security) and all(security or ())  # an empty alternative means that the key is optional


def _name_form_method(reserve: Callable[[str, str, str], str], group: str, method: str, place: str) -> dict[str, str]:
    # The methods for JSON and for the form are separate, as they accept different arguments.
    return {"method": reserve(group, f"{method.rstrip('_')}_form", place)}


def _list_success_types(operation: Node) -> set[str]:
    """Return the media types of the successful responses; of the default response if the document declares none."""
    responses = operation["responses"]
    declared = [each for status, each in responses.items() if status.startswith("2")] or [
        responses.get("default") or {}
    ]
    return {media_type for response in declared for media_type in response.get("content") or {}}


def _has_choice(operation: Node) -> bool:
    """Return True if a successful response is either an event stream or something else."""
    types = _list_success_types(operation)
    return EVENT_STREAM in types and len(types) > 1


def _find_switch(document: Node, operation: Node) -> str | None:
    """Return the member of the body that requests the event stream; None if there is none."""
    declared = operation.get("x-speakeasy-stream-request-field")
    if declared or EVENT_STREAM not in _list_success_types(operation):
        return declared or None
    content = (operation.get("requestBody") or {}).get("content") or {}
    schema = next((media.get("schema") or {} for kind, media in content.items() if is_json(kind)), {})
    target = get_schemas(document).get(get_reference_name(schema) or "", schema)
    member = (target.get("properties") or {}).get(_USUAL_SWITCH)
    return _USUAL_SWITCH if member is not None and _is_boolean(document, member) else None


def _is_boolean(document: Node, schema: Node) -> bool:
    kinds = [each for each in flatten_variants(document, {"anyOf": [schema]}) if each != NULL]
    return bool(kinds) and all(each.get("type") == "boolean" or isinstance(each.get("const"), bool) for each in kinds)


def _warn_of_guesses(report: Report, place: str, operation: Node, switch: str | None) -> None:
    if not _has_choice(operation) or operation.get("x-speakeasy-stream-request-field"):
        return
    how = f"the member {switch} of its body is true" if switch else "its Accept header is text/event-stream"
    message = f"nothing declares how the event stream is requested; the stream method assumes that {how}"
    report.warn(place, "stream-switch", message)


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
