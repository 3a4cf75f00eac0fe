"""A completion as server-sent events."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ..usage import split_tokens
from .logprobs import build_logprobs
from .reply import build_reasoning_detail

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...settings import Settings
    from .completion import Completion
    from .reply import Reply

COMMENT = b": OPENROUTER PROCESSING\n\n"
_DONE = b"data: [DONE]\n\n"
_ARGUMENT_PIECES = 3
_KEEP_ALIVES = 4
_LONGEST_PIECE = 20  # of a word; compact JSON is one word


async def stream_events(completion: Completion, settings: Settings) -> AsyncIterator[bytes]:
    """Yield the events of a completion: comments, chunks, the usage chunk and the sentinel.

    If the client disconnects before the end, the generation stays recorded as cancelled.
    """
    record = completion.generation.record
    record["cancelled"] = True
    for pause in split_wait(completion.wait):
        await asyncio.sleep(pause)
        yield COMMENT
    for index, chunk in enumerate(_iter_chunks(completion)):
        if index and settings.pace:
            await asyncio.sleep(settings.pace)
        yield b"data: " + encode_json(chunk) + b"\n\n"
        if index == 0:
            yield COMMENT
    if completion.failure is None:
        yield _DONE
    record["cancelled"] = False


def split_wait(wait: float) -> list[float]:
    """Return the pauses of a wait in seconds; a keep-alive follows each. No wait is one pause of 0 seconds."""
    return [wait / _KEEP_ALIVES] * _KEEP_ALIVES if wait else [0.0]


def _iter_chunks(completion: Completion) -> Iterator[dict[str, Any]]:
    if completion.failure == "error-at-start":
        yield completion.build_chunk([], error=completion.error)
        return
    deltas_by_choice = [list(_iter_deltas(reply)) for reply in completion.replies]
    if completion.failure is not None:
        deltas_by_choice = [deltas[: len(deltas) // 2] for deltas in deltas_by_choice]
    # Choices are interleaved, as if they were generated concurrently.
    for step in range(max(map(len, deltas_by_choice))):
        for index, deltas in enumerate(deltas_by_choice):
            if step < len(deltas):
                choice = _build_choice(index, deltas[step])
                choice["logprobs"] = build_logprobs(deltas[step]["content"], completion.alternatives)
                yield completion.build_chunk([choice])
    if completion.failure == "truncated":
        return
    for index, reply in enumerate(completion.replies):
        reason = "error" if completion.failure else reply.finish_reason
        error = {"error": completion.error} if completion.failure else {}
        yield completion.build_chunk([_build_choice(index, {"content": ""}, reason)], **error)
    if completion.failure is None:
        yield completion.build_chunk([], usage=completion.usage)


def _build_choice(index: int, delta: Mapping[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    return {
        "index": index,
        "delta": {"role": "assistant", **delta},
        "finish_reason": finish_reason,
        "native_finish_reason": finish_reason,
        "logprobs": None,
    }


def _iter_deltas(reply: Reply) -> Iterator[Mapping[str, Any]]:
    if reply.reasoning is not None and not reply.hidden:
        for token in split_tokens(reply.reasoning):
            details = {"reasoning_details": [build_reasoning_detail(text=token)]} if reply.has_details else {}
            yield {"content": "", reply.reasoning_member: token, **details}
        if reply.signature_member and reply.has_details:
            yield {"content": "", "reasoning_details": [build_reasoning_detail(**reply.signature_member)]}
    if reply.members:
        yield {"content": "", **reply.members}
    for token in split_tokens(reply.content or ""):
        for position in range(0, len(token), _LONGEST_PIECE):
            yield {"content": token[position : position + _LONGEST_PIECE]}
    for index, call in enumerate(reply.tool_calls):
        function = call["function"]
        start = {**call, "function": {**function, "arguments": ""}}
        yield {"content": None, "tool_calls": [{"index": index, **start}]}
        for piece in _split_arguments(function["arguments"]):
            yield {"content": None, "tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _split_arguments(text: str) -> Sequence[str]:
    """Return tool arguments in up to three pieces."""
    size = -(-len(text) // _ARGUMENT_PIECES) or 1
    return [text[start : start + size] for start in range(0, len(text), size)]
