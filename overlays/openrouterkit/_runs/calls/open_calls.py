"""Tool calls without results in a conversation."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["answer_skipped_calls", "ends_with_answer", "list_calls", "list_open_calls", "list_results", "write_missing"]

NO_RESULT: Final = "Error: this tool call has no result, because the conversation went on without it."
"""The result of a tool call that has none."""


def list_calls(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the tool calls of a message."""
    calls = message.get("tool_calls") if message.get("role") == "assistant" else None
    return [call for call in calls if isinstance(call, dict)] if isinstance(calls, list) else []


def list_results(messages: list[dict[str, Any]], place: int) -> list[dict[str, Any]]:
    """Return the tool messages after a message and before the next answer of the model."""
    results = []
    for message in messages[place + 1 :]:
        if message.get("role") == "assistant":
            break
        if message.get("role") == "tool":
            results.append(message)
    return results


def list_open_calls(messages: list[dict[str, Any]], place: int) -> list[dict[str, Any]]:
    """Return the tool calls of a message that have no results."""
    answered = {str(result.get("tool_call_id")) for result in list_results(messages, place)}
    return [call for call in list_calls(messages[place]) if str(call.get("id")) not in answered]


def ends_with_answer(messages: list[dict[str, Any]]) -> bool:
    """Return True if the last message is an answer of the model whose calls all have results, so no run is open."""
    last = len(messages) - 1
    return last >= 0 and messages[last].get("role") == "assistant" and not list_open_calls(messages, last)


def write_missing(call: dict[str, Any]) -> dict[str, Any]:
    """Return the result of a tool call that has none."""
    function = call.get("function")
    name = function.get("name") if isinstance(function, dict) else None
    named = {"name": name} if name else {}
    return {"role": "tool", "tool_call_id": str(call.get("id")), **named, "content": NO_RESULT}


def answer_skipped_calls(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the messages with a result for each tool call that something other than its result follows.

    Providers reject the conversation of a paused run and a new message without them.

    Args:
        messages: The messages, as plain JSON.
    """
    answered: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    for place, message in enumerate(messages):
        if message.get("role") != "tool":
            answered += map(write_missing, waiting)
            waiting = list_open_calls(messages, place)
        answered.append(message)
    return answered
