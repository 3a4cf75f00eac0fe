"""Which providers may serve a request, and in what order, for the keyword `provider`.

    from openrouterkit import provider, routing

    provider(sort="price", max_price=routing.max_price(prompt=1, completion=2), data_collection="deny")

Without preferences the service spreads requests over the stable providers, the cheaper ones more often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET
from openrouterkit_api.constructors.routing import max_latency, min_throughput, provider

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import TypeAlias

    from openrouterkit_api.models import (
        ProviderPreferencesMaxPrice,
        ProviderSort,
        ProviderSortConfig,
        ProviderSortConfigPartition,
    )

    Price: TypeAlias = str | float | Decimal

__all__ = ["max_latency", "max_price", "min_throughput", "provider", "sort"]


def sort(by: ProviderSort | None, *, partition: ProviderSortConfigPartition | None = UNSET) -> ProviderSortConfig:
    """The criterion that providers are ordered by, for the member `sort` of `provider`.

    Args:
        by: price (cheapest first), throughput (most tokens per second first), latency (shortest wait for the first
            token first), exacto (most reliable tool calls first); None leaves the usual order.
        partition: how a request that names several models is served: model (the default) tries all providers of the
            first model before the next model, none orders the providers of all models together.
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
        ConfigurationError: a price is not a finite number.
    """
    return api.models.ProviderPreferencesMaxPrice(
        prompt=_decimal(prompt),
        completion=_decimal(completion),
        request=_decimal(request),
        image=_decimal(image),
        audio=_decimal(audio),
    )


def _decimal(price: Any) -> Any:
    # The service takes prices as decimal texts, without an exponent.
    if isinstance(price, str) or price is UNSET or price is None:
        return price
    from decimal import Decimal

    number = Decimal(str(price)) if isinstance(price, int | float | Decimal) else Decimal("nan")
    if not number.is_finite():
        raise ConfigurationError(f"{price!r} is no price: give US dollars, or leave it out for no limit")
    return f"{number:f}"
