"""Media types in lower case without parameters; an event stream states its item.

before  {text/event-stream; charset=utf-8: {schema: {properties: {data: {$ref: Chunk}}}}}
after   {text/event-stream: {itemSchema: {$ref: Chunk}}}
"""

from __future__ import annotations

from ..document import Node, contents_of, operations_of, referent, replace, schemas_of
from ..problems import Report

EVENT_STREAM = "text/event-stream"


def run(document: Node, report: Report) -> None:
    """Tidy the media types of bodies and answers."""
    for place, _, _, operation in operations_of(document):
        for _, content in contents_of(operation, place):
            tidy = {name.partition(";")[0].strip().lower(): media for name, media in content.items()}
            replace(content, tidy)
            if EVENT_STREAM in content:
                _state_item(document, content[EVENT_STREAM])


def _state_item(document: Node, media: Node) -> None:
    schema = media.pop("schema", None) or {}
    name = referent(schema)
    shown = schema if name is None else schemas_of(document)[name]
    item = (shown.get("properties") or {}).get("data")
    media["itemSchema"] = schema if item is None else {word: item[word] for word in item if word != "description"}
    for example in (media.get("examples") or {}).values():
        if item is not None and isinstance(example.get("value"), dict) and "data" in example["value"]:
            example["value"] = example["value"]["data"]
