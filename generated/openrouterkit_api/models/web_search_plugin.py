# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Searches the web before the model answers, on every request and for a fee. The pages found are added
to the prompt and named in annotations. To let the model decide, use the tool openrouter:web_search.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .web_search_engine import WebSearchEngine
    from .web_search_mode import WebSearchMode
    from .web_search_user_location import WebSearchUserLocation, WebSearchUserLocationDict


class WebSearchPluginDict(TypedDict, total=False):
    """A `WebSearchPlugin` as a plain dict."""

    enabled: bool
    engine: WebSearchEngine
    exclude_domains: Sequence[str]
    id: Required[Literal["web"]]
    include_domains: Sequence[str]
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_prompt: str
    user_location: WebSearchUserLocation | WebSearchUserLocationDict | Mapping[str, Any] | None


class WebSearchPlugin(JsonModel):
    """Searches the web before the model answers, on every request and for a fee. The pages found are added
    to the prompt and named in annotations. To let the model decide, use the tool openrouter:web_search.
    """

    __slots__ = (
        "enabled",
        "engine",
        "exclude_domains",
        "id",
        "include_domains",
        "max_results",
        "max_uses",
        "mode",
        "search_prompt",
        "user_location",
    )

    _members: ClassVar[Members] = {
        "enabled": ("enabled", None),
        "engine": ("engine", None),
        "exclude_domains": ("exclude_domains", Each()),
        "id": ("id", None),
        "include_domains": ("include_domains", Each()),
        "max_results": ("max_results", None),
        "max_uses": ("max_uses", None),
        "mode": ("mode", None),
        "search_prompt": ("search_prompt", None),
        "user_location": ("user_location", Nested("WebSearchUserLocation")),
    }

    enabled: bool | None
    """Whether the plugin acts on this request; false turns off one that the account has on by default.
    Default true.
    """
    engine: WebSearchEngine | None
    """Which search engine to use. When absent, the provider's own where it has one, else exa."""
    exclude_domains: list[str] | None
    """Leave these domains out. Patterns such as *.substack.com and paths such as openai.com/blog work."""
    id: Literal["web"]
    """Chooses this plugin."""
    include_domains: list[str] | None
    """Search only these domains. Patterns such as *.substack.com and paths such as openai.com/blog work."""
    max_results: int | None
    """Most results to add to the prompt. Default 5."""
    max_uses: int | None
    """Most searches per turn, for native search that takes such a limit, such as that of Anthropic."""
    mode: WebSearchMode | None
    """Speed against depth of the search, for the engines exa and parallel."""
    search_prompt: str | None
    """Text that introduces the results in the prompt. The service has a text of its own when absent."""
    user_location: WebSearchUserLocation | None
    """Roughly where the user is, to favour results from there."""

    def __init__(
        self,
        *,
        id: Literal["web"] = "web",
        enabled: bool = UNSET,
        engine: WebSearchEngine = UNSET,
        exclude_domains: Sequence[str] = UNSET,
        include_domains: Sequence[str] = UNSET,
        max_results: int = UNSET,
        max_uses: int = UNSET,
        mode: WebSearchMode = UNSET,
        search_prompt: str = UNSET,
        user_location: WebSearchUserLocation | WebSearchUserLocationDict | Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._assign(
            {
                "id": id,
                "enabled": enabled,
                "engine": engine,
                "exclude_domains": exclude_domains,
                "include_domains": include_domains,
                "max_results": max_results,
                "max_uses": max_uses,
                "mode": mode,
                "search_prompt": search_prompt,
                "user_location": user_location,
            }
        )
