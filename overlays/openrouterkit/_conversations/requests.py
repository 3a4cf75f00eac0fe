"""`Requests`: the requests that continue a conversation, one at a time, and what they have used."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from .._runs.settings import UNSAVED
from ..errors import ConfigurationError, InvalidArgumentError
from ..middleware.outcomes import Usage
from .exchanges import Exchange
from .history import History
from .new_messages import read_new_messages
from .settings import check_names, find_chat
from .tool_rules import check_calls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .._runs.results import Run
    from .cleaning import CleaningRule
    from .trimming import TrimmingRule

__all__ = ["Requests"]


class Requests(History):
    """The requests that continue a history, except sending.

    Args:
        chat: A client with a chat, or its chat namespace.
        model: The model.
        system: The instructions: a text, content parts or a message.
        messages: Messages to begin with.
        tools: The tools.
        trim: The rule that chooses the messages to send.
        cleaning: The rules that change messages before they are sent.
        keep_partial: Whether the text of a stream that is closed early is kept.
        parameters: Further parameters of every request.

    Raises:
        InvalidArgumentError: An argument is invalid.
        TypeError: A parameter is unknown.
    """

    __slots__ = (
        *("_chat", "_current", "_lock", "_unanswered"),
        *("keep_partial", "model", "open_run", "parameters", "tools", "usage"),
    )

    _is_async: ClassVar[bool]

    def __init__(
        self,
        chat: Any,
        *,
        model: str | None = None,
        system: Any = None,
        messages: Iterable[Any] = (),
        tools: Sequence[Any] = (),
        trim: TrimmingRule | None = None,
        cleaning: Sequence[CleaningRule] | None = None,
        keep_partial: bool = False,
        **parameters: Any,
    ) -> None:
        super().__init__(system, messages, trim, cleaning)
        self._chat = find_chat(chat, is_async=self._is_async)
        self._check_names("", parameters)
        self.model = model
        self.tools: list[Any] = list(tools)
        self.parameters: dict[str, Any] = dict(parameters)
        self.keep_partial = keep_partial
        self.usage = Usage()
        self.open_run: Run[Any] | None = None
        self._unanswered: tuple[list[dict[str, Any]], int] = [], 0  # of `open_run`: see `_keep_run`
        self._lock = threading.Lock()
        self._current: weakref.ref[Exchange] | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.model}: {len(self._messages)} messages>"

    @property
    def cost(self) -> float | None:
        """The cost so far in US dollars; None if the service reports none."""
        return self.usage.cost

    def add_usage(self, usage: Usage) -> None:
        """Add tokens and cost, such as those of a request that was sent without the conversation.

        Args:
            usage: What was used.
        """
        with self._lock:
            self.usage += usage

    def list_requested(self, *, model: str | None = None) -> list[dict[str, Any]]:
        """Return the messages as the next request would contain them: cleaned and trimmed.

        Args:
            model: The model of the request. Defaults to that of the conversation.
        """
        return self._write_messages([], model or self.model)

    def _check_names(self, method: str, given: Mapping[str, Any]) -> None:
        check_names(type(self).__name__, method, self._chat, given)

    def _convert(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Return parameters with types that stand for a schema replaced by it, as in `response_format=City`."""
        return dict(self._chat._get_client()._convert_arguments(parameters))  # noqa: SLF001 - of this package

    def _build_own_stream(self, kind: type[Any], request: Any) -> Any:
        return self._chat._get_client()._build_own_stream(kind, request)  # noqa: SLF001 - of this package

    def _build_exchange(self, method: str, message: Any, further: Any, parameters: Mapping[str, Any]) -> Exchange:
        """Return an exchange that adds a message and its answer.

        Args:
            method: The method of the chat.
            message: What the user writes; see `Conversation.send`.
            further: Positional arguments after the message, of which there may be none.
            parameters: Parameters of the request.

        Raises:
            InvalidArgumentError: An argument is invalid, there are no messages, or nothing follows the tool calls of
                the last answer.
            TypeError: A parameter is unknown.
        """
        check_positional(method, further)
        self._check_names(method, parameters)
        added = read_new_messages(message)
        if not added:
            check_calls(self._messages, is_run_open=self.open_run is not None)
        given = dict(self.parameters)
        if method.startswith("parse") or parameters.get("response_type") is not None:
            given.pop("response_format", None)  # that of the other requests
        given |= parameters
        if self.model is not None:
            given.setdefault("model", self.model)
        if self.tools:
            given.setdefault("tools", list(self.tools))
        sent = self._write_messages(added, given.get("model"))
        if not sent:
            raise InvalidArgumentError("the conversation has no messages yet; pass one, such as send('Hello')")
        return Exchange(self, added, sent, self._convert(given), len(self._messages), own=frozenset(parameters))

    def _build_resumption(self, further: Any, settings: Mapping[str, Any]) -> tuple[Exchange, Run[Any], dict[str, Any]]:
        """Return the exchange that continues `open_run`, the run, and the keyword arguments of `chat.resume`.

        Raises:
            InvalidArgumentError: No run is open.
            TypeError: A setting is unknown.
        """
        check_positional("resume", further)
        self._check_names("resume", settings)
        run, (added, count) = self.open_run, self._unanswered
        if run is None:
            raise InvalidArgumentError("no run of this conversation is open; begin one with run(...)")
        kept = run.kept_names
        unsaved = {name: value for name, value in self.parameters.items() if name in UNSAVED}
        common = {name: value for name, value in {"tools": list(self.tools), **unsaved}.items() if name not in kept}
        sent, own = run.messages[:count], kept | settings.keys()
        exchange = Exchange(self, added, sent, dict(run.parameters), len(self._messages), run, own)
        return exchange, run, self._convert({**common, **settings})

    def _keep_run(self, run: Run[Any], added: list[dict[str, Any]], count: int) -> None:
        """Keep a run that `resume` continues.

        Args:
            run: The run.
            added: Messages that are not yet part of the conversation.
            count: The number of messages of the run that are part of the conversation already, or replaced by `added`.
        """
        self.open_run, self._unanswered = run, (added, count)

    def _begin_change(self, change: Literal["add", "replace", "instruct"]) -> None:
        with self._lock:
            self._reject_others(None)
            if change == "replace":
                self.open_run = None
            elif change == "add" and self.open_run is not None:
                if self.open_run.has_reached_limit:  # its calls have results, and `run()` goes on, too
                    self.open_run = None
                    return
                raise ConfigurationError(
                    "a run of the conversation is open; continue it with resume(...), pass the message to send(...), "
                    "or set open_run = None before you add messages"
                )

    def _claim(self, exchange: Exchange) -> None:
        """Begin an exchange, if no other is in progress.

        Raises:
            ConfigurationError: Another one is in progress, or the conversation went on since it was created.
        """
        with self._lock:
            self._reject_others(exchange)
            if len(self._messages) != exchange.position:
                raise ConfigurationError(
                    "the conversation went on since this stream was created; create it when you read it"
                )
            self._current = weakref.ref(exchange)

    def _reject_others(self, exchange: Exchange | None) -> None:
        current = None if self._current is None else self._current()
        if current is not None and current is not exchange:
            raise ConfigurationError(
                "the conversation has a request or a stream in progress; wait until it has ended, close the "
                "stream, or use fork() for another conversation"
            )

    def _release(self, exchange: Exchange) -> None:
        with self._lock:
            if self._current is not None and self._current() is exchange:
                self._current = None


def check_positional(method: str, further: Any) -> None:
    """Raise TypeError if a method received positional arguments that it does not accept."""
    if further:
        raise TypeError(
            f"{method}() got {len(further)} more positional arguments than it accepts; pass parameters by name"
        )
