"""A completion as server-sent events."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ..usage import tokens
from .reply import detail

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...settings import Settings
    from .completion import Completion
    from .reply import Reply

COMMENT = b": OPENROUTER PROCESSING\n\n"
_DONE = b"data: [DONE]\n\n"
_PIECES = 3
_SIGNS = 4


async def events(completion: Completion, settings: Settings) -> AsyncIterator[bytes]:
    """The stream of a completion: comments, chunks, the usage, the sentinel.

    What the client leaves unread is noted in the record of the generation as cancelled.
    """
    kept = completion.kept.record
    kept["cancelled"] = True
    for pause in pauses(completion.wait):
        await asyncio.sleep(pause)
        yield COMMENT
    for index, chunk in enumerate(_chunks(completion)):
        if index and settings.pace:
            await asyncio.sleep(settings.pace)
        yield b"data: " + encode_json(chunk) + b"\n\n"
        if index == 0:
            yield COMMENT
    if completion.breaks is None:
        yield _DONE
    kept["cancelled"] = False


def pauses(wait: float) -> list[float]:
    """The pauses that a wait is cut into, a sign of life after each; at least one, of no length."""
    return [wait / _SIGNS] * _SIGNS if wait else [0.0]


def _chunks(completion: Completion) -> Iterator[dict[str, Any]]:
    if completion.breaks == "start":
        yield completion.chunk([], error=completion.error)
        return
    turns = [list(_deltas(reply)) for reply in completion.replies]
    if completion.breaks is not None:
        turns = [deltas[: len(deltas) // 2] for deltas in turns]
    # Choices come interleaved, as they are made side by side.
    for step in range(max(map(len, turns))):
        for index, deltas in enumerate(turns):
            if step < len(deltas):
                yield completion.chunk([_choice(index, deltas[step])])
    if completion.breaks == "cut":
        return
    for index, reply in enumerate(completion.replies):
        reason = "error" if completion.breaks else reply.finish_reason
        error = {"error": completion.error} if completion.breaks else {}
        yield completion.chunk([_choice(index, {"content": ""}, reason)], **error)
    if completion.breaks is None:
        yield completion.chunk([], usage=completion.usage)


def _choice(index: int, delta: Mapping[str, Any], reason: str | None = None) -> dict[str, Any]:
    return {
        "index": index,
        "delta": {"role": "assistant", **delta},
        "finish_reason": reason,
        "native_finish_reason": reason,
        "logprobs": None,
    }


def _deltas(reply: Reply) -> Iterator[Mapping[str, Any]]:
    if reply.reasoning is not None and not reply.hidden:
        for token in tokens(reply.reasoning):
            yield {"content": "", "reasoning": token, "reasoning_details": [detail(text=token)]}
        yield {"content": "", "reasoning_details": [detail(signature=reply.signature)]}
    if reply.members:
        yield {"content": "", **reply.members}
    for token in tokens(reply.content or ""):
        yield {"content": token}
    for index, call in enumerate(reply.tool_calls):
        function = call["function"]
        start = {**call, "function": {**function, "arguments": ""}}
        yield {"content": None, "tool_calls": [{"index": index, **start}]}
        for piece in _pieces(function["arguments"]):
            yield {"content": None, "tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _pieces(text: str) -> Sequence[str]:
    size = -(-len(text) // _PIECES) or 1
    return [text[start : start + size] for start in range(0, len(text), size)]
