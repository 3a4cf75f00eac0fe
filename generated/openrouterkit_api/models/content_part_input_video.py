# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A part that is a video."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .multimodal_media import MultimodalMedia, MultimodalMediaDict


class ContentPartInputVideoDict(TypedDict, total=False):
    """A `ContentPartInputVideo` as a plain dict."""

    input_video: Required[MultimodalMedia | MultimodalMediaDict | Mapping[str, Any]]
    type: Required[Literal["input_video"]]


class ContentPartInputVideo(JsonModel):
    """A part that is a video."""

    __slots__ = ("input_video", "type")

    _members: ClassVar[Members] = {
        "input_video": ("input_video", Nested("MultimodalMedia")),
        "type": ("type", None),
    }

    input_video: MultimodalMedia
    """The video."""
    type: Literal["input_video"]
    """Tag of the variant."""

    def __init__(
        self,
        *,
        type: Literal["input_video"] = "input_video",
        input_video: MultimodalMedia | MultimodalMediaDict | Mapping[str, Any],
    ) -> None:
        self._assign(
            {
                "type": type,
                "input_video": input_video,
            }
        )
