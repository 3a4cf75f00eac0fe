"""Writes media types in lower case without parameters, sets the item schema of event streams, and marks files.

Content of responses that never have a body is left out.

before
    operation: {responses: {'200': {content: {text/event-stream; charset=utf-8: {schema: {properties: {data: {}}}}}}}}
after
    operation: {responses: {'200': {content: {text/event-stream: {itemSchema: {}}}}}}

before
    operation: {requestBody: {content: {multipart/form-data: {schema: {type: object,
      properties: {image: {type: string, contentMediaType: image/png}}}}}}}
after
    operation: {requestBody: {content: {multipart/form-data: {schema: {type: object,
      properties: {image: {type: string, contentMediaType: image/png, format: binary}}}}}}}

before
    operation: {responses: {'204': {description: Deleted., content: {application/json: {schema: {type: string}}}}}}
after
    operation: {responses: {'204': {description: Deleted.}}}
    warns: responses with the status 204 have no body
"""

from __future__ import annotations

from copy import copy

from ..document import (
    Node,
    build_pointer,
    get_reference_name,
    get_schemas,
    iter_contents,
    iter_operations,
    iter_subschemas,
    replace,
)
from ..problems import Report

EVENT_STREAM = "text/event-stream"
JSON = "application/json"
MULTIPART = "multipart/form-data"
_WITHOUT_BODY = ("204", "205", "304")


def run(document: Node, report: Report) -> None:
    """Normalize the media types of request bodies and responses."""
    for place, _, method, operation in iter_operations(document):
        _leave_out_impossible(operation, method, place, report)
        for where, content in iter_contents(operation, place):
            normalized = {name.partition(";")[0].strip().lower(): media for name, media in content.items()}
            replace(content, normalized)
            if EVENT_STREAM in content:
                _set_item_schema(document, content[EVENT_STREAM])
            if where.endswith("/requestBody/content"):
                _normalize_body(document, content, where, report)


def _leave_out_impossible(operation: Node, method: str, place: str, report: Report) -> None:
    """Remove the content of responses that have no body, as HTTP defines."""
    for status, response in operation["responses"].items():
        if response.get("content") and (method == "head" or status in _WITHOUT_BODY):
            operation["responses"][status] = {name: value for name, value in response.items() if name != "content"}
            what = "responses to HEAD" if method == "head" else f"responses with the status {status}"
            where = place + build_pointer("responses", status, "content")
            report.warn(where, "no-body", f"{what} have no body; the content is left out")


def is_json(media_type: str) -> bool:
    """Return True if a media type is JSON; see `openrouterkit_runtime.responses`, which reads and writes it."""
    return media_type.endswith(("/json", "+json"))


def choose_media_type(content: Node) -> str:
    """Return the media type that a body is sent as: JSON if accepted, else a multipart form, else the first one."""
    preferred = [JSON, *filter(is_json, content), MULTIPART]
    return next((kind for kind in preferred if kind in content), next(iter(content)))


def has_form_alternative(operation: Node) -> bool:
    """Return True if the body may also be sent as a multipart form, besides its main media type."""
    content = (operation.get("requestBody") or {}).get("content") or {}
    return MULTIPART in content and choose_media_type(content) != MULTIPART


def _normalize_body(document: Node, content: Node, place: str, report: Report) -> None:
    for wide in ("*/*", "application/*"):  # a body of any type is sent as JSON
        if wide in content and not _is_binary(content[wide].get("schema") or {}):
            content.setdefault(JSON, content.pop(wide))
    if MULTIPART in content:
        _mark_files(document, content[MULTIPART].get("schema") or {})
    chosen = choose_media_type(content)
    covered = [content[name].get("schema") for name in (chosen, MULTIPART) if name in content]
    others = [name for name in content if name != MULTIPART and content[name].get("schema") not in covered]
    if others:
        report.warn(
            place,
            "body-types",
            f"the body is sent as {chosen}; to send {', '.join(others)}, pass bytes and a Content-Type header",
        )


def _mark_files(document: Node, schema: Node) -> None:
    """Set `format: binary` for the members of a form that are files."""
    target = get_schemas(document).get(get_reference_name(schema) or "", schema)
    for _, member in iter_subschemas({"properties": target.get("properties")}, ""):
        for each in [member, *(inner for _, inner in iter_subschemas(member, ""))]:
            if each.get("type") == "file" or (
                each.get("type") == "string" and "contentMediaType" in each and "contentEncoding" not in each
            ):
                each.update(type="string", format="binary")


def _is_binary(schema: Node) -> bool:
    return schema.get("format") == "binary"


def _set_item_schema(document: Node, media: Node) -> None:
    """Replace the schema of an event stream by `itemSchema`, the schema of the data of one event."""
    schema = media.pop("schema", None) or {}
    name = get_reference_name(schema)
    target = schema if name is None else get_schemas(document)[name]
    item = (target.get("properties") or {}).get("data")
    media["itemSchema"] = copy(schema if item is None else item)
    if item is not None:
        media["itemSchema"].pop("description", None)
    for example in (media.get("examples") or {}).values():
        if item is not None and isinstance(example.get("value"), dict) and "data" in example["value"]:
            example["value"] = example["value"]["data"]
