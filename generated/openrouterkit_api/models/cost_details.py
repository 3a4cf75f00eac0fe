# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CostDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class CostDetails(JsonModel):
    """Amounts that the provider charges for a request, in US dollars."""

    input_audio_cache_read_tokens: float | None
    """Number of audio tokens read from the prompt cache, if the service reports it here."""
    upstream_inference_completions_cost: float | None
    """Amount that the provider charges for the completion, in US dollars."""
    upstream_inference_cost: float | None
    """Total amount that the provider charges, in US dollars. Null if it is not reported."""
    upstream_inference_prompt_cost: float | None
    """Amount that the provider charges for the prompt, in US dollars."""

    def __init__(
        self,
        *,
        input_audio_cache_read_tokens: float = UNSET,
        upstream_inference_completions_cost: float = UNSET,
        upstream_inference_cost: float | None = UNSET,
        upstream_inference_prompt_cost: float = UNSET,
    ) -> None:
        self._build(locals())
