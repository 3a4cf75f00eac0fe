# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CompletionChunk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .completion_response_stream_choice import CompletionResponseStreamChoice
    from .usage_info import UsageInfo


class CompletionChunk(JsonModel):
    """A part of a streamed completion."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "choices": Each(Nested("CompletionResponseStreamChoice")),
        "usage": Nested("UsageInfo"),
    }

    choices: list[CompletionResponseStreamChoice]
    """The parts that the chunk adds; with several choices, to one of them at a time."""
    created: int | None
    """When the completion was started, as a Unix time in seconds."""
    id: str
    """Identifier of the completion, the same in all chunks."""
    model: str
    """The model that is used, by the name in the request."""
    object: Literal["chat.completion.chunk"] | None
    """Kind of the object."""
    p: str | None
    """Padding of random length, which hides the length of the content. Ignore it."""
    usage: UsageInfo | None
    """Tokens used by the whole completion. Only in the last chunk."""

    def __init__(
        self,
        *,
        choices: Sequence[CompletionResponseStreamChoice | Mapping[str, Any]],
        id: str,
        model: str,
        created: int = UNSET,
        object: Literal["chat.completion.chunk"] = UNSET,
        p: str = UNSET,
        usage: UsageInfo | Mapping[str, Any] = UNSET,
    ) -> None:
        self._build(locals())
