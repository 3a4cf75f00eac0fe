# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A text part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .prompt_cache_breakpoint import PromptCacheBreakpoint, PromptCacheBreakpointDict


class ChatContentTextDict(TypedDict, total=False):
    """A `ChatContentText` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    prompt_cache_breakpoint: PromptCacheBreakpoint | PromptCacheBreakpointDict | Mapping[str, Any] | None
    text: Required[str]
    type: Required[Literal["text"]]


class ChatContentText(JsonModel):
    """A text part."""

    __slots__ = ("cache_control", "prompt_cache_breakpoint", "text", "type")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "prompt_cache_breakpoint": ("prompt_cache_breakpoint", Nested("PromptCacheBreakpoint")),
        "text": ("text", None),
        "type": ("type", None),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    prompt_cache_breakpoint: PromptCacheBreakpoint | None
    """Sets a cache boundary after this part, in OpenAI's form."""
    text: str
    """The text."""
    type: Literal["text"]
    """Marks this part as text."""

    def __init__(
        self,
        *,
        type: Literal["text"] = "text",
        text: str,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
        prompt_cache_breakpoint: PromptCacheBreakpoint | PromptCacheBreakpointDict | Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "text": text,
                "cache_control": cache_control,
                "prompt_cache_breakpoint": prompt_cache_breakpoint,
            }
        )
