# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAssistantImageImageUrl`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatAssistantImageImageUrlDict(TypedDict, total=False):
        """`ChatAssistantImageImageUrl` as a plain dict."""

        url: Required[str]


class ChatAssistantImageImageUrl(JsonModel):
    """The data or the URL of a generated image."""

    url: str
    """The image, usually as a base64 data URL such as data:image/png;base64,..., or its URL."""

    def __init__(self, *, url: str) -> None:
        self._build(locals())
