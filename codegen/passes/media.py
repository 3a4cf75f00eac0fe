"""Media types in lower case without parameters; an event stream states its item; a file is binary text.

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
"""

from __future__ import annotations

from ..document import Node, get_reference_name, get_schemas, iter_contents, iter_operations, iter_subschemas, replace
from ..problems import Report

EVENT_STREAM = "text/event-stream"
JSON = "application/json"
MULTIPART = "multipart/form-data"


def run(document: Node, report: Report) -> None:
    """Tidy the media types of bodies and answers."""
    for place, _, _, operation in iter_operations(document):
        for where, content in iter_contents(operation, place):
            tidy = {name.partition(";")[0].strip().lower(): media for name, media in content.items()}
            replace(content, tidy)
            if EVENT_STREAM in content:
                _set_item_schema(document, content[EVENT_STREAM])
            if where.endswith("/requestBody/content"):
                _tidy_body(document, content, where, report)


def choose_media_type(content: Node) -> str:
    """The media type that a body is sent as: JSON where that is taken, else a multipart form, else the first."""
    return next((kind for kind in (JSON, MULTIPART) if kind in content), next(iter(content)))


def has_form_alternative(operation: Node) -> bool:
    """Whether the body may be a multipart form in place of what it is sent as."""
    content = (operation.get("requestBody") or {}).get("content") or {}
    return MULTIPART in content and choose_media_type(content) != MULTIPART


def _tidy_body(document: Node, content: Node, place: str, report: Report) -> None:
    for wide in ("*/*", "application/*"):  # what takes everything takes JSON, and a body is of one type
        if wide in content and not _is_binary(content[wide].get("schema") or {}):
            stated = content.pop(wide)
            content.setdefault(JSON, stated)
    if MULTIPART in content:
        _mark_files(document, content[MULTIPART].get("schema") or {})
    chosen = choose_media_type(content)
    said = [content[name].get("schema") for name in (chosen, MULTIPART) if name in content]
    others = [name for name in content if name != MULTIPART and content[name].get("schema") not in said]
    if others:
        report.warn(
            place, f"the body is sent as {chosen}; to send {', '.join(others)}, pass bytes and a Content-Type header"
        )


def _mark_files(document: Node, schema: Node) -> None:
    shown = get_schemas(document).get(get_reference_name(schema) or "", schema)
    for _, member in iter_subschemas({"properties": shown.get("properties")}, ""):
        for each in [member, *(inner for _, inner in iter_subschemas(member, ""))]:
            if each.get("type") == "file" or (
                each.get("type") == "string" and "contentMediaType" in each and "contentEncoding" not in each
            ):
                each.update(type="string", format="binary")


def _is_binary(schema: Node) -> bool:
    return schema.get("format") == "binary"


def _set_item_schema(document: Node, media: Node) -> None:
    schema = media.pop("schema", None) or {}
    name = get_reference_name(schema)
    shown = schema if name is None else get_schemas(document)[name]
    item = (shown.get("properties") or {}).get("data")
    media["itemSchema"] = schema if item is None else {word: item[word] for word in item if word != "description"}
    for example in (media.get("examples") or {}).values():
        if item is not None and isinstance(example.get("value"), dict) and "data" in example["value"]:
            example["value"] = example["value"]["data"]
