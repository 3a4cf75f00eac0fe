# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContentPartInputVideo`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .multimodal_media import MultimodalMedia, MultimodalMediaDict

    class ContentPartInputVideoDict(TypedDict, total=False):
        """`ContentPartInputVideo` as a plain dict."""

        input_video: Required[MultimodalMedia | MultimodalMediaDict | JsonObject]
        type: Required[Literal["input_video"]]


class ContentPartInputVideo(JsonModel):
    """A video part."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"input_video": Nested("MultimodalMedia")}

    input_video: MultimodalMedia
    """The video."""
    type: Literal["input_video"]
    """Marks this kind of part."""

    def __init__(
        self,
        *,
        type: Literal["input_video"] = "input_video",
        input_video: MultimodalMedia | MultimodalMediaDict | JsonObject,
    ) -> None:
        self._build(locals())
