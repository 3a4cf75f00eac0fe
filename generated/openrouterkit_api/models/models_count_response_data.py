# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelsCountResponseData`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ModelsCountResponseData(JsonModel):
    """A number of models."""

    count: int
    """Number of models that match."""

    def __init__(self, *, count: int) -> None:
        self._build(locals())
