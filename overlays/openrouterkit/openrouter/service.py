"""`OPENROUTER`: the description of the service openrouter.ai."""

from __future__ import annotations

from typing import Final

from ..service import Service

OPENROUTER: Final = Service(
    "OpenRouter", key_env="OPENROUTER_API_KEY", base_url_env="OPENROUTER_BASE_URL", package="openrouterkit_api"
)
"""The service openrouter.ai."""
