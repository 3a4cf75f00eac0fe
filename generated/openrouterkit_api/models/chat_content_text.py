# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentText`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .prompt_cache_breakpoint import PromptCacheBreakpoint, PromptCacheBreakpointDict

    class ChatContentTextDict(TypedDict, total=False):
        """`ChatContentText` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        prompt_cache_breakpoint: PromptCacheBreakpoint | PromptCacheBreakpointDict | JsonObject | None
        text: Required[str]
        type: Required[Literal["text"]]


class ChatContentText(JsonModel):
    """A text part."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "prompt_cache_breakpoint": Nested("PromptCacheBreakpoint"),
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
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
        prompt_cache_breakpoint: PromptCacheBreakpoint | PromptCacheBreakpointDict | JsonObject | None = UNSET,
    ) -> None:
        self._build(locals())
