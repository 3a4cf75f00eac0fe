"""A cancelled task leaves no connection behind, wherever it is cancelled."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

import httpx
import pytest
from loopback import completion, http_response

from openrouterkit import AsyncOpenRouter

MESSAGES = [{"role": "user", "content": "Hello"}]
ANYIO = tuple(int(number) for number in version("anyio").split(".")[:2])
STEPS = 30
"""More steps than most calls take."""


class Peer:
    """A server in the event loop of the test."""

    def __init__(self) -> None:
        self.url = ""
        self.open = 0
        self.most_open = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                await reader.readexactly(length)
                writer.write(http_response(completion()))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            writer.close()


@asynccontextmanager
async def start_peer() -> AsyncIterator[Peer]:
    peer = Peer()
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    peer.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1"
    try:
        yield peer
    finally:
        server.close()


async def cancel_at(client: AsyncOpenRouter, step: int) -> int:
    """Start a call, and cancel it after a number of steps of the event loop; return 1 if it had not ended by then."""
    task = asyncio.ensure_future(client.chat.send(model="a/b", messages=MESSAGES))
    for _ in range(step):
        await asyncio.sleep(0)
    if task.done():
        return 0
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return 1
    # Before 4.16, anyio swallows a cancellation at one step of opening a connection; plain httpx calls return, too.
    assert ANYIO < (4, 16)
    return 1


@pytest.mark.timeout(600)  # 20 seconds, or minutes on a busy machine
@pytest.mark.parametrize("kind", ["own client", "http_client"])
def test_calls_cancelled_at_every_step_leave_no_connection_in_the_pool(kind: str) -> None:
    async def run() -> None:
        limits = httpx.Limits(max_connections=20)
        http_client = None if kind == "own client" else httpx.AsyncClient(limits=limits)
        async with start_peer() as peer:
            async with AsyncOpenRouter(base_url=peer.url, api_key="k", http_client=http_client, retries=0) as client:
                cancelled = number = 0
                while cancelled < 5000:
                    cancelled += await cancel_at(client, number % STEPS)
                    number += 1
                results = await asyncio.gather(*(client.chat.send(model="a/b", messages=MESSAGES) for _ in range(20)))
                assert [result.text for result in results] == ["Hello"] * 20
                gc.collect()
                await asyncio.sleep(0.1)
                assert peer.open <= 21
                assert len(client._transport._exchanges) == 0
            if http_client is not None:
                await http_client.aclose()

    asyncio.run(run())
