"""The methods of chat namespaces beside `send` and `stream`: `ChatMethods` and `AsyncChatMethods`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .accepted import AcceptedParameters
from .parse_methods import AsyncParseMethods, ParseMethods
from .run_methods import AsyncRunMethods, RunMethods

if TYPE_CHECKING:
    from typing import Self

__all__ = ["AsyncChatMethods", "ChatMethods"]


class ChatMethods(AcceptedParameters, ParseMethods, RunMethods):
    """What a chat namespace of a sync client offers beside `send` and `stream`."""

    if TYPE_CHECKING:

        @property
        def _sync_chat(self) -> Self:
            """Itself, by which type checkers distinguish it from an async one."""
            raise NotImplementedError


class AsyncChatMethods(AcceptedParameters, AsyncParseMethods, AsyncRunMethods):
    """What a chat namespace of an async client offers beside `send` and `stream`."""

    if TYPE_CHECKING:

        @property
        def _async_chat(self) -> Self:
            """Itself; see `ChatMethods`."""
            raise NotImplementedError
