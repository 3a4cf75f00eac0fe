# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamingResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_stream_chunk import ChatStreamChunk


class ChatStreamingResponse(JsonModel):
    """A server-sent event of a streamed chat completion. The stream ends with the event `[DONE]`. Comment
    lines, which keep the connection alive, are not events.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("ChatStreamChunk")}

    data: ChatStreamChunk
    """The chunk, as JSON in the `data` field of the event."""

    def __init__(self, *, data: ChatStreamChunk | Mapping[str, Any]) -> None:
        self._build(locals())
