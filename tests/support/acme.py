"""A service without vendor extensions in its description, made of the public names of openrouterkit only.

`make_acme` returns its clients: chat with classes of its own, named events, text events, and a protocol and an
accumulator of its own.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any, ClassVar

from openrouterkit.accumulate import ConcatText, ExtendList, ObjectAccumulator, StreamAccumulator
from openrouterkit.client import AsyncClient, Client
from openrouterkit.event_protocols import EventProtocol, build_chat_behavior
from openrouterkit.results import Chunk, Completion, HasResponse
from openrouterkit.service import Service
from openrouterkit_runtime import Behavior

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
EVENTS = "text/event-stream"
JSON = "application/json"


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def model(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def operation(name: str, body: Any, **content: Any) -> dict[str, Any]:
    media = {kind.replace("_", "/", 1).replace("_", "-"): {"schema": schema} for kind, schema in content.items()}
    return {
        "operationId": name,
        "tags": ["Talks"],
        "requestBody": {"required": True, "content": {JSON: {"schema": body}}},
        "responses": {"200": {"description": "It.", "content": media}},
    }


PROMPT = model("prompt", prompt=TEXT)
SCHEMAS = {
    "Talk": model("lines", lines={"type": "array", "items": ref("Line")}, stream={"type": "boolean"}),
    "Line": model("role", role=TEXT, content={"type": ["string", "null"]}),
    "Reply": model(
        *("id", "choices"),
        id=TEXT,
        created=NUMBER,
        choices={"type": "array", "items": ref("Choice")},
        usage=ref("Usage"),
    ),
    "Choice": model("index", index=NUMBER, message=ref("Line"), finish_reason=TEXT),
    "ReplyChunk": model(
        *("id", "choices"),
        id=TEXT,
        choices={"type": "array", "items": ref("ChunkChoice")},
        usage=ref("Usage"),
    ),
    "ChunkChoice": model("index", index=NUMBER, delta=ref("Delta"), finish_reason=TEXT),
    "Delta": model(role=TEXT, content=TEXT),
    "Usage": model("credits", credits=NUMBER),
    "Tick": model("n", n=NUMBER),
    "Story": model("title", title=TEXT, text=TEXT, sources={"type": "array", "items": TEXT}),
    "Part": model(title=TEXT, text=TEXT, sources={"type": "array", "items": TEXT}),
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Acme", "version": "1"},
    "paths": {
        "/talk": {
            "post": operation("talk", ref("Talk"), application_json=ref("Reply"), text_event_stream=ref("ReplyChunk"))
        },
        "/ticks": {"post": operation("tick", PROMPT, text_event_stream=ref("Tick"))},
        "/words": {"post": operation("speak", PROMPT, text_event_stream=TEXT)},
        "/tell": {"post": operation("tell", PROMPT, application_json=ref("Story"), text_event_stream=ref("Part"))},
        "/count": {"post": operation("count", PROMPT, text_event_stream=ref("Tick"))},
    },
    "components": {"schemas": SCHEMAS},
}


class StoryAccumulator(ObjectAccumulator):
    """The accumulator of stories: a table."""

    fields: ClassVar[Any] = {"text": ConcatText, "sources": ExtendList}


class Total(StreamAccumulator):
    """The accumulator of counts, which are not objects."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, item: Any, /) -> None:
        """Add a number."""
        self.total += item[1]

    def result_dict(self) -> Any:
        """Return the total."""
        return {"total": self.total}


class Counting(EventProtocol[tuple[str, int]]):
    """A protocol of its own: names and numbers, an error and an end by the name of the event."""

    sentinel = None
    ends_when_closed = False

    def __init__(self) -> None:
        self.seen = 0  # a state, of one stream

    def read(self, event: Any, decode: Any) -> tuple[str, int] | None:
        """Return the name and the number of an event."""
        self.seen += 1
        return None if event.event == "ping" else (event.event, decode(event.json()).n)

    def find_error(self, event: Any) -> Any:
        """Return the error of an event."""
        return {"message": event.data, "code": 429} if event.event == "overload" else None

    def is_last(self, item: Any, event: Any) -> bool:
        """Return True for the goodbye."""
        return item[0] == "bye"

    def make_accumulator(self) -> Total:
        """Return a new total."""
        return Total()


def make_acme(api: ModuleType) -> tuple[type[Client], type[AsyncClient], Any]:
    """Return the sync and the async client of the service, and its class of replies."""
    models: Any = api.models

    class Reply(Completion[Any], models.Reply):  # type: ignore[misc, name-defined]  # a package made at run time
        pass

    class ReplyChunk(Chunk[Any], models.ReplyChunk):  # type: ignore[misc, name-defined]  # a package made at run time
        pass

    class Story(HasResponse, models.Story):  # type: ignore[misc, name-defined]  # a package made at run time
        @property
        def headline(self) -> str:
            return str(self.title).upper()

    acme = Service(
        "Acme",
        package=api.__name__,
        behaviors={
            "talk": build_chat_behavior(result=Reply, chunk=ReplyChunk),
            "tell": Behavior(result=Story, accumulator=StoryAccumulator),
            "count": Behavior(protocol=Counting),
        },
    )
    groups: Any = api.groups

    class Acme(Client, groups.Groups):  # type: ignore[misc, name-defined]  # a package made at run time
        service = acme

    class AsyncAcme(AsyncClient, groups.AsyncGroups):  # type: ignore[misc, name-defined]  # a package made at run time
        service = acme

    return Acme, AsyncAcme, Reply
