"""TEMPORARY until the generated endpoints carry it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from attrs import frozen


@frozen
class Behavior:
    result: str | None = None
    chunk: str | None = None
    accumulator: str | None = None
    stream: str | None = None
    async_stream: str | None = None
    required_member: str | None = None


CHAT = Behavior(
    result="openrouterkit.results:ChatCompletion",
    chunk="openrouterkit.results:ChatCompletionChunk",
    accumulator="openrouterkit.accumulate:Accumulator",
    stream="openrouterkit.streams:ChatStream",
    async_stream="openrouterkit.streams:AsyncChatStream",
    required_member="choices",
)


def behavior_of(operation: Any) -> Behavior | None:
    return CHAT if operation.id == "sendChatCompletionRequest" else None


@cache
def load(path: str) -> Any:
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
