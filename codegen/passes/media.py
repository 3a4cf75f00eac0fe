"""Media types in lower case without parameters; an event stream states its item.

before  {text/event-stream; charset=utf-8: {schema: {properties: {data: {$ref: Chunk}}}}}
after   {text/event-stream: {itemSchema: {$ref: Chunk}}}
"""

from __future__ import annotations

from ..document import Node, follow, operations_of
from ..problems import Report

EVENT_STREAM = "text/event-stream"


def run(document: Node, report: Report) -> None:
    """Tidy the media types of bodies and answers."""
    for _, _, _, operation in operations_of(document):
        for part in (operation.get("requestBody") or {}, *operation["responses"].values()):
            content = part.get("content")
            if not content:
                continue
            part["content"] = {name.partition(";")[0].strip().lower(): media for name, media in content.items()}
            if EVENT_STREAM in part["content"]:
                _state_item(document, part["content"][EVENT_STREAM])


def _state_item(document: Node, media: Node) -> None:
    schema = media.pop("schema", None) or {}
    shown = follow(document, schema["$ref"]) if "$ref" in schema else schema
    item = (shown.get("properties") or {}).get("data")
    media["itemSchema"] = schema if item is None else {word: item[word] for word in item if word != "description"}
    for example in (media.get("examples") or {}).values():
        if item is not None and isinstance(example.get("value"), dict) and "data" in example["value"]:
            example["value"] = example["value"]["data"]
