# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Audio that the model generated. In a stream the data and the transcript arrive in pieces to be
    joined.
    """

    data: str | None
    """The audio, encoded in base64, in the format that the request asked for."""
    expires_at: int | None
    """Time as Unix seconds after which the id can no longer be used in history."""
    id: str | None
    """Identifies this audio, to refer to it in later requests."""
    transcript: str | None
    """What is said in the audio, as text."""

    def __init__(self, *, data: str = UNSET, expires_at: int = UNSET, id: str = UNSET, transcript: str = UNSET) -> None:
        self._build(locals())
