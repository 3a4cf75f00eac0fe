# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """A chunk of a streamed chat completion. All chunks of a stream have the same `id`."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "choices": Each(Nested("ChatStreamChoice")),
        "debug": Nested("ChatStreamChunkDebug"),
        "error": Nested("ErrorResponseError"),
        "openrouter_metadata": Nested("OpenRouterMetadata"),
        "usage": Nested("ChatUsage"),
    }

    choices: list[ChatStreamChoice]
    """The parts that this chunk adds to each choice. Empty if the chunk contains only usage, an error or
    debugging data.
    """
    created: int
    """When the completion was started, as a Unix time in seconds."""
    debug: ChatStreamChunkDebug | None
    """Debugging data, in a separate chunk at the start of the stream. Sent if the request sets `debug`."""
    error: ErrorResponseError | None
    """Why the stream failed. No content follows it."""
    id: str
    """Identifier of the generation, starting with `gen-`. Also sent in the header `X-Generation-Id`."""
    model: str
    """The model that is used. It often differs from the requested one."""
    object: Literal["chat.completion.chunk"]
    """Kind of this object."""
    openrouter_metadata: OpenRouterMetadata | None
    """How the request was routed, in the last chunk. Sent if the request header `X-OpenRouter-Metadata` is
    `enabled`.
    """
    provider: str | None
    """Display name of the provider that serves the model, for example `Amazon Bedrock`."""
    service_tier: ChatResultServiceTier | None
    """The service tier that the provider used. Null or absent if the provider has no tiers."""
    system_fingerprint: str | None
    """Version of the backend configuration that serves the request, if the provider reports one."""
    usage: ChatUsage | None
    """Tokens used by the whole response, and their cost, in the last chunk."""
    user_id: str | None
    """The account of the request. Sent together with `error`."""

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
