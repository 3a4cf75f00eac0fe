# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `PerRequestLimits`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class PerRequestLimits(JsonModel):
    """Limits on the tokens of one request."""

    completion_tokens: float
    """Most tokens the completion may have."""
    prompt_tokens: float
    """Most tokens the prompt may have."""

    def __init__(self, *, completion_tokens: float, prompt_tokens: float) -> None:
        self._build(locals())
