"""The clients of the package `openrouter`, and how their calls are made."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Call


def open_client(base_url: str) -> Any:
    """Return the client for sync calls."""
    return import_module("openrouter").OpenRouter(api_key="local", server_url=base_url, retry_config=None)


open_async_client = open_client


def perform(client: Any, call: Call) -> Any:
    """Make a sync call."""
    made = attrgetter(call.method)(client)(**call.arguments)
    if call.kind == "chunks":
        with made as stream:
            return list(stream)
    if call.kind != "pages":
        return made
    items = []
    while made is not None:
        items += _get_items(made)
        made = made.next()
    return items


async def perform_async(client: Any, call: Call) -> Any:
    """Make an async call."""
    made = await attrgetter(f"{call.method}_async")(client)(**call.arguments)
    if call.kind == "chunks":
        async with made as stream:
            return [chunk async for chunk in stream]
    if call.kind != "pages":
        return made
    items = []
    while made is not None:
        items += _get_items(made)
        made = await made.next()
    return items


def _get_items(page: Any) -> list[Any]:
    items: list[Any] = page.result.data
    return items
