# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A part of instructions, text or reasoning."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import TextChunkDict, ThinkChunkDict
from ._unions import DECODERS
from .text_chunk import TextChunk
from .think_chunk import ThinkChunk

SystemMessageChunk: TypeAlias = TextChunk | ThinkChunk | UnknownVariant
"""A part of instructions, text or reasoning."""

SystemMessageChunkDict: TypeAlias = TextChunkDict | JsonObject | ThinkChunkDict
"""The values that arguments accept for a `SystemMessageChunk`, in addition to its models."""


def read_system_message_chunk(data: Any) -> SystemMessageChunk:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("SystemMessageChunk", DECODERS["SystemMessageChunk"](owned(data)))
