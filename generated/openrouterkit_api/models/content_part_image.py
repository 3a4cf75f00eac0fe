# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContentPartImage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .content_part_image_image_url import ContentPartImageImageUrl, ContentPartImageImageUrlDict

    class ContentPartImageDict(TypedDict, total=False):
        """`ContentPartImage` as a plain dict."""

        image_url: Required[ContentPartImageImageUrl | ContentPartImageImageUrlDict | JsonObject]
        type: Required[Literal["image_url"]]


class ContentPartImage(JsonModel):
    """An image part."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"image_url": Nested("ContentPartImageImageUrl")}

    image_url: ContentPartImageImageUrl
    """The URL or the data of the image."""
    type: Literal["image_url"]
    """Marks this kind of part."""

    def __init__(
        self,
        *,
        type: Literal["image_url"] = "image_url",
        image_url: ContentPartImageImageUrl | ContentPartImageImageUrlDict | JsonObject,
    ) -> None:
        self._build(locals())
