# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PromptTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class PromptTokensDetails(JsonModel):
    """Details about the tokens of the prompt."""

    cached_tokens: int | None
    """Number of tokens that were read from the cache."""

    def __init__(self, *, cached_tokens: int = UNSET) -> None:
        self._build(locals())
