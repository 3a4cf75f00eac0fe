"""What a conversation changes in its messages before it sends them, as a table of rules with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from openrouterkit_runtime.plain import to_plain

from .families import find_family
from .reasoning_rules import drop_foreign_reasoning, drop_repeated_reasoning, drop_unsigned_thinking
from .tool_rules import answer_open_calls, fix_arguments, make_ids_unique

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["CLEANING_RULES", "CleaningRule", "clean_messages"]


@frozen
class CleaningRule:
    """A rule that changes the messages of a conversation before they are sent.

        short = CleaningRule("short", "the model has a small context", lambda messages, is_foreign: messages[-4:])
        conversation = Conversation(client, model="a/b", cleaning=[*CLEANING_RULES, short])

    Attributes:
        name: The name of the rule.
        reason: Why the rule exists.
        change: A function that receives the messages, and a function that returns True for a message by a model of
            another family than the one that is called. It returns the messages; it may change them, as they are
            copies.
    """

    name: str
    reason: str
    change: Callable[[list[dict[str, Any]], Callable[[dict[str, Any]], bool]], list[dict[str, Any]]] = field(repr=False)


def clean_messages(
    messages: Iterable[Any],
    *,
    model: str | None = None,
    authors: Sequence[str | None] = (),
    rules: Iterable[CleaningRule] | None = None,
) -> list[dict[str, Any]]:
    """Return the messages of a conversation as a model accepts them, as plain JSON in new containers.

    Args:
        messages: The messages, unchanged as they were received.
        model: The model that is called; None if it is not known.
        authors: The model of each message, for assistant messages; None where it is not known. Defaults to the members
            `model` of the messages.
        rules: The rules, which are applied in order. Defaults to `CLEANING_RULES`.

    Raises:
        InvalidArgumentError: JSON cannot represent a message.
    """
    cleaned: list[dict[str, Any]] = to_plain(list(messages))
    known = {id(message): author for message, author in zip(cleaned, authors, strict=False)}
    family = find_family(model)
    copies = list(cleaned)  # so that no id is used again while the rules run

    def is_foreign(message: dict[str, Any]) -> bool:
        model = known.get(id(message)) or message.get("model")
        author = find_family(model if isinstance(model, str) else None)
        return family is not None and author is not None and author != family

    for rule in CLEANING_RULES if rules is None else rules:
        cleaned = rule.change(cleaned, is_foreign)
    del copies
    return cleaned


IsForeign = Any  # the function that a rule receives


def _drop_empty_answers(messages: list[dict[str, Any]], _: IsForeign) -> list[dict[str, Any]]:
    return [message for message in messages if message.get("role") != "assistant" or _has_answer(message)]


def _has_answer(message: dict[str, Any]) -> bool:
    return any(message.get(name) for name in ("content", "tool_calls", "images", "audio", "refusal", "function_call"))


def _write_null_content(messages: list[dict[str, Any]], _: IsForeign) -> list[dict[str, Any]]:
    for message in messages:
        if message.get("tool_calls") and not message.get("content"):
            message["content"] = None
    return messages


def _refer_to_audio(messages: list[dict[str, Any]], is_foreign: IsForeign) -> list[dict[str, Any]]:
    for message in messages:
        audio = message.get("audio")
        if message.get("role") != "assistant" or not isinstance(audio, dict):
            continue
        if is_foreign(message):
            message["content"] = message.get("content") or audio.get("transcript") or ""
            del message["audio"]
        elif audio.get("id"):
            message["audio"] = {"id": audio["id"]}
    return messages


CLEANING_RULES: Final[tuple[CleaningRule, ...]] = (
    CleaningRule(
        "foreign_reasoning",
        "models reject reasoning of other families without a signature, or read it as their own words; signed and "
        "encrypted reasoning names its format, and services leave out what the model cannot read",
        drop_foreign_reasoning,
    ),
    CleaningRule(
        "unsigned_thinking",
        "Anthropic rejects thinking without a signature, which remains when an answer was cut off",
        drop_unsigned_thinking,
    ),
    CleaningRule(
        "repeated_reasoning",
        "OpenAI rejects a request with the same reasoning item twice, as in merged or repeated conversations",
        drop_repeated_reasoning,
    ),
    CleaningRule(
        "audio",
        "spoken answers are sent back by their id, not by their data; another family only knows the transcript",
        _refer_to_audio,
    ),
    CleaningRule(
        "empty_answers",
        "providers reject answers with neither content nor tool calls, such as those cut off while reasoning",
        _drop_empty_answers,
    ),
    CleaningRule(
        "arguments",
        "many providers reject a conversation with tool calls whose arguments are not a JSON object",
        fix_arguments,
    ),
    CleaningRule(
        "ids",
        "some services send no ids of tool calls, or the same in every answer; others reject equal or missing ids",
        make_ids_unique,
    ),
    CleaningRule(
        "open_calls",
        "providers reject tool calls without results, and results without calls, as after a change of the subject",
        answer_open_calls,
    ),
    CleaningRule(
        "null_content",
        "beside tool calls, providers expect null for no content, and some reject empty text",
        _write_null_content,
    ),
)
"""The rules of a conversation, in the order in which they are applied."""
