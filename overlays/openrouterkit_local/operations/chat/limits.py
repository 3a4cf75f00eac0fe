"""Stop sequences and token limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from ..usage import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .reply import Reply


def limited(reply: Reply, request: Mapping[str, Any]) -> Reply:
    """The reply as far as `stop` and `max_completion_tokens` (or `max_tokens`) let it come.

    Tokens are words, and those of the reasoning count. Tool calls are not cut.
    """
    stop = request.get("stop") or []
    content = reply.content
    for sequence in [stop] if isinstance(stop, str) else stop:
        content = content.partition(sequence)[0] if content and sequence else content
    reply = evolve(reply, content=content)
    limit = request.get("max_completion_tokens")
    limit = request.get("max_tokens") if limit is None else limit
    if limit is None:
        return reply
    thought, said = tokens(reply.reasoning or ""), tokens(content or "")
    if len(thought) + len(said) <= limit:
        return reply
    left = max(limit - len(thought), 0)
    reasoning = None if reply.reasoning is None else "".join(thought[: max(limit, 0)])
    return evolve(reply, content="".join(said[:left]), reasoning=reasoning, finish_reason="length")
