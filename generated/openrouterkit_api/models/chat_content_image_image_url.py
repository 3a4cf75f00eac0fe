# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentImageImageUrl`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ChatContentImageImageUrlDetail

    class ChatContentImageImageUrlDict(TypedDict, total=False):
        """`ChatContentImageImageUrl` as a plain dict."""

        detail: ChatContentImageImageUrlDetail
        url: Required[str]


class ChatContentImageImageUrl(JsonModel):
    """The URL or the data of an image, and its resolution."""

    detail: ChatContentImageImageUrlDetail | None
    """Resolution at which the model sees the image. Defaults to auto."""
    url: str
    """An http(s) URL, or the image itself as a data URL such as data:image/png;base64,..."""

    def __init__(self, *, url: str, detail: ChatContentImageImageUrlDetail = UNSET) -> None:
        self._build(locals())
