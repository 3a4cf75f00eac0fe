# Generated from mistral.yaml sha256:c1a15b97de4c4674 by `make generate`: do not edit, change the contract or codegen/ instead.
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
