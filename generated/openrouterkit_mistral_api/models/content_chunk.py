# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A part of a message's content: text, reasoning, an image, audio, a document, a file or a reference.
The accepted kinds depend on the model.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    AudioChunkDict,
    DocumentURLChunkDict,
    FileChunkDict,
    ImageURLChunkDict,
    ReferenceChunkDict,
    TextChunkDict,
    ThinkChunkDict,
)
from ._unions import DECODERS
from .audio_chunk import AudioChunk
from .document_url_chunk import DocumentURLChunk
from .file_chunk import FileChunk
from .image_url_chunk import ImageURLChunk
from .reference_chunk import ReferenceChunk
from .text_chunk import TextChunk
from .think_chunk import ThinkChunk

ContentChunk: TypeAlias = (
    TextChunk | ImageURLChunk | DocumentURLChunk | ReferenceChunk | FileChunk | ThinkChunk | AudioChunk | UnknownVariant
)
"""A part of a message's content: text, reasoning, an image, audio, a document, a file or a reference.
The accepted kinds depend on the model.
"""

ContentChunkDict: TypeAlias = (
    TextChunkDict
    | JsonObject
    | ImageURLChunkDict
    | DocumentURLChunkDict
    | ReferenceChunkDict
    | FileChunkDict
    | ThinkChunkDict
    | AudioChunkDict
)
"""The values that arguments accept for a `ContentChunk`, in addition to its models."""


def read_content_chunk(data: Any) -> ContentChunk:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ContentChunk", DECODERS["ContentChunk"](owned(data)))
