"""The package `openai`, pointed at the service as its users do."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

from . import ALONE, CALLS, CROWD, MESSAGES, MODEL, SINGLY, TOGETHER, WRITES, Run

IMPORT = "import openai; openai.OpenAI(api_key='benchmark').chat"
FIRST_CALL = f"""import openai
client = openai.OpenAI(api_key="benchmark", base_url="{{url}}/answer")
answer = client.chat.completions.create(model={MODEL!r}, messages={MESSAGES!r})
assert answer.choices[0].message.content
"""


def stream(base_url: str) -> Run:
    return _streaming(f"{base_url}/{WRITES}")


def stream_singly(base_url: str) -> Run:
    return _streaming(f"{base_url}/{SINGLY}")


def _streaming(url: str) -> Run:
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


def crowd(base_url: str) -> Run:
    client = import_module("openai").AsyncOpenAI(api_key="benchmark", base_url=f"{base_url}/{TOGETHER}")
    runner = asyncio.Runner()
    runner.run(_read(client.with_options(base_url=f"{base_url}/{ALONE}")))

    async def together() -> None:
        await asyncio.gather(*(_read(client) for _ in range(CROWD)))

    return lambda: runner.run(together())


async def _read(client: Any) -> str:
    texts = []
    async with await client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True) as stream:
        async for chunk in stream:
            if chunk.choices:
                texts.append(chunk.choices[0].delta.content or "")
    return "".join(texts)
