# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContentPartImageImageUrl`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ContentPartImageImageUrlDict(TypedDict, total=False):
        """`ContentPartImageImageUrl` as a plain dict."""

        url: Required[str]


class ContentPartImageImageUrl(JsonModel):
    """The URL or the data of an image."""

    url: str
    """URL of the image, or the image itself as a data URL."""

    def __init__(self, *, url: str) -> None:
        self._build(locals())
