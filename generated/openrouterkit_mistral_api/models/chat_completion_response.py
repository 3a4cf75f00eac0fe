# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatCompletionResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_completion_choice import ChatCompletionChoice
    from .usage_info import UsageInfo


class ChatCompletionResponse(JsonModel):
    """The response to a chat request that is not streamed."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "choices": Each(Nested("ChatCompletionChoice")),
        "usage": Nested("UsageInfo"),
    }

    choices: list[ChatCompletionChoice]
    """The completions: one, or the number that the request sets with `n`."""
    created: int
    """When the completion was created, as a Unix time in seconds."""
    id: str
    """Identifier of the completion."""
    model: str
    """The model that was used, by the name in the request."""
    object: Literal["chat.completion"]
    """Kind of the object."""
    usage: UsageInfo
    """Tokens used."""

    def __init__(
        self,
        *,
        object: Literal["chat.completion"] = "chat.completion",
        choices: Sequence[ChatCompletionChoice | Mapping[str, Any]],
        created: int,
        id: str,
        model: str,
        usage: UsageInfo | Mapping[str, Any],
    ) -> None:
        self._build(locals())
