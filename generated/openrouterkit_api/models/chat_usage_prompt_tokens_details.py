# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What the prompt tokens consist of. Providers report only some of the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ChatUsagePromptTokensDetails(JsonModel):
    """What the prompt tokens consist of. Providers report only some of the counts."""

    __slots__ = ("audio_tokens", "cache_write_tokens", "cached_tokens", "video_tokens")

    _members: ClassVar[Members] = {
        "audio_tokens": ("audio_tokens", None),
        "cache_write_tokens": ("cache_write_tokens", None),
        "cached_tokens": ("cached_tokens", None),
        "video_tokens": ("video_tokens", None),
    }

    audio_tokens: int | None
    """Tokens of audio in the prompt."""
    cache_write_tokens: int | None
    """Tokens written to the prompt cache of the provider. Reported by models that charge for writing."""
    cached_tokens: int | None
    """Tokens read from the prompt cache of the provider."""
    video_tokens: int | None
    """Tokens of video in the prompt."""

    def __init__(
        self,
        *,
        audio_tokens: int = UNSET,
        cache_write_tokens: int = UNSET,
        cached_tokens: int = UNSET,
        video_tokens: int = UNSET,
    ) -> None:
        self._assign(
            {
                "audio_tokens": audio_tokens,
                "cache_write_tokens": cache_write_tokens,
                "cached_tokens": cached_tokens,
                "video_tokens": video_tokens,
            }
        )
