# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AnthropicCacheControlDirective`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import AnthropicCacheControlTtl

    class AnthropicCacheControlDirectiveDict(TypedDict, total=False):
        """`AnthropicCacheControlDirective` as a plain dict."""

        ttl: AnthropicCacheControlTtl
        type: Required[Literal["ephemeral"]]


class AnthropicCacheControlDirective(JsonModel):
    """Enables caching of the prompt at providers that use explicit cache breakpoints, such as Anthropic.
    Tokens read from the cache cost less than other tokens, tokens written to it cost more.
    """

    ttl: AnthropicCacheControlTtl | None
    """Lifetime of the cache entry. Defaults to five minutes."""
    type: Literal["ephemeral"]
    """Kind of cache entry; ephemeral is the only one."""

    def __init__(self, *, type: Literal["ephemeral"] = "ephemeral", ttl: AnthropicCacheControlTtl = UNSET) -> None:
        self._build(locals())
