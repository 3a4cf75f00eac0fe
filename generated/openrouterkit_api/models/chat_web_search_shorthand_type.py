# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OpenAI's names for web search, plain and dated. All mean the same here."""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatWebSearchShorthandType: TypeAlias = (
    Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"] | str
)
"""OpenAI's names for web search, plain and dated. All mean the same here."""
