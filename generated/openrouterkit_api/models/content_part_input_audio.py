# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A part that is a recording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .multimodal_media import MultimodalMedia, MultimodalMediaDict


class ContentPartInputAudioDict(TypedDict, total=False):
    """A `ContentPartInputAudio` as a plain dict."""

    input_audio: Required[MultimodalMedia | MultimodalMediaDict | Mapping[str, Any]]
    type: Required[Literal["input_audio"]]


class ContentPartInputAudio(JsonModel):
    """A part that is a recording."""

    __slots__ = ("input_audio", "type")

    _members: ClassVar[Members] = {
        "input_audio": ("input_audio", Nested("MultimodalMedia")),
        "type": ("type", None),
    }

    input_audio: MultimodalMedia
    """The recording."""
    type: Literal["input_audio"]
    """Tag of the variant."""

    def __init__(
        self,
        *,
        type: Literal["input_audio"] = "input_audio",
        input_audio: MultimodalMedia | MultimodalMediaDict | Mapping[str, Any],
    ) -> None:
        self._assign(
            {
                "type": type,
                "input_audio": input_audio,
            }
        )
