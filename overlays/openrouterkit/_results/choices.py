"""Members of a completion, read without a copy of the whole, which may contain long lists of log probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def get_member(value: Any, name: str) -> Any:
    """Return a member of a model or of plain JSON, not decoded; None if there is none."""
    data = getattr(value, "_data", value)  # that of a model
    return data.get(name) if isinstance(data, dict) else None


def get_first_choice(result: Any, get: Callable[[Any, str], Any] = get_member) -> Any:
    """Return the first choice of a completion; None if it has none.

    Args:
        result: A completion or a chunk, a model or plain JSON.
        get: Returns a member of a model.
    """
    choices = get(result, "choices")
    return choices[0] if isinstance(choices, list) and choices else None


def is_call(call: Any) -> bool:
    """Return False for a tool call without the name of its function, which services reject when it is sent back.

    Args:
        call: An item of `tool_calls`, as plain JSON.
    """
    if not isinstance(call, dict):
        return False
    function = call.get("function")
    if function is None:
        return call.get("type") not in (None, "function")
    return isinstance(function, dict) and isinstance(function.get("name"), str) and function["name"] != ""
