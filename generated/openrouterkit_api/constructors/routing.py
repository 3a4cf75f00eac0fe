# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Constructors in `routing`: functions that return a model, built from keyword arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import ProviderName, ProviderPreferencesDataCollection, Quantization
    from ..models.percentile_latency_cutoffs import PercentileLatencyCutoffs
    from ..models.percentile_throughput_cutoffs import PercentileThroughputCutoffs
    from ..models.preferred_max_latency import PreferredMaxLatency, PreferredMaxLatencyDict
    from ..models.preferred_min_throughput import PreferredMinThroughput, PreferredMinThroughputDict
    from ..models.provider_preferences import ProviderPreferences
    from ..models.provider_preferences_max_price import ProviderPreferencesMaxPrice, ProviderPreferencesMaxPriceDict
    from ..models.provider_preferences_sort import ProviderPreferencesSort, ProviderPreferencesSortDict


def provider(
    *,
    allow_fallbacks: bool | None = UNSET,
    data_collection: ProviderPreferencesDataCollection | None = UNSET,
    enforce_distillable_text: bool | None = UNSET,
    ignore: Sequence[ProviderName | str] | None = UNSET,
    max_price: ProviderPreferencesMaxPrice | ProviderPreferencesMaxPriceDict | JsonObject = UNSET,
    only: Sequence[ProviderName | str] | None = UNSET,
    order: Sequence[ProviderName | str] | None = UNSET,
    preferred_max_latency: PreferredMaxLatency | PreferredMaxLatencyDict | None = UNSET,
    preferred_min_throughput: PreferredMinThroughput | PreferredMinThroughputDict | None = UNSET,
    quantizations: Sequence[Quantization] | None = UNSET,
    require_parameters: bool | None = UNSET,
    sort: ProviderPreferencesSort | ProviderPreferencesSortDict = UNSET,
    zdr: bool | None = UNSET,
) -> ProviderPreferences:
    """Preferences among the providers that may serve a request.

    `order` (tried first), `only` and `ignore` select providers by name; `quantizations`, `data_collection`, `zdr`,
    `require_parameters`, `enforce_distillable_text` and `max_price` exclude some; `sort`, `preferred_max_latency` and
    `preferred_min_throughput` change their order. With `allow_fallbacks=False` the error of the first provider is
    returned, and no other is tried.

    `sort` is a string (price, throughput, latency, exacto) or the result of `routing.sort`; `routing.max_price`
    converts numbers to prices; a number for `preferred_max_latency` (seconds) or `preferred_min_throughput` (tokens per
    second) applies to the median.

    Args:
        allow_fallbacks: Whether other providers are tried if the preferred one fails. If false, its error is returned.
            Defaults to true.
        data_collection: Whether providers that store prompts may be used. Defaults to allow.
        enforce_distillable_text: Whether to use only models whose author permits training other models on their output.
            Defaults to false.
        ignore: Providers to exclude, in addition to those that the account excludes.
        max_price: Maximum prices. More expensive providers are excluded; the request fails if none is left.
        only: The only providers to use, combined with those that the account allows.
        order: Providers to try first, in this order. Others follow unless allow_fallbacks is false.
        preferred_max_latency: Preferred maximum latency in seconds. Slower providers are tried later, but not excluded.
        preferred_min_throughput: Preferred minimum throughput in tokens per second. Slower providers are tried later,
            but not excluded.
        quantizations: Accepted numeric precisions; providers that serve the model at another one are excluded.
        require_parameters: Whether to use only providers that support every parameter of the request. Otherwise
            providers ignore parameters that they do not support. Defaults to false.
        sort: Criterion to sort the providers by, instead of distributing requests over them: a string, or an object
            that also defines how fallback models are used. `order` takes precedence.
        zdr: Whether to use only endpoints that retain no prompts (zero data retention). Defaults to false.
    """
    from ..models.provider_preferences import ProviderPreferences

    return ProviderPreferences(
        allow_fallbacks=allow_fallbacks,
        data_collection=data_collection,
        enforce_distillable_text=enforce_distillable_text,
        ignore=ignore,
        max_price=max_price,
        only=only,
        order=order,
        preferred_max_latency=preferred_max_latency,
        preferred_min_throughput=preferred_min_throughput,
        quantizations=quantizations,
        require_parameters=require_parameters,
        sort=sort,
        zdr=zdr,
    )


def max_latency(
    *, p50: float | None = UNSET, p75: float | None = UNSET, p90: float | None = UNSET, p99: float | None = UNSET
) -> PercentileLatencyCutoffs:
    """Latencies in seconds that providers should not exceed, for the member `preferred_max_latency` of `provider`.

    Providers that miss a limit are tried later; none is excluded. If several percentiles are set, all limits must be
    met.

    Args:
        p50: Maximum latency of half of the recent requests, in seconds.
        p75: Maximum latency of 75 % of the recent requests, in seconds.
        p90: Maximum latency of 90 % of the recent requests, in seconds.
        p99: Maximum latency of 99 % of the recent requests, in seconds.
    """
    from ..models.percentile_latency_cutoffs import PercentileLatencyCutoffs

    return PercentileLatencyCutoffs(p50=p50, p75=p75, p90=p90, p99=p99)


def min_throughput(
    *, p50: float | None = UNSET, p75: float | None = UNSET, p90: float | None = UNSET, p99: float | None = UNSET
) -> PercentileThroughputCutoffs:
    """Rates in tokens per second that providers should reach, for the member `preferred_min_throughput` of `provider`.

    Providers that miss a limit are tried later; none is excluded. If several percentiles are set, all limits must be
    met.

    Args:
        p50: Minimum throughput at the median of the recent requests, in tokens per second.
        p75: Minimum throughput at the 75th percentile of the recent requests, in tokens per second.
        p90: Minimum throughput at the 90th percentile of the recent requests, in tokens per second.
        p99: Minimum throughput at the 99th percentile of the recent requests, in tokens per second.
    """
    from ..models.percentile_throughput_cutoffs import PercentileThroughputCutoffs

    return PercentileThroughputCutoffs(p50=p50, p75=p75, p90=p90, p99=p99)
