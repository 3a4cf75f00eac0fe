# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `RouterAttempt`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class RouterAttempt(JsonModel):
    """An attempt to serve a request."""

    model: str
    """The model that was tried."""
    provider: str
    """Display name of the provider that was tried."""
    status: int
    """HTTP status of the attempt, 200 for success."""

    def __init__(self, *, model: str, provider: str, status: int) -> None:
        self._build(locals())
