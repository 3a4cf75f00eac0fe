# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatUserMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_content_items import ChatContentItems, ChatContentItemsDict

    class ChatUserMessageDict(TypedDict, total=False):
        """`ChatUserMessage` as a plain dict."""

        content: Required[str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel]]
        name: str
        role: Required[Literal["user"]]


class ChatUserMessage(JsonModel):
    """A message of the user."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Union("ChatContentItems")))}

    content: str | list[ChatContentItems]
    """The message, as a string or as a list of parts: text, images, audio, videos and files."""
    name: str | None
    """Name that distinguishes participants of the same role. Some providers ignore it."""
    role: Literal["user"]
    """Marks the message as a message of the user."""

    def __init__(
        self,
        *,
        role: Literal["user"] = "user",
        content: str | Sequence[ChatContentItems | ChatContentItemsDict | JsonModel],
        name: str = UNSET,
    ) -> None:
        self._build(locals())
