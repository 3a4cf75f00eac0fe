# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SystemMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Kinds, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .system_message_chunk import SystemMessageChunk, SystemMessageChunkDict

    class SystemMessageDict(TypedDict, total=False):
        """`SystemMessage` as a plain dict."""

        content: Required[str | Sequence[SystemMessageChunk | SystemMessageChunkDict | JsonModel]]
        role: Required[Literal["system"]]


class SystemMessage(JsonModel):
    """Instructions for the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Union("SystemMessageChunk")))}

    content: str | list[SystemMessageChunk]
    """The instructions, as a text or as parts."""
    role: Literal["system"]
    """Marks the message as instructions."""

    def __init__(
        self,
        *,
        role: Literal["system"] = "system",
        content: str | Sequence[SystemMessageChunk | SystemMessageChunkDict | JsonModel],
    ) -> None:
        self._build(locals())
