# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `TopProviderInfo`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class TopProviderInfo(JsonModel):
    """Limits of the preferred provider of a model."""

    context_length: int | None
    """Maximum number of tokens of prompt and completion together. Null if unknown."""
    is_moderated: bool
    """Whether the provider moderates the input."""
    max_completion_tokens: int | None
    """Maximum number of completion tokens. Null if there is no separate limit."""

    def __init__(
        self, *, is_moderated: bool, context_length: int | None = UNSET, max_completion_tokens: int | None = UNSET
    ) -> None:
        self._build(locals())
