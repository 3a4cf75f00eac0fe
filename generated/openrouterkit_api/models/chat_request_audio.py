# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatRequestAudio`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ChatRequestAudioFormat

    class ChatRequestAudioDict(TypedDict, total=False):
        """`ChatRequestAudio` as a plain dict."""

        format: ChatRequestAudioFormat
        voice: str


class ChatRequestAudio(JsonModel):
    """Voice and format of spoken answers. Required if modalities contain audio."""

    format: ChatRequestAudioFormat | None
    """Format of the audio. Streams usually allow only pcm16."""
    voice: str | None
    """Voice of the audio, such as alloy. The available voices depend on the model."""

    def __init__(self, *, format: ChatRequestAudioFormat = UNSET, voice: str = UNSET) -> None:
        self._build(locals())
