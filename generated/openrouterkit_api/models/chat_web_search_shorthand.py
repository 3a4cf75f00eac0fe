# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatWebSearchShorthand`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ChatWebSearchShorthandType, SearchQualityLevel, WebSearchEngineEnum, WebSearchMode
    from .web_search_config import WebSearchConfig, WebSearchConfigDict
    from .web_search_user_location_server_tool import (
        WebSearchUserLocationServerTool,
        WebSearchUserLocationServerToolDict,
    )

    class ChatWebSearchShorthandDict(TypedDict, total=False):
        """`ChatWebSearchShorthand` as a plain dict."""

        allowed_domains: Sequence[str]
        engine: WebSearchEngineEnum
        excluded_domains: Sequence[str]
        max_characters: int
        max_results: int
        max_total_results: int
        max_uses: int
        mode: WebSearchMode
        parameters: WebSearchConfig | WebSearchConfigDict | JsonObject
        search_context_size: SearchQualityLevel
        type: Required[ChatWebSearchShorthandType]
        user_location: WebSearchUserLocationServerTool | WebSearchUserLocationServerToolDict | JsonObject


class ChatWebSearchShorthand(JsonModel):
    """Web search as in OpenAI's responses API. The service turns it into the tool openrouter:web_search."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "allowed_domains": Each(),
        "excluded_domains": Each(),
        "parameters": Nested("WebSearchConfig"),
        "user_location": Nested("WebSearchUserLocationServerTool"),
    }

    allowed_domains: list[str] | None
    """Search only these domains. Not together with excluded_domains."""
    engine: WebSearchEngineEnum | None
    """Which search engine to use. Default auto."""
    excluded_domains: list[str] | None
    """Leave these domains out. Not together with allowed_domains, and not honoured by every native search."""
    max_characters: int | None
    """Most characters to keep of each result; overrides search_context_size. For the engines exa, parallel
    and perplexity.
    """
    max_results: int | None
    """Most results per search. Default 5; perplexity gives at most 20. Ignored by native search."""
    max_total_results: int | None
    """Most results over all searches of the request. Default 50."""
    max_uses: int | None
    """Most searches per request. Further ones give the model an error. Of native searches only Anthropic
    honours it.
    """
    mode: WebSearchMode | None
    """Speed against depth of the search, for the engines exa and parallel."""
    parameters: WebSearchConfig | None
    """The same settings, as the tool openrouter:web_search takes them."""
    search_context_size: SearchQualityLevel | None
    """How much text to bring back per result. For the engines exa, parallel and perplexity."""
    type: ChatWebSearchShorthandType
    """Chooses web search, by one of OpenAI's names for it."""
    user_location: WebSearchUserLocationServerTool | None
    """Roughly where the user is, to favour results from there."""

    def __init__(
        self,
        *,
        type: ChatWebSearchShorthandType,
        allowed_domains: Sequence[str] = UNSET,
        engine: WebSearchEngineEnum = UNSET,
        excluded_domains: Sequence[str] = UNSET,
        max_characters: int = UNSET,
        max_results: int = UNSET,
        max_total_results: int = UNSET,
        max_uses: int = UNSET,
        mode: WebSearchMode = UNSET,
        parameters: WebSearchConfig | WebSearchConfigDict | JsonObject = UNSET,
        search_context_size: SearchQualityLevel = UNSET,
        user_location: WebSearchUserLocationServerTool | WebSearchUserLocationServerToolDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
