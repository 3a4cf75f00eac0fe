# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .generation_response_data import GenerationResponseData


class GenerationResponse(JsonModel):
    """The response with the record of a generation."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("GenerationResponseData")}

    data: GenerationResponseData
    """The record."""

    def __init__(self, *, data: GenerationResponseData | Mapping[str, Any]) -> None:
        self._build(locals())
