# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ImageURLChunk`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .image_url import ImageURL, ImageURLDict

    class ImageURLChunkDict(TypedDict, total=False):
        """`ImageURLChunk` as a plain dict."""

        image_url: Required[str | ImageURL | ImageURLDict | JsonObject]
        type: Required[Literal["image_url"]]


class ImageURLChunk(JsonModel):
    """An image for models that can see."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"image_url": Nested("ImageURL")}

    image_url: str | ImageURL
    """The image, as a URL or as an object with the URL and the resolution."""
    type: Literal["image_url"]
    """Marks the part as an image."""

    def __init__(
        self, *, type: Literal["image_url"] = "image_url", image_url: str | ImageURL | ImageURLDict | JsonObject
    ) -> None:
        self._build(locals())
