# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `MultimodalMedia`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class MultimodalMediaDict(TypedDict, total=False):
        """`MultimodalMedia` as a plain dict."""

        data: Required[str]
        format: str


class MultimodalMedia(JsonModel):
    """Audio, video or a file, as data in a request."""

    data: str
    """The content, in base64."""
    format: str | None
    """Format of the content, for example `wav`, `mp4` or `pdf`."""

    def __init__(self, *, data: str, format: str = UNSET) -> None:
        self._build(locals())
