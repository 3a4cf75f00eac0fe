# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
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
