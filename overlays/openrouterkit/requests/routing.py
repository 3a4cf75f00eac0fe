"""Which providers may handle a request, and in what order: constructors of the argument `provider`.

    from openrouterkit import provider, routing

    provider(sort="price", max_price=routing.max_price(prompt=1, completion=2), data_collection="deny")

By default the service distributes requests over the stable providers and prefers the cheaper ones.
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
    """Return the order of providers, for the argument `sort` of `provider`.

    Args:
        by: "price" (cheapest first), "throughput" (most tokens per second first), "latency" (shortest time to the
            first token first) or "exacto" (most reliable tool calls first). None keeps the default order.
        partition: The order for a request with several models: "model" (the default) tries all providers of the first
            model before the next model; "none" orders the providers of all models together.
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
    """Return the highest accepted prices in US dollars, for the argument `max_price` of `provider`.

    More expensive providers are excluded; the request fails if none is left. A price that is not passed has no limit.

    Args:
        prompt: US dollars per million input tokens.
        completion: US dollars per million output tokens.
        request: US dollars per request.
        image: US dollars per image.
        audio: US dollars per unit of audio.

    Raises:
        ConfigurationError: A price is not a finite number.
    """
    return api.models.ProviderPreferencesMaxPrice(
        prompt=_format_price(prompt),
        completion=_format_price(completion),
        request=_format_price(request),
        image=_format_price(image),
        audio=_format_price(audio),
    )


def _format_price(price: Any) -> Any:
    """Return a number as a decimal text without an exponent, as the service requires. Other texts are unchanged."""
    if isinstance(price, str) or price is UNSET or price is None:
        return price
    from decimal import Decimal

    is_number = isinstance(price, int | float | Decimal) and not isinstance(price, bool)
    number = Decimal(str(price)) if is_number else Decimal("nan")
    if not number.is_finite():
        raise ConfigurationError(f"invalid price {price!r}; pass a number of US dollars, or omit it for no limit")
    return f"{number:f}"
