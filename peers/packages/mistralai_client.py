"""The client of the package `mistralai`, and how its calls are made."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Call


def open_client(base_url: str) -> Any:
    """Return the client for sync and async calls."""
    return import_module("mistralai.client").Mistral(api_key="local", server_url=base_url)


open_async_client = open_client


def perform(client: Any, call: Call) -> Any:
    """Make a sync call."""
    made = attrgetter(call.method)(client)(**call.arguments)
    if call.kind == "chunks":
        with made as stream:
            return [event.data for event in stream]
    return made


async def perform_async(client: Any, call: Call) -> Any:
    """Make an async call."""
    made = await attrgetter(f"{call.method}_async")(client)(**call.arguments)
    if call.kind == "chunks":
        async with made as stream:
            return [event.data async for event in stream]
    return made
