# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Countries the provider computes in. Null or absent when not known."""
    headquarters: CountryCode | None
    """Country the provider has its seat in. Null or absent when not known."""
    name: str
    """Display name of the provider."""
    privacy_policy_url: str | None
    """Page on which the provider states how it treats data. Null when none is known."""
    slug: str
    """Short name of the provider, which the provider preferences of a request take."""
    status_page_url: str | None
    """Page on which the provider tells of failures. Null or absent when none is known."""
    terms_of_service_url: str | None
    """Page with the terms of the provider. Null or absent when none is known."""

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
