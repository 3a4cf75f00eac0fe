# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DeltaMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Mapped, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .content_chunk import ContentChunk, ContentChunkDict
    from .tool_call import ToolCall, ToolCallDict


class DeltaMessage(JsonModel):
    """The parts that a chunk adds to a message."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "content": Kinds(array=Each(Union("ContentChunk"))),
        "metadata": Mapped(),
        "tool_calls": Each(Nested("ToolCall")),
    }

    content: str | list[ContentChunk] | None
    """Text to append to the content, or parts: a part continues the previous one of its kind. Empty or
    null in chunks that add something else.
    """
    index: int | None
    """Position of the message, if tools of the service led to several."""
    metadata: dict[str, Any] | None
    """Data of the service about the message."""
    role: str | None
    """Author of the message. Usually only in the first chunk."""
    tool_call_id: str | None
    """The tool call that the message responds to, for tools of the service."""
    tool_calls: list[ToolCall] | None
    """Tool calls that start or continue in this chunk; usually whole ones."""

    def __init__(
        self,
        *,
        content: str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None = UNSET,
        index: int | None = UNSET,
        metadata: Mapping[str, Any] | None = UNSET,
        role: str | None = UNSET,
        tool_call_id: str | None = UNSET,
        tool_calls: Sequence[ToolCall | ToolCallDict | JsonObject] | None = UNSET,
    ) -> None:
        self._build(locals())
