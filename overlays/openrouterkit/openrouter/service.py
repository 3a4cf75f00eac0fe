"""`OPENROUTER`: the description of the service openrouter.ai."""

from __future__ import annotations

from typing import Final

from ..service import Service

__all__ = ["OPENROUTER"]

OPENROUTER: Final = Service(
    "OpenRouter",
    key_env="OPENROUTER_API_KEY",
    base_url_env="OPENROUTER_BASE_URL",
    log_env="OPENROUTER",
    package="openrouterkit_api",
    hints={
        400: "fix the request, or choose a model that accepts it",
        402: "add credits, raise the key's limit, or request fewer tokens",
        403: "check the permissions of the key, and .metadata for the report of the moderation",
        404: "check the model's name, the path and the base URL",
        413: "send shorter messages or smaller files",
        500: "try again, or another model",
        502: "try again, or another provider",
        503: "try again, or loosen the provider routing",
        524: "try again, or use a stream",
        529: "try again, or another provider",
    },
)
"""The service openrouter.ai."""
