# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatStreamChunk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ChatResultServiceTier
    from .chat_stream_choice import ChatStreamChoice
    from .chat_stream_chunk_debug import ChatStreamChunkDebug
    from .chat_usage import ChatUsage
    from .error_response_error import ErrorResponseError
    from .open_router_metadata import OpenRouterMetadata


class ChatStreamChunk(JsonModel):
    """A piece of a streamed chat answer. Every chunk of a stream bears the same `id`."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "choices": Each(Nested("ChatStreamChoice")),
        "debug": Nested("ChatStreamChunkDebug"),
        "error": Nested("ErrorResponseError"),
        "openrouter_metadata": Nested("OpenRouterMetadata"),
        "usage": Nested("ChatUsage"),
    }

    choices: list[ChatStreamChoice]
    """What each choice gains with this chunk. Empty on chunks that carry only usage, an error or debugging
    data.
    """
    created: int
    """When the completion was begun, in Unix seconds."""
    debug: ChatStreamChunkDebug | None
    """Debugging data, on a chunk of its own at the start of the stream. Sent when the request sets
    `debug`.
    """
    error: ErrorResponseError | None
    """Why the answer broke off. No content follows it."""
    id: str
    """Identifier of the generation, beginning with `gen-`. It also appears in the `X-Generation-Id`
    header.
    """
    model: str
    """The model that answers. It often differs from the one asked for."""
    object: Literal["chat.completion.chunk"]
    """Kind of this object."""
    openrouter_metadata: OpenRouterMetadata | None
    """How the request was routed, on the last chunk. Sent when the request header `X-OpenRouter-Metadata`
    is `enabled`.
    """
    provider: str | None
    """Display name of the provider that serves the model, for example `Amazon Bedrock`."""
    service_tier: ChatResultServiceTier | None
    """The service tier the provider used. Null or absent when the provider has no tiers."""
    system_fingerprint: str | None
    """Version of the backend configuration that serves the request, where the provider reports one."""
    usage: ChatUsage | None
    """Tokens used and what they cost, on the last chunk. It covers the whole answer."""
    user_id: str | None
    """The account the request was counted under. Sent beside `error`."""

    def __init__(
        self,
        *,
        object: Literal["chat.completion.chunk"] = "chat.completion.chunk",
        choices: Sequence[ChatStreamChoice | Mapping[str, Any]],
        created: int,
        id: str,
        model: str,
        debug: ChatStreamChunkDebug | Mapping[str, Any] = UNSET,
        error: ErrorResponseError | Mapping[str, Any] = UNSET,
        openrouter_metadata: OpenRouterMetadata | Mapping[str, Any] = UNSET,
        provider: str | None = UNSET,
        service_tier: ChatResultServiceTier | None = UNSET,
        system_fingerprint: str | None = UNSET,
        usage: ChatUsage | Mapping[str, Any] = UNSET,
        user_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
