"""Chat completions in the format of Mistral, whole and streamed."""

from __future__ import annotations

import asyncio
from secrets import token_hex
from time import time
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from openrouterkit_runtime.json import encode as encode_json

from ..exchange.responses import LocalResponse
from ..operations.chat.conflicts import find_conflict
from ..operations.chat.handler import choose_reply, count_choices
from ..operations.chat.limits import apply_limits
from ..operations.usage import count_tokens, list_prompt_texts, split_tokens
from .errors import build_error
from .requests import convert_chat_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..exchange.requests import ValidRequest
    from ..operations.chat.reply import Reply
    from ..service import Service

_LONGEST_PIECE = 20  # of a word; compact JSON is one word
_ERROR = build_error("Service tier capacity exceeded for this model.", "service_tier_capacity_exceeded")


def complete_chat(service: Service, request: ValidRequest) -> LocalResponse:
    """Return the reply of the model.

    Raises:
        ServiceError: 422 if members of the request conflict; the error of the model, if it fails.
    """
    converted = convert_chat_request(request)
    conflict = find_conflict(converted.body)
    if conflict is not None:
        raise conflict
    model, reply = choose_reply(service, converted)
    reply = apply_limits(reply, converted.body)
    choices = count_choices(converted.body)
    prompt = count_tokens(list_prompt_texts(converted.body["messages"]))
    completion = _Completion(model, reply, choices, _build_usage(prompt, count_tokens(reply.texts) * choices))
    if request.body.get("stream"):
        return LocalResponse(_stream_events(completion, service), media_type="text/event-stream; charset=utf-8")
    return LocalResponse(_send_whole(completion))


def _build_usage(prompt: int, completion: int) -> dict[str, Any]:
    details = {"prompt_tokens_details": {"cached_tokens": 0}}
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        **details,
    }


@frozen
class _Completion:
    """The same reply, as often as the request sets with `n`."""

    model: str
    reply: Reply
    choices: int
    usage: Mapping[str, Any]
    id: str = field(factory=lambda: token_hex(16))
    created: int = field(factory=lambda: int(time()))

    def build_body(self) -> dict[str, Any]:
        """Return the response body for a request without streaming."""
        if self.reply.failure == "error-at-start":
            return _ERROR
        message = {"role": "assistant", "content": _build_content(self.reply), "tool_calls": None, **self.reply.members}
        if self.reply.tool_calls:
            message["tool_calls"] = _build_tool_calls(self.reply)
        choices = [{"index": index, "finish_reason": self._reason, "message": message} for index in range(self.choices)]
        return {**self._build_head("chat.completion"), "choices": choices, "usage": self.usage}

    def iterate_chunks(self) -> Iterator[dict[str, Any]]:
        """Yield the chunks of the stream; the last one has the finish reasons and the usage."""
        head = self._build_head("chat.completion.chunk")
        if self.reply.failure == "error-at-start":
            yield _ERROR
            return
        deltas = [{"role": "assistant", "content": ""}, *_iterate_deltas(self.reply)]
        if self.reply.failure is not None:
            deltas = deltas[: len(deltas) // 2]
        # Choices are interleaved, as if they were generated concurrently.
        for delta in deltas:
            for index in range(self.choices):
                yield {**head, "choices": [{"index": index, "delta": delta, "finish_reason": None}]}
        if self.reply.failure == "truncated":
            return
        final: dict[str, Any] = {"content": ""}
        if self.reply.tool_calls:
            final["tool_calls"] = _build_tool_calls(self.reply)
        for index in range(self.choices):
            usage = {"usage": self.usage} if index == self.choices - 1 and self.reply.failure is None else {}
            yield {**head, "choices": [{"index": index, "delta": final, "finish_reason": self._reason}], **usage}

    @property
    def _reason(self) -> str:
        return "error" if self.reply.failure == "error-in-middle" else self.reply.finish_reason

    def _build_head(self, kind: str) -> dict[str, Any]:
        return {"id": self.id, "object": kind, "created": self.created, "model": self.model}


def _build_content(reply: Reply) -> Any:
    """Return the content of a message: a text, or parts if the reply has reasoning."""
    if reply.reasoning is None:
        return reply.content or ""
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": reply.reasoning}], "closed": True}
    return [{**thinking, "signature": reply.signature}, {"type": "text", "text": reply.content or ""}]


def _build_tool_calls(reply: Reply) -> list[dict[str, Any]]:
    """Return the tool calls of a message, without their type, and with ids of nine characters."""
    return [
        {"id": str(call["id"])[-9:], "index": index, "function": call["function"]}
        for index, call in enumerate(reply.tool_calls)
    ]


def _iterate_deltas(reply: Reply) -> Iterator[dict[str, Any]]:
    for token in split_tokens(reply.reasoning or ""):
        yield {"content": [{"type": "thinking", "thinking": [{"type": "text", "text": token}]}]}
    if reply.reasoning is not None:
        yield {"content": [{"type": "thinking", "thinking": [], "signature": reply.signature, "closed": True}]}
    if reply.members:
        yield {"content": "", **reply.members}
    for token in split_tokens(reply.content or ""):
        for position in range(0, len(token), _LONGEST_PIECE):
            yield {"content": token[position : position + _LONGEST_PIECE]}


async def _stream_events(completion: _Completion, service: Service) -> AsyncIterator[bytes]:
    await asyncio.sleep(completion.reply.wait)
    for index, chunk in enumerate(completion.iterate_chunks()):
        if index and service.settings.pace:
            await asyncio.sleep(service.settings.pace)
        yield b"data: " + encode_json(chunk) + b"\n\n"
    if completion.reply.failure is None:
        yield b"data: [DONE]\n\n"


async def _send_whole(completion: _Completion) -> AsyncIterator[bytes]:
    await asyncio.sleep(completion.reply.wait)
    body = encode_json(completion.build_body())
    yield body[: len(body) // 2] if completion.reply.failure == "truncated" else body
