# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatResult`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ChatResultServiceTier
    from .chat_choice import ChatChoice
    from .chat_usage import ChatUsage
    from .error_response_error import ErrorResponseError
    from .open_router_metadata import OpenRouterMetadata


class ChatResult(JsonModel):
    """The response to a chat request that is not streamed. A response with HTTP status 200 can contain
    `error` in place of a completion.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "choices": Each(Nested("ChatChoice")),
        "error": Nested("ErrorResponseError"),
        "openrouter_metadata": Nested("OpenRouterMetadata"),
        "usage": Nested("ChatUsage"),
    }

    choices: list[ChatChoice]
    """The completions: one, or the number that the request sets with `n`."""
    created: int
    """When the completion was created, as a Unix time in seconds."""
    error: ErrorResponseError | None
    """Present only if the service failed after it had sent status 200."""
    id: str
    """Identifier of the generation, starting with `gen-`. Also sent in the header `X-Generation-Id`."""
    model: str
    """The model that was used. It often differs from the requested one: a dated version, or the choice of
    a router or a fallback.
    """
    object: Literal["chat.completion"]
    """Kind of this object."""
    openrouter_metadata: OpenRouterMetadata | None
    """How the request was routed. Present if the request header `X-OpenRouter-Metadata` is `enabled`."""
    provider: str | None
    """Display name of the provider that served the model, for example `Amazon Bedrock`."""
    service_tier: ChatResultServiceTier | None
    """The service tier that the provider used. Null or absent if the provider has no tiers."""
    system_fingerprint: str | None
    """Version of the backend configuration that served the request, if the provider reports one. Often
    absent.
    """
    usage: ChatUsage | None
    """Tokens used, and their cost."""
    user_id: str | None
    """The account of the request. Sent together with `error`."""

    def __init__(
        self,
        *,
        object: Literal["chat.completion"] = "chat.completion",
        choices: Sequence[ChatChoice | Mapping[str, Any]],
        created: int,
        id: str,
        model: str,
        error: ErrorResponseError | Mapping[str, Any] = UNSET,
        openrouter_metadata: OpenRouterMetadata | Mapping[str, Any] = UNSET,
        provider: str | None = UNSET,
        service_tier: ChatResultServiceTier | None = UNSET,
        system_fingerprint: str | None = UNSET,
        usage: ChatUsage | Mapping[str, Any] = UNSET,
        user_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
