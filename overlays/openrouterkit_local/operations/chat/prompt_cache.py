"""The prompt cache: the beginnings of prompts that were sent before, which cost less."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import frozen

from openrouterkit_runtime.json import encode as encode_json

from ..usage import count_tokens, list_prompt_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...state import State

MIN_TOKENS = 1024
"""Shorter beginnings are not cached."""


@frozen
class _Prefix:
    """The beginning of a prompt, up to the end of a part."""

    digest: str
    tokens: int
    has_breakpoint: bool


def use_prompt_cache(state: State, model: str, body: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many tokens of a prompt are read from the cache, and how many are written to it.

    With breakpoints, as of Anthropic, the prompt is cached up to the last one, and tokens are written for a price.
    Without them, whole prompts are cached automatically and for free, except by the models of Anthropic.

    Args:
        state: The state with the prompts that are cached.
        model: The name of the model.
        body: The request.
    """
    prefixes = [each for each in _list_prefixes(model, body["messages"]) if each.tokens >= MIN_TOKENS]
    if not prefixes:
        return 0, 0
    marked = [each for each in prefixes if each.has_breakpoint]
    if not marked and body.get("cache_control"):
        marked = prefixes[-1:]
    read = max((each.tokens for each in prefixes if each.digest in state.cached_prompts), default=0)
    is_explicit = bool(marked) or model.startswith("anthropic/")
    stored = marked if is_explicit else prefixes
    state.cached_prompts.update(each.digest for each in stored)
    return read, max(marked[-1].tokens - read, 0) if marked else 0


def _list_prefixes(model: str, messages: Sequence[Mapping[str, Any]]) -> Iterator[_Prefix]:
    digest, tokens = sha256(model.encode()), 0
    for message in messages:
        content = message.get("content")
        parts = content if isinstance(content, list) else [{"type": "text", "text": content or ""}]
        digest.update(encode_json([message["role"], message.get("tool_calls")]))
        tokens += count_tokens(list_prompt_texts([{**message, "content": None}]))
        for part in parts:
            digest.update(encode_json({name: value for name, value in part.items() if name != "cache_control"}))
            tokens += count_tokens(list_prompt_texts([{"content": [part]}]))
            yield _Prefix(digest.hexdigest(), tokens, bool(part.get("cache_control")))
