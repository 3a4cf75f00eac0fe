# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatUsagePromptTokensDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ChatUsagePromptTokensDetails(JsonModel):
    """Breakdown of the prompt tokens. Providers report only some of the counts."""

    audio_tokens: int | None
    """Number of audio tokens in the prompt."""
    cache_write_tokens: int | None
    """Number of tokens written to the prompt cache of the provider. Reported by models that charge for
    writing.
    """
    cached_tokens: int | None
    """Number of tokens read from the prompt cache of the provider."""
    video_tokens: int | None
    """Number of video tokens in the prompt."""

    def __init__(
        self,
        *,
        audio_tokens: int = UNSET,
        cache_write_tokens: int = UNSET,
        cached_tokens: int = UNSET,
        video_tokens: int = UNSET,
    ) -> None:
        self._build(locals())
