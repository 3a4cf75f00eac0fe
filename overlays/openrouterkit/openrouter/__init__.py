"""The clients of OpenRouter: `OpenRouter` for sync code, `AsyncOpenRouter` for asyncio and trio."""

from __future__ import annotations

from .app_settings import AsyncOpenRouterOptions, OpenRouterOptions
from .clients import AsyncOpenRouter, OpenRouter
from .service import OPENROUTER

__all__ = ["OPENROUTER", "AsyncOpenRouter", "AsyncOpenRouterOptions", "OpenRouter", "OpenRouterOptions"]
