# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""One image that the model generated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_assistant_image_image_url import ChatAssistantImageImageUrl, ChatAssistantImageImageUrlDict


class ChatAssistantImageDict(TypedDict, total=False):
    """A `ChatAssistantImage` as a plain dict."""

    image_url: Required[ChatAssistantImageImageUrl | ChatAssistantImageImageUrlDict | Mapping[str, Any]]
    index: int
    type: str


class ChatAssistantImage(JsonModel):
    """One image that the model generated."""

    __slots__ = ("image_url", "index", "type")

    _members: ClassVar[Members] = {
        "image_url": ("image_url", Nested("ChatAssistantImageImageUrl")),
        "index": ("index", None),
        "type": ("type", None),
    }

    image_url: ChatAssistantImageImageUrl
    """The image."""
    index: int | None
    """Position among the images of the message, counted from 0."""
    type: str | None
    """Form in which the image is given: image_url whenever it is present."""

    def __init__(
        self,
        *,
        image_url: ChatAssistantImageImageUrl | ChatAssistantImageImageUrlDict | Mapping[str, Any],
        index: int = UNSET,
        type: str = UNSET,
    ) -> None:
        self._assign(
            {
                "image_url": image_url,
                "index": index,
                "type": type,
            }
        )
