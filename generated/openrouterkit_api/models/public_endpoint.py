# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PublicEndpoint`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import EndpointStatus, Parameter, ProviderName, PublicServiceTier, Quantization
    from .percentile_stats import PercentileStats
    from .public_endpoint_native_tool import PublicEndpointNativeTool
    from .public_pricing import PublicPricing
    from .tool_choice_support import ToolChoiceSupport


class PublicEndpoint(JsonModel):
    """A model at a provider: prices, limits, and recent performance."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "latency_last_30m": Nested("PercentileStats"),
        "native_tools": Mapped(Nested("PublicEndpointNativeTool")),
        "pricing": Nested("PublicPricing"),
        "supported_parameters": Each(),
        "supports_tool_choice": Nested("ToolChoiceSupport"),
        "throughput_last_30m": Nested("PercentileStats"),
    }

    context_length: int
    """Maximum number of tokens of prompt and completion together at this endpoint."""
    latency_last_30m: PercentileStats | None
    """Time to the first token over the last 30 minutes, in milliseconds. Null without an API key, or after
    too few requests.
    """
    max_completion_tokens: int | None
    """Maximum number of completion tokens; the prompt may leave less of the context. Null if there is no
    separate limit.
    """
    max_prompt_tokens: int | None
    """Maximum number of prompt tokens. Null if there is no separate limit."""
    model_id: str
    """Permanent name of the model."""
    model_name: str
    """Display name of the model."""
    name: str
    """Display name of the endpoint: provider and model."""
    native_tools: dict[str, PublicEndpointNativeTool] | None
    """Server tools, such as `openrouter:web_search`, that the provider runs with a tool of its own. Empty
    if there are none.
    """
    pricing: PublicPricing
    """Prices of the endpoint."""
    provider_name: ProviderName
    """The provider."""
    quantization: Quantization | None
    """Numeric precision at which the provider runs the model. Null if the provider does not report it."""
    service_tier: PublicServiceTier | None
    """Service tier of the endpoint. Null for the standard tier."""
    status: EndpointStatus | None
    """Status of the endpoint; 0 means normal."""
    supported_parameters: list[Parameter]
    """Request parameters that the endpoint supports."""
    supports_diarization: bool | None
    """Whether the endpoint can name the speaker of each segment of a transcript."""
    supports_implicit_caching: bool
    """Whether the provider caches prompts automatically, without breakpoints in the request."""
    supports_tool_choice: ToolChoiceSupport | None
    """Values of `tool_choice` that were tested successfully; `supported_parameters` only says that the
    parameter is accepted.
    """
    supports_voice_cloning: bool | None
    """Whether the endpoint can speak in the voice of a sample. Defaults to false."""
    tag: str
    """Short name of the endpoint, for the provider preferences of requests: the provider, with an optional
    region or precision, as in `azure/eu`.
    """
    throughput_last_30m: PercentileStats | None
    """Speed of the output over the last 30 minutes, in tokens per second. Null without an API key, or
    after too few requests.
    """
    uptime_last_1d: float | None
    """Percentage of successful requests in the last day, from 0 to 100, not counting rate-limited
    requests. Null after too few requests.
    """
    uptime_last_30m: float | None
    """Percentage of successful requests in the last 30 minutes, from 0 to 100, not counting rate-limited
    requests. Null after too few requests.
    """
    uptime_last_5m: float | None
    """Percentage of successful requests in the last 5 minutes, from 0 to 100, not counting rate-limited
    requests. Null after too few requests.
    """

    def __init__(
        self,
        *,
        context_length: int,
        latency_last_30m: PercentileStats | Mapping[str, Any] | None,
        max_completion_tokens: int | None,
        max_prompt_tokens: int | None,
        model_id: str,
        model_name: str,
        name: str,
        pricing: PublicPricing | Mapping[str, Any],
        provider_name: ProviderName,
        quantization: Quantization | None,
        supported_parameters: Sequence[Parameter],
        supports_implicit_caching: bool,
        tag: str,
        throughput_last_30m: PercentileStats | Mapping[str, Any] | None,
        uptime_last_1d: float | None,
        uptime_last_30m: float | None,
        uptime_last_5m: float | None,
        native_tools: Mapping[str, PublicEndpointNativeTool | Mapping[str, Any]] = UNSET,
        service_tier: PublicServiceTier | None = UNSET,
        status: EndpointStatus = UNSET,
        supports_diarization: bool = UNSET,
        supports_tool_choice: ToolChoiceSupport | Mapping[str, Any] = UNSET,
        supports_voice_cloning: bool = UNSET,
    ) -> None:
        self._build(locals())
