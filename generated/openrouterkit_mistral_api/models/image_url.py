# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ImageURL`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ImageDetail

    class ImageURLDict(TypedDict, total=False):
        """`ImageURL` as a plain dict."""

        detail: ImageDetail | None
        url: Required[str]


class ImageURL(JsonModel):
    """An image, with its resolution."""

    detail: ImageDetail | None
    """The resolution. Defaults to auto."""
    url: str
    """URL of the image, or a `data:` URL with the image in it."""

    def __init__(self, *, url: str, detail: ImageDetail | None = UNSET) -> None:
        self._build(locals())
