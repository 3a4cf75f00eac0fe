# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationResponseData`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import GenerationResponseDataApiType, GenerationResponseDataDataRegion
    from .provider_response import ProviderResponse


class GenerationResponseData(JsonModel):
    """The record of a generation. Any member except `id` may be absent. Native counts are those of the
    model's tokenizer, which are billed; the other counts use one tokenizer for all models, so that
    models can be compared.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "created_at": decode_datetime,
        "provider_responses": Each(Nested("ProviderResponse")),
    }

    api_type: GenerationResponseDataApiType | None
    """Kind of request that created the generation. Null if unknown."""
    app_id: int | None
    """Number of the application that sent the request. Null if it did not identify itself."""
    cache_discount: float | None
    """Amount that the prompt cache saved, in US dollars; negative if writing to it cost more than it
    saved. Null if no cache was used.
    """
    cancelled: bool | None
    """Whether the client closed the stream before its end. Null if unknown."""
    created_at: datetime | None
    """When the generation was created."""
    data_region: GenerationResponseDataDataRegion | None
    """Region the request was routed through."""
    external_user: str | None
    """Member `user` of the request. Null if it was not set."""
    finish_reason: str | None
    """Why the model stopped, as in the response. Null if it did not finish."""
    generation_time: float | None
    """Time that the generation took, in milliseconds. Null if not measured."""
    http_referer: str | None
    """Header `HTTP-Referer` of the request. Null if it was not sent."""
    id: str
    """Identifier of the generation, the same as `id` in its response."""
    is_byok: bool | None
    """Whether the request used your own provider key."""
    latency: float | None
    """Latency of the response, in milliseconds. Null if not measured."""
    model: str | None
    """Model that was used."""
    moderation_latency: float | None
    """Time that the moderation of the input took, in milliseconds. Null without moderation."""
    native_finish_reason: str | None
    """Why the model stopped, in the terms of the provider. Null if unknown."""
    native_tokens_cached: int | None
    """Number of prompt tokens read from the prompt cache, native count. Null if unknown."""
    native_tokens_completion: int | None
    """Number of completion tokens, including reasoning, native count. Null if unknown."""
    native_tokens_completion_images: int | None
    """Number of completion tokens of images, native count. Null if unknown."""
    native_tokens_prompt: int | None
    """Number of prompt tokens, native count. Null if unknown."""
    native_tokens_reasoning: int | None
    """Number of reasoning tokens, native count. Null if unknown."""
    num_fetches: int | None
    """Number of fetched web pages. Null if unknown."""
    num_input_audio_prompt: int | None
    """Number of recordings in the prompt. Null if unknown."""
    num_media_completion: int | None
    """Number of images and other media in the completion. Null if unknown."""
    num_media_prompt: int | None
    """Number of images and other media in the prompt. Null if unknown."""
    num_search_results: int | None
    """Number of web search results that were used. Null if unknown."""
    origin: str | None
    """URL that the application named as the origin of the request."""
    preset_id: str | None
    """Preset of the request, as a UUID. Null if it used none."""
    provider_name: str | None
    """Display name of the provider that served the request. Null if none did."""
    provider_responses: list[ProviderResponse] | None
    """The attempts at providers, in order; several after a fallback. Null if not recorded."""
    request_id: str | None
    """Identifier common to all generations of a request. Null if unknown."""
    response_cache_source_id: str | None
    """Generation whose cached response was returned. Null if the response did not come from the response
    cache.
    """
    router: str | None
    """Router that selected the model, for example `openrouter/auto`. Null if the request named the model."""
    service_tier: str | None
    """Service tier that the provider used. Null if the provider does not report it."""
    session_id: str | None
    """Session of the request. Null if it named none."""
    streamed: bool | None
    """Whether the response was streamed. Null if unknown."""
    tokens_completion: int | None
    """Number of completion tokens, by the common tokenizer. Null if unknown."""
    tokens_prompt: int | None
    """Number of prompt tokens, by the common tokenizer. Null if unknown."""
    total_cost: float | None
    """Total cost of the generation, in US dollars."""
    upstream_id: str | None
    """The provider's identifier of the generation. Null if it has none."""
    upstream_inference_cost: float | None
    """Amount that the provider charged, in US dollars. Null if it is not reported."""
    usage: float | None
    """Credits used for the generation, in US dollars."""
    user_agent: str | None
    """Header `User-Agent` of the request. Null if it was not sent."""
    web_search_engine: str | None
    """Engine that searched the web, for example `exa`. Null if none did."""
    workspace_id: str | None
    """Workspace of the API key, as a UUID. Null if unknown."""

    def __init__(
        self,
        *,
        id: str,
        api_type: GenerationResponseDataApiType | None = UNSET,
        app_id: int | None = UNSET,
        cache_discount: float | None = UNSET,
        cancelled: bool | None = UNSET,
        created_at: datetime | str = UNSET,
        data_region: GenerationResponseDataDataRegion = UNSET,
        external_user: str | None = UNSET,
        finish_reason: str | None = UNSET,
        generation_time: float | None = UNSET,
        http_referer: str | None = UNSET,
        is_byok: bool = UNSET,
        latency: float | None = UNSET,
        model: str = UNSET,
        moderation_latency: float | None = UNSET,
        native_finish_reason: str | None = UNSET,
        native_tokens_cached: int | None = UNSET,
        native_tokens_completion: int | None = UNSET,
        native_tokens_completion_images: int | None = UNSET,
        native_tokens_prompt: int | None = UNSET,
        native_tokens_reasoning: int | None = UNSET,
        num_fetches: int | None = UNSET,
        num_input_audio_prompt: int | None = UNSET,
        num_media_completion: int | None = UNSET,
        num_media_prompt: int | None = UNSET,
        num_search_results: int | None = UNSET,
        origin: str = UNSET,
        preset_id: str | None = UNSET,
        provider_name: str | None = UNSET,
        provider_responses: Sequence[ProviderResponse | Mapping[str, Any]] | None = UNSET,
        request_id: str | None = UNSET,
        response_cache_source_id: str | None = UNSET,
        router: str | None = UNSET,
        service_tier: str | None = UNSET,
        session_id: str | None = UNSET,
        streamed: bool | None = UNSET,
        tokens_completion: int | None = UNSET,
        tokens_prompt: int | None = UNSET,
        total_cost: float = UNSET,
        upstream_id: str | None = UNSET,
        upstream_inference_cost: float | None = UNSET,
        usage: float = UNSET,
        user_agent: str | None = UNSET,
        web_search_engine: str | None = UNSET,
        workspace_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
