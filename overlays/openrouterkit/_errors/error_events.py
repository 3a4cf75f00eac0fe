"""Recognition of errors in the events of a stream, and in successful bodies, by rules that apply to every service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .error_body import find_error, is_validation_error
from .error_message import decode_body

if TYPE_CHECKING:
    from ..sse import ServerSentEvent

ERROR_TYPES: Final = ("error", "response.failed")
"""The values of the member `type` of an event that is an error."""

_WORDS: Final = (b"error", b"detail", b"response.failed")


def is_error_event(event: ServerSentEvent) -> bool:
    """Return True if an event is an error, by its name or the members of its JSON."""
    if event.event == "error":
        return True
    data = event.data_bytes
    if not any(word in data for word in _WORDS) or data.lstrip()[:1] != b"{":
        return False
    value = decode_body(data)
    return isinstance(value, dict) and is_error_object(value)


def is_error_object(value: dict[str, Any]) -> bool:
    """Return True if a JSON object is an error, whatever the operation returns otherwise."""
    return (
        value.get("type") in ERROR_TYPES
        or value.get("object") == "error"
        or find_error(value) is not None
        or is_validation_error(value)
    )
