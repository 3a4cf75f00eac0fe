"""The clients of the package `openai`, and how their calls are made."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Call


def open_client(base_url: str) -> Any:
    """Return a sync client."""
    return import_module("openai").OpenAI(api_key="local", base_url=base_url, max_retries=0)


def open_async_client(base_url: str) -> Any:
    """Return an async client."""
    return import_module("openai").AsyncOpenAI(api_key="local", base_url=base_url, max_retries=0)


def perform(client: Any, call: Call) -> Any:
    """Make a call with a sync client."""
    made = attrgetter(call.method)(client.with_options(**call.options))(**call.arguments)
    if call.kind == "chunks":
        with made as stream:
            return [_validate(chunk) for chunk in stream]
    if call.kind == "final":
        with made as stream:
            for _ in stream:
                pass
            return stream.get_final_completion()
    return list(made) if call.kind == "pages" else _validate(made)


async def perform_async(client: Any, call: Call) -> Any:
    """Make a call with an async client."""
    made = attrgetter(call.method)(client.with_options(**call.options))(**call.arguments)
    if call.kind == "chunks":
        async with await made as stream:
            return [_validate(chunk) async for chunk in stream]
    if call.kind == "final":
        async with made as stream:
            async for _ in stream:
                pass
            return await stream.get_final_completion()
    return [item async for item in made] if call.kind == "pages" else _validate(await made)


def _validate(result: Any) -> Any:
    """Return a result after validating it, because the package builds its models without validation.

    Raw responses and results with objects of other models are returned as they are.
    """
    is_parsed = isinstance(result, import_module("openai.types.chat").ParsedChatCompletion)
    if hasattr(result, "to_json") and not is_parsed:
        type(result).model_validate_json(result.to_json())
    return result
