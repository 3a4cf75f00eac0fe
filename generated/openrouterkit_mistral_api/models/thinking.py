# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A part of the reasoning, text or a reference."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ReferenceChunkDict, TextChunkDict
from ._unions import DECODERS
from .reference_chunk import ReferenceChunk
from .text_chunk import TextChunk

Thinking: TypeAlias = TextChunk | ReferenceChunk | UnknownVariant
"""A part of the reasoning, text or a reference."""

ThinkingDict: TypeAlias = TextChunkDict | JsonObject | ReferenceChunkDict
"""The values that arguments accept for a `Thinking`, in addition to its models."""


def read_thinking(data: Any) -> Thinking:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("Thinking", DECODERS["Thinking"](owned(data)))
