# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `EndpointInfo`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class EndpointInfo(JsonModel):
    """An endpoint: a model at a provider."""

    model: str
    """The model at this endpoint."""
    provider: str
    """Display name of the provider."""
    selected: bool
    """Whether this endpoint served the request."""

    def __init__(self, *, model: str, provider: str, selected: bool) -> None:
        self._build(locals())
