# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatDeveloperMessage`."""

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

    class ChatDeveloperMessageDict(TypedDict, total=False):
        """`ChatDeveloperMessage` as a plain dict."""

        content: Required[str | Sequence[ChatContentText | ChatContentTextDict | JsonObject]]
        name: str
        role: Required[Literal["developer"]]


class ChatDeveloperMessage(JsonModel):
    """Instructions from the developer of the application. Newer OpenAI models expect them in place of
    system messages; other models treat both alike.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Nested("ChatContentText")))}

    content: str | list[ChatContentText]
    """The instructions, as a string or as text parts (which can carry cache breakpoints)."""
    name: str | None
    """Name that distinguishes participants of the same role. Some providers ignore it."""
    role: Literal["developer"]
    """Marks the message as developer instructions."""

    def __init__(
        self,
        *,
        role: Literal["developer"] = "developer",
        content: str | Sequence[ChatContentText | ChatContentTextDict | JsonObject],
        name: str = UNSET,
    ) -> None:
        self._build(locals())
