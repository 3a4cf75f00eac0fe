# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAssistantImage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_assistant_image_image_url import ChatAssistantImageImageUrl, ChatAssistantImageImageUrlDict

    class ChatAssistantImageDict(TypedDict, total=False):
        """`ChatAssistantImage` as a plain dict."""

        image_url: Required[ChatAssistantImageImageUrl | ChatAssistantImageImageUrlDict | JsonObject]
        index: int
        type: str


class ChatAssistantImage(JsonModel):
    """An image that the model generated."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"image_url": Nested("ChatAssistantImageImageUrl")}

    image_url: ChatAssistantImageImageUrl
    """The image."""
    index: int | None
    """Position among the images of the message, from 0."""
    type: str | None
    """Form of the image, always image_url."""

    def __init__(
        self,
        *,
        image_url: ChatAssistantImageImageUrl | ChatAssistantImageImageUrlDict | JsonObject,
        index: int = UNSET,
        type: str = UNSET,
    ) -> None:
        self._build(locals())
