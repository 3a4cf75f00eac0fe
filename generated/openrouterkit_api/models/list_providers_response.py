# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ListProvidersResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .list_providers_response_data import ListProvidersResponseData


class ListProvidersResponse(JsonModel):
    """The response with the providers."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Each(Nested("ListProvidersResponseData"))}

    data: list[ListProvidersResponseData]
    """The providers."""

    def __init__(self, *, data: Sequence[ListProvidersResponseData | Mapping[str, Any]]) -> None:
        self._build(locals())
