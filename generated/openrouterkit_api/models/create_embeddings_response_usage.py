# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsResponseUsage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .cost_details import CostDetails
    from .create_embeddings_response_usage_prompt_tokens_details import CreateEmbeddingsResponseUsagePromptTokensDetails


class CreateEmbeddingsResponseUsage(JsonModel):
    """Tokens used by an embeddings request, and their cost."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cost_details": Nested("CostDetails"),
        "prompt_tokens_details": Nested("CreateEmbeddingsResponseUsagePromptTokensDetails"),
    }

    cost: float | None
    """Amount that OpenRouter charges for the request, in US dollars."""
    cost_details: CostDetails | None
    """Amounts that the provider charges for the request."""
    is_byok: bool | None
    """Whether the request used your own provider key. If so, the provider bills you directly, and `cost`
    is only the fee of OpenRouter.
    """
    prompt_tokens: int
    """Number of tokens in the inputs."""
    prompt_tokens_details: CreateEmbeddingsResponseUsagePromptTokensDetails | None
    """Breakdown of the tokens."""
    total_tokens: int
    """Total number of tokens, the same as `prompt_tokens`."""

    def __init__(
        self,
        *,
        prompt_tokens: int,
        total_tokens: int,
        cost: float = UNSET,
        cost_details: CostDetails | Mapping[str, Any] | None = UNSET,
        is_byok: bool = UNSET,
        prompt_tokens_details: CreateEmbeddingsResponseUsagePromptTokensDetails | Mapping[str, Any] = UNSET,
    ) -> None:
        self._build(locals())
