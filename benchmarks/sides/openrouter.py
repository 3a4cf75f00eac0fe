"""The vendor's own package `openrouter`."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

from . import ALONE, CALLS, CROWD, DECODINGS, MESSAGES, MODEL, SINGLY, TOGETHER, WRITES, Run

IMPORT = "import openrouter; openrouter.OpenRouter(api_key='benchmark').chat"
FIRST_CALL = f"""import openrouter
client = openrouter.OpenRouter(api_key="benchmark", server_url="{{url}}/answer")
assert client.chat.send(model={MODEL!r}, messages={MESSAGES!r}).choices[0].message.content
"""


def stream(base_url: str) -> Run:
    return _streaming(f"{base_url}/{WRITES}")


def stream_singly(base_url: str) -> Run:
    return _streaming(f"{base_url}/{SINGLY}")


def _streaming(url: str) -> Run:
    client = import_module("openrouter").OpenRouter(api_key="benchmark", server_url=url)

    def run() -> None:
        texts = []
        with client.chat.send(model=MODEL, messages=MESSAGES, stream=True) as stream:
            for chunk in stream:
                if chunk.choices:
                    texts.append(chunk.choices[0].delta.content or "")
        assert "".join(texts)

    return run


def call(base_url: str) -> Run:
    client = import_module("openrouter").OpenRouter(api_key="benchmark", server_url=f"{base_url}/answer")

    def run() -> None:
        for _ in range(CALLS):
            assert client.chat.send(model=MODEL, messages=MESSAGES).choices[0].message.content

    return run


def crowd(base_url: str) -> Run:
    # Its own client has httpx's limit of a hundred connections: the crowd would wait for itself.
    httpx, package = import_module("httpx"), import_module("openrouter")
    limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
    http = httpx.AsyncClient(limits=limits, timeout=60)
    client = package.OpenRouter(api_key="benchmark", server_url=base_url, async_client=http)
    runner = asyncio.Runner()
    runner.run(_read(client, f"{base_url}/{ALONE}"))

    async def together() -> None:
        await asyncio.gather(*(_read(client, f"{base_url}/{TOGETHER}") for _ in range(CROWD)))

    return lambda: runner.run(together())


async def _read(client: Any, url: str) -> str:
    texts = []
    async with await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True, server_url=url) as stream:
        async for chunk in stream:
            if chunk.choices:
                texts.append(chunk.choices[0].delta.content or "")
    return "".join(texts)


def decode(_base_url: str) -> Run:
    from ..samples import models_answer

    body = models_answer().decode()
    kind = import_module("openrouter.components").ModelsListResponse
    unmarshal = import_module("openrouter.utils").unmarshal_json

    def run() -> None:
        for _ in range(DECODINGS):
            for model in unmarshal(body, kind).data:
                seen = model.id, model.context_length, model.pricing.prompt
                assert seen[0]

    return run
