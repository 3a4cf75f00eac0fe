"""`Prices`: what the tokens of models cost, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .outcomes import Usage

__all__ = ["Price", "Prices"]


@frozen
class Price:
    """What a model costs, in US dollars.

    Attributes:
        input: Price of a token of the request.
        output: Price of a token of the answer.
        request: Price of a request.
        cached: Price of a token of the request that the service reads from its cache. Defaults to `input`.
    """

    input: float
    output: float
    request: float = 0.0
    cached: float | None = None

    def compute(self, usage: Usage) -> float:
        """Return the cost of a call.

        Args:
            usage: Its tokens.
        """
        tokens, cached = usage.input_tokens or 0, usage.cached_tokens or 0
        rate = self.input if self.cached is None else self.cached
        return self.request + (tokens - cached) * self.input + cached * rate + (usage.output_tokens or 0) * self.output


class Prices:
    """Prices of models, by name. They are used to estimate costs, and never requested.

        prices = Prices({"my-model": Price(input=0.5e-6, output=1.5e-6)})
        prices.add_models(client.models.list())

    Args:
        prices: Prices by the name of the model.

    Raises:
        ConfigurationError: A price is not a `Price`.
    """

    def __init__(self, prices: Mapping[str, Price] | None = None) -> None:
        given = dict(prices or {})
        for name, price in given.items():
            if not isinstance(price, Price):
                raise ConfigurationError(
                    f"the price of {name} must be a Price(input=..., output=...), not {price!r:.100}"
                )
        self._prices: dict[str, Price] = given
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._prices)

    def __repr__(self) -> str:
        return f"<Prices of {len(self._prices)} models>"

    def add_models(self, models: Any) -> None:
        """Add the prices of models. Those that were passed to `Prices` before are replaced.

        Args:
            models: Models, as `client.models.list()` returns them, or their JSON: each has an `id` and `pricing`.
                Models without prices, and routers, are left out.
        """
        found = {}
        for model in _list_models(models):
            price = _read_price(model)
            if price is not None:
                for name in (model.get("id"), model.get("canonical_slug")):
                    if isinstance(name, str):
                        found[name] = price
        with self._lock:
            self._prices = {**self._prices, **found}

    def find(self, model: str | None) -> Price | None:
        """Return the price of a model; None if it is not known.

        Args:
            model: The name. Without a price of its own, a variant such as "a/b:online" has that of "a/b", except
                for ":free".
        """
        if model is None:
            return None
        name, colon, variant = model.partition(":")
        found = self._prices.get(model)
        return self._prices.get(name) if found is None and colon and variant != "free" else found

    def compute(self, model: str | None, usage: Usage) -> float | None:
        """Return the cost of a call in US dollars; None if the price is not known. `CostLedger(price=...)` accepts it.

        Args:
            model: The name of the model.
            usage: The tokens of the call.
        """
        price = self.find(model)
        return None if price is None else price.compute(usage)


def _list_models(models: Any) -> list[Mapping[str, Any]]:
    data: Any = models.to_dict() if hasattr(models, "to_dict") else models
    if isinstance(data, Mapping):
        data = data.get("data", [])
        data = [data] if isinstance(data, Mapping) else data
    items = (
        [each.to_dict() if hasattr(each, "to_dict") else each for each in data] if isinstance(data, Iterable) else []
    )
    return [item for item in items if isinstance(item, Mapping)]


def _read_price(model: Mapping[str, Any]) -> Price | None:
    pricing = model.get("pricing")
    if not isinstance(pricing, Mapping):
        return None
    numbers = {
        name: _read_number(pricing.get(name)) for name in ("prompt", "completion", "request", "input_cache_read")
    }
    given, answered = numbers["prompt"], numbers["completion"]
    if given is None or given < 0:  # -1 marks a router
        return None
    return Price(given, answered or 0.0, numbers["request"] or 0.0, numbers["input_cache_read"])


def _read_number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError):
        return None
