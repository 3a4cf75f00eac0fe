# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentCacheControl`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import AnthropicCacheControlTtl

    class ChatContentCacheControlDict(TypedDict, total=False):
        """`ChatContentCacheControl` as a plain dict."""

        ttl: AnthropicCacheControlTtl
        type: Required[Literal["ephemeral"]]


class ChatContentCacheControl(JsonModel):
    """Cache breakpoint: everything in the prompt up to and including this element may be cached. For
    providers with explicit caching; converted to prompt_cache_breakpoint for providers that use that
    form.
    """

    ttl: AnthropicCacheControlTtl | None
    """Lifetime of the cache entry. Defaults to five minutes."""
    type: Literal["ephemeral"]
    """Kind of cache entry; ephemeral is the only one."""

    def __init__(self, *, type: Literal["ephemeral"] = "ephemeral", ttl: AnthropicCacheControlTtl = UNSET) -> None:
        self._build(locals())
