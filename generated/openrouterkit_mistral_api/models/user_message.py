# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `UserMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Kinds, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .content_chunk import ContentChunk, ContentChunkDict

    class UserMessageDict(TypedDict, total=False):
        """`UserMessage` as a plain dict."""

        content: Required[str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None]
        role: Required[Literal["user"]]


class UserMessage(JsonModel):
    """A message of the user."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Union("ContentChunk")))}

    content: str | list[ContentChunk] | None
    """The message, as a text or as parts."""
    role: Literal["user"]
    """Marks the message as a message of the user."""

    def __init__(
        self,
        *,
        role: Literal["user"] = "user",
        content: str | Sequence[ContentChunk | ContentChunkDict | JsonModel] | None,
    ) -> None:
        self._build(locals())
