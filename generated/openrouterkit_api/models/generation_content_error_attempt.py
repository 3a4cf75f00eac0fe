# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentErrorAttempt`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentErrorAttempt(JsonModel):
    """Error of a provider, after which another one was tried."""

    code: int
    """HTTP status of the error."""
    message: str
    """What went wrong, as a human-readable text."""
    provider_name: str | None
    """Display name of the provider. Null if unknown."""
    raw: str | None
    """Unchanged response of the provider, often JSON in a string. Null if it was not recorded."""

    def __init__(self, *, code: int, message: str, provider_name: str | None, raw: str | None) -> None:
        self._build(locals())
