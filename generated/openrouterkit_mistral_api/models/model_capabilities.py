# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelCapabilities`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ModelCapabilities(JsonModel):
    """What a model can do."""

    audio: bool | None
    """Whether it accepts audio in chats."""
    audio_speech: bool | None
    """Whether it speaks."""
    audio_transcription: bool | None
    """Whether it transcribes recordings."""
    audio_transcription_realtime: bool | None
    """Whether it transcribes while the audio is still being sent."""
    classification: bool | None
    """Whether it classifies texts."""
    completion_chat: bool | None
    """Whether it completes chats."""
    completion_fim: bool | None
    """Whether it fills gaps in code."""
    fine_tuning: bool | None
    """Whether it can be fine-tuned."""
    function_calling: bool | None
    """Whether it calls tools."""
    moderation: bool | None
    """Whether it finds harmful content."""
    ocr: bool | None
    """Whether it reads scanned documents."""
    reasoning: bool | None
    """Whether it reasons before it answers."""
    unified_resources: bool | None
    """Whether it uses the unified resources of the service."""
    vision: bool | None
    """Whether it accepts images."""

    def __init__(
        self,
        *,
        audio: bool = UNSET,
        audio_speech: bool = UNSET,
        audio_transcription: bool = UNSET,
        audio_transcription_realtime: bool = UNSET,
        classification: bool = UNSET,
        completion_chat: bool = UNSET,
        completion_fim: bool = UNSET,
        fine_tuning: bool = UNSET,
        function_calling: bool = UNSET,
        moderation: bool = UNSET,
        ocr: bool = UNSET,
        reasoning: bool = UNSET,
        unified_resources: bool = UNSET,
        vision: bool = UNSET,
    ) -> None:
        self._build(locals())
