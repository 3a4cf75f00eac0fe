# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateAuthCodeResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .create_auth_code_response_data import CreateAuthCodeResponseData


class CreateAuthCodeResponse(JsonModel):
    """The response with a new authorization code."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("CreateAuthCodeResponseData")}

    data: CreateAuthCodeResponseData
    """The code."""

    def __init__(self, *, data: CreateAuthCodeResponseData | Mapping[str, Any]) -> None:
        self._build(locals())
