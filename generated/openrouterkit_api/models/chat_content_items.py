# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A part of a message's content: text, an image, audio, a video or a file. The accepted kinds depend
on the model's input modalities.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    ChatContentAudioDict,
    ChatContentFileDict,
    ChatContentImageDict,
    ChatContentTextDict,
    ChatContentVideoDict,
    LegacyChatContentVideoDict,
)
from ._unions import DECODERS
from .chat_content_audio import ChatContentAudio
from .chat_content_file import ChatContentFile
from .chat_content_image import ChatContentImage
from .chat_content_text import ChatContentText
from .chat_content_video import ChatContentVideo
from .legacy_chat_content_video import LegacyChatContentVideo

ChatContentItems: TypeAlias = (
    ChatContentText
    | ChatContentImage
    | ChatContentAudio
    | LegacyChatContentVideo
    | ChatContentVideo
    | ChatContentFile
    | UnknownVariant
)
"""A part of a message's content: text, an image, audio, a video or a file. The accepted kinds depend
on the model's input modalities.
"""

ChatContentItemsDict: TypeAlias = (
    ChatContentTextDict
    | JsonObject
    | ChatContentImageDict
    | ChatContentAudioDict
    | LegacyChatContentVideoDict
    | ChatContentVideoDict
    | ChatContentFileDict
)
"""The values that arguments accept for a `ChatContentItems`, in addition to its models."""


def read_chat_content_items(data: Any) -> ChatContentItems:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatContentItems", DECODERS["ChatContentItems"](owned(data)))
