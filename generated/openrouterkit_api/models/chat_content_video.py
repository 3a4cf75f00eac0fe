# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentVideo`."""

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
    from .chat_content_video_input import ChatContentVideoInput, ChatContentVideoInputDict

    class ChatContentVideoDict(TypedDict, total=False):
        """`ChatContentVideo` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        type: Required[Literal["video_url"]]
        video_url: Required[ChatContentVideoInput | ChatContentVideoInputDict | JsonObject]


class ChatContentVideo(JsonModel):
    """A video part, for models that accept video."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "video_url": Nested("ChatContentVideoInput"),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    type: Literal["video_url"]
    """Marks this part as a video."""
    video_url: ChatContentVideoInput
    """The URL or the data of the video."""

    def __init__(
        self,
        *,
        type: Literal["video_url"] = "video_url",
        video_url: ChatContentVideoInput | ChatContentVideoInputDict | JsonObject,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
