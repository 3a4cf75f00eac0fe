# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Server tool that lets the model search the web when it sees fit. What it used is named in the
annotations of the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .web_search_config import WebSearchConfig, WebSearchConfigDict


class OpenRouterWebSearchServerToolDict(TypedDict, total=False):
    """A `OpenRouterWebSearchServerTool` as a plain dict."""

    parameters: WebSearchConfig | WebSearchConfigDict | Mapping[str, Any]
    type: Required[Literal["openrouter:web_search"]]


class OpenRouterWebSearchServerTool(JsonModel):
    """Server tool that lets the model search the web when it sees fit. What it used is named in the
    annotations of the answer.
    """

    __slots__ = ("parameters", "type")

    _members: ClassVar[Members] = {
        "parameters": ("parameters", Nested("WebSearchConfig")),
        "type": ("type", None),
    }

    parameters: WebSearchConfig | None
    """How to search, and how much to bring back."""
    type: Literal["openrouter:web_search"]
    """Chooses this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:web_search"] = "openrouter:web_search",
        parameters: WebSearchConfig | WebSearchConfigDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "parameters": parameters,
            }
        )
