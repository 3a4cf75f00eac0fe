"""Stop sequences and token limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from ..usage import split_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .reply import Reply


def apply_limits(reply: Reply, body: Mapping[str, Any]) -> Reply:
    """Return a reply cut at `stop`, and after `max_completion_tokens` (or `max_tokens`) tokens.

    Tokens are words; those of the reasoning count. Tool calls are never cut.
    """
    stop = body.get("stop") or []
    content = reply.content
    for sequence in [stop] if isinstance(stop, str) else stop:
        content = content.partition(sequence)[0] if content and sequence else content
    reply = evolve(reply, content=content)
    limit = body.get("max_completion_tokens")
    limit = body.get("max_tokens") if limit is None else limit
    if limit is None:
        return reply
    reasoning_tokens, content_tokens = split_tokens(reply.reasoning or ""), split_tokens(content or "")
    if len(reasoning_tokens) + len(content_tokens) <= limit:
        return reply
    remaining = max(limit - len(reasoning_tokens), 0)
    reasoning = None if reply.reasoning is None else "".join(reasoning_tokens[: max(limit, 0)])
    return evolve(reply, content="".join(content_tokens[:remaining]), reasoning=reasoning, finish_reason="length")
