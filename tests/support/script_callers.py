"""Calls to a `Script` that a test makes in sync code, on asyncio and on trio, from one definition."""

from __future__ import annotations

import gc
from typing import Any

import anyio

from openrouterkit import AsyncOpenRouter, OpenRouter, user
from openrouterkit.testing import Script

BACKENDS = ("sync", "asyncio", "trio")


class ScriptCaller:
    """Makes calls to a `Script`, with a new client for each.

    Args:
        backend: One of `BACKENDS`.
    """

    def __init__(self, backend: str) -> None:
        self.backend = backend

    def run(self, script: Script, use: Any, use_async: Any, **settings: Any) -> Any:
        """Return the result of a function with a client, or of the async function with an async client."""
        if self.backend == "sync":
            client: OpenRouter = script.client(**settings)
            with client:
                return use(client)

        async def run() -> Any:
            client: AsyncOpenRouter = script.async_client(**settings)
            async with client:
                return await use_async(client)

        return anyio.run(run, backend=self.backend)

    def send(
        self, script: Script, text: str = "hi", *, model: str = "a/a", options: Any = None, **settings: Any
    ) -> Any:
        """Return the completion of a plain call."""
        arguments: Any = {"model": model, "messages": [user(text)], "options": options}

        async def use_async(client: Any) -> Any:
            return await client.chat.send(**arguments)

        return self.run(script, lambda client: client.chat.send(**arguments), use_async, **settings)

    def read(
        self, script: Script, text: str = "hi", *, model: str = "a/a", options: Any = None, **settings: Any
    ) -> Any:
        """Return the completion of a stream that is read to its end."""
        arguments: Any = {"model": model, "messages": [user(text)], "options": options}

        async def use_async(client: Any) -> Any:
            return await client.chat.stream(**arguments).read_all()

        return self.run(script, lambda client: client.chat.stream(**arguments).read_all(), use_async, **settings)

    def read_one(self, script: Script, *, end: str, **settings: Any) -> str:
        """Return the text of the first chunk of a stream, which is then closed or dropped, by `end`."""
        arguments: Any = {"model": "a/a", "messages": [user("hi")]}

        def use(client: Any) -> Any:
            stream = client.chat.stream(**arguments)
            text = next(stream).text
            if end == "close":
                stream.close()
            del stream
            gc.collect()
            return text

        async def use_async(client: Any) -> Any:
            stream = client.chat.stream(**arguments)
            text = (await anext(stream)).text
            if end == "close":
                await stream.aclose()
            del stream
            gc.collect()
            return text

        found: str = self.run(script, use, use_async, **settings)
        return found
