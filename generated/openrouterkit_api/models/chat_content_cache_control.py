# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Cache breakpoint: everything in the prompt up to and including the element that carries it may be
    cached. Meant for providers with explicit caching; it is converted to prompt_cache_breakpoint where
    a provider takes that instead.
    """

    ttl: AnthropicCacheControlTtl | None
    """Lifetime of the cache entry. The provider keeps it for five minutes when absent."""
    type: Literal["ephemeral"]
    """Kind of cache entry; ephemeral is the only one."""

    def __init__(self, *, type: Literal["ephemeral"] = "ephemeral", ttl: AnthropicCacheControlTtl = UNSET) -> None:
        self._build(locals())
