# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A video part, for models that accept video."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_content_video_input import ChatContentVideoInput, ChatContentVideoInputDict


class ChatContentVideoDict(TypedDict, total=False):
    """A `ChatContentVideo` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    type: Required[Literal["video_url"]]
    video_url: Required[ChatContentVideoInput | ChatContentVideoInputDict | Mapping[str, Any]]


class ChatContentVideo(JsonModel):
    """A video part, for models that accept video."""

    __slots__ = ("cache_control", "type", "video_url")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "type": ("type", None),
        "video_url": ("video_url", Nested("ChatContentVideoInput")),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    type: Literal["video_url"]
    """Marks this part as a video."""
    video_url: ChatContentVideoInput
    """Where the video is."""

    def __init__(
        self,
        *,
        type: Literal["video_url"] = "video_url",
        video_url: ChatContentVideoInput | ChatContentVideoInputDict | Mapping[str, Any],
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "video_url": video_url,
                "cache_control": cache_control,
            }
        )
