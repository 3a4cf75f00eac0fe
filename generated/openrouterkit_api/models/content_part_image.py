# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """A part that is a picture."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"image_url": Nested("ContentPartImageImageUrl")}

    image_url: ContentPartImageImageUrl
    """Where the picture is."""
    type: Literal["image_url"]
    """Tag of the variant."""

    def __init__(
        self,
        *,
        type: Literal["image_url"] = "image_url",
        image_url: ContentPartImageImageUrl | ContentPartImageImageUrlDict | JsonObject,
    ) -> None:
        self._build(locals())
