"""The chats that a conversation can use, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..streams import AsyncChatStream, ChatStream

__all__: list[str] = []

C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)


class ChatOf(Protocol[C_co, R_co, U_co]):
    """A chat namespace of a sync client."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        raise NotImplementedError

    @property
    def stream(self) -> Callable[..., ChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        raise NotImplementedError


class AsyncChatOf(Protocol[C_co, R_co, U_co]):
    """A chat namespace of an async client."""

    @property
    def send(self) -> Callable[..., Awaitable[R_co]]:
        """The method that sends a conversation."""
        raise NotImplementedError

    @property
    def stream(self) -> Callable[..., AsyncChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        raise NotImplementedError


class HasChat(Protocol[C_co, R_co, U_co]):
    """A sync client with a chat."""

    @property
    def chat(self) -> ChatOf[C_co, R_co, U_co]:
        """The chat namespace."""
        raise NotImplementedError


class HasAsyncChat(Protocol[C_co, R_co, U_co]):
    """An async client with a chat."""

    @property
    def chat(self) -> AsyncChatOf[C_co, R_co, U_co]:
        """The chat namespace."""
        raise NotImplementedError
