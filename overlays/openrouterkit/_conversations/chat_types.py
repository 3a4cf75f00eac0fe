"""The chats that a conversation can use, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from functools import cached_property
    from typing import TypeAlias

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
        ...

    @property
    def stream(self) -> Callable[..., ChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...


class AsyncChatOf(Protocol[C_co, R_co, U_co]):
    """A chat namespace of an async client."""

    @property
    def send(self) -> Callable[..., Awaitable[R_co]]:
        """The method that sends a conversation."""
        ...

    @property
    def stream(self) -> Callable[..., AsyncChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...


class _WithChat(Protocol[C_co, R_co, U_co]):
    """A sync client with a chat."""

    @property
    def chat(self) -> ChatOf[C_co, R_co, U_co]:
        """The chat namespace."""
        ...


class _WithAsyncChat(Protocol[C_co, R_co, U_co]):
    """An async client with a chat."""

    @property
    def chat(self) -> AsyncChatOf[C_co, R_co, U_co]:
        """The chat namespace."""
        ...


class _WithCachedChat(Protocol[C_co, R_co, U_co]):
    """The same for pyright, which does not evaluate a `cached_property` that is compared with a protocol."""

    @property
    def chat(self) -> cached_property[ChatOf[C_co, R_co, U_co]]:
        """The chat namespace."""
        ...


class _WithCachedAsyncChat(Protocol[C_co, R_co, U_co]):
    """See `_WithCachedChat`."""

    @property
    def chat(self) -> cached_property[AsyncChatOf[C_co, R_co, U_co]]:
        """The chat namespace."""
        ...


if TYPE_CHECKING:
    C = TypeVar("C")
    R = TypeVar("R")
    U = TypeVar("U")
    HasChat: TypeAlias = _WithChat[C, R, U] | _WithCachedChat[C, R, U]
    """A sync client with a chat."""
    HasAsyncChat: TypeAlias = _WithAsyncChat[C, R, U] | _WithCachedAsyncChat[C, R, U]
    """An async client with a chat."""
