# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What the tokens of the inputs consist of. Kinds that do not occur may be absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class CreateEmbeddingsResponseUsagePromptTokensDetails(JsonModel):
    """What the tokens of the inputs consist of. Kinds that do not occur may be absent."""

    __slots__ = ("audio_tokens", "file_tokens", "image_tokens", "text_tokens", "video_tokens")

    _members: ClassVar[Members] = {
        "audio_tokens": ("audio_tokens", None),
        "file_tokens": ("file_tokens", None),
        "image_tokens": ("image_tokens", None),
        "text_tokens": ("text_tokens", None),
        "video_tokens": ("video_tokens", None),
    }

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
        self._assign(
            {
                "audio_tokens": audio_tokens,
                "file_tokens": file_tokens,
                "image_tokens": image_tokens,
                "text_tokens": text_tokens,
                "video_tokens": video_tokens,
            }
        )
