# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `CreateEmbeddingsResponseUsagePromptTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class CreateEmbeddingsResponseUsagePromptTokensDetails(JsonModel):
    """What the tokens of the inputs consist of. Kinds that do not occur may be absent."""

    audio_tokens: int | None
    """Tokens that stand for audio."""
    file_tokens: int | None
    """Tokens that stand for files."""
    image_tokens: int | None
    """Tokens that stand for pictures."""
    text_tokens: int | None
    """Tokens that stand for text."""
    video_tokens: int | None
    """Tokens that stand for video."""

    def __init__(
        self,
        *,
        audio_tokens: int = UNSET,
        file_tokens: int = UNSET,
        image_tokens: int = UNSET,
        text_tokens: int = UNSET,
        video_tokens: int = UNSET,
    ) -> None:
        self._build(locals())
