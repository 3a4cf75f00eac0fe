# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ProviderPreferences`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ProviderName, ProviderPreferencesDataCollection, Quantization
    from .preferred_max_latency import PreferredMaxLatency, PreferredMaxLatencyDict
    from .preferred_min_throughput import PreferredMinThroughput, PreferredMinThroughputDict
    from .provider_preferences_max_price import ProviderPreferencesMaxPrice, ProviderPreferencesMaxPriceDict
    from .provider_preferences_sort import ProviderPreferencesSort, ProviderPreferencesSortDict

    class ProviderPreferencesDict(TypedDict, total=False):
        """`ProviderPreferences` as a plain dict."""

        allow_fallbacks: bool | None
        data_collection: ProviderPreferencesDataCollection | None
        enforce_distillable_text: bool | None
        ignore: Sequence[ProviderName | str] | None
        max_price: ProviderPreferencesMaxPrice | ProviderPreferencesMaxPriceDict | JsonObject
        only: Sequence[ProviderName | str] | None
        order: Sequence[ProviderName | str] | None
        preferred_max_latency: PreferredMaxLatency | PreferredMaxLatencyDict | None
        preferred_min_throughput: PreferredMinThroughput | PreferredMinThroughputDict | None
        quantizations: Sequence[Quantization] | None
        require_parameters: bool | None
        sort: ProviderPreferencesSort | ProviderPreferencesSortDict
        zdr: bool | None


class ProviderPreferences(JsonModel):
    """Which providers may serve the request, and in which order they are tried. By default, requests are
    distributed over the stable providers, and cheaper providers get more of them.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "ignore": Each(),
        "max_price": Nested("ProviderPreferencesMaxPrice"),
        "only": Each(),
        "order": Each(),
        "preferred_max_latency": Union("PreferredMaxLatency"),
        "preferred_min_throughput": Union("PreferredMinThroughput"),
        "quantizations": Each(),
        "sort": Union("ProviderPreferencesSort"),
    }

    allow_fallbacks: bool | None
    """Whether other providers are tried if the preferred one fails. If false, its error is returned.
    Defaults to true.
    """
    data_collection: ProviderPreferencesDataCollection | None
    """Whether providers that store prompts may be used. Defaults to allow."""
    enforce_distillable_text: bool | None
    """Whether to use only models whose author permits training other models on their output. Defaults to
    false.
    """
    ignore: list[ProviderName | str] | None
    """Providers to exclude, in addition to those that the account excludes."""
    max_price: ProviderPreferencesMaxPrice | None
    """Maximum prices. More expensive providers are excluded; the request fails if none is left."""
    only: list[ProviderName | str] | None
    """The only providers to use, combined with those that the account allows."""
    order: list[ProviderName | str] | None
    """Providers to try first, in this order. Others follow unless allow_fallbacks is false."""
    preferred_max_latency: PreferredMaxLatency | None
    """Preferred maximum latency in seconds. Slower providers are tried later, but not excluded."""
    preferred_min_throughput: PreferredMinThroughput | None
    """Preferred minimum throughput in tokens per second. Slower providers are tried later, but not
    excluded.
    """
    quantizations: list[Quantization] | None
    """Accepted numeric precisions; providers that serve the model at another one are excluded."""
    require_parameters: bool | None
    """Whether to use only providers that support every parameter of the request. Otherwise providers
    ignore parameters that they do not support. Defaults to false.
    """
    sort: ProviderPreferencesSort | None
    """Criterion to sort the providers by, instead of distributing requests over them: a string, or an
    object that also defines how fallback models are used. `order` takes precedence.
    """
    zdr: bool | None
    """Whether to use only endpoints that retain no prompts (zero data retention). Defaults to false."""

    def __init__(
        self,
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
    ) -> None:
        self._build(locals())
