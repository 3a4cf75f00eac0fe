# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatUsageCompletionTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ChatUsageCompletionTokensDetails(JsonModel):
    """Breakdown of the completion tokens. Providers report only some of the counts."""

    accepted_prediction_tokens: int | None
    """Number of tokens of the request's `prediction` that the model used."""
    audio_tokens: int | None
    """Number of generated audio tokens."""
    image_tokens: int | None
    """Number of generated image tokens."""
    reasoning_tokens: int | None
    """Number of reasoning tokens. They are billed as completion tokens."""
    rejected_prediction_tokens: int | None
    """Number of tokens of the request's `prediction` that the model did not use. They are billed as
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
