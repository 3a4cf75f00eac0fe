# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebSearchPlugin`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import WebSearchEngine, WebSearchMode
    from .web_search_user_location import WebSearchUserLocation, WebSearchUserLocationDict

    class WebSearchPluginDict(TypedDict, total=False):
        """`WebSearchPlugin` as a plain dict."""

        enabled: bool
        engine: WebSearchEngine
        exclude_domains: Sequence[str]
        id: Required[Literal["web"]]
        include_domains: Sequence[str]
        max_results: int
        max_uses: int
        mode: WebSearchMode
        search_prompt: str
        user_location: WebSearchUserLocation | WebSearchUserLocationDict | JsonObject | None


class WebSearchPlugin(JsonModel):
    """Searches the web before the model answers, for every request and for a fee. The pages found are
    added to the prompt and named in annotations. To let the model decide, use the tool
    openrouter:web_search.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "exclude_domains": Each(),
        "include_domains": Each(),
        "user_location": Nested("WebSearchUserLocation"),
    }

    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    engine: WebSearchEngine | None
    """Which search engine to use. Defaults to the provider's own if it has one, otherwise to exa."""
    exclude_domains: list[str] | None
    """Exclude these domains. Accepts patterns such as *.substack.com and paths such as openai.com/blog."""
    id: Literal["web"]
    """Selects this plugin."""
    include_domains: list[str] | None
    """Search only these domains. Accepts patterns such as *.substack.com and paths such as
    openai.com/blog.
    """
    max_results: int | None
    """Maximum number of results to add to the prompt. Defaults to 5."""
    max_uses: int | None
    """Maximum number of searches per turn, for native search that supports such a limit, such as
    Anthropic's.
    """
    mode: WebSearchMode | None
    """Trade-off between speed and depth of the search, for the engines exa and parallel."""
    search_prompt: str | None
    """Text that introduces the results in the prompt. Defaults to a text of the service."""
    user_location: WebSearchUserLocation | None
    """Approximate location of the user, to prefer results from there."""

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
        user_location: WebSearchUserLocation | WebSearchUserLocationDict | JsonObject | None = UNSET,
    ) -> None:
        self._build(locals())
