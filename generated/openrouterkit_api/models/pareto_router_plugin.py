# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ParetoRouterPlugin`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ParetoRouterPluginPriceSource

    class ParetoRouterPluginDict(TypedDict, total=False):
        """`ParetoRouterPlugin` as a plain dict."""

        enabled: bool
        id: Required[Literal["pareto-router"]]
        max_price: float
        min_coding_score: float
        price_source: ParetoRouterPluginPriceSource


class ParetoRouterPlugin(JsonModel):
    """Settings of the router behind the model openrouter/pareto-code, which picks a coding model by
    quality or price.
    """

    enabled: bool | None
    """Whether the plugin acts on this request; false turns off one that the account has on by default.
    Default true.
    """
    id: Literal["pareto-router"]
    """Chooses this plugin."""
    max_price: float | None
    """Highest input price in US dollars per million tokens, at least 0. The best coding model at or under
    it is taken, whatever min_coding_score says; status 404 when there is none.
    """
    min_coding_score: float | None
    """Coding quality wanted, from 0 to 1: from 0.66 the top models, from 0.33 the middle, below that the
    cheap ones. The top models when absent.
    """
    price_source: ParetoRouterPluginPriceSource | None
    """Which price of a model counts. Default prompt."""

    def __init__(
        self,
        *,
        id: Literal["pareto-router"] = "pareto-router",
        enabled: bool = UNSET,
        max_price: float = UNSET,
        min_coding_score: float = UNSET,
        price_source: ParetoRouterPluginPriceSource = UNSET,
    ) -> None:
        self._build(locals())
