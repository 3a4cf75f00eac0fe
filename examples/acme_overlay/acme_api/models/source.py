# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `Source`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class Source(JsonModel):
    """A page that an answer is based on."""

    title: str
    """The title of the page."""
    url: str
    """The URL of the page."""

    def __init__(self, *, title: str, url: str) -> None:
        self._build(locals())
