# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AssistantMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .content_chunk import ContentChunk, ContentChunkDict
    from .tool_call import ToolCall, ToolCallDict

    class AssistantMessageDict(TypedDict, total=False):
        """`AssistantMessage` as a plain dict."""

        content: str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None
        prefix: bool
        role: Required[Literal["assistant"]]
        tool_calls: Sequence[ToolCall | ToolCallDict | JsonObject] | None


class AssistantMessage(JsonModel):
    """A message of the model: received in responses, and sent back as history in later requests."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "content": Kinds(array=Each(Union("ContentChunk"))),
        "tool_calls": Each(Nested("ToolCall")),
    }

    content: str | list[ContentChunk] | None
    """The answer: a text, or parts if the model reasons. Empty or null beside tool calls."""
    prefix: bool | None
    """Whether this is the beginning of the answer, which the model continues. Only for the last message of
    a request. Defaults to false.
    """
    role: Literal["assistant"]
    """Marks the message as a message of the model."""
    tool_calls: list[ToolCall] | None
    """Tool calls that the model requests. Respond to each with a tool message that has its id. Null if
    there are none.
    """

    def __init__(
        self,
        *,
        role: Literal["assistant"] = "assistant",
        content: str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None = UNSET,
        prefix: bool = UNSET,
        tool_calls: Sequence[ToolCall | ToolCallDict | JsonObject] | None = UNSET,
    ) -> None:
        self._build(locals())
