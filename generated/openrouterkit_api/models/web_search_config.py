# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebSearchConfig`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import SearchQualityLevel, WebSearchEngineEnum, WebSearchMode
    from .web_search_user_location_server_tool import (
        WebSearchUserLocationServerTool,
        WebSearchUserLocationServerToolDict,
    )

    class WebSearchConfigDict(TypedDict, total=False):
        """`WebSearchConfig` as a plain dict."""

        allowed_domains: Sequence[str]
        engine: WebSearchEngineEnum
        excluded_domains: Sequence[str]
        max_characters: int
        max_results: int
        max_total_results: int
        max_uses: int
        mode: WebSearchMode
        search_context_size: SearchQualityLevel
        user_location: WebSearchUserLocationServerTool | WebSearchUserLocationServerToolDict | JsonObject


class WebSearchConfig(JsonModel):
    """Settings of the web search tool."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "allowed_domains": Each(),
        "excluded_domains": Each(),
        "user_location": Nested("WebSearchUserLocationServerTool"),
    }

    allowed_domains: list[str] | None
    """Search only these domains. Cannot be combined with excluded_domains."""
    engine: WebSearchEngineEnum | None
    """Which search engine to use. Defaults to auto."""
    excluded_domains: list[str] | None
    """Exclude these domains. Cannot be combined with allowed_domains; some native searches ignore it."""
    max_characters: int | None
    """Maximum number of characters to keep of each result; overrides search_context_size. For the engines
    exa, parallel and perplexity.
    """
    max_results: int | None
    """Maximum number of results per search. Defaults to 5; perplexity returns at most 20. Native search
    ignores it.
    """
    max_total_results: int | None
    """Maximum number of results over all searches of the request. Defaults to 50."""
    max_uses: int | None
    """Maximum number of searches per request. Further searches return an error to the model. Of the native
    searches only Anthropic's supports it.
    """
    mode: WebSearchMode | None
    """Trade-off between speed and depth of the search, for the engines exa and parallel."""
    search_context_size: SearchQualityLevel | None
    """Amount of text per result. For the engines exa, parallel and perplexity."""
    user_location: WebSearchUserLocationServerTool | None
    """Approximate location of the user, to prefer results from there."""

    def __init__(
        self,
        *,
        allowed_domains: Sequence[str] = UNSET,
        engine: WebSearchEngineEnum = UNSET,
        excluded_domains: Sequence[str] = UNSET,
        max_characters: int = UNSET,
        max_results: int = UNSET,
        max_total_results: int = UNSET,
        max_uses: int = UNSET,
        mode: WebSearchMode = UNSET,
        search_context_size: SearchQualityLevel = UNSET,
        user_location: WebSearchUserLocationServerTool | WebSearchUserLocationServerToolDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
