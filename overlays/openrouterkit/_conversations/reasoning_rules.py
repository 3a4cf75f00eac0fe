"""Rules for the reasoning in messages that are sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__: list[str] = []

_TEXTS: Final = ("reasoning", "reasoning_content")
"""Members with reasoning as plain text."""
_THOUGHTS: Final = ("thinking", "reasoning", "reasoning_text")
"""Types of content parts with reasoning."""


def drop_foreign_reasoning(
    messages: list[dict[str, Any]], is_foreign: Callable[[dict[str, Any]], bool]
) -> list[dict[str, Any]]:
    """Return the messages without unsigned reasoning of models of other families."""
    for message in messages:
        if message.get("role") == "assistant" and is_foreign(message):
            _keep_details(message, _list_signed(message))
            for name in _TEXTS:
                message.pop(name, None)
            content = message.get("content")
            if isinstance(content, list):
                kept = [part for part in content if not _is_unsigned_thought(part)]
                message["content"] = kept or None
    return messages


def drop_unsigned_thinking(messages: list[dict[str, Any]], _: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Return the messages without thinking in the format of Anthropic that has no signature."""
    for message in messages:
        details = _list_details(message)
        kept = [
            detail
            for detail in details
            if detail.get("type") != "reasoning.text"
            or detail.get("signature")
            or not str(detail.get("format")).startswith("anthropic")
        ]
        if len(kept) < len(details):
            _keep_details(message, kept)
    return messages


def drop_repeated_reasoning(
    messages: list[dict[str, Any]], _: Callable[[dict[str, Any]], bool]
) -> list[dict[str, Any]]:
    """Return the messages without reasoning items that an earlier message has, too."""
    earlier: set[tuple[str, str]] = set()
    for message in messages:
        details = _list_details(message)
        identities = {_identify(detail) for detail in details if detail.get("id")}
        if identities & earlier:
            _keep_details(message, [each for each in details if not each.get("id") or _identify(each) not in earlier])
        earlier |= identities
    return messages


def _identify(detail: dict[str, Any]) -> tuple[str, str]:
    # The summary and the encrypted form of one item have the same id.
    return str(detail.get("type")), str(detail["id"])


def _list_details(message: dict[str, Any]) -> list[dict[str, Any]]:
    details = message.get("reasoning_details")
    return [each for each in details if isinstance(each, dict)] if isinstance(details, list) else []


def _keep_details(message: dict[str, Any], kept: list[dict[str, Any]]) -> None:
    if kept:
        message["reasoning_details"] = kept
    else:
        message.pop("reasoning_details", None)


def _list_signed(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the reasoning that is signed or encrypted, with the summaries that belong to it."""
    details = _list_details(message)
    signed = [each for each in details if each.get("signature") or each.get("data")]
    ids = {str(each["id"]) for each in signed if each.get("id")}
    return [each for each in details if each in signed or (each.get("id") and str(each["id"]) in ids)]


def _is_unsigned_thought(part: Any) -> bool:
    return isinstance(part, dict) and part.get("type") in _THOUGHTS and not part.get("signature")
