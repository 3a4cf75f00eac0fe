"""Requests that are valid according to the contract, but whose members conflict; the service returns status 422."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...exchange.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def find_conflict(body: Mapping[str, Any]) -> ServiceError | None:
    """Return the 422 error for the first conflict in a request body, None without conflicts."""
    for message in (*_check_tool_choice(body), *_check_reasoning(body), *_check_tool_results(body)):
        return ServiceError(422, message)
    return None


def _check_tool_choice(body: Mapping[str, Any]) -> Iterator[str]:
    choice = body.get("tool_choice")
    names = [each["function"]["name"] for each in body.get("tools") or [] if each["type"] == "function"]
    if isinstance(choice, dict) and choice["type"] == "function" and choice["function"]["name"] not in names:
        yield f"tool_choice.function.name: unknown tool {choice['function']['name']!r}; add it to tools"
    if choice == "required" and not body.get("tools"):
        yield 'tool_choice: "required" needs at least one tool; set tools'


def _check_reasoning(body: Mapping[str, Any]) -> Iterator[str]:
    reasoning = body.get("reasoning") or {}
    if reasoning.get("effort") is not None and reasoning.get("max_tokens") is not None:
        yield "reasoning: effort and max_tokens exclude each other; set one of them"
    efforts = {reasoning.get("effort"), body.get("reasoning_effort")} - {None}
    if len(efforts) > 1:
        yield "reasoning_effort: differs from reasoning.effort; set one of them"


def _check_tool_results(body: Mapping[str, Any]) -> Iterator[str]:
    call_ids: set[Any] = set()
    for index, message in enumerate(body["messages"]):
        call_ids.update(call.get("id") for call in message.get("tool_calls") or [])
        if message["role"] == "tool" and message["tool_call_id"] not in call_ids:
            call_id = message["tool_call_id"]
            yield f"messages.{index}.tool_call_id: unknown id {call_id!r}; use the id of an earlier tool call"
