"""Finish reasons of completions, and what they say about the answer."""

from __future__ import annotations

from typing import Any, Final, Literal

from .choices import get_first_choice, get_member

LENGTH_REASONS: Final = ("length", "max_tokens", "max_output_tokens", "MAX_TOKENS", "model_length")
"""Finish reasons, also those of providers, of an answer that was cut off."""

FILTER_REASONS: Final = ("content_filter", "SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII")
"""Finish reasons, also those of providers, of an answer that a filter has ended."""

Defect = Literal["cut off", "filtered"]
"""Why an answer is not whole."""


def find_defect(result: Any) -> Defect | None:
    """Return why the first answer of a completion is not whole; None if it is.

    With a tool call that was cut off, the finish reason may still be "tool_calls", and only that of the provider is
    true. An answer without a finish reason is not whole if its stream has ended before it was complete.

    Args:
        result: The completion.
    """
    choice = get_first_choice(result)
    reasons = [get_member(choice, name) for name in ("finish_reason", "native_finish_reason")]
    if any(reason in LENGTH_REASONS for reason in reasons):
        return "cut off"
    if any(reason in FILTER_REASONS for reason in reasons):
        return "filtered"
    return "cut off" if lacks_end(result) else None


def lacks_end(result: Any) -> bool:
    """Return True if a stream has ended before the first answer of its completion did.

    Args:
        result: The completion.
    """
    response = getattr(result, "_response", None)
    is_complete = getattr(response, "is_complete", True)
    return not is_complete and get_member(get_first_choice(result), "finish_reason") is None
