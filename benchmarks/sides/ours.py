"""openrouterkit, as its README shows it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from . import ALONE, CALLS, CROWD, DECODINGS, ENCODINGS, FLAT, FLOW, MESSAGES, MODEL, SINGLY, TOGETHER, WRITES

if TYPE_CHECKING:
    from openrouterkit import AsyncOpenRouter

    from . import Run

IMPORT = "import openrouterkit; openrouterkit.OpenRouter(api_key='benchmark').chat"
FIRST_CALL = f"""import openrouterkit
client = openrouterkit.OpenRouter(api_key="benchmark", base_url="{{url}}/answer")
assert client.chat.send(model={MODEL!r}, messages={MESSAGES!r}).text
"""


def stream(base_url: str) -> Run:
    return _streaming(f"{base_url}/{WRITES}")


def stream_singly(base_url: str) -> Run:
    return _streaming(f"{base_url}/{SINGLY}")


def _streaming(url: str) -> Run:
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


def crowd(base_url: str) -> Run:
    from openrouterkit import AsyncOpenRouter

    client = AsyncOpenRouter(api_key="benchmark", base_url=f"{base_url}/{TOGETHER}")
    runner = asyncio.Runner()
    runner.run(_read(client.with_options(base_url=f"{base_url}/{ALONE}", api_key="benchmark")))

    async def together() -> None:
        await asyncio.gather(*(_read(client) for _ in range(CROWD)))

    return lambda: runner.run(together())


async def _read(client: AsyncOpenRouter) -> str:
    texts = []
    async with client.chat.stream(model=MODEL, messages=MESSAGES) as stream:
        async for chunk in stream:
            texts.append(chunk.text)
    assert len(stream.result().text) == sum(map(len, texts))
    return "".join(texts)


def memory(base_url: str) -> Run:
    from openrouterkit import OpenRouter

    from ..memory import resident

    client = OpenRouter(api_key="benchmark", base_url=f"{base_url}/long/{FLOW}")

    def run() -> int:
        before, characters = 0, 0
        stream = client.chat.stream(model=MODEL, messages=MESSAGES)
        for number, chunk in enumerate(stream, 1):
            if number == FLOW // 10:
                before, characters = resident(), 0
            characters += len(chunk.text)
        return resident() - before - characters

    return run


def decode(_base_url: str) -> Run:
    from ..samples import models_answer

    body = models_answer()

    def run() -> None:
        for _ in range(DECODINGS):
            for model in _decoded(body).data:
                seen = model.id, model.context_length, model.pricing.prompt
                assert seen[0]

    return run


def decode_all(_base_url: str) -> Run:
    from ..samples import models_answer

    body = models_answer()

    def run() -> None:
        for _ in range(DECODINGS):
            _walk(_decoded(body))

    return run


def _decoded(body: bytes) -> Any:
    from openrouterkit_api import operations

    return operations.models.list().read(200, {"content-type": "application/json"}, body)


def _walk(value: Any) -> None:
    # The members that came, as attributes: this catalogue has none called otherwise there than on the wire.
    for item in value if value.__class__ is list else [getattr(value, name) for name in value._data]:  # noqa: SLF001
        if item.__class__ not in FLAT:
            _walk(item)


def encode(_base_url: str) -> Run:
    from ..samples import conversation

    return _encoding(conversation())


def encode_models(_base_url: str) -> Run:
    from openrouterkit import messages

    from ..samples import conversation

    return _encoding([messages.from_dict(message) for message in conversation()])


def _encoding(conversation: list[Any]) -> Run:
    from openrouterkit_api import operations

    from ..samples import tools

    given = tools()
    describe = operations.chat.send

    def run() -> None:
        for _ in range(ENCODINGS):
            assert describe(model=MODEL, messages=conversation, tools=given, temperature=0).encode()

    return run
