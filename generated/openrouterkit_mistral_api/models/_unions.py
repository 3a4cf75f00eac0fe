# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Decoders of the named unions, by name."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.members import Decoder

from .._decoders import Nested, Tagged


def return_unchanged(value: object) -> object:
    """Return the value itself: the decoder of unions without models."""
    return value


DECODERS: Mapping[str, Decoder] = {
    "ChatMessage": Tagged(
        "role",
        {"system": "SystemMessage", "user": "UserMessage", "assistant": "AssistantMessage", "tool": "ToolMessage"},
    ),
    "ChatTool": Tagged(
        "type",
        {
            "function": "Tool",
            "image_generation": "ImageGenerationTool",
            "document_library": "DocumentLibraryTool",
            "connector": "CustomConnector",
        },
        "Tool",
    ),
    "ContentChunk": Tagged(
        "type",
        {
            "text": "TextChunk",
            "image_url": "ImageURLChunk",
            "document_url": "DocumentURLChunk",
            "reference": "ReferenceChunk",
            "file": "FileChunk",
            "thinking": "ThinkChunk",
            "input_audio": "AudioChunk",
        },
    ),
    "ReferenceID": return_unchanged,
    "SystemMessageChunk": Tagged("type", {"text": "TextChunk", "thinking": "ThinkChunk"}),
    "Thinking": Tagged("type", {"text": "TextChunk", "reference": "ReferenceChunk"}),
    "ToolChoice": Nested("ToolChoiceFunction"),
}
