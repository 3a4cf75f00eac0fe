# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetCurrentKeyResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .get_current_key_response_data import GetCurrentKeyResponseData


class GetCurrentKeyResponse(JsonModel):
    """The response with the API key of the request."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("GetCurrentKeyResponseData")}

    data: GetCurrentKeyResponseData
    """The key."""

    def __init__(self, *, data: GetCurrentKeyResponseData | Mapping[str, Any]) -> None:
        self._build(locals())
