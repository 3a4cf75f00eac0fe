# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsResponseUsagePromptTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class CreateEmbeddingsResponseUsagePromptTokensDetails(JsonModel):
    """Breakdown of the tokens of the inputs. Kinds that do not occur may be absent."""

    audio_tokens: int | None
    """Number of audio tokens."""
    file_tokens: int | None
    """Number of file tokens."""
    image_tokens: int | None
    """Number of image tokens."""
    text_tokens: int | None
    """Number of text tokens."""
    video_tokens: int | None
    """Number of video tokens."""

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
