# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""An audio part, for models that accept audio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_audio_input_audio import ChatContentAudioInputAudio, ChatContentAudioInputAudioDict
    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict


class ChatContentAudioDict(TypedDict, total=False):
    """A `ChatContentAudio` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    input_audio: Required[ChatContentAudioInputAudio | ChatContentAudioInputAudioDict | Mapping[str, Any]]
    type: Required[Literal["input_audio"]]


class ChatContentAudio(JsonModel):
    """An audio part, for models that accept audio."""

    __slots__ = ("cache_control", "input_audio", "type")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "input_audio": ("input_audio", Nested("ChatContentAudioInputAudio")),
        "type": ("type", None),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    input_audio: ChatContentAudioInputAudio
    """The recording and its format."""
    type: Literal["input_audio"]
    """Marks this part as audio."""

    def __init__(
        self,
        *,
        type: Literal["input_audio"] = "input_audio",
        input_audio: ChatContentAudioInputAudio | ChatContentAudioInputAudioDict | Mapping[str, Any],
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "input_audio": input_audio,
                "cache_control": cache_control,
            }
        )
