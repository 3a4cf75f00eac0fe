# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamDelta`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_annotation import ChatAnnotation, ChatAnnotationDict
    from .chat_assistant_image import ChatAssistantImage, ChatAssistantImageDict
    from .chat_audio_output import ChatAudioOutput, ChatAudioOutputDict
    from .chat_stream_tool_call import ChatStreamToolCall
    from .reasoning_detail_union import ReasoningDetailUnion, ReasoningDetailUnionDict


class ChatStreamDelta(JsonModel):
    """The parts that a chunk adds to a message. Text is appended to the previous text."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "annotations": Each(Union("ChatAnnotation")),
        "audio": Nested("ChatAudioOutput"),
        "images": Each(Nested("ChatAssistantImage")),
        "reasoning_details": Each(Union("ReasoningDetailUnion")),
        "tool_calls": Each(Nested("ChatStreamToolCall")),
    }

    annotations: list[ChatAnnotation] | None
    """Citations and parsed files to add to those of the message."""
    audio: ChatAudioOutput | None
    """Audio to append: the base64 data and the transcript continue the previous ones."""
    content: str | None
    """Text to append to the content. Empty or null in chunks that add something else."""
    images: list[ChatAssistantImage] | None
    """Complete images that the model generated, usually as data URLs. A single event can have several
    megabytes.
    """
    reasoning: str | None
    """Text to append to the reasoning. `reasoning_details` contains the same text."""
    reasoning_details: list[ReasoningDetailUnion] | None
    """Reasoning as structured parts, which are required to continue the conversation."""
    refusal: str | None
    """Text to append to the refusal."""
    role: Literal["assistant"] | None
    """Author of the message."""
    tool_calls: list[ChatStreamToolCall] | None
    """Tool calls that start or continue in this chunk."""

    def __init__(
        self,
        *,
        annotations: Sequence[ChatAnnotation | ChatAnnotationDict | JsonModel] = UNSET,
        audio: ChatAudioOutput | ChatAudioOutputDict | JsonObject = UNSET,
        content: str | None = UNSET,
        images: Sequence[ChatAssistantImage | ChatAssistantImageDict | JsonObject] = UNSET,
        reasoning: str | None = UNSET,
        reasoning_details: Sequence[ReasoningDetailUnion | ReasoningDetailUnionDict | JsonModel] = UNSET,
        refusal: str | None = UNSET,
        role: Literal["assistant"] = UNSET,
        tool_calls: Sequence[ChatStreamToolCall | Mapping[str, Any]] = UNSET,
    ) -> None:
        self._build(locals())
