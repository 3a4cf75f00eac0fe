"""A response that is cut off: retried only if no part of it has been received, in sync and in async code."""

from __future__ import annotations

from typing import Any

import anyio
import pytest
from loopback import Loopback, http_response

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions, user
from openrouterkit.errors import ConnectionFailedError

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
COMPLETION = {"id": "gen-1", "choices": [{"index": 0, "message": {"role": "assistant", "content": "whole"}}]}
OPTIONS: dict[str, Any] = {"retries": RetryOptions(initial_interval=0.01, jitter=0), "api_key": "k"}


def send(mode: str, url: str) -> str:
    """Send a chat request with the sync or the async client; return the text of the answer."""

    async def send_async() -> str:
        async with AsyncOpenRouter(base_url=url, **OPTIONS) as client:
            return (await client.chat.send(model="a/b", messages=[user("hi")])).text

    if mode != "sync":
        return anyio.run(send_async, backend=mode)
    with OpenRouter(base_url=url, **OPTIONS) as client:
        return client.chat.send(model="a/b", messages=[user("hi")]).text


@pytest.mark.parametrize("mode", ["sync", "asyncio", "trio"])
def test_a_response_cut_off_after_its_first_bytes_is_not_requested_again(mode: str) -> None:
    script = [HEAD + b'{"id": "gen', 0.05, "reset"]
    with Loopback(script, [http_response(COMPLETION)]) as server, pytest.raises(ConnectionFailedError):
        send(mode, server.url)
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("received", [b"", b" \n  \n"])
def test_a_response_cut_off_before_its_first_bytes_is_requested_again(mode: str, received: bytes) -> None:
    with Loopback([HEAD + received, 0.05, "reset"], [http_response(COMPLETION)]) as server:
        assert send(mode, server.url) == "whole"
    assert len(server.requests) == 2
