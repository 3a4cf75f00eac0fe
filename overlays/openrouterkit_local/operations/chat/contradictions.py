"""Requests that have the right form and make no sense: what the service answers with 422."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...exchange.problems import ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def contradiction(request: Mapping[str, Any]) -> ProblemError | None:
    """What contradicts itself in a request, None if nothing does."""
    for found in (*_tool_choice(request), *_reasoning(request), *_tool_results(request)):
        return ProblemError(422, found, metadata={"error_type": "unprocessable"})
    return None


def _tool_choice(request: Mapping[str, Any]) -> Iterator[str]:
    choice = request.get("tool_choice")
    names = [each["function"]["name"] for each in request.get("tools") or [] if each["type"] == "function"]
    if isinstance(choice, dict) and choice["type"] == "function" and choice["function"]["name"] not in names:
        yield f"tool_choice.function.name: names {choice['function']['name']!r}, which is not in tools"
    if choice == "required" and not request.get("tools"):
        yield 'tool_choice: is "required", and there are no tools'


def _reasoning(request: Mapping[str, Any]) -> Iterator[str]:
    reasoning = request.get("reasoning") or {}
    if reasoning.get("effort") is not None and reasoning.get("max_tokens") is not None:
        yield "reasoning: takes effort or max_tokens, not both"


def _tool_results(request: Mapping[str, Any]) -> Iterator[str]:
    called: set[Any] = set()
    for index, message in enumerate(request["messages"]):
        called.update(call.get("id") for call in message.get("tool_calls") or [])
        if message["role"] == "tool" and message["tool_call_id"] not in called:
            yield f"messages.{index}.tool_call_id: no call before it has the id {message['tool_call_id']!r}"
