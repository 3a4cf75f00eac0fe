"""`Copies`: conversations that are saved, loaded and forked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from openrouterkit_runtime.plain import to_plain

from .._runs.settings import SETTINGS, UNSAVED
from ..middleware.outcomes import Usage
from .requests import Requests, check_positional
from .saving import HistoryState, decode_state, encode_state, read_state, write_state
from .settings import find_chat, find_result_class

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

__all__ = ["Copies"]


class Copies(Requests):
    """The copies of a conversation: as JSON text, as a file, and as another conversation."""

    __slots__ = ()

    def to_json(self) -> str:
        """Return the conversation as JSON text, to be continued later or in another process; see `from_json`.

        It contains all messages, the model, the other parameters with `extra_body`, what was used, and the run that
        waits for decisions. It contains no tools, rules, `keep_partial`, `options`, `timeout`, `extra_headers` and
        `extra_query`, which may be code or contain keys.
        """
        return encode_state(self._build_state())

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the conversation to a file, which is replaced in one step; see `to_json`.

        Args:
            path: The path of the file.
        """
        write_state(path, self.to_json())

    def _fork(self, further: Any, settings: Mapping[str, Any]) -> Self:
        check_positional("fork", further)
        same = {"tools": self.tools, "trim": self.trim, "cleaning": self.cleaning, "keep_partial": self.keep_partial}
        fork = self._restore(self._chat, self._build_state(), {**same, **self.parameters, **settings})
        fork.usage = Usage()
        if fork.open_run is not None:  # what the caller has set for the fork applies to the run, too
            fork.open_run = fork.open_run.keep_settings({*SETTINGS, *UNSAVED} - settings.keys())
        return fork

    def _build_state(self) -> HistoryState:
        parameters = {name: each for name, each in self.parameters.items() if name not in UNSAVED}
        return HistoryState(
            model=self.model,
            parameters=to_plain(self._convert(parameters)),
            messages=to_plain(self._messages),
            authors=[self._find_author(message) for message in self._messages],
            usage=self.usage,
            open_run=self.open_run,
            unanswered=to_plain(list(self._unanswered)),
        )

    @classmethod
    def _load(cls, chat: Any, path: str | os.PathLike[str], further: Any, settings: Mapping[str, Any]) -> Self:
        return cls._decode(chat, read_state(path), further, settings)

    @classmethod
    def _decode(cls, chat: Any, text: str | bytes, further: Any, settings: Mapping[str, Any]) -> Self:
        check_positional("from_json", further)
        namespace = find_chat(chat, is_async=cls._is_async)
        return cls._restore(namespace, decode_state(text, lambda: find_result_class(namespace)), settings)

    @classmethod
    def _restore(cls, chat: Any, state: HistoryState, settings: Mapping[str, Any]) -> Self:
        """Return a conversation with another state.

        Args:
            chat: The chat.
            state: The state.
            settings: Settings that are not part of the state, or replace those of the state.
        """
        given = {"model": state.model, **state.parameters, **settings}
        # They replace what the state contains.
        replaced = {name: given.pop(name) for name in ("messages", "system") if name in given}
        create: Any = cls
        restored: Self = create(chat, **given)
        restored._messages += state.messages
        for message, author in zip(state.messages, state.authors, strict=False):
            if author is not None:
                restored._authors[id(message)] = message, author
        restored.usage, restored.open_run = state.usage, state.open_run
        added, count = state.unanswered
        restored._unanswered = added, count
        for name, value in replaced.items():
            setattr(restored, name, value)
        return restored
