# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatToolMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_content_items import ChatContentItems, ChatContentItemsDict

    class ChatToolMessageDict(TypedDict, total=False):
        """`ChatToolMessage` as a plain dict."""

        content: Required[str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel]]
        name: str
        role: Required[Literal["tool"]]
        tool_call_id: Required[str]


class ChatToolMessage(JsonModel):
    """The result of a tool call, sent back to the model. Send one message per call."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Union("ChatContentItems")))}

    content: str | list[ChatContentItems]
    """The result, as a string (often JSON) or as a list of parts."""
    name: str | None
    """Name of the function that was called. Optional; some providers require it."""
    role: Literal["tool"]
    """Marks the message as the result of a tool call."""
    tool_call_id: str
    """The id of the tool call."""

    def __init__(
        self,
        *,
        role: Literal["tool"] = "tool",
        content: str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel],
        tool_call_id: str,
        name: str = UNSET,
    ) -> None:
        self._build(locals())
