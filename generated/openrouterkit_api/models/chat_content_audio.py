# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentAudio`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_content_audio_input_audio import ChatContentAudioInputAudio, ChatContentAudioInputAudioDict
    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict

    class ChatContentAudioDict(TypedDict, total=False):
        """`ChatContentAudio` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        input_audio: Required[ChatContentAudioInputAudio | ChatContentAudioInputAudioDict | JsonObject]
        type: Required[Literal["input_audio"]]


class ChatContentAudio(JsonModel):
    """An audio part, for models that accept audio."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "input_audio": Nested("ChatContentAudioInputAudio"),
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
        input_audio: ChatContentAudioInputAudio | ChatContentAudioInputAudioDict | JsonObject,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
