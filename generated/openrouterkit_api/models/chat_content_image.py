# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentImage`."""

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
    from .chat_content_image_image_url import ChatContentImageImageUrl, ChatContentImageImageUrlDict

    class ChatContentImageDict(TypedDict, total=False):
        """`ChatContentImage` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        image_url: Required[ChatContentImageImageUrl | ChatContentImageImageUrlDict | JsonObject]
        type: Required[Literal["image_url"]]


class ChatContentImage(JsonModel):
    """An image part, for models that accept images."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "image_url": Nested("ChatContentImageImageUrl"),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    image_url: ChatContentImageImageUrl
    """The URL or the data of the image, and its resolution."""
    type: Literal["image_url"]
    """Marks this part as an image."""

    def __init__(
        self,
        *,
        type: Literal["image_url"] = "image_url",
        image_url: ChatContentImageImageUrl | ChatContentImageImageUrlDict | JsonObject,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
