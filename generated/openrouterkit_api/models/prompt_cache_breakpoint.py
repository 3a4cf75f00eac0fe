# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Cache boundary in OpenAI's form: the prompt up to and including this content part is the prefix to
cache. It is converted to cache_control for providers that use Anthropic's form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class PromptCacheBreakpointDict(TypedDict, total=False):
    """A `PromptCacheBreakpoint` as a plain dict."""

    mode: Required[Literal["explicit"]]


class PromptCacheBreakpoint(JsonModel):
    """Cache boundary in OpenAI's form: the prompt up to and including this content part is the prefix to
    cache. It is converted to cache_control for providers that use Anthropic's form.
    """

    __slots__ = ("mode",)

    _members: ClassVar[Members] = {
        "mode": ("mode", None),
    }

    mode: Literal["explicit"]
    """How the boundary was set; explicit is the only value."""

    def __init__(
        self,
        *,
        mode: Literal["explicit"] = "explicit",
    ) -> None:
        self._assign(
            {
                "mode": mode,
            }
        )
