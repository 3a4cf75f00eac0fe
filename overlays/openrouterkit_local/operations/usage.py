"""Token counts and costs; a token is a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .models import SEARCH_PRICE, find_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"\s*\S+|\s+")


def split_tokens(text: str) -> list[str]:
    """Return the tokens of a text: its words, each with the white space before it. Joined, they equal the text."""
    return _TOKEN.findall(text)


def count_tokens(texts: Iterable[str | None]) -> int:
    """Return the total number of tokens in the texts."""
    return sum(len(split_tokens(text)) for text in texts if text)


def list_prompt_texts(messages: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the texts of a conversation, tool arguments included, with one word for each other content part."""
    texts = []
    for message in messages:
        content = message.get("content")
        texts += [content] if isinstance(content, str) else [_describe_part(part) for part in content or []]
        texts += [call["function"].get("arguments", "") for call in message.get("tool_calls") or []]
    return texts


def _describe_part(part: Mapping[str, Any]) -> str:
    """Return the text of a content part, or its type if it has none."""
    text = part.get("text")
    return text if text and isinstance(text, str) else str(part["type"])


def build_usage(
    model: str,
    prompt: int,
    completion: int,
    reasoning: int = 0,
    *,
    cached: int = 0,
    written: int = 0,
    searches: int = 0,
) -> dict[str, Any]:
    """Return the `usage` object of a response, with costs in US dollars according to the model's prices.

    Args:
        model: The model name.
        prompt: The number of prompt tokens.
        completion: The number of completion tokens, those of reasoning included.
        reasoning: The number of reasoning tokens.
        cached: The number of prompt tokens that are read from the prompt cache.
        written: The number of prompt tokens that are written to it.
        searches: The number of web searches.
    """
    prices = find_model(model)
    prompt_cost = (
        prices.prompt * (prompt - cached - written) + prices.cache_read * cached + prices.cache_write * written
    )
    completion_cost = prices.completion * completion
    tools = {"server_tool_use_details": {"web_search_requests": searches}} if searches else {}
    return {
        **tools,
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "cost": float(prompt_cost + completion_cost + SEARCH_PRICE * searches),
        "is_byok": False,
        "prompt_tokens_details": {
            "cached_tokens": cached,
            "cache_write_tokens": written,
            "audio_tokens": 0,
            "video_tokens": 0,
        },
        "cost_details": {
            "upstream_inference_cost": None,
            "upstream_inference_prompt_cost": float(prompt_cost),
            "upstream_inference_completions_cost": float(completion_cost),
        },
        "completion_tokens_details": {"reasoning_tokens": reasoning, "image_tokens": 0, "audio_tokens": 0},
    }
