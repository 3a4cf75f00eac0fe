"""Protocols of the clients that the method groups (namespaces) work with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from openrouterkit_api import AsyncSender, Sender

if TYPE_CHECKING:
    from .._request.settings import Settings
    from ..flow import Flow

R = TypeVar("R")


class SyncClient(Sender, Protocol):
    """A client that runs flows in sync code."""

    _settings: Settings

    def run(self, flow: Flow[R], /) -> R:
        """Run a flow and return its result."""
        ...


class AsyncClient(AsyncSender, Protocol):
    """A client that runs flows in async code."""

    _settings: Settings

    async def run(self, flow: Flow[R], /) -> R:
        """Run a flow and return its result."""
        ...
