"""`History`: the messages of a conversation, and which of them are sent."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Literal

from .._results.completions import read_text
from ..errors import InvalidArgumentError
from .cleaning import CLEANING_RULES, clean_messages
from .new_messages import read_message_dict, read_new_messages, read_system

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .cleaning import CleaningRule
    from .trimming import TrimmingRule

__all__ = ["History"]

_INSTRUCTIONS = ("system", "developer")
"""Roles of messages with instructions."""


class History:
    """The messages of a conversation, unchanged as they were received, and the rules for what is sent of them.

    Args:
        system: The instructions: a text, content parts or a message.
        messages: Messages to begin with.
        trim: The rule that chooses the messages to send.
        cleaning: The rules that change messages before they are sent.

    Raises:
        InvalidArgumentError: An argument is invalid.
    """

    __slots__ = ("__weakref__", "_authors", "_messages", "cleaning", "trim")

    def __init__(
        self,
        system: Any,
        messages: Iterable[Any],
        trim: TrimmingRule | None,
        cleaning: Sequence[CleaningRule] | None,
    ) -> None:
        if isinstance(messages, str | bytes | Mapping):
            raise InvalidArgumentError(f"messages must be a list of messages, not {messages!r:.100}")
        if trim is not None and (not callable(trim) or iscoroutinefunction(trim)):
            raise InvalidArgumentError(f"trim must be a function of the messages, and not async, not {trim!r:.100}")
        self.trim: TrimmingRule | None = trim
        self.cleaning: tuple[CleaningRule, ...] = CLEANING_RULES if cleaning is None else tuple(cleaning)
        self._authors: dict[int, tuple[dict[str, Any], str]] = {}  # id of a message -> the message and its model
        self._messages = [*read_system(system), *map(read_message_dict, messages)]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """All messages so far, as plain JSON, unchanged as they were received. The list can be changed."""
        return self._messages

    @messages.setter
    def messages(self, messages: Iterable[Any]) -> None:
        self._begin_change("replace")
        # Messages of the conversation stay the same objects, so that their models remain known.
        self._messages = [each if id(each) in self._authors else read_message_dict(each) for each in messages]

    @property
    def system(self) -> Any:
        """The instructions of the first message: a text or content parts, as plain JSON; None if there are none.

        It can be set to a text, content parts, a system or developer message, or None. The next request contains it.
        """
        return self._messages[0].get("content") if self._has_system() else None

    @system.setter
    def system(self, instructions: Any) -> None:
        self._begin_change("instruct")
        new = read_system(instructions)
        if self._has_system():
            if new and "role" not in _list_members(instructions):
                new[0]["role"] = self._messages[0]["role"]
            self._messages[:1] = new
        else:
            self._messages[:0] = new

    @property
    def text(self) -> str:
        """The text of the last answer; "" if there is none."""
        answers = [each for each in self._messages if each.get("role") == "assistant"]
        return read_text(answers[-1].get("content")) if answers else ""

    def add(self, *messages: Any) -> None:
        """Add messages without a request, such as earlier ones, or the results of tool calls.

        Args:
            messages: Messages; a str is one of the user.

        Raises:
            InvalidArgumentError: A value is not a message.
            ConfigurationError: A request or a stream of the conversation is in progress, or a run is open: the messages
                would be between its tool calls and their results.
        """
        self._begin_change("add")
        self._messages += [message for each in messages for message in read_new_messages(each)]

    def _has_system(self) -> bool:
        return bool(self._messages) and self._messages[0].get("role") in _INSTRUCTIONS

    def _begin_change(self, change: Literal["add", "replace", "instruct"]) -> None:
        """Raise ConfigurationError if the messages cannot be changed now; forget the run of messages that are replaced.

        Args:
            change: What is done: messages are added or replaced, or the instructions are changed.
        """
        raise NotImplementedError

    def _write_messages(self, added: list[dict[str, Any]], model: str | None) -> list[dict[str, Any]]:
        """Return the messages as a request contains them: cleaned and trimmed.

        Args:
            added: Messages that the request adds.
            model: The model of the request.
        """
        whole = [*self._messages, *added]
        authors = [self._find_author(message) for message in whole]
        cleaned = clean_messages(whole, model=model, authors=authors, rules=self.cleaning)
        if self.trim is None:
            return cleaned
        # A trimming rule of the caller may separate tool calls from their results.
        return clean_messages(self.trim(cleaned), model=model, rules=self.cleaning)

    def _find_author(self, message: dict[str, Any]) -> str | None:
        found = self._authors.get(id(message))
        return None if found is None else found[1]

    def _add_answers(self, messages: list[dict[str, Any]], models: Sequence[str | None]) -> None:
        """Append messages.

        Args:
            messages: Messages, as plain JSON.
            models: The models of the last answers among them, in order.
        """
        answers = [message for message in messages if message.get("role") == "assistant"]
        for message, author in zip(reversed(answers), reversed(models), strict=False):
            if author is not None:
                self._authors[id(message)] = message, author
        self._messages += messages

    def _drop_results(self, identities: set[str]) -> None:
        """Remove tool results after the last answer: when a run is resumed, missing ones may come between them."""
        for place in range(len(self._messages) - 1, -1, -1):
            message = self._messages[place]
            if message.get("role") == "assistant":
                break
            if message.get("role") == "tool" and message.get("tool_call_id") in identities:
                del self._messages[place]


def _list_members(value: Any) -> Iterable[str]:
    plain = value.to_dict() if hasattr(value, "to_dict") else value
    return plain if isinstance(plain, Mapping) else ()
