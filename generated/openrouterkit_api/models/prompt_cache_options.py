# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PromptCacheOptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class PromptCacheOptionsDict(TypedDict, total=False):
        """`PromptCacheOptions` as a plain dict."""

        mode: Required[Literal["explicit"]]
        ttl: str | None


class PromptCacheOptions(JsonModel):
    """Prompt caching for the whole request, on recent OpenAI models. If set, only the parts marked by
    prompt_cache_breakpoint are cached, and the automatic boundaries are disabled.
    """

    mode: Literal["explicit"]
    """Caching mode; explicit is the only value."""
    ttl: str | None
    """Lifetime of cache entries as a duration such as 30m. By default, or if null, the provider decides."""

    def __init__(self, *, mode: Literal["explicit"] = "explicit", ttl: str | None = UNSET) -> None:
        self._build(locals())
