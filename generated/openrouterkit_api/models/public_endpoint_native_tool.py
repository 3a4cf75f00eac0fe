# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PublicEndpointNativeTool`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class PublicEndpointNativeTool(JsonModel):
    """The tool of a provider by which it runs a server tool."""

    type: str
    """Type of the tool at the provider, such as `google_search`."""

    def __init__(self, *, type: str) -> None:
        self._build(locals())
