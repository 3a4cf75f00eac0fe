"""The measure of all: httpx with `json`, as one writes it by hand, without a check of anything."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from . import ALONE, CALLS, CROWD, DECODINGS, ENCODINGS, FLAT, MESSAGES, MODEL, SINGLY, TOGETHER, WRITES

if TYPE_CHECKING:
    import httpx

    from . import Run

IMPORT = "import httpx"
FIRST_CALL = f"""import httpx, json
client = httpx.Client()
body = {{"model": {MODEL!r}, "messages": {MESSAGES!r}}}
answer = client.post("{{url}}/answer/chat/completions", json=body, headers={{"Authorization": "Bearer benchmark"}})
assert json.loads(answer.content)["choices"][0]["message"]["content"]
"""
_BODY: dict[str, Any] = {"model": MODEL, "messages": MESSAGES}
_HEADERS = {"Authorization": "Bearer benchmark"}


def stream(base_url: str) -> Run:
    return _streaming(f"{base_url}/{WRITES}")


def stream_singly(base_url: str) -> Run:
    return _streaming(f"{base_url}/{SINGLY}")


def _streaming(url: str) -> Run:
    import httpx

    client = httpx.Client(headers=_HEADERS)

    def run() -> None:
        texts = []
        with client.stream("POST", f"{url}/chat/completions", json={**_BODY, "stream": True}) as response:
            for line in response.iter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    choices = json.loads(line[6:])["choices"]
                    if choices:
                        texts.append(choices[0]["delta"]["content"])
        assert "".join(texts)

    return run


def call(base_url: str) -> Run:
    import httpx

    client = httpx.Client(headers=_HEADERS)

    def run() -> None:
        for _ in range(CALLS):
            answer = client.post(f"{base_url}/answer/chat/completions", json=_BODY)
            assert json.loads(answer.content)["choices"][0]["message"]["content"]

    return run


def crowd(base_url: str) -> Run:
    import httpx

    client = httpx.AsyncClient(
        headers=_HEADERS, limits=httpx.Limits(max_connections=1000, max_keepalive_connections=100), timeout=60
    )
    runner = asyncio.Runner()
    runner.run(_read(client, f"{base_url}/{ALONE}"))

    async def together() -> None:
        await asyncio.gather(*(_read(client, f"{base_url}/{TOGETHER}") for _ in range(CROWD)))

    return lambda: runner.run(together())


async def _read(client: httpx.AsyncClient, url: str) -> str:
    texts = []
    async with client.stream("POST", f"{url}/chat/completions", json={**_BODY, "stream": True}) as response:
        async for line in response.aiter_lines():
            if line.startswith("data: ") and line != "data: [DONE]":
                choices = json.loads(line[6:])["choices"]
                if choices:
                    texts.append(choices[0]["delta"]["content"])
    return "".join(texts)


def decode(_base_url: str) -> Run:
    from ..samples import models_answer

    body = models_answer()

    def run() -> None:
        for _ in range(DECODINGS):
            for model in json.loads(body)["data"]:
                seen = model["id"], model["context_length"], model["pricing"]["prompt"]
                assert seen[0]

    return run


def decode_all(_base_url: str) -> Run:
    from ..samples import models_answer

    body = models_answer()

    def run() -> None:
        for _ in range(DECODINGS):
            _walk(json.loads(body))

    return run


def _walk(value: Any) -> None:
    for item in value.values() if value.__class__ is dict else value:
        if item.__class__ not in FLAT:
            _walk(item)


def encode(_base_url: str) -> Run:
    from ..samples import conversation, tools

    request = {"model": MODEL, "messages": conversation(), "tools": tools(), "temperature": 0}

    def run() -> None:
        for _ in range(ENCODINGS):
            json.dumps(request, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()

    return run


encode_models = encode
