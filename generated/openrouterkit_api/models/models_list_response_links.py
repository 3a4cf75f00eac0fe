# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelsListResponseLinks`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ModelsListResponseLinks(JsonModel):
    """Link to the next page of a list of models."""

    next: str | None
    """Path and query of the next page, relative to `https://openrouter.ai`. Null on the last page."""

    def __init__(self, *, next: str | None) -> None:
        self._build(locals())
