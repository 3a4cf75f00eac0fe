"""Chat namespaces by the types of their completions, for the annotations of methods that send conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["AsyncSends", "Sends"]

R_co = TypeVar("R_co", covariant=True)


class Sends(Protocol[R_co]):
    """A chat namespace of a sync client, whose completions are R."""

    @property
    def send(self) -> Callable[..., R_co]:
        """The method that sends a conversation."""
        ...


class AsyncSends(Protocol[R_co]):
    """A chat namespace of an async client, whose completions are R."""

    @property
    def send(self) -> Callable[..., Awaitable[R_co]]:
        """The method that sends a conversation."""
        ...
