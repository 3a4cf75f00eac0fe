"""Requests of Mistral in the format of OpenRouter, which the behaviours of the models read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..exchange.requests import ValidRequest


def convert_chat_request(request: ValidRequest) -> ValidRequest:
    """Return a request for a chat completion with the members of its body as OpenRouter names them."""
    body = {**request.body, "messages": [_convert_message(each) for each in request.body["messages"]]}
    body["tools"] = [{"type": "function", **each} for each in request.body.get("tools") or []]
    choice = request.body.get("tool_choice")
    if isinstance(choice, dict):
        body["tool_choice"] = {"type": "function", **choice}
    elif choice == "any":
        body["tool_choice"] = "required"
    return evolve(request, body=body)


def _convert_message(message: Mapping[str, Any]) -> dict[str, Any]:
    converted = dict(message)
    if message["role"] == "tool":
        converted.setdefault("tool_call_id", None)
    if message.get("tool_calls"):
        converted["tool_calls"] = [_convert_tool_call(each) for each in message["tool_calls"]]
    return converted


def _convert_tool_call(call: Mapping[str, Any]) -> dict[str, Any]:
    function = call["function"]
    arguments = function["arguments"]
    text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    return {**call, "function": {**function, "arguments": text}}
