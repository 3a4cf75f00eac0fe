# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""One part of a message's content: text, an image, audio, a video or a file. Which kinds are accepted
depends on the model's input modalities.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from openrouterkit_runtime.model import owned
from openrouterkit_runtime.variants import UnknownVariant

from ._unions import DECODERS
from .chat_content_audio import ChatContentAudio, ChatContentAudioDict
from .chat_content_file import ChatContentFile, ChatContentFileDict
from .chat_content_image import ChatContentImage, ChatContentImageDict
from .chat_content_text import ChatContentText, ChatContentTextDict
from .chat_content_video import ChatContentVideo, ChatContentVideoDict
from .legacy_chat_content_video import LegacyChatContentVideo, LegacyChatContentVideoDict

ChatContentItems: TypeAlias = (
    ChatContentText
    | ChatContentImage
    | ChatContentAudio
    | LegacyChatContentVideo
    | ChatContentVideo
    | ChatContentFile
    | UnknownVariant
)
"""One part of a message's content: text, an image, audio, a video or a file. Which kinds are accepted
depends on the model's input modalities.
"""

ChatContentItemsDict: TypeAlias = (
    ChatContentTextDict
    | Mapping[str, Any]
    | ChatContentImageDict
    | ChatContentAudioDict
    | LegacyChatContentVideoDict
    | ChatContentVideoDict
    | ChatContentFileDict
)
"""What a caller may give for a `ChatContentItems`."""


def read_chat_content_items(data: Any) -> ChatContentItems:
    """Decode a JSON value as its variant; an object of an unknown variant becomes an `UnknownVariant`."""
    return cast("ChatContentItems", DECODERS["ChatContentItems"](owned(data)))
