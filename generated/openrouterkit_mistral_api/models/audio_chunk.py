# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AudioChunk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class AudioChunkDict(TypedDict, total=False):
        """`AudioChunk` as a plain dict."""

        input_audio: Required[str]
        type: Required[Literal["input_audio"]]


class AudioChunk(JsonModel):
    """Audio for models that can listen."""

    input_audio: str
    """The audio as base64 text, or its URL."""
    type: Literal["input_audio"]
    """Marks the part as audio."""

    def __init__(self, *, type: Literal["input_audio"] = "input_audio", input_audio: str) -> None:
        self._build(locals())
