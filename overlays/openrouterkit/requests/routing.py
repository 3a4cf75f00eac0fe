"""Which providers may serve a request, and in what order, for the keyword `provider`.

    from openrouterkit.routing import max_price, provider

    provider(sort="price", max_price=max_price(prompt=1, completion=2), data_collection="deny")

Without preferences the service spreads requests over the stable providers, the cheaper ones more often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConfigurationError
from .keywords import keywords_of

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import TypeAlias

    from openrouterkit_api.models import (
        PercentileLatencyCutoffs,
        PercentileThroughputCutoffs,
        ProviderPreferences,
        ProviderPreferencesMaxPrice,
        ProviderSort,
        ProviderSortConfig,
        ProviderSortConfigPartition,
    )

    Price: TypeAlias = str | float | Decimal


@keywords_of(lambda: api.models.ProviderPreferences)
def provider(**preferences: Any) -> ProviderPreferences:
    """Preferences among the providers that may serve a request.

    `order` (tried first), `only` and `ignore` name providers; `quantizations`, `data_collection`, `zdr`,
    `require_parameters`, `enforce_distillable_text` and `max_price` leave some out; `sort`, `preferred_max_latency` and
    `preferred_min_throughput` reorder them; `allow_fallbacks=False` gives the error of the first one instead of trying
    the next.

    Args:
        **preferences: the members of `ProviderPreferences`, each described there. `sort` is a word (price, throughput,
            latency, exacto) or what `sort` returns; prices are best made by `max_price`; a number for
            `preferred_max_latency` (seconds) or `preferred_min_throughput` (tokens per second) stands for the median.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.ProviderPreferences(**preferences)


def sort(by: ProviderSort | None, *, partition: ProviderSortConfigPartition | None = UNSET) -> ProviderSortConfig:
    """What providers are ordered by, and whether across the models of a request that names several.

    Args:
        by: price (cheapest first), throughput (most tokens per second first), latency (shortest wait for the first
            token first), exacto (most reliable tool calls first); None leaves the usual order.
        partition: model (the default) tries all providers of the first model before the next model, none orders the
            providers of all models together.
    """
    return api.models.ProviderSortConfig(by=by, partition=partition)


def max_price(
    *,
    prompt: Price = UNSET,
    completion: Price = UNSET,
    request: Price = UNSET,
    image: Price = UNSET,
    audio: Price = UNSET,
) -> ProviderPreferencesMaxPrice:
    """The highest prices to accept, in US dollars.

    More expensive providers are left out; the request fails when none remains.

    Args:
        prompt: per million input tokens.
        completion: per million output tokens.
        request: per request.
        image: per image.
        audio: per unit of audio.

    Raises:
        ConfigurationError: a price that is no finite number.
    """
    return api.models.ProviderPreferencesMaxPrice(
        prompt=_decimal(prompt),
        completion=_decimal(completion),
        request=_decimal(request),
        image=_decimal(image),
        audio=_decimal(audio),
    )


@keywords_of(lambda: api.models.PercentileLatencyCutoffs)
def max_latency(**percentiles: Any) -> PercentileLatencyCutoffs:
    """Latencies that providers should stay under, for `preferred_max_latency`.

    Slower ones move back in the order, none is left out.

    Args:
        **percentiles: `p50`, `p75`, `p90`, `p99`: seconds that this share of recent requests stayed under; all that
            are given must hold.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.PercentileLatencyCutoffs(**percentiles)


@keywords_of(lambda: api.models.PercentileThroughputCutoffs)
def min_throughput(**percentiles: Any) -> PercentileThroughputCutoffs:
    """Throughputs that providers should reach, for `preferred_min_throughput`.

    Slower ones move back in the order, none is left out.

    Args:
        **percentiles: `p50`, `p75`, `p90`, `p99`: tokens per second at this percentile of recent requests; all that
            are given must hold.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.PercentileThroughputCutoffs(**percentiles)


def _decimal(price: Any) -> Any:
    # The service takes prices as decimal texts, without an exponent.
    if isinstance(price, str) or price is UNSET or price is None:
        return price
    from decimal import Decimal

    number = Decimal(str(price))
    if not number.is_finite():
        raise ConfigurationError(f"{price!r} is no price: give US dollars, or leave it out for no limit")
    return f"{number:f}"
