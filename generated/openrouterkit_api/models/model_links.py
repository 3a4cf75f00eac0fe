# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelLinks`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ModelLinks(JsonModel):
    """Links to details of a model."""

    details: str
    """Path of the endpoint that lists the providers of the model, relative to `https://openrouter.ai`."""

    def __init__(self, *, details: str) -> None:
        self._build(locals())
