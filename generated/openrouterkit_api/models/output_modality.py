# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of output: `embeddings` are vectors, `rerank` scores of documents, `speech` spoken text,
`transcription` text from speech; `audio` comes with a chat answer.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

OutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription"] | str
)
"""Kind of output: `embeddings` are vectors, `rerank` scores of documents, `speech` spoken text,
`transcription` text from speech; `audio` comes with a chat answer.
"""
