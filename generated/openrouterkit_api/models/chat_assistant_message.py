# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatAssistantMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_annotation import ChatAnnotation, ChatAnnotationDict
    from .chat_assistant_image import ChatAssistantImage, ChatAssistantImageDict
    from .chat_audio_output import ChatAudioOutput, ChatAudioOutputDict
    from .chat_content_items import ChatContentItems, ChatContentItemsDict
    from .chat_tool_call import ChatToolCall, ChatToolCallDict
    from .reasoning_detail_union import ReasoningDetailUnion, ReasoningDetailUnionDict

    class ChatAssistantMessageDict(TypedDict, total=False):
        """`ChatAssistantMessage` as a plain dict."""

        annotations: Sequence[ChatAnnotation | ChatAnnotationDict | JsonModel]
        audio: ChatAudioOutput | ChatAudioOutputDict | JsonObject
        content: str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel] | None
        images: Sequence[ChatAssistantImage | ChatAssistantImageDict | JsonObject]
        model: str
        name: str
        reasoning: str | None
        reasoning_content: str | None
        reasoning_details: Sequence[ReasoningDetailUnion | ReasoningDetailUnionDict | JsonModel]
        refusal: str | None
        role: Required[Literal["assistant"]]
        tool_calls: Sequence[ChatToolCall | ChatToolCallDict | JsonObject]


class ChatAssistantMessage(JsonModel):
    """What the model answered; it comes in answers, and goes back as history in later requests. When a
    turn has tool calls or reasoning details, send it back unchanged.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "annotations": Each(Union("ChatAnnotation")),
        "audio": Nested("ChatAudioOutput"),
        "content": Kinds(array=Each(Union("ChatContentItems"))),
        "images": Each(Nested("ChatAssistantImage")),
        "reasoning_details": Each(Union("ReasoningDetailUnion")),
        "tool_calls": Each(Nested("ChatToolCall")),
    }

    annotations: list[ChatAnnotation] | None
    """Web pages that the answer cites, and files that were parsed for it. Send it back to avoid parsing
    the same file again.
    """
    audio: ChatAudioOutput | None
    """Spoken answer, when audio was among the requested modalities. In history, the id alone refers to an
    earlier one.
    """
    content: str | list[ChatContentItems] | None
    """The answer. Models answer with a string; null or empty beside tool calls (send null back as null)
    and beside audio.
    """
    images: list[ChatAssistantImage] | None
    """Images that the model generated, when image was among the requested modalities."""
    model: str | None
    """The model that wrote this message, as provider/model. In history it lets the auto-router with
    pin_model stay with that model.
    """
    name: str | None
    """Name that tells participants of the same role apart. Not all providers pass it on."""
    reasoning: str | None
    """The model's reasoning as plain text, or null when there is none or it is not disclosed."""
    reasoning_content: str | None
    """Another name for reasoning, which some providers and libraries use. Accepted in history; read
    reasoning in answers.
    """
    reasoning_details: list[ReasoningDetailUnion] | None
    """The reasoning in structured form, with signatures and encrypted blocks. Send it back unchanged so
    that the model can go on from it, above all between tool calls.
    """
    refusal: str | None
    """Why the model declined to answer, or null when it did not decline."""
    role: Literal["assistant"]
    """Marks the message as the model's."""
    tool_calls: list[ChatToolCall] | None
    """Calls that the model wants made. Each is to be answered by a tool message with its id."""

    def __init__(
        self,
        *,
        role: Literal["assistant"] = "assistant",
        annotations: Sequence[ChatAnnotation | ChatAnnotationDict | JsonModel] = UNSET,
        audio: ChatAudioOutput | ChatAudioOutputDict | JsonObject = UNSET,
        content: str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel] | None = UNSET,
        images: Sequence[ChatAssistantImage | ChatAssistantImageDict | JsonObject] = UNSET,
        model: str = UNSET,
        name: str = UNSET,
        reasoning: str | None = UNSET,
        reasoning_content: str | None = UNSET,
        reasoning_details: Sequence[ReasoningDetailUnion | ReasoningDetailUnionDict | JsonModel] = UNSET,
        refusal: str | None = UNSET,
        tool_calls: Sequence[ChatToolCall | ChatToolCallDict | JsonObject] = UNSET,
    ) -> None:
        self._build(locals())
