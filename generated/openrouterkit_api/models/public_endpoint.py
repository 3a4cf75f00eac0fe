# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `PublicEndpoint`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import EndpointStatus, Parameter, ProviderName, Quantization
    from .percentile_stats import PercentileStats
    from .public_pricing import PublicPricing


class PublicEndpoint(JsonModel):
    """A model as one provider serves it: price, limits, and how well it has worked lately."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "latency_last_30m": Nested("PercentileStats"),
        "pricing": Nested("PublicPricing"),
        "supported_parameters": Each(),
        "throughput_last_30m": Nested("PercentileStats"),
    }

    context_length: int
    """Most tokens a request may have here, prompt and completion together."""
    latency_last_30m: PercentileStats | None
    """Time to the first token over the last 30 minutes, in milliseconds. Null without an API key, or when
    there were too few requests.
    """
    max_completion_tokens: int | None
    """Most tokens of a completion; what the prompt leaves of the context may be less. Null when there is
    no limit of its own.
    """
    max_prompt_tokens: int | None
    """Most tokens of a prompt. Null when there is no limit of its own."""
    model_id: str
    """Permanent name of the model."""
    model_name: str
    """Display name of the model."""
    name: str
    """Display name of the endpoint: provider and model."""
    pricing: PublicPricing
    """What the endpoint charges."""
    provider_name: ProviderName
    """The provider."""
    quantization: Quantization | None
    """Numeric precision the provider runs the model at. Null when it does not tell."""
    status: EndpointStatus | None
    """State of the endpoint; 0 is the regular one."""
    supported_parameters: list[Parameter]
    """Request parameters that the endpoint takes."""
    supports_implicit_caching: bool
    """Whether the provider caches prompts by itself, without marks in the request."""
    supports_voice_cloning: bool | None
    """Whether the endpoint can speak in a voice given as a sample. False when absent."""
    tag: str
    """Short name of the endpoint, which the provider preferences of a request take: the provider, perhaps
    with a region or precision, as in `azure/eu`.
    """
    throughput_last_30m: PercentileStats | None
    """Speed of the output over the last 30 minutes, in tokens per second. Null without an API key, or when
    there were too few requests.
    """
    uptime_last_1d: float | None
    """Share of requests in the last day that succeeded, in percent from 0 to 100; requests refused for
    their rate are left out. Null when there were too few.
    """
    uptime_last_30m: float | None
    """Share of requests in the last 30 minutes that succeeded, in percent from 0 to 100; requests refused
    for their rate are left out. Null when there were too few.
    """
    uptime_last_5m: float | None
    """Share of requests in the last 5 minutes that succeeded, in percent from 0 to 100; requests refused
    for their rate are left out. Null when there were too few.
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
        status: EndpointStatus = UNSET,
        supports_voice_cloning: bool = UNSET,
    ) -> None:
        self._build(locals())
