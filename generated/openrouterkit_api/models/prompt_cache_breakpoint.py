# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PromptCacheBreakpoint`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class PromptCacheBreakpointDict(TypedDict, total=False):
        """`PromptCacheBreakpoint` as a plain dict."""

        mode: Required[Literal["explicit"]]


class PromptCacheBreakpoint(JsonModel):
    """Cache boundary in OpenAI's form: the prompt up to and including this content part is cached.
    Converted to cache_control for providers that use Anthropic's form.
    """

    mode: Literal["explicit"]
    """How the boundary was set; explicit is the only value."""

    def __init__(self, *, mode: Literal["explicit"] = "explicit") -> None:
        self._build(locals())
