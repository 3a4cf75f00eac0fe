"""The tool calls of messages as services accept them: with ids that differ, and arguments that are JSON objects."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import DecodeError, decode, encode

from .open_calls import list_calls

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["UniqueIds", "write_arguments"]


class UniqueIds:
    """Gives the tool calls of messages, one message after the other, ids that no earlier call has.

    Some services send no ids, or the same ones in each answer; others reject a request in which two are equal.

    Args:
        messages: Messages whose ids are used already, and stay as they are.
    """

    def __init__(self, messages: Iterable[dict[str, Any]] = ()) -> None:
        self._used = {call.get("id") for message in messages for call in list_calls(message)}

    def apply(self, message: dict[str, Any], results: Iterable[dict[str, Any]] = ()) -> None:
        """Change the ids of a message where it is necessary, also in its signatures and in the results of its calls.

        Args:
            message: The message.
            results: The tool messages that follow it.
        """
        open_results = list(results)
        signatures = _list_signatures(message)
        calls = list_calls(message)
        left = Counter(str(call.get("id")) for call in calls)
        for call in calls:
            old = call.get("id")
            new = self._choose(old)
            call["id"] = new
            left[str(old)] -= 1
            # The first of equal ids belongs to the first call.
            _rename(open_results, "tool_call_id", old, new, only_first=True)
            if old is not None:
                _rename(signatures, "id", old, new, only_first=left[str(old)] > 0)

    def _choose(self, old: Any) -> str:
        """Return an unused id: the old one, if it is one."""
        wanted = old if isinstance(old, str) and old else f"call_{len(self._used) + 1}"
        unique, suffix = wanted, 2
        while unique in self._used:
            unique, suffix = f"{wanted}_{suffix}", suffix + 1
        self._used.add(unique)
        return unique


def _list_signatures(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the reasoning of a message: some providers send the signature of a call in it, with the id of the call."""
    details = message.get("reasoning_details")
    return [detail for detail in details if isinstance(detail, dict)] if isinstance(details, list) else []


def _rename(items: list[dict[str, Any]], name: str, old: Any, new: str, *, only_first: bool) -> None:
    """Replace the value of a member in the items that have it, and remove these items from the list."""
    found = [item for item in items if item.get(name) == old]
    for item in found[:1] if only_first else found:
        item[name] = new
        items.remove(item)


def write_arguments(arguments: Any) -> str:
    """Return the arguments of a tool call as text that is a JSON object.

    Text is unchanged if it is one. Some services send the object itself, but accept only text. Anything else is "{}",
    because many services reject a conversation with invalid JSON.

    Args:
        arguments: What the model wrote.
    """
    if isinstance(arguments, dict):
        return encode(arguments).decode()
    try:
        is_object = isinstance(arguments, str) and isinstance(decode(arguments), dict)
    except (DecodeError, RecursionError):
        is_object = False
    return arguments if is_object else "{}"
