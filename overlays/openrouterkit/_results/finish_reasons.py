"""Finish reasons of completions."""

from __future__ import annotations

from typing import Final

LENGTH_REASONS: Final = ("length", "max_tokens", "max_output_tokens", "MAX_TOKENS", "model_length")
"""Finish reasons, also those of providers, of an answer that was cut off."""
