# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Earlier form of a video part. Use ChatContentVideo, whose type is video_url."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .legacy_chat_content_video_input import LegacyChatContentVideoInput, LegacyChatContentVideoInputDict


class LegacyChatContentVideoDict(TypedDict, total=False):
    """A `LegacyChatContentVideo` as a plain dict."""

    type: Required[Literal["input_video"]]
    video_url: Required[LegacyChatContentVideoInput | LegacyChatContentVideoInputDict | Mapping[str, Any]]


class LegacyChatContentVideo(JsonModel):
    """Earlier form of a video part. Use ChatContentVideo, whose type is video_url."""

    __slots__ = ("type", "video_url")

    _members: ClassVar[Members] = {
        "type": ("type", None),
        "video_url": ("video_url", Nested("LegacyChatContentVideoInput")),
    }

    type: Literal["input_video"]
    """Marks this part as a video in the earlier form."""
    video_url: LegacyChatContentVideoInput
    """Where the video is."""

    def __init__(
        self,
        *,
        type: Literal["input_video"] = "input_video",
        video_url: LegacyChatContentVideoInput | LegacyChatContentVideoInputDict | Mapping[str, Any],
    ) -> None:
        self._assign(
            {
                "type": type,
                "video_url": video_url,
            }
        )
