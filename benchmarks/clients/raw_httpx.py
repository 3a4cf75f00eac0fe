"""The baseline: httpx and `json` used directly, without checks of the response."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from . import (
    CALLS,
    DECODINGS,
    ENCODINGS,
    MESSAGES,
    MODEL,
    SCALAR_TYPES,
    SINGLE_CHUNKS_PATH,
    STREAM_PATH,
    STREAMS,
    STREAMS_PATH,
    WARM_UP_PATH,
)

if TYPE_CHECKING:
    import httpx

    from . import Run

IMPORT = "import httpx"
FIRST_CALL = f"""import httpx, json
client = httpx.Client()
body = {{"model": {MODEL!r}, "messages": {MESSAGES!r}}}
response = client.post("{{url}}/answer/chat/completions", json=body, headers={{"Authorization": "Bearer benchmark"}})
assert json.loads(response.content)["choices"][0]["message"]["content"]
"""
_BODY: dict[str, Any] = {"model": MODEL, "messages": MESSAGES}
_HEADERS = {"Authorization": "Bearer benchmark"}


def stream(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{STREAM_PATH}")


def stream_single_chunks(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{SINGLE_CHUNKS_PATH}")


def _prepare_stream(url: str) -> Run:
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
            response = client.post(f"{base_url}/answer/chat/completions", json=_BODY)
            assert json.loads(response.content)["choices"][0]["message"]["content"]

    return run


def concurrent_streams(base_url: str) -> Run:
    import httpx

    client = httpx.AsyncClient(
        headers=_HEADERS, limits=httpx.Limits(max_connections=1000, max_keepalive_connections=100), timeout=60
    )
    runner = asyncio.Runner()
    runner.run(_read(client, f"{base_url}/{WARM_UP_PATH}"))

    async def read_all() -> None:
        await asyncio.gather(*(_read(client, f"{base_url}/{STREAMS_PATH}") for _ in range(STREAMS)))

    return lambda: runner.run(read_all())


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
    from ..samples import build_models_response

    body = build_models_response()

    def run() -> None:
        for _ in range(DECODINGS):
            for model in json.loads(body)["data"]:
                values = model["id"], model["context_length"], model["pricing"]["prompt"]
                assert values[0]

    return run


def decode_all(_base_url: str) -> Run:
    from ..samples import build_models_response

    body = build_models_response()

    def run() -> None:
        for _ in range(DECODINGS):
            _walk(json.loads(body))

    return run


def _walk(value: Any) -> None:
    for item in value.values() if value.__class__ is dict else value:
        if item.__class__ not in SCALAR_TYPES:
            _walk(item)


def encode(_base_url: str) -> Run:
    from ..samples import build_messages, build_tools

    request = {"model": MODEL, "messages": build_messages(), "tools": build_tools(), "temperature": 0}

    def run() -> None:
        for _ in range(ENCODINGS):
            json.dumps(request, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()

    return run


encode_models = encode
