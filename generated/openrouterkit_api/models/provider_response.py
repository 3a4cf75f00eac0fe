# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ProviderResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ProviderResponseProviderName, ProviderResponseRoutedServiceTier


class ProviderResponse(JsonModel):
    """One attempt at a provider."""

    endpoint_id: str | None
    """Identifier of the endpoint that was tried."""
    id: str | None
    """The provider's identifier of its response."""
    is_byok: bool | None
    """Whether the attempt used your own provider key."""
    latency: float | None
    """Latency of the attempt, in milliseconds."""
    model_permaslug: str | None
    """Permanent name of the model that was tried."""
    provider_name: ProviderResponseProviderName | None
    """The provider."""
    routed_service_tier: ProviderResponseRoutedServiceTier | None
    """Service tier the attempt was sent to."""
    status: int | None
    """HTTP status of the provider's response. Null if there was none."""

    def __init__(
        self,
        *,
        status: int | None,
        endpoint_id: str = UNSET,
        id: str = UNSET,
        is_byok: bool = UNSET,
        latency: float = UNSET,
        model_permaslug: str = UNSET,
        provider_name: ProviderResponseProviderName = UNSET,
        routed_service_tier: ProviderResponseRoutedServiceTier = UNSET,
    ) -> None:
        self._build(locals())
