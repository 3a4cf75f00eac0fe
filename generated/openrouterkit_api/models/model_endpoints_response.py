# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelEndpointsResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .list_endpoints_response import ListEndpointsResponse


class ModelEndpointsResponse(JsonModel):
    """The response with a model and its endpoints."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("ListEndpointsResponse")}

    data: ListEndpointsResponse
    """The model and its endpoints."""

    def __init__(self, *, data: ListEndpointsResponse | Mapping[str, Any]) -> None:
        self._build(locals())
