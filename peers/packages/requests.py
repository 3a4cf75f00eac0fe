"""Parts of requests that the cases of both packages use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

if TYPE_CHECKING:
    from .case import Kind

KINDS: Final[tuple[Kind, ...]] = ("result", "chunks")
"""How chats are called if both ways are tested."""
HELLO: Final[list[Any]] = [{"role": "user", "content": "Hello there"}]
STORY_BEGINNING: Final = "Once, on a machine without a network"
PARAMETERS: Final = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2}},
    "required": ["city", "days"],
    "additionalProperties": False,
}
ARGUMENTS: Final = {"city": "Paris", "days": 2}
TOOLS: Final[list[Any]] = [
    {"type": "function", "function": {"name": "weather", "description": "Forecast", "parameters": PARAMETERS}}
]
FORMAT: Final[Any] = {"type": "json_schema", "json_schema": {"name": "forecast", "schema": PARAMETERS, "strict": True}}
PICTURE: Final = "data:image/png;base64,iVBORw0KGgo="
PARTS: Final[list[Any]] = [
    {"type": "text", "text": "What is this?"},
    {"type": "image_url", "image_url": {"url": PICTURE}},
    {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
    {"type": "input_audio", "input_audio": {"data": "UklGRg==", "format": "wav"}},
    {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,JVBERg=="}},
]
PARTS_ECHO: Final = "I see 2 images and 1 recording and 1 file. What is this?"
REASONING: Final = "The user says: Hello there I shall answer that."


def make_new_messages() -> list[Any]:
    """Return a conversation that no other call has, for models that count calls by conversation."""
    return [{"role": "user", "content": f"call {uuid4().hex}"}]
