# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetCreditsResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .get_credits_response_data import GetCreditsResponseData


class GetCreditsResponse(JsonModel):
    """The response with the credits of an account."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("GetCreditsResponseData")}

    data: GetCreditsResponseData
    """The credits bought and used."""

    def __init__(self, *, data: GetCreditsResponseData | Mapping[str, Any]) -> None:
        self._build(locals())
