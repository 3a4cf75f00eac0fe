# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Settings of the router behind the model openrouter/pareto-code, which selects a coding model by
    quality or price.
    """

    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    id: Literal["pareto-router"]
    """Selects this plugin."""
    max_price: float | None
    """Maximum input price in US dollars per million tokens, at least 0. The best coding model up to this
    price is selected, regardless of min_coding_score; if there is none, the status is 404.
    """
    min_coding_score: float | None
    """Required coding quality, from 0 to 1: from 0.66 the top models, from 0.33 the middle ones, below
    that the cheap ones. Defaults to the top models.
    """
    price_source: ParetoRouterPluginPriceSource | None
    """Which price of a model is compared. Defaults to prompt."""

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
