# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .generation_content_data import GenerationContentData


class GenerationContentResponse(JsonModel):
    """The response with the stored content of a generation."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("GenerationContentData")}

    data: GenerationContentData
    """The content."""

    def __init__(self, *, data: GenerationContentData | Mapping[str, Any]) -> None:
        self._build(locals())
