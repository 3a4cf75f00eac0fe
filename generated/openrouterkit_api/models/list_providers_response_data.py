# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ListProvidersResponseData`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import CountryCode


class ListProvidersResponseData(JsonModel):
    """A provider that serves models."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"datacenters": Each()}

    datacenters: list[CountryCode] | None
    """Countries of the provider's data centers. Null or absent if unknown."""
    headquarters: CountryCode | None
    """Country of the provider's headquarters. Null or absent if unknown."""
    name: str
    """Display name of the provider."""
    privacy_policy_url: str | None
    """URL of the provider's privacy policy. Null if unknown."""
    slug: str
    """Short name of the provider, for the provider preferences of requests."""
    status_page_url: str | None
    """URL of the provider's status page. Null or absent if unknown."""
    terms_of_service_url: str | None
    """URL of the provider's terms of service. Null or absent if unknown."""

    def __init__(
        self,
        *,
        name: str,
        privacy_policy_url: str | None,
        slug: str,
        datacenters: Sequence[CountryCode] | None = UNSET,
        headquarters: CountryCode | None = UNSET,
        status_page_url: str | None = UNSET,
        terms_of_service_url: str | None = UNSET,
    ) -> None:
        self._build(locals())
