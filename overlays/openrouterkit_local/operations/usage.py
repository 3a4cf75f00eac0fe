"""Tokens, which are words here, and what they cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .models import model_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"\s*\S+|\s+")


def tokens(text: str) -> list[str]:
    """The tokens of a text: its words, each with the space before it. Joined, they are the text."""
    return _TOKEN.findall(text)


def counted(texts: Iterable[str | None]) -> int:
    """How many tokens some texts have."""
    return sum(len(tokens(text)) for text in texts if text)


def prompt_texts(messages: Iterable[Mapping[str, Any]]) -> list[str]:
    """The texts of a conversation. A picture, a file or a recording counts as one word."""
    found = []
    for message in messages:
        content = message.get("content")
        parts = [content] if isinstance(content, str) else content or []
        found += [part if isinstance(part, str) else part.get("text") or part["type"] for part in parts]
        found += [call["function"].get("arguments", "") for call in message.get("tool_calls") or []]
    return found


def usage(model: str, prompt: int, completion: int, reasoning: int = 0) -> dict[str, Any]:
    """What an answer says of its tokens and their cost, in US dollars, by the prices of the model list."""
    priced = model_of(model)
    prompt_cost, completion_cost = priced.prompt * prompt, priced.completion * completion
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "cost": float(prompt_cost + completion_cost),
        "is_byok": False,
        "prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0, "audio_tokens": 0, "video_tokens": 0},
        "cost_details": {
            "upstream_inference_cost": None,
            "upstream_inference_prompt_cost": float(prompt_cost),
            "upstream_inference_completions_cost": float(completion_cost),
        },
        "completion_tokens_details": {"reasoning_tokens": reasoning, "image_tokens": 0, "audio_tokens": 0},
    }
