# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `CostDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class CostDetails(JsonModel):
    """What the provider charges for a request, in US dollars."""

    input_audio_cache_read_tokens: float | None
    """Audio tokens read from the prompt cache, where the service reports them beside the costs."""
    upstream_inference_completions_cost: float | None
    """What the provider charges for the completion, in US dollars."""
    upstream_inference_cost: float | None
    """What the provider charges in all, in US dollars. Null where it is not reported."""
    upstream_inference_prompt_cost: float | None
    """What the provider charges for the prompt, in US dollars."""

    def __init__(
        self,
        *,
        input_audio_cache_read_tokens: float = UNSET,
        upstream_inference_completions_cost: float = UNSET,
        upstream_inference_cost: float | None = UNSET,
        upstream_inference_prompt_cost: float = UNSET,
    ) -> None:
        self._build(locals())
