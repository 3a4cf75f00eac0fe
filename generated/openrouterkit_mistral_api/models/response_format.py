# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ResponseFormat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ResponseFormatType
    from .json_schema import JSONSchema, JSONSchemaDict

    class ResponseFormatDict(TypedDict, total=False):
        """`ResponseFormat` as a plain dict."""

        json_schema: JSONSchema | JSONSchemaDict | JsonObject | None
        type: ResponseFormatType


class ResponseFormat(JsonModel):
    """Required format of the answer."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"json_schema": Nested("JSONSchema")}

    json_schema: JSONSchema | None
    """The schema of the answer. Required if the type is json_schema."""
    type: ResponseFormatType | None
    """The format."""

    def __init__(
        self, *, json_schema: JSONSchema | JSONSchemaDict | JsonObject | None = UNSET, type: ResponseFormatType = UNSET
    ) -> None:
        self._build(locals())
