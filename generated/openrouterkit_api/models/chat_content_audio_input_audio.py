# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentAudioInputAudio`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatContentAudioInputAudioDict(TypedDict, total=False):
        """`ChatContentAudioInputAudio` as a plain dict."""

        data: Required[str]
        format: Required[str]


class ChatContentAudioInputAudio(JsonModel):
    """A recording as data; URLs are not accepted for audio."""

    data: str
    """The recording, encoded in base64, without a data URL prefix."""
    format: str
    """Format of the recording, such as wav, mp3, flac, m4a, ogg, aiff, aac, pcm16 or pcm24. The accepted
    formats depend on the provider.
    """

    def __init__(self, *, data: str, format: str) -> None:
        self._build(locals())
