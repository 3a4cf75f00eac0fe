# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `OpenRouterWebSearchServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .web_search_config import WebSearchConfig, WebSearchConfigDict

    class OpenRouterWebSearchServerToolDict(TypedDict, total=False):
        """`OpenRouterWebSearchServerTool` as a plain dict."""

        parameters: WebSearchConfig | WebSearchConfigDict | JsonObject
        type: Required[Literal["openrouter:web_search"]]


class OpenRouterWebSearchServerTool(JsonModel):
    """Server tool that lets the model search the web when it decides to. The annotations of the answer
    name the sources.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("WebSearchConfig")}

    parameters: WebSearchConfig | None
    """Settings of the search, and the amount of results."""
    type: Literal["openrouter:web_search"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:web_search"] = "openrouter:web_search",
        parameters: WebSearchConfig | WebSearchConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
