# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFormatJsonSchemaConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_json_schema_config import ChatJsonSchemaConfig, ChatJsonSchemaConfigDict

    class ChatFormatJsonSchemaConfigDict(TypedDict, total=False):
        """`ChatFormatJsonSchemaConfig` as a plain dict."""

        json_schema: Required[ChatJsonSchemaConfig | ChatJsonSchemaConfigDict | JsonObject]
        type: Required[Literal["json_schema"]]


class ChatFormatJsonSchemaConfig(JsonModel):
    """Requests JSON that is valid for a JSON Schema (structured output)."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"json_schema": Nested("ChatJsonSchemaConfig")}

    json_schema: ChatJsonSchemaConfig
    """The schema, its name, and how strictly it is enforced."""
    type: Literal["json_schema"]
    """Selects JSON that follows a schema."""

    def __init__(
        self,
        *,
        type: Literal["json_schema"] = "json_schema",
        json_schema: ChatJsonSchemaConfig | ChatJsonSchemaConfigDict | JsonObject,
    ) -> None:
        self._build(locals())
