# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatSystemMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_content_text import ChatContentText, ChatContentTextDict

    class ChatSystemMessageDict(TypedDict, total=False):
        """`ChatSystemMessage` as a plain dict."""

        content: Required[str | Sequence[ChatContentText | ChatContentTextDict | JsonObject]]
        name: str
        role: Required[Literal["system"]]


class ChatSystemMessage(JsonModel):
    """Instructions for the whole conversation, usually its first message."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Nested("ChatContentText")))}

    content: str | list[ChatContentText]
    """The instructions, as a string or as text parts (which can carry cache breakpoints)."""
    name: str | None
    """Name that distinguishes participants of the same role. Some providers ignore it."""
    role: Literal["system"]
    """Marks the message as system instructions."""

    def __init__(
        self,
        *,
        role: Literal["system"] = "system",
        content: str | Sequence[ChatContentText | ChatContentTextDict | JsonObject],
        name: str = UNSET,
    ) -> None:
        self._build(locals())
