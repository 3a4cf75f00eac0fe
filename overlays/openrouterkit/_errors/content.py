"""Whether the body of an error also has content of the model, which the service may bill."""

from __future__ import annotations

from typing import Any, Final

CONTENT_MEMBERS: Final = (
    *("content", "refusal", "reasoning", "reasoning_content"),
    *("reasoning_details", "tool_calls", "images", "audio"),
)
"""The members of a message, or of its deltas, that the model generates."""


def has_content(body: Any) -> bool:
    """Return True if a choice of a completion or a chunk has content; `body` is any decoded JSON."""
    choices = body.get("choices") if isinstance(body, dict) else None
    if not isinstance(choices, list):
        return False
    messages = [choice.get(name) for choice in choices if isinstance(choice, dict) for name in ("message", "delta")]
    return any(isinstance(each, dict) and any(map(each.get, CONTENT_MEMBERS)) for each in messages)
