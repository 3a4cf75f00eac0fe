# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CompletionEvent`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .completion_chunk import CompletionChunk


class CompletionEvent(JsonModel):
    """A server-sent event of a streamed chat completion. The stream ends with the event `[DONE]`."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("CompletionChunk")}

    data: CompletionChunk
    """The chunk, as JSON in the `data` field of the event."""

    def __init__(self, *, data: CompletionChunk | Mapping[str, Any]) -> None:
        self._build(locals())
