"""`History`: the messages of a conversation, what it has used, and the requests that continue it."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, Self

from openrouterkit_runtime.plain import to_plain

from .._results.completions import read_text
from .._runs.settings import UNSAVED
from ..errors import ConfigurationError, InvalidArgumentError
from ..middleware.outcomes import Usage
from .cleaning import CLEANING_RULES, clean_messages
from .exchanges import Exchange
from .new_messages import read_message_dict, read_new_messages, read_system
from .saving import HistoryState, encode_state, write_state
from .tool_rules import check_calls

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from .._runs.results import Run
    from .cleaning import CleaningRule
    from .trimming import TrimmingRule

__all__ = ["History"]

_OWN: Final = {
    "messages": "pass them when you create it, with add(...), or as the first argument",
    "stream": "use stream(...)",
}
"""Parameters that a conversation sets itself, and what to write instead."""


class History:
    """The messages of a conversation, and what it has used: everything except sending.

    Args:
        chat: A client with a chat, or its chat namespace.
        model: The model.
        system: The instructions: a text, content parts or a message.
        messages: Messages to begin with.
        tools: The tools.
        trim: The rule that chooses the messages to send.
        cleaning: The rules that change messages before they are sent.
        parameters: Further parameters of every request.

    Attributes:
        model: The model of the next request. It can be set at any time.
        tools: The tools of the next request.
        parameters: Further parameters of the next request, such as `temperature` and `options`.
        trim: The rule that chooses the messages to send; None to send all.
        cleaning: The rules that change messages before they are sent.
        usage: The tokens and the cost of all requests so far, also of those whose answers were discarded.
        open_run: The run that waits for decisions, or that an error has stopped, which `resume` continues; None if
            there is none.

    Raises:
        InvalidArgumentError: An argument is invalid.
    """

    def __init__(
        self,
        chat: Any,
        *,
        model: str | None,
        system: Any,
        messages: Iterable[Any],
        tools: Sequence[Any],
        trim: TrimmingRule | None,
        cleaning: Sequence[CleaningRule] | None,
        parameters: Mapping[str, Any],
    ) -> None:
        _check_parameters(parameters)
        if isinstance(messages, str | bytes | Mapping):
            raise InvalidArgumentError(f"messages must be a list of messages, not {messages!r:.100}")
        if trim is not None and (not callable(trim) or iscoroutinefunction(trim)):
            raise InvalidArgumentError(f"trim must be a function of the messages, and not async, not {trim!r:.100}")
        self.model = model
        self.tools: list[Any] = list(tools)
        self.parameters: dict[str, Any] = dict(parameters)
        self.trim: TrimmingRule | None = trim
        self.cleaning: tuple[CleaningRule, ...] = CLEANING_RULES if cleaning is None else tuple(cleaning)
        self.usage = Usage()
        self.open_run: Run[Any] | None = None
        self._chat = find_chat(chat)
        self._unanswered: tuple[list[dict[str, Any]], int] = [], 0  # of `open_run`: see `_keep_run`
        self._authors: dict[int, tuple[dict[str, Any], str]] = {}  # id of a message -> the message and its model
        self._lock = threading.Lock()
        self._current: weakref.ref[Exchange] | None = None
        self._messages = [*read_system(system), *map(read_message_dict, messages)]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.model}: {len(self._messages)} messages>"

    @property
    def messages(self) -> list[dict[str, Any]]:
        """All messages so far, as plain JSON, unchanged as they were received. The list can be changed."""
        return self._messages

    @messages.setter
    def messages(self, messages: Iterable[Any]) -> None:
        # Messages of the conversation stay the same objects, so that their models remain known.
        self._messages = [each if id(each) in self._authors else read_message_dict(each) for each in messages]

    @property
    def text(self) -> str:
        """The text of the last answer; "" if there is none."""
        answers = [each for each in self._messages if each.get("role") == "assistant"]
        return read_text(answers[-1].get("content")) if answers else ""

    @property
    def cost(self) -> float | None:
        """The cost so far in US dollars; None if the service reports none."""
        return self.usage.cost

    def add(self, *messages: Any) -> None:
        """Add messages without a request, such as earlier ones, or the results of tool calls.

        Args:
            messages: Messages; a str is one of the user.

        Raises:
            InvalidArgumentError: A value is not a message.
        """
        self._messages += [message for each in messages for message in read_new_messages(each)]

    def list_requested(self, *, model: str | None = None) -> list[dict[str, Any]]:
        """Return the messages as the next request would contain them: cleaned and trimmed.

        Args:
            model: The model of the request. Defaults to that of the conversation.
        """
        return self._write_messages([], model or self.model)

    def add_usage(self, usage: Usage) -> None:
        """Add tokens and cost, such as those of a request that was sent without the conversation.

        Args:
            usage: What was used.
        """
        with self._lock:
            self.usage += usage

    def _keep_run(self, run: Run[Any], added: list[dict[str, Any]], count: int) -> None:
        """Keep a run that `resume` continues.

        Args:
            run: The run.
            added: Messages that are not yet part of the conversation.
            count: The number of messages of the run that are part of the conversation already, or replaced by `added`.
        """
        self.open_run, self._unanswered = run, (added, count)

    def to_json(self) -> str:
        """Return the conversation as JSON text, to be continued later or in another process; see `from_json`.

        It contains all messages, the model, the other parameters, what was used, and the run that waits for decisions;
        but no tools, rules, `options` and headers, which may contain code and keys.
        """
        return encode_state(self._build_state())

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the conversation to a file, which is replaced in one step; see `to_json`.

        Args:
            path: The path of the file.
        """
        write_state(path, self.to_json())

    def fork(self, **settings: Any) -> Self:
        """Return a copy that continues on its own.

            other = conversation.fork(model="anthropic/claude-sonnet-4.5")

        What was used so far is part of both.

        Args:
            settings: What is different: `model`, `tools`, `trim`, `cleaning`, or parameters.
        """
        same = {"tools": self.tools, "trim": self.trim, "cleaning": self.cleaning, **self.parameters}
        return self._restore(self._chat, self._build_state(), {**same, **settings})

    def _build_state(self) -> HistoryState:
        return HistoryState(
            model=self.model,
            parameters=to_plain({name: each for name, each in self.parameters.items() if name not in UNSAVED}),
            messages=to_plain(self._messages),
            authors=[self._find_author(message) for message in self._messages],
            usage=self.usage,
            open_run=self.open_run,
            unanswered=to_plain(list(self._unanswered)),
        )

    @classmethod
    def _restore(cls, chat: Any, state: HistoryState, settings: Mapping[str, Any]) -> Self:
        create: Any = cls
        restored: Self = create(chat, **{"model": state.model, **state.parameters, **settings})
        restored._messages += state.messages
        for message, author in zip(state.messages, state.authors, strict=False):
            if author is not None:
                restored._authors[id(message)] = message, author
        restored.usage, restored.open_run = state.usage, state.open_run
        added, count = state.unanswered
        restored._unanswered = added, count
        return restored

    def _write_messages(self, added: list[dict[str, Any]], model: str | None) -> list[dict[str, Any]]:
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

    def _build_exchange(self, message: Any, parameters: Mapping[str, Any]) -> Exchange:
        """Return an exchange that adds a message and its answer.

        Args:
            message: What the user writes; see `Conversation.send`.
            parameters: Parameters of the request.

        Raises:
            InvalidArgumentError: An argument is invalid, there are no messages, or nothing follows the tool calls of
                the last answer.
        """
        _check_parameters(parameters)
        added = read_new_messages(message)
        if not added:
            check_calls(self._messages, is_run_open=self.open_run is not None)
        given = {**self.parameters, **parameters}
        if self.model is not None:
            given.setdefault("model", self.model)
        if self.tools:
            given.setdefault("tools", list(self.tools))
        sent = self._write_messages(added, given.get("model"))
        if not sent:
            raise InvalidArgumentError("the conversation has no messages yet; pass one, such as send('Hello')")
        return Exchange(self, added, sent, given, len(self._messages))

    def _build_resumption(self, settings: Mapping[str, Any]) -> tuple[Exchange, Run[Any], dict[str, Any]]:
        """Return the exchange that continues `open_run`, the run, and the keyword arguments of `chat.resume`.

        Raises:
            InvalidArgumentError: No run is open.
        """
        run, (added, count) = self.open_run, self._unanswered
        if run is None:
            raise InvalidArgumentError("no run of this conversation is open; begin one with run(...)")
        unsaved = {name: value for name, value in self.parameters.items() if name in UNSAVED}
        exchange = Exchange(self, added, run.messages[:count], dict(run.parameters), len(self._messages), run)
        return exchange, run, {"tools": list(self.tools), **unsaved, **settings}

    def _claim(self, exchange: Exchange) -> None:
        """Begin an exchange, if no other is in progress.

        Raises:
            ConfigurationError: Another one is in progress, or the conversation went on since it was created.
        """
        with self._lock:
            current = None if self._current is None else self._current()
            if current is not None and current is not exchange:
                raise ConfigurationError(
                    "the conversation has a request or a stream in progress; wait until it has ended, close the "
                    "stream, or use fork() for another conversation"
                )
            if len(self._messages) != exchange.position:
                raise ConfigurationError(
                    "the conversation went on since this stream was created; create it when you read it"
                )
            self._current = weakref.ref(exchange)

    def _release(self, exchange: Exchange) -> None:
        with self._lock:
            if self._current is not None and self._current() is exchange:
                self._current = None

    def _drop_results(self, run: Run[Any]) -> None:
        """Remove the last tool results of a run: when it is resumed, the missing ones may come between them."""
        dropped = {output.tool_call_id for turn in run.turns[-1:] for output in turn.outputs}
        for place in range(len(self._messages) - 1, -1, -1):
            message = self._messages[place]
            if message.get("role") == "assistant":
                break
            if message.get("role") == "tool" and message.get("tool_call_id") in dropped:
                del self._messages[place]

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


def find_chat(chat: Any) -> Any:
    """Return the chat namespace of a client; a namespace is returned unchanged.

    Args:
        chat: A client or a namespace.

    Raises:
        InvalidArgumentError: It is neither.
    """
    is_namespace: Callable[[Any], bool] = lambda value: hasattr(type(value), "send_operation")  # noqa: E731 - used twice
    found = chat if is_namespace(chat) else getattr(chat, "chat", None)
    if not is_namespace(found):
        raise InvalidArgumentError(
            f"a conversation needs a client with a chat, such as OpenRouter(), or client.chat, not {chat!r:.100}; the "
            f"chat of a service of your own needs openrouterkit.chats.ChatMethods"
        )
    return found


def _check_parameters(parameters: Mapping[str, Any]) -> None:
    for name, remedy in _OWN.items():
        if name in parameters:
            raise InvalidArgumentError(f"a conversation does not accept {name} here; {remedy}")
