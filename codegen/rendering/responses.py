"""The responses of an operation: their decoders and types, and how results differ from errors."""

from __future__ import annotations

from ..document import Node, flatten_variants, get_reference_name, get_schemas, get_variants
from ..passes.media import EVENT_STREAM, is_json
from .decoders import build_decoder
from .expressions import Names, build_annotation, find_kind, find_kinds, join_types
from .prose import format_prose

_CONTAINERS = {"model", "map", "array"}


def build_responses(normal: Node, operation: Node) -> dict[str, dict[str, str | None]]:
    """Return the decoders by status and media type, without event streams."""
    decoders: dict[str, dict[str, str | None]] = {}
    for status, response in operation["responses"].items():
        content = response.get("content") or {}
        decoders[status.upper() if status != "default" else status] = {
            media_type: build_decoder(normal, media["schema"]) if "schema" in media else None
            for media_type, media in content.items()
            if media_type != EVENT_STREAM
        }
    return decoders


def find_response_kind(normal: Node, operation: Node) -> str | None:
    """Return "object" or "array" if every successful JSON response is one, otherwise None."""
    schemas = [
        media.get("schema") or {}
        for response in _find_successes(operation)
        for media_type, media in (response.get("content") or {}).items()
        if is_json(media_type)
    ]
    kinds = {kind for schema in schemas for kind in _find_json_kinds(normal, schema)}
    return kinds.pop() if kinds in ({"object"}, {"array"}) else None


def _find_json_kinds(normal: Node, schema: Node, seen: tuple[str, ...] = ()) -> set[str]:
    """Return the kinds of the values of a schema; `seen` are the unions that contain it."""
    name = get_reference_name(schema)
    kind = find_kind(normal, schema)
    if kind != "union":
        return {"object" if kind in ("model", "map") else kind}
    if name in seen:
        return set()
    members = get_variants(get_schemas(normal)[name] if name is not None else schema)
    return {kind for each in members for kind in _find_json_kinds(normal, each, (*seen, name or ""))}


def find_stream_item(operation: Node) -> Node | None:
    """Return the schema of the items of the event stream, None if no successful response is one."""
    for response in _find_successes(operation):
        media = (response.get("content") or {}).get(EVENT_STREAM)
        if media is not None:
            item: Node = media["itemSchema"]
            return item
    return None


def find_item_data(normal: Node, item: Node) -> str:
    """Return what the data of an event is; see `Events` of the runtime."""
    kinds = {kind for each in flatten_variants(normal, {"anyOf": [item]}) for kind in _find_json_kinds(normal, each)}
    return "object" if kinds == {"object"} else "text" if kinds == {"string"} else "any"


def find_required_member(normal: Node, schemas: list[Node]) -> str | None:
    """Return a member that every object of these schemas has, by which it differs from an error; None without one.

    A member that is a list or an object is preferred, because errors repeat members such as the id.
    """
    variants = [each for schema in schemas for each in flatten_variants(normal, {"anyOf": [schema]})]
    targets = [get_schemas(normal).get(get_reference_name(each) or "", each) for each in variants]
    if not targets or any(find_kind(normal, each) != "model" for each in variants):
        return None
    members = {name for each in targets for name in each["properties"]}
    if "detail" in members or {"message", "request_id"} <= members:
        return None
    required = [
        name
        for name in targets[0].get("required") or ()
        if all(name in (each.get("required") or ()) for each in targets)
    ]
    inner = [name for name in required if find_kinds(normal, targets[0]["properties"].get(name) or {}) & _CONTAINERS]
    return next(iter([*inner, *required]), None)


def _find_successes(operation: Node) -> list[Node]:
    """Return the successful responses; the default response if the document declares none."""
    responses = operation["responses"]
    declared = [response for status, response in responses.items() if status.startswith("2")]
    return declared or [response for status, response in responses.items() if status == "default"]


def build_result_type(normal: Node, operation: Node, names: Names) -> str:
    """Return the type of what a call returns."""
    found = [build_annotation(normal, schema, names) for schema in find_success_schemas(operation)]
    empty = ["None"] if any(not response.get("content") for response in _find_successes(operation)) else []
    return join_types([*found, *empty]) if found else "None"


def describe_result(operation: Node) -> str:
    """Return the description of the first successful response that has one."""
    descriptions = [format_prose(response.get("description")) for response in _find_successes(operation)]
    return next(filter(None, descriptions), "")


def find_success_schemas(operation: Node) -> list[Node]:
    """Return the schemas of the successful responses that have a body, without event streams."""
    found = []
    for response in _find_successes(operation):
        content = {kind: media for kind, media in (response.get("content") or {}).items() if kind != EVENT_STREAM}
        if content:
            # JSON if it is available, because that is what the Accept header requests.
            kind = next((kind for kind in content if is_json(kind)), next(iter(content)))
            found.append(content[kind].get("schema") or {})
    return found


def build_page_item_type(normal: Node, operation: Node, names: Names) -> str | None:
    """Return the type of the items of a page, None if the response has no pages."""
    paging = operation["x-call"]["paging"]
    if paging is None:
        return None
    for schema in find_success_schemas(operation):
        target = schema
        for step in paging["results"]:
            target = get_schemas(normal).get(get_reference_name(target) or "", target)
            target = (target.get("properties") or {}).get(step, {})
        if target.get("type") == "array":
            return build_annotation(normal, target.get("items") or {}, names)
    return "Any"
