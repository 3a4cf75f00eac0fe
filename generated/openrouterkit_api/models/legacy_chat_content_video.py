# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `LegacyChatContentVideo`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .legacy_chat_content_video_input import LegacyChatContentVideoInput, LegacyChatContentVideoInputDict

    class LegacyChatContentVideoDict(TypedDict, total=False):
        """`LegacyChatContentVideo` as a plain dict."""

        type: Required[Literal["input_video"]]
        video_url: Required[LegacyChatContentVideoInput | LegacyChatContentVideoInputDict | JsonObject]


class LegacyChatContentVideo(JsonModel):
    """Earlier form of a video part. Use ChatContentVideo, whose type is video_url."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"video_url": Nested("LegacyChatContentVideoInput")}

    type: Literal["input_video"]
    """Marks this part as a video in the earlier form."""
    video_url: LegacyChatContentVideoInput
    """The URL or the data of the video."""

    def __init__(
        self,
        *,
        type: Literal["input_video"] = "input_video",
        video_url: LegacyChatContentVideoInput | LegacyChatContentVideoInputDict | JsonObject,
    ) -> None:
        self._build(locals())
