"""The answers of a model as messages of the next request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.plain import to_plain

from .._results.choices import get_first_choice, get_member, is_call
from ..tool_calls import ToolCall
from .calls.open_calls import list_calls
from .calls.sendable import write_arguments

if TYPE_CHECKING:
    from .calls.sendable import UniqueIds


def read_message(result: Any) -> dict[str, Any]:
    """Return the message of the first choice, unchanged, as plain JSON; an empty message if there is none."""
    message = to_plain(get_member(get_first_choice(result), "message"))
    return message if isinstance(message, dict) else {"role": "assistant", "content": None}


def write_message(result: Any, ids: UniqueIds) -> tuple[dict[str, Any], tuple[ToolCall, ...]]:
    """Return the message of the first choice as a later request should contain it, and its tool calls as written.

    The message is unchanged except for its tool calls: those without a name are left out, the others have new ids where
    those of earlier ones are equal, and arguments that are no JSON object are {} in the message. The tool message
    quotes them.

    Args:
        result: The completion.
        ids: The ids of the conversation before it.
    """
    message = {**read_message(result), "role": "assistant"}  # some services leave the role out
    listed = [call for call in list_calls(message) if is_call(call)]
    if message.get("tool_calls"):
        message["tool_calls"] = listed
    if not listed:
        message.pop("tool_calls", None)  # services reject an empty list
        return message, ()
    ids.apply(message)
    calls = tuple(ToolCall.from_dict(call) for call in listed)
    for call in listed:
        function = call.get("function")
        if isinstance(function, dict):
            function["arguments"] = write_arguments(function.get("arguments"))
    message.setdefault("content", None)
    return message, calls
