# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GenerationContentErrorAttempt`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentErrorAttempt(JsonModel):
    """Failure of a provider that was tried before another."""

    code: int
    """HTTP status of the failure."""
    message: str
    """What went wrong, for people to read."""
    provider_name: str | None
    """Display name of the provider. Null when not known."""
    raw: str | None
    """Answer of the provider as it came, often JSON inside the string. Null when it is not recorded."""

    def __init__(self, *, code: int, message: str, provider_name: str | None, raw: str | None) -> None:
        self._build(locals())
