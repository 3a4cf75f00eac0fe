"""The answers of a model as messages of the next request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.plain import to_plain

from .._results.finish_reasons import LENGTH_REASONS
from ..errors import DecodeError
from ..tool_calls import ToolCall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def read_message(result: Any) -> dict[str, Any]:
    """Return the message of the first choice, unchanged, as plain JSON; an empty message if there is none."""
    data = result.to_dict()
    choices = data.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    return message if isinstance(message, dict) else {"role": "assistant", "content": None}


def is_cut_off(result: Any) -> bool:
    """Return True if the first answer was cut off at its limit of tokens.

    With a cut tool call, the finish reason may still be "tool_calls", and only that of the provider is true.
    """
    choices = result.to_dict().get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else {}
    return any(choice.get(name) in LENGTH_REASONS for name in ("finish_reason", "native_finish_reason"))


def list_tool_calls(result: Any, messages: Iterable[dict[str, Any]]) -> tuple[ToolCall, ...]:
    """Return the tool calls of the first choice, each with an id that no earlier one of the conversation has.

    Some services send no ids, or the same ones in each answer; others reject a request in which two are equal.

    Args:
        result: The completion.
        messages: The conversation before it.
    """
    used = {call.get("id") for message in messages for call in _list_calls(message)}
    calls = []
    for number, data in enumerate(_list_calls(read_message(result)), 1):
        identity = data.get("id")
        identity = identity if isinstance(identity, str) and identity else f"call_{len(used) + number}"
        unique, suffix = identity, 2
        while unique in used:
            unique, suffix = f"{identity}_{suffix}", suffix + 1
        used.add(unique)
        calls.append(ToolCall.from_dict({**data, "id": unique}))
    return tuple(calls)


def write_message(result: Any, calls: Sequence[ToolCall]) -> dict[str, Any]:
    """Return the message of the first choice as a later request should contain it.

    It is unchanged except for its tool calls: they have their new ids, and arguments that are no JSON object are sent
    back as {}, because many providers reject a conversation with invalid JSON. The tool message quotes them.

    Args:
        result: The completion.
        calls: Its tool calls, with their new ids.
    """
    message = read_message(result)
    if calls:
        message["tool_calls"] = [_write_call(call) for call in calls]
        message.setdefault("content", None)
    return message


def _write_call(call: ToolCall) -> dict[str, Any]:
    data = call.to_dict()
    function = data.get("function")
    if isinstance(function, dict):
        try:
            is_valid = bool(call.arguments) or function.get("arguments") == "{}"
        except DecodeError:
            is_valid = False
        if not is_valid:
            data["function"] = {**function, "arguments": "{}"}
    return data


def _list_calls(message: Any) -> list[dict[str, Any]]:
    calls = message.get("tool_calls") if isinstance(message, dict) else None
    return [call for call in calls if isinstance(call, dict)] if isinstance(calls, list) else []


def read_messages(messages: Any) -> list[dict[str, Any]]:
    """Return the messages of a call as plain JSON.

    Args:
        messages: Messages, as `chat.send` accepts them.

    Raises:
        InvalidArgumentError: JSON cannot represent a message.
    """
    plain: list[dict[str, Any]] = to_plain(list(messages))
    return plain
