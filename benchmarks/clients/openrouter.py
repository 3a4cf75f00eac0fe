"""The package `openrouter`, the SDK of the vendor."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

from . import (
    CALLS,
    DECODINGS,
    MESSAGES,
    MODEL,
    SINGLE_CHUNKS_PATH,
    STREAM_PATH,
    STREAMS,
    STREAMS_PATH,
    WARM_UP_PATH,
    Run,
)

IMPORT = "import openrouter; openrouter.OpenRouter(api_key='benchmark').chat"
FIRST_CALL = f"""import openrouter
client = openrouter.OpenRouter(api_key="benchmark", server_url="{{url}}/answer")
assert client.chat.send(model={MODEL!r}, messages={MESSAGES!r}).choices[0].message.content
"""


def stream(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{STREAM_PATH}")


def stream_single_chunks(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{SINGLE_CHUNKS_PATH}")


def _prepare_stream(url: str) -> Run:
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


def concurrent_streams(base_url: str) -> Run:
    # Its default client has httpx's limit of 100 connections: 500 streams would wait for each other forever.
    httpx, package = import_module("httpx"), import_module("openrouter")
    limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
    http = httpx.AsyncClient(limits=limits, timeout=60)
    client = package.OpenRouter(api_key="benchmark", server_url=base_url, async_client=http)
    runner = asyncio.Runner()
    runner.run(_read(client, f"{base_url}/{WARM_UP_PATH}"))

    async def read_all() -> None:
        await asyncio.gather(*(_read(client, f"{base_url}/{STREAMS_PATH}") for _ in range(STREAMS)))

    return lambda: runner.run(read_all())


async def _read(client: Any, url: str) -> str:
    texts = []
    async with await client.chat.send_async(model=MODEL, messages=MESSAGES, stream=True, server_url=url) as stream:
        async for chunk in stream:
            if chunk.choices:
                texts.append(chunk.choices[0].delta.content or "")
    return "".join(texts)


def decode(_base_url: str) -> Run:
    from ..samples import build_models_response

    body = build_models_response().decode()
    kind = import_module("openrouter.components").ModelsListResponse
    unmarshal = import_module("openrouter.utils").unmarshal_json

    def run() -> None:
        for _ in range(DECODINGS):
            for model in unmarshal(body, kind).data:
                values = model.id, model.context_length, model.pricing.prompt
                assert values[0]

    return run
