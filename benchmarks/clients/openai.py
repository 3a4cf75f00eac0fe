"""The package `openai`, with `base_url` set to the service."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

from . import CALLS, MESSAGES, MODEL, SINGLE_CHUNKS_PATH, STREAM_PATH, STREAMS, STREAMS_PATH, WARM_UP_PATH, Run

IMPORT = "import openai; openai.OpenAI(api_key='benchmark').chat"
FIRST_CALL = f"""import openai
client = openai.OpenAI(api_key="benchmark", base_url="{{url}}/answer")
response = client.chat.completions.create(model={MODEL!r}, messages={MESSAGES!r})
assert response.choices[0].message.content
"""


def stream(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{STREAM_PATH}")


def stream_single_chunks(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{SINGLE_CHUNKS_PATH}")


def _prepare_stream(url: str) -> Run:
    client = import_module("openai").OpenAI(api_key="benchmark", base_url=url)

    def run() -> None:
        texts = []
        with client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True) as stream:
            for chunk in stream:
                if chunk.choices:
                    texts.append(chunk.choices[0].delta.content or "")
        assert "".join(texts)

    return run


def call(base_url: str) -> Run:
    client = import_module("openai").OpenAI(api_key="benchmark", base_url=f"{base_url}/answer")

    def run() -> None:
        for _ in range(CALLS):
            assert client.chat.completions.create(model=MODEL, messages=MESSAGES).choices[0].message.content

    return run


def concurrent_streams(base_url: str) -> Run:
    client = import_module("openai").AsyncOpenAI(api_key="benchmark", base_url=f"{base_url}/{STREAMS_PATH}")
    runner = asyncio.Runner()
    runner.run(_read(client.with_options(base_url=f"{base_url}/{WARM_UP_PATH}")))

    async def read_all() -> None:
        await asyncio.gather(*(_read(client) for _ in range(STREAMS)))

    return lambda: runner.run(read_all())


async def _read(client: Any) -> str:
    texts = []
    async with await client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True) as stream:
        async for chunk in stream:
            if chunk.choices:
                texts.append(chunk.choices[0].delta.content or "")
    return "".join(texts)
