# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `EndpointsMetadata`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .endpoint_info import EndpointInfo


class EndpointsMetadata(JsonModel):
    """The endpoints that were considered for a request."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"available": Each(Nested("EndpointInfo"))}

    available: list[EndpointInfo]
    """The endpoints that could have served the request."""
    total: int
    """Number of endpoints of the model, including those that cannot serve this request."""

    def __init__(self, *, available: Sequence[EndpointInfo | Mapping[str, Any]], total: int) -> None:
        self._build(locals())
