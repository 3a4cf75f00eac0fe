"""Clients that are closed before their first call."""

from __future__ import annotations

import copy
import subprocess
import sys
from typing import Any

import anyio
import pytest
from loopback import Loopback, completion, http_response

from openrouterkit import AsyncOpenRouter, ConfigurationError, OpenRouter, user

MESSAGES = [user("Hello")]
PROGRAM = """
import asyncio, sys
from openrouterkit import AsyncOpenRouter, OpenRouter

with OpenRouter(api_key="k"):
    pass

async def use():
    async with AsyncOpenRouter(api_key="k"):
        pass

asyncio.run(use())
print([name for name in sys.modules if name in ("httpx", "anyio") or name.endswith("_transport")])
"""


def test_closing_a_client_that_was_not_used_does_not_import_the_modules_of_connections() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "['openrouterkit._transport']\n"  # the package, not sync_transport or async_transport


@pytest.mark.parametrize("derive", [lambda client: client, OpenRouter.with_options], ids=["own", "derived"])
def test_a_client_that_was_closed_before_its_first_call_rejects_calls(derive: Any) -> None:
    with Loopback([http_response(completion()), "repeat"]) as server:
        client = OpenRouter(base_url=server.url)
        client.close()
        client.close()
        with pytest.raises(ConfigurationError, match="the client is closed"):
            derive(client).chat.send(model="a/b", messages=MESSAGES)
        with copy.deepcopy(client) as other:
            assert other.chat.send(model="a/b", messages=MESSAGES).text
        assert server.connections == 1


def test_an_async_client_that_was_closed_before_its_first_call_rejects_calls() -> None:
    async def use() -> None:
        client = AsyncOpenRouter(base_url=server.url)
        await client.aclose()
        for each in (client, client.with_options()):
            with pytest.raises(ConfigurationError, match="the client is closed"):
                await each.chat.send(model="a/b", messages=MESSAGES)
        async with copy.deepcopy(client) as other:
            assert (await other.chat.send(model="a/b", messages=MESSAGES)).text

    with Loopback([http_response(completion()), "repeat"]) as server:
        anyio.run(use)
        assert server.connections == 1
