# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What the completion tokens consist of. Providers report only some of the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ChatUsageCompletionTokensDetails(JsonModel):
    """What the completion tokens consist of. Providers report only some of the counts."""

    __slots__ = (
        "accepted_prediction_tokens",
        "audio_tokens",
        "image_tokens",
        "reasoning_tokens",
        "rejected_prediction_tokens",
    )

    _members: ClassVar[Members] = {
        "accepted_prediction_tokens": ("accepted_prediction_tokens", None),
        "audio_tokens": ("audio_tokens", None),
        "image_tokens": ("image_tokens", None),
        "reasoning_tokens": ("reasoning_tokens", None),
        "rejected_prediction_tokens": ("rejected_prediction_tokens", None),
    }

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
        self._assign(
            {
                "accepted_prediction_tokens": accepted_prediction_tokens,
                "audio_tokens": audio_tokens,
                "image_tokens": image_tokens,
                "reasoning_tokens": reasoning_tokens,
                "rejected_prediction_tokens": rejected_prediction_tokens,
            }
        )
