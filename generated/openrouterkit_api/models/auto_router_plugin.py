# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AutoRouterPlugin`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import AutoRouterPluginCostTier

    class AutoRouterPluginDict(TypedDict, total=False):
        """`AutoRouterPlugin` as a plain dict."""

        allowed_models: Sequence[str]
        cost_quality_tradeoff: int
        cost_tier: AutoRouterPluginCostTier
        enabled: bool
        excluded_models: Sequence[str]
        id: Required[Literal["auto-router"]]
        pin_model: bool


class AutoRouterPlugin(JsonModel):
    """Settings of the router behind the model openrouter/auto, which selects a model for the prompt."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"allowed_models": Each(), "excluded_models": Each()}

    allowed_models: list[str] | None
    """Models to select from, as patterns such as anthropic/* or openai/gpt-4o. At most 1024 patterns of at
    most 1024 characters. Defaults to a selection of the service.
    """
    cost_quality_tradeoff: int | None
    """Trade-off between price and quality, from 0 (best quality at any price) to 10 (cheapest).
    Deprecated: use cost_tier, which takes precedence if both are set.
    """
    cost_tier: AutoRouterPluginCostTier | None
    """Price range of the models to select from."""
    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    excluded_models: list[str] | None
    """Models to exclude, as patterns such as meta-llama/*; takes precedence over allowed_models. At most
    1024 patterns of at most 1024 characters.
    """
    id: Literal["auto-router"]
    """Selects this plugin."""
    pin_model: bool | None
    """Whether later turns use the model that the latest assistant message names in its member `model`.
    Defaults to false.
    """

    def __init__(
        self,
        *,
        id: Literal["auto-router"] = "auto-router",
        allowed_models: Sequence[str] = UNSET,
        cost_quality_tradeoff: int = UNSET,
        cost_tier: AutoRouterPluginCostTier = UNSET,
        enabled: bool = UNSET,
        excluded_models: Sequence[str] = UNSET,
        pin_model: bool = UNSET,
    ) -> None:
        self._build(locals())
