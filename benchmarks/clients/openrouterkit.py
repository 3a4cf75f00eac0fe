"""openrouterkit, used as in its README."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from . import (
    CALLS,
    CHUNKS_FOR_MEMORY,
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
    from openrouterkit import AsyncOpenRouter

    from . import Run

IMPORT = "import openrouterkit; openrouterkit.OpenRouter(api_key='benchmark').chat"
FIRST_CALL = f"""import openrouterkit
client = openrouterkit.OpenRouter(api_key="benchmark", base_url="{{url}}/answer")
assert client.chat.send(model={MODEL!r}, messages={MESSAGES!r}).text
"""


def stream(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{STREAM_PATH}")


def stream_single_chunks(base_url: str) -> Run:
    return _prepare_stream(f"{base_url}/{SINGLE_CHUNKS_PATH}")


def _prepare_stream(url: str) -> Run:
    from openrouterkit import OpenRouter

    client = OpenRouter(api_key="benchmark", base_url=url)

    def run() -> None:
        length = 0
        with client.chat.stream(model=MODEL, messages=MESSAGES) as stream:
            for chunk in stream:
                length += len(chunk.text)
        result = stream.result()
        assert result.usage is not None
        assert length == len(result.text)

    return run


def call(base_url: str) -> Run:
    from openrouterkit import OpenRouter

    client = OpenRouter(api_key="benchmark", base_url=f"{base_url}/answer")

    def run() -> None:
        for _ in range(CALLS):
            assert client.chat.send(model=MODEL, messages=MESSAGES).text

    return run


def concurrent_streams(base_url: str) -> Run:
    from openrouterkit import AsyncOpenRouter

    client = AsyncOpenRouter(api_key="benchmark", base_url=f"{base_url}/{STREAMS_PATH}")
    runner = asyncio.Runner()
    runner.run(_read(client.with_options(base_url=f"{base_url}/{WARM_UP_PATH}", api_key="benchmark")))

    async def read_all() -> None:
        await asyncio.gather(*(_read(client) for _ in range(STREAMS)))

    return lambda: runner.run(read_all())


async def _read(client: AsyncOpenRouter) -> str:
    texts = []
    async with client.chat.stream(model=MODEL, messages=MESSAGES) as stream:
        async for chunk in stream:
            texts.append(chunk.text)
    assert len(stream.result().text) == sum(map(len, texts))
    return "".join(texts)


def memory(base_url: str) -> Run:
    from openrouterkit import OpenRouter

    from ..memory import resident_memory

    client = OpenRouter(api_key="benchmark", base_url=f"{base_url}/long/{CHUNKS_FOR_MEMORY}")

    def run() -> int:
        before, characters = 0, 0
        stream = client.chat.stream(model=MODEL, messages=MESSAGES)
        for number, chunk in enumerate(stream, 1):
            if number == CHUNKS_FOR_MEMORY // 10:
                before, characters = resident_memory(), 0
            characters += len(chunk.text)
        return resident_memory() - before - characters

    return run


def decode(_base_url: str) -> Run:
    from ..samples import build_models_response

    body = build_models_response()

    def run() -> None:
        for _ in range(DECODINGS):
            for model in _decode(body).data:
                values = model.id, model.context_length, model.pricing.prompt
                assert values[0]

    return run


def decode_all(_base_url: str) -> Run:
    from ..samples import build_models_response

    body = build_models_response()

    def run() -> None:
        for _ in range(DECODINGS):
            _walk(_decode(body))

    return run


def _decode(body: bytes) -> Any:
    from openrouterkit_api import operations

    return operations.models.list().read(200, {"content-type": "application/json"}, body)


def _walk(value: Any) -> None:
    # Reads the received members as attributes: in this response every member has the same name in both.
    for item in value if value.__class__ is list else [getattr(value, name) for name in value._data]:  # noqa: SLF001 - the names of the received members
        if item.__class__ not in SCALAR_TYPES:
            _walk(item)


def encode(_base_url: str) -> Run:
    from ..samples import build_messages

    return _prepare_encoding(build_messages())


def encode_models(_base_url: str) -> Run:
    from openrouterkit import messages

    from ..samples import build_messages

    return _prepare_encoding([messages.from_dict(message) for message in build_messages()])


def _prepare_encoding(conversation: list[Any]) -> Run:
    from openrouterkit_api import operations

    from ..samples import build_tools

    tools = build_tools()

    def run() -> None:
        for _ in range(ENCODINGS):
            assert operations.chat.send(model=MODEL, messages=conversation, tools=tools, temperature=0).encode()

    return run
