# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What is recorded about one generation. Any member but `id` may be absent. Native counts are those of
the tokenizer of the model, which are charged; the others come from one tokenizer for all models, so
that models can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .generation_response_data_api_type import GenerationResponseDataApiType
    from .generation_response_data_data_region import GenerationResponseDataDataRegion
    from .provider_response import ProviderResponse


class GenerationResponseData(JsonModel):
    """What is recorded about one generation. Any member but `id` may be absent. Native counts are those of
    the tokenizer of the model, which are charged; the others come from one tokenizer for all models, so
    that models can be compared.
    """

    __slots__ = (
        "api_type",
        "app_id",
        "cache_discount",
        "cancelled",
        "created_at",
        "data_region",
        "external_user",
        "finish_reason",
        "generation_time",
        "http_referer",
        "id",
        "is_byok",
        "latency",
        "model",
        "moderation_latency",
        "native_finish_reason",
        "native_tokens_cached",
        "native_tokens_completion",
        "native_tokens_completion_images",
        "native_tokens_prompt",
        "native_tokens_reasoning",
        "num_fetches",
        "num_input_audio_prompt",
        "num_media_completion",
        "num_media_prompt",
        "num_search_results",
        "origin",
        "preset_id",
        "provider_name",
        "provider_responses",
        "request_id",
        "response_cache_source_id",
        "router",
        "service_tier",
        "session_id",
        "streamed",
        "tokens_completion",
        "tokens_prompt",
        "total_cost",
        "upstream_id",
        "upstream_inference_cost",
        "usage",
        "user_agent",
        "web_search_engine",
        "workspace_id",
    )

    _members: ClassVar[Members] = {
        "api_type": ("api_type", None),
        "app_id": ("app_id", None),
        "cache_discount": ("cache_discount", None),
        "cancelled": ("cancelled", None),
        "created_at": ("created_at", decode_datetime),
        "data_region": ("data_region", None),
        "external_user": ("external_user", None),
        "finish_reason": ("finish_reason", None),
        "generation_time": ("generation_time", None),
        "http_referer": ("http_referer", None),
        "id": ("id", None),
        "is_byok": ("is_byok", None),
        "latency": ("latency", None),
        "model": ("model", None),
        "moderation_latency": ("moderation_latency", None),
        "native_finish_reason": ("native_finish_reason", None),
        "native_tokens_cached": ("native_tokens_cached", None),
        "native_tokens_completion": ("native_tokens_completion", None),
        "native_tokens_completion_images": ("native_tokens_completion_images", None),
        "native_tokens_prompt": ("native_tokens_prompt", None),
        "native_tokens_reasoning": ("native_tokens_reasoning", None),
        "num_fetches": ("num_fetches", None),
        "num_input_audio_prompt": ("num_input_audio_prompt", None),
        "num_media_completion": ("num_media_completion", None),
        "num_media_prompt": ("num_media_prompt", None),
        "num_search_results": ("num_search_results", None),
        "origin": ("origin", None),
        "preset_id": ("preset_id", None),
        "provider_name": ("provider_name", None),
        "provider_responses": ("provider_responses", Each(Nested("ProviderResponse"))),
        "request_id": ("request_id", None),
        "response_cache_source_id": ("response_cache_source_id", None),
        "router": ("router", None),
        "service_tier": ("service_tier", None),
        "session_id": ("session_id", None),
        "streamed": ("streamed", None),
        "tokens_completion": ("tokens_completion", None),
        "tokens_prompt": ("tokens_prompt", None),
        "total_cost": ("total_cost", None),
        "upstream_id": ("upstream_id", None),
        "upstream_inference_cost": ("upstream_inference_cost", None),
        "usage": ("usage", None),
        "user_agent": ("user_agent", None),
        "web_search_engine": ("web_search_engine", None),
        "workspace_id": ("workspace_id", None),
    }

    api_type: GenerationResponseDataApiType | None
    """Kind of call that made the generation. Null when not known."""
    app_id: int | None
    """Number of the application that made the request. Null when it did not name itself."""
    cache_discount: float | None
    """What the prompt cache saved, in US dollars; negative when filling it cost more than it saved. Null
    when no cache took part.
    """
    cancelled: bool | None
    """Whether the client broke off the stream before its end. Null when not known."""
    created_at: datetime | None
    """When the generation was made."""
    data_region: GenerationResponseDataDataRegion | None
    """Region the request was routed through."""
    external_user: str | None
    """What the request gave as `user`. Null when it gave none."""
    finish_reason: str | None
    """Why the model stopped, as in the answer. Null when it did not come to an end."""
    generation_time: float | None
    """Time the model took to generate, in milliseconds. Null when not measured."""
    http_referer: str | None
    """Header `HTTP-Referer` of the request. Null when there was none."""
    id: str
    """Identifier of the generation, the same as `id` in its answer."""
    is_byok: bool | None
    """Whether the request used a provider key of your own."""
    latency: float | None
    """Latency of the answer, in milliseconds. Null when not measured."""
    model: str | None
    """Model that made the generation."""
    moderation_latency: float | None
    """Time that moderation of the input took, in milliseconds. Null without moderation."""
    native_finish_reason: str | None
    """Why the model stopped, in the words of the provider. Null when not known."""
    native_tokens_cached: int | None
    """Prompt tokens read from the prompt cache, native count. Null when not known."""
    native_tokens_completion: int | None
    """Completion tokens, reasoning included, native count. Null when not known."""
    native_tokens_completion_images: int | None
    """Completion tokens that stand for pictures, native count. Null when not known."""
    native_tokens_prompt: int | None
    """Prompt tokens, native count. Null when not known."""
    native_tokens_reasoning: int | None
    """Reasoning tokens, native count. Null when not known."""
    num_fetches: int | None
    """How many web pages were fetched. Null when not known."""
    num_input_audio_prompt: int | None
    """How many recordings the prompt had. Null when not known."""
    num_media_completion: int | None
    """How many pictures or other media the completion had. Null when not known."""
    num_media_prompt: int | None
    """How many pictures or other media the prompt had. Null when not known."""
    num_search_results: int | None
    """How many results of web searches were used. Null when not known."""
    origin: str | None
    """Address that the request came from, as the application named it."""
    preset_id: str | None
    """Preset the request used, as a UUID. Null when it used none."""
    provider_name: str | None
    """Display name of the provider that served the request. Null when none did."""
    provider_responses: list[ProviderResponse] | None
    """The attempts at providers, in their order; more than one after a fallback. Null when not recorded."""
    request_id: str | None
    """Identifier that all generations of one request share. Null when not known."""
    response_cache_source_id: str | None
    """Generation whose stored answer was given, if this one was answered from the response cache; else
    null.
    """
    router: str | None
    """Router that chose the model, for example `openrouter/auto`. Null when the request named the model."""
    service_tier: str | None
    """Service tier the provider used. Null when it does not tell."""
    session_id: str | None
    """Session that the request named. Null when it named none."""
    streamed: bool | None
    """Whether the answer was streamed. Null when not known."""
    tokens_completion: int | None
    """Completion tokens, by the tokenizer that is the same for all models. Null when not known."""
    tokens_prompt: int | None
    """Prompt tokens, by the tokenizer that is the same for all models. Null when not known."""
    total_cost: float | None
    """What the generation cost in all, in US dollars."""
    upstream_id: str | None
    """Identifier that the provider gave the generation. Null when it gave none."""
    upstream_inference_cost: float | None
    """What the provider charged, in US dollars. Null when it is not reported."""
    usage: float | None
    """Credits used for the generation, in US dollars."""
    user_agent: str | None
    """Header `User-Agent` of the request. Null when there was none."""
    web_search_engine: str | None
    """Engine that searched the web, for example `exa`. Null when none did."""
    workspace_id: str | None
    """Workspace of the API key, as a UUID. Null when not known."""

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
        self._assign(
            {
                "id": id,
                "api_type": api_type,
                "app_id": app_id,
                "cache_discount": cache_discount,
                "cancelled": cancelled,
                "created_at": created_at,
                "data_region": data_region,
                "external_user": external_user,
                "finish_reason": finish_reason,
                "generation_time": generation_time,
                "http_referer": http_referer,
                "is_byok": is_byok,
                "latency": latency,
                "model": model,
                "moderation_latency": moderation_latency,
                "native_finish_reason": native_finish_reason,
                "native_tokens_cached": native_tokens_cached,
                "native_tokens_completion": native_tokens_completion,
                "native_tokens_completion_images": native_tokens_completion_images,
                "native_tokens_prompt": native_tokens_prompt,
                "native_tokens_reasoning": native_tokens_reasoning,
                "num_fetches": num_fetches,
                "num_input_audio_prompt": num_input_audio_prompt,
                "num_media_completion": num_media_completion,
                "num_media_prompt": num_media_prompt,
                "num_search_results": num_search_results,
                "origin": origin,
                "preset_id": preset_id,
                "provider_name": provider_name,
                "provider_responses": provider_responses,
                "request_id": request_id,
                "response_cache_source_id": response_cache_source_id,
                "router": router,
                "service_tier": service_tier,
                "session_id": session_id,
                "streamed": streamed,
                "tokens_completion": tokens_completion,
                "tokens_prompt": tokens_prompt,
                "total_cost": total_cost,
                "upstream_id": upstream_id,
                "upstream_inference_cost": upstream_inference_cost,
                "usage": usage,
                "user_agent": user_agent,
                "web_search_engine": web_search_engine,
                "workspace_id": workspace_id,
            }
        )
