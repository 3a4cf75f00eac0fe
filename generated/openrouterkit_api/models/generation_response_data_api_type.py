# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of call that made a generation: text completions, chats included; embeddings; ranking of
documents; text to speech (tts); speech to text (stt); video; image.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

GenerationResponseDataApiType: TypeAlias = (
    Literal["completions", "embeddings", "rerank", "tts", "stt", "video", "image"] | str
)
"""Kind of call that made a generation: text completions, chats included; embeddings; ranking of
documents; text to speech (tts); speech to text (stt); video; image.
"""
