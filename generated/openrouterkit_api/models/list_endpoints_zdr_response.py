# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ListEndpointsZdrResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .public_endpoint import PublicEndpoint


class ListEndpointsZdrResponse(JsonModel):
    """The response with the endpoints that retain no data."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Each(Nested("PublicEndpoint"))}

    data: list[PublicEndpoint]
    """The endpoints, of all models."""

    def __init__(self, *, data: Sequence[PublicEndpoint | Mapping[str, Any]]) -> None:
        self._build(locals())
