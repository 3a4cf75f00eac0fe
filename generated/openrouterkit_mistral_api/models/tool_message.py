# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ToolMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .content_chunk import ContentChunk, ContentChunkDict

    class ToolMessageDict(TypedDict, total=False):
        """`ToolMessage` as a plain dict."""

        content: Required[str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None]
        name: str | None
        role: Required[Literal["tool"]]
        tool_call_id: str | None


class ToolMessage(JsonModel):
    """The result of a tool call."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Union("ContentChunk")))}

    content: str | list[ContentChunk] | None
    """The result, as a text or as parts."""
    name: str | None
    """Name of the function."""
    role: Literal["tool"]
    """Marks the message as the result of a tool call."""
    tool_call_id: str | None
    """Identifier of the tool call."""

    def __init__(
        self,
        *,
        role: Literal["tool"] = "tool",
        content: str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None,
        name: str | None = UNSET,
        tool_call_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
