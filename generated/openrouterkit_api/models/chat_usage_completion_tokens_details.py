# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatUsageCompletionTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ChatUsageCompletionTokensDetails(JsonModel):
    """What the completion tokens consist of. Providers report only some of the counts."""

    accepted_prediction_tokens: int | None
    """Tokens of the `prediction` in the request that the model took over."""
    audio_tokens: int | None
    """Tokens of audio the model produced."""
    image_tokens: int | None
    """Tokens of images the model produced."""
    reasoning_tokens: int | None
    """Tokens the model spent on reasoning. They are billed as completion tokens."""
    rejected_prediction_tokens: int | None
    """Tokens of the `prediction` in the request that the model did not take over. They are billed as
    completion tokens.
    """

    def __init__(
        self,
        *,
        accepted_prediction_tokens: int | None = UNSET,
        audio_tokens: int | None = UNSET,
        image_tokens: int | None = UNSET,
        reasoning_tokens: int | None = UNSET,
        rejected_prediction_tokens: int | None = UNSET,
    ) -> None:
        self._build(locals())
