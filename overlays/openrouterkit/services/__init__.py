"""Clients of further services: a `Service`, and subclasses of `Client` and `AsyncClient`."""

from __future__ import annotations

from .openai_compatible import AsyncOpenAICompatible, OpenAICompatible

__all__ = ["AsyncOpenAICompatible", "OpenAICompatible"]
