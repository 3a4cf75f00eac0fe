"""`find_family`: which models understand each other's reasoning."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["find_family"]

_NAMES: Final = {
    "openai": r"gpt|chatgpt|codex|o\d",
    "anthropic": r"claude",
    "google": r"gemini|gemma",
    "mistralai": r"(open-)?mi[sx]tral|magistral|ministral|codestral|devstral|pixtral|voxtral",
    "x-ai": r"grok",
    "deepseek": r"deepseek",
    "qwen": r"qwen|qwq",
    "meta-llama": r"(meta-)?llama",
    "moonshotai": r"kimi",
    "z-ai": r"glm",
}
"""Family -> the beginning of the names of its models, for services that name no author."""

_ROUTERS: Final = ("openrouter", "@preset")
"""Authors of models that stand for a choice among the models of others."""


def find_family(model: str | None) -> str | None:
    """Return the family of a model: its author, such as "anthropic"; None if it is not known.

    It is not known for routers such as "openrouter/auto", and for presets.

    Args:
        model: The name of a model: "anthropic/claude-sonnet-4.5", or without author "claude-sonnet-4-5".
    """
    if not model:
        return None
    author, slash, _ = model.lower().lstrip("~").partition("/")
    if slash:
        return None if author in _ROUTERS else author
    return next((family for family, names in _NAMES.items() if re.match(rf"(?:{names})", author)), None)
