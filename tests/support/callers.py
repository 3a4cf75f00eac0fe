"""Calls that a test makes in sync code, on asyncio and on trio, from one definition."""

from __future__ import annotations

import gc
from typing import Any

import anyio

from openrouterkit import AsyncOpenRouter, OpenRouter, user

BACKENDS = ("sync", "asyncio", "trio")
MESSAGES = [user("hi")]


class Caller:
    """Makes calls with a new client for each.

    Args:
        backend: One of `BACKENDS`.
    """

    def __init__(self, backend: str) -> None:
        self.backend = backend

    def _run(self, use: Any, use_async: Any, url: str, settings: dict[str, Any]) -> Any:
        settings = {"api_key": "sk-test-0123456789", "base_url": url, "retries": 0, "timeout": 20, **settings}
        if self.backend == "sync":
            with OpenRouter(**settings) as client:
                return use(client)

        async def run() -> Any:
            async with AsyncOpenRouter(**settings) as client:
                return await use_async(client)

        return anyio.run(run, backend=self.backend)

    def send(self, url: str, *, options: Any = None, **settings: Any) -> Any:
        """Return the completion of a plain call."""

        async def use_async(client: Any) -> Any:
            return await client.chat.send(model="a", messages=MESSAGES, options=options)

        return self._run(
            lambda client: client.chat.send(model="a", messages=MESSAGES, options=options), use_async, url, settings
        )

    def request(self, url: str, method: str, path: str, *, options: Any = None, **settings: Any) -> Any:
        """Return the response to a request by path."""

        async def use_async(client: Any) -> Any:
            return await client.request(method, path, options=options)

        return self._run(lambda client: client.request(method, path, options=options), use_async, url, settings)

    def read(self, url: str, *, options: Any = None, **settings: Any) -> Any:
        """Return the completion of a stream that is read to its end."""

        async def use_async(client: Any) -> Any:
            return await client.chat.stream(model="a", messages=MESSAGES, options=options).read_all()

        return self._run(
            lambda client: client.chat.stream(model="a", messages=MESSAGES, options=options).read_all(),
            use_async,
            url,
            settings,
        )

    def read_one(self, url: str, *, end: str, options: Any = None, **settings: Any) -> str:
        """Return the text of the first chunk of a stream, which is then closed or dropped, by `end`."""

        def use(client: Any) -> Any:
            stream = client.chat.stream(model="a", messages=MESSAGES, options=options)
            text = next(stream).text
            if end == "close":
                stream.close()
            del stream
            gc.collect()
            return text

        async def use_async(client: Any) -> Any:
            stream = client.chat.stream(model="a", messages=MESSAGES, options=options)
            text = (await anext(stream)).text
            if end == "close":
                await stream.aclose()
            del stream
            gc.collect()
            return text

        found: str = self._run(use, use_async, url, settings)
        return found
