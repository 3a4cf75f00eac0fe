"""Rules for the tool calls in messages that are sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runs.calls.open_calls import list_calls, list_open_calls, list_results, write_missing
from .._runs.calls.sendable import UniqueIds, write_arguments
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__: list[str] = []


def fix_arguments(messages: list[dict[str, Any]], _: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Return the messages with a JSON object as the text of the arguments of each tool call; see `write_arguments`."""
    for message in messages:
        for call in list_calls(message):
            function = call.get("function")
            if isinstance(function, dict):
                function["arguments"] = write_arguments(function.get("arguments"))
    return messages


def make_ids_unique(messages: list[dict[str, Any]], _: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Return the messages with an id for each tool call that no other call has, and the same for its result."""
    ids = UniqueIds()
    for place, message in enumerate(messages):
        if list_calls(message):
            ids.apply(message, list_results(messages, place))
    return messages


def answer_open_calls(messages: list[dict[str, Any]], _: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Return the messages with a result after each tool call, and without results that follow no call."""
    kept: list[dict[str, Any]] = []
    place = 0
    while place < len(messages):
        message = messages[place]
        place += 1
        if message.get("role") == "tool":
            continue  # those that follow their call were added with it
        kept.append(message)
        calls = {str(call.get("id")): call for call in list_calls(message)}
        if not calls:
            continue
        results = {str(each.get("tool_call_id")): each for each in list_results(messages, place - 1)}
        kept += [results.get(identity) or write_missing(call) for identity, call in calls.items()]
    return kept


def check_calls(messages: list[dict[str, Any]], *, is_run_open: bool) -> None:
    """Check that the last message is no answer with tool calls that have no results.

    Args:
        messages: The messages of the next request.
        is_run_open: True if a run can be resumed.

    Raises:
        InvalidArgumentError: It is one.
    """
    last = len(messages) - 1
    while last > 0 and messages[last].get("role") == "tool":
        last -= 1
    calls = list_open_calls(messages, last) if messages else []
    if not calls:
        return
    names = ", ".join(sorted({str(write_missing(call).get("name")) for call in calls}))
    remedy = (
        "continue the run with resume(...), or pass a message to go on without it"
        if is_run_open
        else "pass the results, such as send([tool(text, tool_call_id=call.id)]), or a text to go on without them; "
        "run(message) in place of send(message) runs the tools"
    )
    raise InvalidArgumentError(f"the last answer of the conversation calls tools without results: {names}; {remedy}")
