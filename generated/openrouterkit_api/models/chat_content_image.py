# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""An image part, for models that accept images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_content_image_image_url import ChatContentImageImageUrl, ChatContentImageImageUrlDict


class ChatContentImageDict(TypedDict, total=False):
    """A `ChatContentImage` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    image_url: Required[ChatContentImageImageUrl | ChatContentImageImageUrlDict | Mapping[str, Any]]
    type: Required[Literal["image_url"]]


class ChatContentImage(JsonModel):
    """An image part, for models that accept images."""

    __slots__ = ("cache_control", "image_url", "type")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "image_url": ("image_url", Nested("ChatContentImageImageUrl")),
        "type": ("type", None),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    image_url: ChatContentImageImageUrl
    """Where the image is, and how closely to look at it."""
    type: Literal["image_url"]
    """Marks this part as an image."""

    def __init__(
        self,
        *,
        type: Literal["image_url"] = "image_url",
        image_url: ChatContentImageImageUrl | ChatContentImageImageUrlDict | Mapping[str, Any],
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "image_url": image_url,
                "cache_control": cache_control,
            }
        )
