# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
        allow_fallbacks: Whether other providers may step in when the preferred one fails. With false its error is
            returned. Default true.
        data_collection: Whether providers that keep prompts may be used. Default allow.
        enforce_distillable_text: Whether to use only models whose author permits training other models on their output.
            Default false.
        ignore: Providers never to use, in addition to those that the account ignores.
        max_price: Highest prices to accept. More expensive providers are left out; the request fails when none remains.
        only: The only providers to use, combined with those that the account allows.
        order: Providers to try first, in this order. Others follow unless allow_fallbacks is false.
        preferred_max_latency: Latency in seconds that providers should stay under. Slower ones move back in the order
            but are not left out.
        preferred_min_throughput: Throughput in tokens per second that providers should reach. Slower ones move back in
            the order but are not left out.
        quantizations: Numeric precisions to accept; providers that serve the model at another one are left out.
        require_parameters: Whether to use only providers that support every parameter of the request. Otherwise
            providers ignore those they do not know. Default false.
        sort: What to order the providers by, instead of spreading requests over them: a word, or an object that also
            says how fallback models take part. order goes before it.
        zdr: Whether to use only endpoints that retain no prompts (zero data retention). Default false.
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
        p50: Latency in seconds that half of recent requests stayed under.
        p75: Latency in seconds that 75 % of recent requests stayed under.
        p90: Latency in seconds that 90 % of recent requests stayed under.
        p99: Latency in seconds that 99 % of recent requests stayed under.
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
        p50: Throughput in tokens per second at the median of recent requests.
        p75: Throughput in tokens per second at the 75th percentile of recent requests.
        p90: Throughput in tokens per second at the 90th percentile of recent requests.
        p99: Throughput in tokens per second at the 99th percentile of recent requests.
    """
    from ..models.percentile_throughput_cutoffs import PercentileThroughputCutoffs

    return PercentileThroughputCutoffs(p50=p50, p75=p75, p90=p90, p99=p99)
