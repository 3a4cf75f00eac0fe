"""The chats that a conversation can use, by what they accept and return, for type checkers.

A conversation is generic in its chat: what its methods accept and return follows from that of the chat, so that it is
declared once for each service, in `AcceptedParameters`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cached_property
    from typing import TypeAlias

    from ..streams import AsyncChatStream, ChatStream

__all__: list[str] = []

P = ParamSpec("P")
X_co = TypeVar("X_co", covariant=True)
C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)


class Settings(Protocol[P]):
    """A chat by the settings of its conversations."""

    @property
    def _accept_settings(self) -> Callable[P, None]: ...


class Sends(Protocol[P, R_co]):
    """A chat by what a request accepts and returns; R is awaitable for an async chat."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        ...

    @property
    def _accept_request(self) -> Callable[P, None]: ...


class Streams(Protocol[P, C_co, R_co, U_co]):
    """A chat by what a stream accepts and returns."""

    @property
    def stream(self) -> Callable[..., ChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...

    @property
    def _accept_request(self) -> Callable[P, None]: ...


class AsyncStreams(Protocol[P, C_co, R_co, U_co]):
    """See `Streams`."""

    @property
    def stream(self) -> Callable[..., AsyncChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...

    @property
    def _accept_request(self) -> Callable[P, None]: ...


class Parses(Protocol[P, R_co]):
    """A chat by what `parse` accepts, and the completions it returns."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        ...

    @property
    def _accept_parse(self) -> Callable[P, None]: ...


class ParsesStreams(Protocol[P, C_co, R_co, U_co]):
    """A chat by what `parse_stream` accepts and returns."""

    @property
    def stream(self) -> Callable[..., ChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...

    @property
    def _accept_parse_stream(self) -> Callable[P, None]: ...


class AsyncParsesStreams(Protocol[P, C_co, R_co, U_co]):
    """See `ParsesStreams`."""

    @property
    def stream(self) -> Callable[..., AsyncChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        ...

    @property
    def _accept_parse_stream(self) -> Callable[P, None]: ...


class Runs(Protocol[P, R_co]):
    """A chat by what `run` accepts, and the completions it returns."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        ...

    @property
    def _accept_run(self) -> Callable[P, None]: ...


class Resumes(Protocol[P, R_co]):
    """A chat by what `resume` accepts, and the completions it returns."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        ...

    @property
    def _accept_resume(self) -> Callable[P, None]: ...


class _SyncChat(Settings[P], Protocol[X_co, P]):
    """The chat namespace X of a sync client."""

    @property
    def _sync_chat(self) -> X_co: ...


class _AsyncChat(Settings[P], Protocol[X_co, P]):
    """The chat namespace X of an async client."""

    @property
    def _async_chat(self) -> X_co: ...


class _WithChat(Protocol[X_co, P]):
    """A sync client with a chat."""

    @property
    def chat(self) -> _SyncChat[X_co, P]:
        """The chat namespace."""
        ...


class _WithAsyncChat(Protocol[X_co, P]):
    """An async client with a chat."""

    @property
    def chat(self) -> _AsyncChat[X_co, P]:
        """The chat namespace."""
        ...


class _WithCachedChat(Protocol[X_co, P]):
    """The same for pyright, which does not evaluate a `cached_property` that is compared with a protocol."""

    @property
    def chat(self) -> cached_property[_SyncChat[X_co, P]]:
        """The chat namespace."""
        ...


class _WithCachedAsyncChat(Protocol[X_co, P]):
    """See `_WithCachedChat`."""

    @property
    def chat(self) -> cached_property[_AsyncChat[X_co, P]]:
        """The chat namespace."""
        ...


if TYPE_CHECKING:
    X = TypeVar("X")
    HasChat: TypeAlias = _WithChat[X, P] | _WithCachedChat[X, P] | _SyncChat[X, P]
    """A sync client with a chat, or its chat namespace."""
    HasAsyncChat: TypeAlias = _WithAsyncChat[X, P] | _WithCachedAsyncChat[X, P] | _AsyncChat[X, P]
    """An async client with a chat, or its chat namespace."""
