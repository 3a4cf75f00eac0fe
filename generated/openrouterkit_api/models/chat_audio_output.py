# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAudioOutput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatAudioOutputDict(TypedDict, total=False):
        """`ChatAudioOutput` as a plain dict."""

        data: str
        expires_at: int
        id: str
        transcript: str


class ChatAudioOutput(JsonModel):
    """Audio that the model generated. In a stream, the data and the transcript arrive in pieces to be
    concatenated.
    """

    data: str | None
    """The audio, encoded in base64, in the requested format."""
    expires_at: int | None
    """When the id expires and can no longer be used in history, as a Unix time in seconds."""
    id: str | None
    """Identifier of this audio for later requests."""
    transcript: str | None
    """Transcript of the audio."""

    def __init__(self, *, data: str = UNSET, expires_at: int = UNSET, id: str = UNSET, transcript: str = UNSET) -> None:
        self._build(locals())
