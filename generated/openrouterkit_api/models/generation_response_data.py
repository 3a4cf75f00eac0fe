# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What is recorded about one generation. Any member but `id` may be absent. Native counts are those of
    the tokenizer of the model, which are charged; the others come from one tokenizer for all models, so
    that models can be compared.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "created_at": decode_datetime,
        "provider_responses": Each(Nested("ProviderResponse")),
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
        self._build(locals())
