"""Scripted replies, which take precedence over the behaviour of the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from openrouterkit.errors import ConfigurationError

from .reply import Reply
from .turn import join_text

_REPLY_MEMBERS = frozenset({"role", "content", "tool_calls"})


def check_reply(reply: Any) -> str | Mapping[str, Any]:
    """Return a reply for the script: a text, the name of a local model, or the members of an assistant message.

    Tool calls get an id and a type if they have none, and arguments that are not text become JSON.

    Raises:
        ConfigurationError: The reply is something else, or a tool call has no function with a name.
    """
    if isinstance(reply, str):
        return reply
    message = reply.to_dict() if hasattr(reply, "to_dict") else reply
    if not isinstance(message, Mapping):
        raise ConfigurationError(
            f"invalid reply {reply!r}: pass a text, an assistant message, or the name of a local model to script()"
        )
    calls = message.get("tool_calls")
    return {**message, "tool_calls": [_complete_tool_call(call) for call in calls]} if calls else dict(message)


def _complete_tool_call(call: Any) -> dict[str, Any]:
    function = call.get("function") if isinstance(call, Mapping) else None
    if not isinstance(function, Mapping) or not isinstance(function.get("name"), str):
        raise ConfigurationError(
            f"invalid tool call {call!r} in a reply: use {{'function': {{'name': ..., 'arguments': ...}}}}"
        )
    arguments = function.get("arguments", "")
    text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    start = {"id": f"call_{token_hex(8)}", "type": "function"}
    return {**start, **call, "function": {**function, "arguments": text}}


def parse_scripted_reply(scripted: str | Mapping[str, Any]) -> Reply:
    """Return the reply for an entry of the script: a text or a complete assistant message."""
    if isinstance(scripted, str):
        return Reply(scripted)
    calls = tuple(scripted.get("tool_calls") or ())
    content = scripted.get("content")
    text = None if content is None and calls else join_text(content)
    others = {name: value for name, value in scripted.items() if name not in _REPLY_MEMBERS}
    return Reply(text, tool_calls=calls, finish_reason="tool_calls" if calls else "stop", members=others)
