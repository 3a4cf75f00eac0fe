"""Runs of the tool loop that a test makes in sync code, on asyncio and on trio, from one definition."""

from __future__ import annotations

from typing import Any

import anyio

from openrouterkit import user
from openrouterkit.testing import Script

WORLDS = ("sync", "asyncio", "trio")


class RunCaller:
    """Makes runs, with a new client for each.

    Args:
        world: One of `WORLDS`.
    """

    def __init__(self, world: str) -> None:
        self.world = world

    @property
    def is_async(self) -> bool:
        """Whether the clients are async."""
        return self.world != "sync"

    def call(self, script: Script, method: str, *arguments: Any, **parameters: Any) -> Any:
        """Return the result of a method of `client.chat`; for a stream, its run and its events."""
        if not self.is_async:
            with script.client(retries=0) as client:
                result = getattr(client.chat, method)(*arguments, **parameters)
                if not method.endswith("_stream"):
                    return result
                with result:
                    events = list(result)
                    return result.run(), events

        async def call() -> Any:
            async with script.async_client(retries=0) as client:
                result = getattr(client.chat, method)(*arguments, **parameters)
                if not method.endswith("_stream"):
                    return await result
                async with result:
                    events = [event async for event in result]
                    return result.run(), events

        return anyio.run(call, backend=self.world)

    def run(self, script: Script, *, text: str = "Hello", **parameters: Any) -> Any:
        """Return a run."""
        return self.call(script, "run", **{"model": "a/b", "messages": [user(text)], **parameters})

    def stream(self, script: Script, *, text: str = "Hello", **parameters: Any) -> Any:
        """Return a run and its events."""
        return self.call(script, "run_stream", **{"model": "a/b", "messages": [user(text)], **parameters})

    def resume(self, script: Script, run: Any, **parameters: Any) -> Any:
        """Return a run that is continued."""
        return self.call(script, "resume", run, **parameters)
