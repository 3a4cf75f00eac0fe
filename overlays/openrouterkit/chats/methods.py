"""The methods of chat namespaces beside `send` and `stream`: `ChatMethods` and `AsyncChatMethods`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .parse_methods import AsyncParseMethods, ParseMethods
from .resume_methods import AsyncResumeMethods, ResumeMethods
from .run_methods import AsyncRunMethods, RunMethods

if TYPE_CHECKING:
    from typing import Self

__all__ = ["AcceptedParameters", "AsyncChatMethods", "ChatMethods"]


class AcceptedParameters:
    """What the methods of `Conversation` accept with the chat of a service, beside the message: anything.

    The chat of a service declares its parameters in their place, so that type checkers find misspelt ones. These
    methods exist for type checkers alone; a conversation reads the names from the signatures of the chat.
    """

    if TYPE_CHECKING:

        def _accept_settings(self, **settings: Any) -> None:
            """Accept what `Conversation(...)`, `load` and `fork` do."""

        def _accept_request(self, **parameters: Any) -> None:
            """Accept what `send` and `stream` do."""

        def _accept_parse(self, **parameters: Any) -> None:
            """Accept what `parse` does."""

        def _accept_parse_stream(self, **parameters: Any) -> None:
            """Accept what `parse_stream` does."""

        def _accept_run(self, **parameters: Any) -> None:
            """Accept what `run` and `run_stream` do."""

        def _accept_resume(self, **parameters: Any) -> None:
            """Accept what `resume` and `resume_stream` do."""


class ChatMethods(AcceptedParameters, ParseMethods, RunMethods, ResumeMethods):
    """What a chat namespace of a sync client offers beside `send` and `stream`."""

    if TYPE_CHECKING:

        @property
        def _sync_chat(self) -> Self:
            """Itself, by which type checkers distinguish it from an async one."""
            raise NotImplementedError


class AsyncChatMethods(AcceptedParameters, AsyncParseMethods, AsyncRunMethods, AsyncResumeMethods):
    """What a chat namespace of an async client offers beside `send` and `stream`."""

    if TYPE_CHECKING:

        @property
        def _async_chat(self) -> Self:
            """Itself; see `ChatMethods`."""
            raise NotImplementedError
