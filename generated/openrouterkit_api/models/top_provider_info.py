# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `TopProviderInfo`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class TopProviderInfo(JsonModel):
    """Limits of the provider that is the first choice for a model."""

    context_length: int | None
    """Most tokens a request may have there, prompt and completion together. Null when unknown."""
    is_moderated: bool
    """Whether the provider moderates the input."""
    max_completion_tokens: int | None
    """Most tokens a completion may have there. Null when there is no limit of its own."""

    def __init__(
        self, *, is_moderated: bool, context_length: int | None = UNSET, max_completion_tokens: int | None = UNSET
    ) -> None:
        self._build(locals())
