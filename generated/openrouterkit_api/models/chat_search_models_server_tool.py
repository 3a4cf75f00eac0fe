# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatSearchModelsServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .search_models_server_tool_config import SearchModelsServerToolConfig, SearchModelsServerToolConfigDict

    class ChatSearchModelsServerToolDict(TypedDict, total=False):
        """`ChatSearchModelsServerTool` as a plain dict."""

        parameters: SearchModelsServerToolConfig | SearchModelsServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:experimental__search_models"]]


class ChatSearchModelsServerTool(JsonModel):
    """Server tool that lets the model search the catalogue of models. Experimental."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("SearchModelsServerToolConfig")}

    parameters: SearchModelsServerToolConfig | None
    """How many models to find."""
    type: Literal["openrouter:experimental__search_models"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:experimental__search_models"] = "openrouter:experimental__search_models",
        parameters: SearchModelsServerToolConfig | SearchModelsServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
