# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelAliasTarget`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ModelAliasTarget(JsonModel):
    """The model that an alias refers to."""

    name: str
    """Display name of the model."""
    slug: str
    """Author and slug of the model."""

    def __init__(self, *, name: str, slug: str) -> None:
        self._build(locals())
