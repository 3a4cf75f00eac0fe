"""Steps for `openrouterkit.testing.Script`: what Acme replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit.sse import ServerSentEvent
from openrouterkit.testing import events
from openrouterkit_runtime import encode

if TYPE_CHECKING:
    from openrouterkit.testing import Item, Step

SOURCE = {"title": "Rivers", "url": "https://rivers.example"}


def answer(
    text: str = "1,007 km", *, sources: tuple[dict[str, str], ...] = (SOURCE,), words: int = 6
) -> dict[str, Any]:
    """Return a whole answer."""
    return {"id": "a-1", "text": text, "sources": list(sources), "usage": {"words": words}}


def pieces(*further: Item, is_complete: bool = True) -> Step:
    """Return the answer "1,007 km" in pieces, then further events, such as `fault()`, and the end."""
    stream: list[Item] = [event("text", id="a-1", text="1,007"), event("ping")]
    stream += [event("source", **SOURCE), event("text", text=" km"), *further]
    return events(*stream, *([event("end", usage={"words": 6})] if is_complete else []))


def fault(kind: str = "quota", reason: str = "no words left", **details: Any) -> dict[str, Any]:
    """Return the body of an error."""
    return {"fault": {"kind": kind, "reason": reason, "details": details}}


def event(name: str, **members: Any) -> ServerSentEvent:
    """Return an event."""
    return ServerSentEvent(encode(members), name)
