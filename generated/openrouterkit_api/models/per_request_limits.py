# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PerRequestLimits`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class PerRequestLimits(JsonModel):
    """Token limits of a single request."""

    completion_tokens: float
    """Maximum number of completion tokens."""
    prompt_tokens: float
    """Maximum number of prompt tokens."""

    def __init__(self, *, completion_tokens: float, prompt_tokens: float) -> None:
        self._build(locals())
