# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `TextChunk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class TextChunkDict(TypedDict, total=False):
        """`TextChunk` as a plain dict."""

        text: Required[str]
        type: Required[Literal["text"]]


class TextChunk(JsonModel):
    """Text."""

    text: str
    """The text."""
    type: Literal["text"]
    """Marks the part as text."""

    def __init__(self, *, type: Literal["text"] = "text", text: str) -> None:
        self._build(locals())
