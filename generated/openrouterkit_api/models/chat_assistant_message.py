# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """A message of the model: received in responses, and sent back as history in later requests. If a
    message has tool calls or reasoning details, send it back unchanged.
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
    """Web pages that the answer cites, and files that were parsed for it. Send them back to avoid parsing
    the same file again.
    """
    audio: ChatAudioOutput | None
    """Spoken answer, if the request has audio among its modalities. In history, the id alone refers to an
    earlier audio.
    """
    content: str | list[ChatContentItems] | None
    """The answer. Models return a string, or null or an empty string together with tool calls (send null
    back as null) or with audio.
    """
    images: list[ChatAssistantImage] | None
    """Images that the model generated, if the request has image among its modalities."""
    model: str | None
    """The model that wrote this message, as provider/model. In history, it lets the auto-router with
    pin_model continue with that model.
    """
    name: str | None
    """Name that distinguishes participants of the same role. Some providers ignore it."""
    reasoning: str | None
    """The model's reasoning as plain text; null if there is none or it is not disclosed."""
    reasoning_content: str | None
    """Another name of `reasoning`, used by some providers and libraries. Accepted in history; in
    responses, read `reasoning`.
    """
    reasoning_details: list[ReasoningDetailUnion] | None
    """The reasoning in structured form, with signatures and encrypted blocks. Send it back unchanged so
    that the model can continue it, especially between tool calls.
    """
    refusal: str | None
    """Why the model refused to answer; null if it did not refuse."""
    role: Literal["assistant"]
    """Marks the message as a message of the model."""
    tool_calls: list[ChatToolCall] | None
    """Tool calls that the model requests. Respond to each with a tool message that has its id."""

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
